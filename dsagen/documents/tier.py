"""What an agreement shares with the one that it is made under: printed there, and here only as where it is.

Why by words: a clause may take its values from its agreement. What counts is whether a reader would read the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lxml.etree import _Element
from markupsafe import Markup, escape

from dsagen.documents.links import name_of
from dsagen.documents.reads import Reads
from dsagen.model.agreement import Agreement

__all__ = ["ALWAYS_OWN", "Above", "bare", "ids_in"]

ALWAYS_OWN = frozenset(
    {"dsa.front", "dsa.emergency", "dsa.summary", "dsa.control", "dsa.contents", "dsa.22", "dsa.s8", "dsa.colophon"}
)
"""What each agreement prints, whatever the other says."""
_SOURCES = re.compile(r"</?data[^>]*>")
_IDS = re.compile(r' id="([^"]+)"')
_SPACE = re.compile(r"\s+")


def bare(markup: str) -> str:
    """Give what a template wrote without where its words come from."""
    return _SPACE.sub(" ", _SOURCES.sub("", markup)).strip()


def ids_in(markup: str) -> list[str]:
    """Give the id of every block in what a template wrote."""
    return _IDS.findall(markup)


@dataclass(frozen=True)
class Above:
    """The overarching agreement as it is printed."""

    agreement: Agreement
    sections: Mapping[str, str]
    """What each section says, without sources, by id."""
    clauses: Mapping[str, str]
    """What each numbered clause of a standard clause says, without sources, by block id."""
    blocks: Mapping[str, _Element]
    """Every block of it, with its number, by id."""
    reads: Reads
    """What was read to make it."""

    def same_section(self, identifier: str, markup: str) -> bool:
        """Tell whether a section says there what it says here."""
        return identifier not in ALWAYS_OWN and self.sections.get(identifier) == bare(markup)

    def pointer_to_section(self, identifier: str) -> Markup:
        """Say where a section is."""
        place = name_of(self.blocks[identifier])
        return Markup("<p>As in {} of {}, {}.</p>").format(place, self._reference, self._title)

    def of_clauses(self, identifier: str, written: Mapping[str, str]) -> Markup:
        """Give what is printed before the clauses of a standard clause, or in their place.

        `written` is each clause by block id. Where all say the same there, the answer stands in their place.
        """
        known = [self.blocks[key] for key in written if key in self.clauses and key in self.blocks]
        if not known:
            return Markup("")
        where = _range([str(block.get("data-number")) for block in known])
        if self.same_clauses(written):
            words = Markup("As in {} of {}.").format(where, self._reference)
        else:
            words = Markup("What follows differs from {} of {}, {}.").format(where, self._reference, self._title)
        return Markup('<div class="clause" id="clause.{}/above"><p>{}</p></div>').format(identifier, words)

    def same_clauses(self, written: Mapping[str, str]) -> bool:
        """Tell whether every clause of a standard clause says there what it says here."""
        return all(self.clauses.get(key) == bare(markup) for key, markup in written.items())

    @property
    def _reference(self) -> Markup:
        return self._told("reference", self.agreement.reference)

    @property
    def _title(self) -> Markup:
        return self._told("title", self.agreement.title)

    def _told(self, attribute: str, words: str) -> Markup:
        source = f"agreements/{self.agreement.reference}/{attribute}"
        return Markup('<data value="{}">{}</data>').format(escape(source), words)


def _range(numbers: Sequence[str]) -> str:
    if len(numbers) == 1:
        return f"clause {numbers[0]}"
    return f"clauses {numbers[0]} to {numbers[-1]}"
