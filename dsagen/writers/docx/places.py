"""The places where paragraphs and lists stand, and the styles and indents that each place has."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["BODY", "BOXES", "BOX_INDENT", "CELL", "CLAUSE", "LEVEL_INDENT", "PLACES", "Place"]

LEVEL_INDENT = 907
"""Where the words of numbered headings and clauses start."""
BOX_INDENT = 284
"""Where the words of a box start: the bar on its left stands at the margin."""


@dataclass(frozen=True)
class Place:
    """A place: the styles of its paragraphs and lists, and where its lists are indented."""

    key: str
    text: str
    bullet: str
    number: str
    left: int
    """Where the words of a first-level item start."""
    hanging: int
    """How far left of its words the mark of an item stands; also the step from one level to the next."""
    title: str = ""
    """The style of a title, where the place has one."""

    def indent(self, level: int) -> int:
        """Give where the words of an item start."""
        return self.left + level * self.hanging


def _box(key: str, prefix: str) -> Place:
    return Place(key, f"{prefix}Text", f"{prefix}Bullet", f"{prefix}Number", BOX_INDENT + 397, 397, f"{prefix}Title")


BODY = Place("body", "BodyText", "ListBullet", "ListNumber", 567, 397)
CLAUSE = Place("clause", "ClauseText", "ListBullet", "ListNumber", LEVEL_INDENT + 397, 397)
CELL = Place("cell", "TableText", "TableBullet", "TableNumber", 340, 340)
BOXES = {
    "box": _box("box", "Box"),
    "box urgent": _box("box", "UrgentBox"),
    "box draft": _box("box", "DraftBox"),
}
PLACES = (BODY, CLAUSE, CELL, BOXES["box"])
"""One of each key: the places that have list definitions of their own."""
