"""Rules: children."""
