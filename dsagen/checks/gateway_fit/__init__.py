"""Rules: whether the gateway fits."""
