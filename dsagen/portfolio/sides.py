"""A workspace as it stands on one side of an edit: before it, or after it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from dsagen.documents.house import House, make_house
from dsagen.documents.library import Library
from dsagen.portfolio.inputs import Inputs
from dsagen.portfolio.making import Maker
from dsagen.portfolio.plan import PlannedDocument
from dsagen.portfolio.wanted import Wanted
from dsagen.workspace import Reading
from dsagen.writers import FORMATS

__all__ = ["Side"]


@dataclass(frozen=True)
class Side:
    """A workspace before an edit, or after it."""

    reading: Reading
    as_at: date | None = None
    """The day at which the law is looked up, where that is not the day of each agreement's version."""

    @cached_property
    def inputs(self) -> Inputs:
        """What each document rests on."""
        return Inputs(self.reading.workspace, self.reading.root)

    @cached_property
    def wanted(self) -> Wanted:
        """What the settings ask for."""
        return Wanted(self.reading)

    @cached_property
    def maker(self) -> Maker:
        """What composes its documents."""
        library = Library(self.reading.root / "templates")
        return Maker(self.reading.workspace, self.reading.law, library, self.house, self.as_at)

    @cached_property
    def house(self) -> House:
        """How its documents look."""
        return make_house(self.reading.workspace.settings, self.reading.house)

    def files(self, document: PlannedDocument, *, styled: bool = False) -> tuple[str, ...]:
        """Give the names of a document's files, inside the output folder; those with a look alone, if `styled`."""
        wanted = (FORMATS[format] for format in self.wanted.formats(document))
        return tuple(str(document.file(format.extension)) for format in wanted if format.styled or not styled)
