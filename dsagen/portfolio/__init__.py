"""Many agreements: which documents each one has, and how they are built together."""
