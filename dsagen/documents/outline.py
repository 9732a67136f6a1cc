"""The order of a document, as data: its own outline, and the layouts that put the same sections in another order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from pydantic import Field

from dsagen.model.base import Entity, Line
from dsagen.workspace.suggest import did_you_mean

__all__ = ["LayoutFile", "Numbered", "Outline", "OutlineSection", "Unfit", "laid_out"]

Numbering = Literal["section", "schedule", "annex", "appendix", "none"]


class OutlineSection(Entity):
    """One section of a document: its id, heading and template, or the sections that it is made of."""

    id: Line = Field(description="The block id, such as `dsa.5`.")
    title: Line = Field(description="The heading.")
    file: Line | None = Field(None, description="The template in the document's folder.")
    numbering: Numbering = Field("section", description="How it is numbered.")
    new_page: bool = Field(False, description="Whether it starts a page.")
    landscape: bool = Field(False, description="Whether it has pages of its own that lie on their side.")
    parts: list[OutlineSection] = Field(default_factory=list, description="The sections in it, where it has no file.")


class Outline(Entity):
    """The order of a document, as data."""

    id: Line = Field(description="The id of the whole document, such as `dsa`.")
    title: Line = Field(description="The title, as a template.")
    name: Line = Field(description="What the document is called: `Data sharing agreement`.")
    cover: Line = Field(description="The template of the cover.")
    first_number: int = Field(1, description="The number of the first numbered section.")
    numbered: bool = Field(True, description="Whether sections have numbers.")
    whole: bool = Field(False, description="Whether every layout holds each of these sections, or says why not.")
    appendices: Literal["numbers", "letters"] = Field("numbers", description="How appendices are counted.")
    sections: list[OutlineSection] = Field(min_length=1, description="The sections, in order.")
    left_out: dict[Line, Line] = Field(default_factory=dict, description="Sections that a layout lacks, and why.")

    def each(self) -> Iterator[OutlineSection]:
        """Give every section that has a template, in order."""
        for section in self.sections:
            yield from section.parts or [section]

    def numbered_sections(self) -> Iterator[Numbered]:
        """Give every section, chapters too, with the number that it has where nothing is left out."""
        counts = {"section": self.first_number - 1, "schedule": 0, "annex": 0, "appendix": 0}
        for section in self.sections:
            if section.numbering in counts:
                counts[section.numbering] += 1
            count = counts.get(section.numbering, 0)
            yield Numbered(section, section.numbering, count, None)
            for position, part in enumerate(section.parts, 1):
                yield Numbered(part, section.numbering, count, position)


class Numbered:
    """A section with its place in the order."""

    def __init__(self, section: OutlineSection, numbering: Numbering, count: int, part: int | None) -> None:
        self.section = section
        self.numbering = numbering
        self.count = count
        self.part = part


class LayoutSection(Entity):
    """A section of a layout. What it does not say is as the document's own outline says it."""

    id: Line = Field(description="The block id of a section of the outline, or a new id for a chapter.")
    title: Line | None = Field(None, description="The heading, where it differs.")
    file: Line | None = Field(None, description="The template, for a section that the outline does not have.")
    numbering: Numbering | None = Field(None, description="How it is numbered, where that differs.")
    new_page: bool | None = Field(None, description="Whether it starts a page, where that differs.")
    landscape: bool | None = Field(None, description="Whether its pages lie on their side, where that differs.")
    parts: list[Line] = Field(default_factory=list, description="For a chapter: the ids of the sections in it.")


class LayoutFile(Entity):
    """A layout of a document, in `layouts/`: the same sections under other headings, or in another order."""

    id: Line | None = Field(None, description="The id of the whole document, where it differs.")
    name: Line | None = Field(None, description="What the document is called, where that differs.")
    title: Line | None = Field(None, description="The title, as a template, where it differs.")
    cover: Line | None = Field(None, description="The template of the cover, where it differs.")
    first_number: int | None = Field(None, description="The number of the first numbered section.")
    numbered: bool | None = Field(None, description="Whether sections have numbers.")
    appendices: Literal["numbers", "letters"] = Field("numbers", description="How appendices are counted.")
    sections: list[LayoutSection] = Field(min_length=1, description="The sections, in order.")
    left_out: dict[Line, Line] = Field(default_factory=dict, description="Sections that it lacks, and why.")


class Unfit(Exception):
    """A layout that cannot be used: the reason, and the number of the section that is wrong, counted from 0."""

    def __init__(self, reason: str, section: int | None = None) -> None:
        self.reason = reason
        self.section = section
        super().__init__(reason)


def laid_out(layout: LayoutFile, base: Outline) -> Outline:
    """Give the outline that a layout makes of a document's own. Raise `Unfit`."""
    library = {section.id: section for section in base.each()}
    sections = [_section(entry, library, number) for number, entry in enumerate(layout.sections)]
    _complete(sections, layout, base)
    own = layout.model_dump(exclude_none=True, exclude={"sections"})
    return Outline.model_validate({**base.model_dump(exclude={"sections", "left_out"}), **own, "sections": sections})


def _section(entry: LayoutSection, library: Mapping[str, OutlineSection], number: int) -> OutlineSection:
    given = entry.model_dump(exclude_none=True, exclude={"parts"})
    if entry.parts:
        if entry.title is None or entry.file is not None or entry.id in library:
            raise Unfit(f"the chapter `{entry.id}` needs an id of its own and a title, and has no file", number)
        here = {"new_page": False, "landscape": False}
        parts = [_known(part, library, number).model_copy(update=here) for part in entry.parts]
        return OutlineSection.model_validate({**given, "parts": parts})
    if entry.file is not None and entry.title is not None:
        return OutlineSection.model_validate(given)
    return OutlineSection.model_validate({**_known(entry.id, library, number).model_dump(), **given})


def _known(identifier: str, library: Mapping[str, OutlineSection], number: int) -> OutlineSection:
    if identifier not in library:
        offer = did_you_mean(identifier, list(library), "one of")
        raise Unfit(f"there is no section `{identifier}` in the outline. {offer}", number)
    return library[identifier]


def _complete(sections: list[OutlineSection], layout: LayoutFile, base: Outline) -> None:
    """Refuse a layout that holds a section twice, or lacks one without saying why."""
    held = [part.id for section in sections for part in section.parts or [section]]
    twice = next((identifier for identifier in held if held.count(identifier) > 1), None)
    if twice is not None:
        raise Unfit(f"the section `{twice}` stands in it twice")
    missing = [section.id for section in base.each() if section.id not in {*held, *layout.left_out}]
    if base.whole and missing:
        raise Unfit(f"it lacks {', '.join(missing)}. Add them, or say under `left_out` why each is left out")
    extra = next((identifier for identifier in layout.left_out if identifier in held), None)
    if extra is not None:
        raise Unfit(f"`{extra}` is left out, and stands in it too")
