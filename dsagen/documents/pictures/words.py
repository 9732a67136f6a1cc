"""Words in a picture, with the id of where they come from."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Words"]


@dataclass(frozen=True)
class Words:
    """Words with the id of where they come from."""

    text: str
    source: str
