"""Lists as Word counts them: one multilevel list for each kind of section, and bullets and numbers for each place.

Why: people edit the Word file, so its numbers are real. Every value that Word computes equals the tree's `data-number`.
"""

from __future__ import annotations

from lxml.etree import _Element

from dsagen.writers.docx.markup import DECLARATION, NAMESPACES
from dsagen.writers.docx.places import LEVEL_INDENT, PLACES, Place

__all__ = ["STYLE_LISTS", "UNNUMBERED", "Numbering", "numbered"]

_OUTLINES = {"section": 1, "schedule": 2, "annex": 3, "appendix": 4}
"""The list of each kind of section, by `data-numbering`."""
_BULLETS = {place.key: 5 + position for position, place in enumerate(PLACES)}
_ORDERED = {place.key: 5 + len(PLACES) + position for position, place in enumerate(PLACES)}
STYLE_LISTS = {"ListBullet": _BULLETS["body"], "ListNumber": _ORDERED["body"]}
"""The list of each list style, for what a person adds in Word."""
_HEADINGS = ("Heading1", "Heading2", "Heading3", "Heading4")

UNNUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
"""Takes a paragraph out of the list that its style is in (Part 1, 17.9.18)."""


def numbered(list_id: int, level: int) -> str:
    """Put a paragraph in a list."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'


class Numbering:
    """The lists of one document: hands them out, and writes `numbering.xml`."""

    def __init__(self, article: _Element) -> None:
        self._restarts: list[str] = []
        self._next = max(_ORDERED.values()) + 1
        first = article.find("section[@data-numbering='section'][@data-number]")
        self._first = "1" if first is None else first.get("data-number", "1")
        appendix = article.find("section[@data-numbering='appendix'][@data-number]")
        self._letters = appendix is not None and not appendix.get("data-number", "")[-1].isdecimal()

    def outline(self, kind: str, number: str) -> str:
        """Put a heading or clause in the list of its kind of section, at the level that its number has."""
        return numbered(_OUTLINES[kind], number.count("."))

    def bullets(self, place: Place) -> int:
        """Give the list of bullets in a place."""
        return _BULLETS[place.key]

    def restart(self, place: Place, level: int) -> int:
        """Start a list of numbers again: at `1.` on the first level, at `(a)` on the second."""
        list_id, self._next = self._next, self._next + 1
        self._restarts.append(
            f'<w:num w:numId="{list_id}"><w:abstractNumId w:val="{_ORDERED[place.key]}"/>'
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        )
        return list_id

    def part(self) -> str:
        """Write the part: definitions first, then the lists that use them (Part 1, 17.9.17)."""
        definitions = [
            _definition(1, _outline_levels("", "%1", self._first)),
            _definition(2, _outline_levels("S", "Schedule %1")),
            _definition(3, _outline_levels("", "Annex %1", letters=True)),
            _definition(4, _outline_levels("" if self._letters else "A", "Appendix %1", letters=self._letters)),
            *(_definition(_BULLETS[place.key], _bullet_levels(place)) for place in PLACES),
            *(_definition(_ORDERED[place.key], _ordered_levels(place)) for place in PLACES),
        ]
        lists = [
            f'<w:num w:numId="{key}"><w:abstractNumId w:val="{key}"/></w:num>' for key in range(1, len(definitions) + 1)
        ]
        return (
            f"{DECLARATION}<w:numbering {NAMESPACES}>{''.join((*definitions, *lists, *self._restarts))}</w:numbering>"
        )


def _definition(key: int, levels: str) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{key}"><w:nsid w:val="{key:08X}"/>'
        f'<w:multiLevelType w:val="multilevel"/><w:tmpl w:val="{key:08X}"/>{levels}</w:abstractNum>'
    )


def _level(level: int, form: str, text: str, left: int, hanging: int, start: str = "1", style: str = "") -> str:
    bound = f'<w:pStyle w:val="{style}"/>' if style else ""
    after = "" if hanging else '<w:suff w:val="space"/>'
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{bound}{after}'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
    )


def _outline_levels(prefix: str, top: str, first: str = "1", *, letters: bool = False) -> str:
    """Write the levels of a kind of section. Only the list of plain sections is bound to the heading styles."""
    main = top == "%1"
    form = "upperLetter" if letters else "decimal"
    edge = LEVEL_INDENT if main else 0
    levels = [_level(0, form, top, edge, edge, first, _HEADINGS[0] if main else "")]
    for level in (1, 2, 3, 4):
        text = prefix + ".".join(f"%{part}" for part in range(1, level + 2))
        indent = LEVEL_INDENT if level < 3 else LEVEL_INDENT + 340 * (level - 2)
        bound = _HEADINGS[level] if main and level < len(_HEADINGS) else ""
        levels.append(_level(level, "decimal", text, indent, indent, style=bound))
    return "".join(levels)


def _bullet_levels(place: Place) -> str:
    return "".join(
        _level(level, "bullet", mark, place.indent(level), place.hanging) for level, mark in enumerate(("•", "–", "•"))
    )


def _ordered_levels(place: Place) -> str:
    forms = (("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerLetter", "(%3)"))
    return "".join(
        _level(level, form, text, place.indent(level), place.hanging) for level, (form, text) in enumerate(forms)
    )
