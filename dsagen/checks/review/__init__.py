"""Rules: review, signature and impact assessment."""
