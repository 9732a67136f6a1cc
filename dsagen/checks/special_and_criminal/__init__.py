"""Rules: special category and criminal-offence information."""
