"""Rules: lawful basis (Article 6)."""
