"""Something that the fields of one flow do for one recipient: answer a question, or find the right record."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from functools import cached_property

__all__ = ["Requirement"]


@dataclass(frozen=True)
class Requirement:
    """A question of a purpose, or the matching of a flow, with the sets of fields that are each enough for it."""

    sets: tuple[frozenset[str], ...]
    """Each is enough by itself. Only fields of the flow are in them."""
    question: str = ""
    """The question, or nothing for the matching of the flow."""
    purpose: str = ""
    """The id of the purpose that asks it."""
    why_more: str = ""
    """Why more than one of the sets travels, where somebody has said so."""
    elsewhere: frozenset[str] = frozenset()
    """Fields that the answer takes as well, and that this flow does not bring to this recipient."""

    @property
    def is_matching(self) -> bool:
        """Tell whether it is the matching of the flow."""
        return not self.question

    @cached_property
    def fields(self) -> frozenset[str]:
        """Give every field that some set names."""
        return frozenset().union(*self.sets)

    def is_met(self, fields: Set[str]) -> bool:
        """Tell whether some set is there whole."""
        return any(one <= fields for one in self.sets)
