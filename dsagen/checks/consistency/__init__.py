"""Rules: consistency across documents."""
