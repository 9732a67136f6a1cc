"""Opinions on agreements: one rule a module, each giving findings and printing nothing."""

from dsagen.checks.gaps import empty_needed, gaps

__all__ = ["empty_needed", "gaps"]
