"""Rules: proportionality and minimisation."""
