"""Rules: confidentiality."""
