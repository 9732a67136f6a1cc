"""Rules: transparency and rights."""
