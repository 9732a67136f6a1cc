"""What an agreement shares with the one that it is made under: printed there, and here only as where it is.

Why by words: a clause may take its values from its agreement. What counts is whether a reader would read the same.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from lxml.etree import _Element
from markupsafe import Markup, escape

from dsagen.documents.links import name_of
from dsagen.documents.reads import Reads
from dsagen.model.agreement import Agreement

__all__ = ["ALWAYS_OWN", "Above", "bare", "ids_in", "parts_in"]

ALWAYS_OWN = frozenset(
    {"dsa.front", "dsa.emergency", "dsa.summary", "dsa.control", "dsa.contents", "dsa.22", "dsa.s8", "dsa.colophon"}
)
"""What each agreement prints, whatever the other says."""
_SOURCES = re.compile(r"</?data[^>]*>")
_IDS = re.compile(r' id="([^"]+)"')
_SECTION = re.compile(r"<section\b[^>]*>|</section>")
_HEADING = re.compile(r"<section\b[^>]*>\s*<heading>.*?</heading>", re.DOTALL)
_TAGS = re.compile(r"<[^>]+>")
_ROW = re.compile(r"<tr>.*?</tr>")
_FLOW = re.compile(r"\bF\d+\b")
_WORTH_A_POINTER = 160
"""Characters. A part that says less is printed again: to look it up would take longer than to read it."""
_SPACE = re.compile(r"\s+")


def bare(markup: str) -> str:
    """Give what a template wrote without where its words come from."""
    return _SPACE.sub(" ", _SOURCES.sub("", markup)).strip()


def parts_in(markup: str) -> dict[str, str]:
    """Give each part of a section that has a heading of its own, by id. Parts of parts are not looked at."""
    found: dict[str, str] = {}
    depth, start, identifier = 0, 0, ""
    for mark in _SECTION.finditer(markup):
        if mark[0] == "</section>":
            depth -= 1
            if depth == 0 and identifier:
                found[identifier] = markup[start : mark.end()]
        else:
            if depth == 0:
                start, identifier = mark.start(), next(iter(ids_in(mark[0])), "")
            depth += 1
    return found


def ids_in(markup: str) -> list[str]:
    """Give the id of every block in what a template wrote."""
    return _IDS.findall(markup)


@dataclass(frozen=True)
class Above:
    """The overarching agreement as it is printed."""

    agreement: Agreement
    sections: Mapping[str, str]
    """What each section says, by id."""
    clauses: Mapping[str, str]
    """What each numbered clause of a standard clause says, without sources, by block id."""
    blocks: Mapping[str, _Element]
    """Every block of it, with its number, by id."""
    reads: Reads
    """What was read to make it."""

    def same_section(self, identifier: str, markup: str) -> bool:
        """Tell whether a section says there what it says here."""
        return identifier not in ALWAYS_OWN and _holds(self.sections.get(identifier, ""), markup)

    def same_parts(self, identifier: str, markup: str) -> dict[str, str]:
        """Give the parts of a section that say there what they say here, by id, and are worth a pointer."""
        there = parts_in(self.sections.get(identifier, ""))
        return {
            key: part
            for key, part in parts_in(markup).items()
            if identifier not in ALWAYS_OWN
            and key in self.blocks
            and _holds(there.get(key, ""), part)
            and len(bare(_TAGS.sub("", part))) > _WORTH_A_POINTER
        }

    def with_pointers(self, markup: str, same: Collection[str]) -> str:
        """Give a section with a pointer in place of each part that says the same there."""
        for key, part in parts_in(markup).items():
            heading = _HEADING.match(part)
            if key in same and heading is not None:
                words = Markup("<p>As in {} of {}.</p>").format(name_of(self.blocks[key]), self._reference)
                markup = markup.replace(part, f"{heading[0]}{words}</section>")
        return markup

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


def _holds(there: str, here: str) -> bool:
    """Tell whether a text says all that another says: the same words, and in its tables the same rows or more.

    A row that names a flow counts only where everything is the same: F01 is another flow in another agreement.
    """
    above, own = bare(there), bare(here)
    if above == own:
        return bool(own)
    rows = _ROW.findall(own)
    return (
        bool(rows)
        and _ROW.sub("", above) == _ROW.sub("", own)
        and set(rows) <= set(_ROW.findall(above))
        and not _FLOW.search(_TAGS.sub(" ", own))
    )


def _range(numbers: Sequence[str]) -> str:
    if len(numbers) == 1:
        return f"clause {numbers[0]}"
    return f"clauses {numbers[0]} to {numbers[-1]}"
