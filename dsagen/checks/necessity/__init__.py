"""Rules: necessity."""
