"""Rules: purpose limitation."""
