"""Rules: law enforcement (Part 3)."""
