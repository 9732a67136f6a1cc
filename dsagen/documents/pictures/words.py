"""Words in a picture, with the id of where they come from."""

from __future__ import annotations

from dataclasses import dataclass

from dsagen.documents.pictures.lettering import drawable

__all__ = ["Words"]


@dataclass(frozen=True)
class Words:
    """Words with the id of where they come from, and what is drawn in their place where the font lacks a letter."""

    text: str
    source: str
    instead: str = "(see the words with this picture)"

    @property
    def shown(self) -> str:
        """Give the words as they are drawn."""
        return drawable(self.text) or self.instead
