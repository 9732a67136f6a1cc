"""What the model expects at a place, with the marks that its attributes carry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from dsagen.model.base import NamesParty, NamesPlace
from dsagen.workspace.entities import attribute

__all__ = ["EVERYWHERE", "NOTHING", "Shape"]


@dataclass(frozen=True)
class Shape:
    """The type that the model has for a place, and what marks it.

    Why: whatever must be done wherever a thing is named (a body that takes another's place) follows the types of the
    model. A list of places kept by hand would forget the next attribute.
    """

    annotation: Any
    marks: tuple[Any, ...] = ()
    others: Shape | None = None
    """The shape of what stands under keys that the model does not know."""

    @property
    def party(self) -> NamesParty | None:
        """Give the mark of a party's id, where one stands here."""
        return next((mark for _, marks in self._ways() for mark in marks if isinstance(mark, NamesParty)), None)

    @property
    def names_place(self) -> bool:
        """Tell whether the id of a place in the agreement stands here."""
        return any(isinstance(mark, NamesPlace) for _, marks in self._ways() for mark in marks)

    def key(self) -> Shape:
        """Give the shape of the keys of a map."""
        found = (Shape(get_args(way)[0]) for way, _ in self._ways() if get_origin(way) is dict)
        return next(found, self if self.is_everywhere else NOTHING)

    @property
    def is_everywhere(self) -> bool:
        """Tell whether the id of a party may stand at any place."""
        return self.annotation is _EVERYWHERE

    def entry(self, key: str) -> Shape:
        """Give the shape of what stands under a key."""
        if self.is_everywhere:
            return self
        for way, _ in self._ways():
            if get_origin(way) is dict:
                return Shape(get_args(way)[1])
            if isinstance(way, type) and issubclass(way, BaseModel):
                found = attribute(way, key)
                if found is not None:
                    return Shape(found.annotation, tuple(found.metadata))
        return self.others or NOTHING

    def item(self) -> Shape:
        """Give the shape of the items of a list."""
        found = (Shape(get_args(way)[0]) for way, _ in self._ways() if get_origin(way) is list)
        return next(found, self if self.is_everywhere else NOTHING)

    def _ways(self) -> Iterator[tuple[Any, tuple[Any, ...]]]:
        """Give each type that may stand here, with its marks."""
        yield from _ways(self.annotation, self.marks)


def _ways(annotation: Any, marks: tuple[Any, ...]) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *more = get_args(annotation)
        yield from _ways(inner, (*more, *marks))
    elif origin in (Union, UnionType):
        for part in get_args(annotation):
            yield from _ways(part, marks)
    else:
        yield annotation, marks


_EVERYWHERE = object()
EVERYWHERE = Shape(_EVERYWHERE, (NamesParty(),))
"""The shape of tables that people make up: what is equal to the id of a party is one."""
NOTHING = Shape(None)
"""The shape of what the model does not know."""
