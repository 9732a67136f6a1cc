"""Check data sharing agreements written in YAML, and render their documents as Word and PDF."""

__version__ = "0.1.0"
