"""Rules: what reviewers send back."""
