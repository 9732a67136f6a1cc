"""Rules: accepted findings."""
