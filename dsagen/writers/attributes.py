"""Attributes of HTML and SVG, as text."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

__all__ = ["attributes"]


def attributes(values: Mapping[str, str | None]) -> str:
    """Write attributes, escaped, each after a space, leaving out those without a value."""
    return "".join(f' {name}="{escape(value)}"' for name, value in values.items() if value is not None)
