"""Rules: linkage and identifiers."""
