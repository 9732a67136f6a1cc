"""The paragraphs and words of a Word file, with the numbers that Word would compute for its lists.

Written from the standard (ECMA-376 Part 1, 17.9) and not from the writer, so that it can disagree with it.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import docx
from lxml import etree
from lxml.etree import _Element

from tests.writers.words import split

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True)
class Shown:
    """A paragraph as Word shows it: its style, the number before it, and its words."""

    style: str
    number: str
    text: str


def opened_without_controls(data: bytes) -> Any:
    """Open a file with python-docx, which looks past no content control: what is in one is put in its place."""
    file = docx.Document(io.BytesIO(data))
    for control in reversed(list(file.element.iter(f"{_W}sdt"))):
        for block in control.find(f"{_W}sdtContent"):
            control.addprevious(block)
        control.getparent().remove(control)
    return file


def part(data: bytes, name: str) -> _Element:
    """Read one part of a package."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return etree.fromstring(file.read(name))


def docx_words(data: bytes) -> list[str]:
    """Give the words of the body in order, with computed numbers; without running lines and bullets."""
    return split(" ".join(f"{shown.number} {shown.text}" for shown in shown_paragraphs(data)))


def shown_paragraphs(data: bytes) -> Iterator[Shown]:
    """Give the paragraphs of the body in order, those in tables too."""
    counter = ListCounter(part(data, "word/numbering.xml"), part(data, "word/styles.xml"))
    for paragraph in part(data, "word/document.xml").iter(f"{_W}p"):
        style = _value(paragraph, "pPr/pStyle") or "Normal"
        yield Shown(style, counter.number(paragraph, style), _text(paragraph))


def _text(paragraph: _Element) -> str:
    marks = {f"{_W}t": None, f"{_W}tab": "\t", f"{_W}br": "\n"}
    runs = (piece for run in paragraph.iter(f"{_W}r") for piece in run if piece.tag in marks)
    return "".join(marks[str(piece.tag)] or piece.text or "" for piece in runs)


def _find(element: _Element, path: str) -> _Element | None:
    return element.find("/".join(f"{_W}{step}" for step in path.split("/")))


def _value(element: _Element, path: str) -> str | None:
    found = _find(element, path)
    return None if found is None else found.get(f"{_W}val")


class ListCounter:
    """Count lists as Word does: lists that share a definition share its counters, until one of them starts again."""

    def __init__(self, numbering: _Element, styles: _Element) -> None:
        self._levels = {
            definition.get(f"{_W}abstractNumId"): {
                int(level.get(f"{_W}ilvl", "0")): level for level in definition.findall(f"{_W}lvl")
            }
            for definition in numbering.findall(f"{_W}abstractNum")
        }
        self._lists = {entry.get(f"{_W}numId"): entry for entry in numbering.findall(f"{_W}num")}
        self._styles = {style.get(f"{_W}styleId"): style for style in styles.findall(f"{_W}style")}
        self._counts: dict[str | None, dict[int, int]] = {key: {} for key in self._levels}
        self._seen: set[str] = set()

    def number(self, paragraph: _Element, style: str) -> str:
        """Give the number that stands before a paragraph; nothing for a bullet or a paragraph in no list."""
        list_id, level = self._place(paragraph, style)
        if list_id in (None, "0"):
            return ""
        assert list_id is not None
        entry = self._lists[list_id]
        definition = _value(entry, "abstractNumId")
        levels, counts = self._levels[definition], self._counts[definition]
        if list_id not in self._seen:
            self._seen.add(list_id)
            for override in entry.findall(f"{_W}lvlOverride"):
                at = int(override.get(f"{_W}ilvl", "0"))
                counts[at] = int(_value(override, "startOverride") or "1") - 1
        for deeper in [at for at in counts if at > level]:
            del counts[deeper]
        for at in range(level + 1):
            start = int(_value(levels[at], "start") or "1")
            if at == level:
                counts[at] = counts.get(at, start - 1) + 1
            else:
                counts.setdefault(at, start)
        return _shown(levels, counts, level)

    def _place(self, paragraph: _Element, style: str) -> tuple[str | None, int]:
        own = _find(paragraph, "pPr/numPr")
        if own is not None:
            return _value(own, "numId"), int(_value(own, "ilvl") or "0")
        name: str | None = style
        while name is not None:
            found = _find(self._styles[name], "pPr/numPr")
            if found is not None:
                list_id = _value(found, "numId")
                return list_id, self._bound_level(list_id, name)
            name = _value(self._styles[name], "basedOn")
        return None, 0

    def _bound_level(self, list_id: str | None, style: str) -> int:
        """Find the level that names a style; a style's own `ilvl` counts for nothing (17.9.23)."""
        if list_id == "0":
            return 0
        levels = self._levels[_value(self._lists[list_id or ""], "abstractNumId")]
        return next((at for at, level in levels.items() if _value(level, "pStyle") == style), 0)


def _shown(levels: dict[int, _Element], counts: dict[int, int], level: int) -> str:
    if _value(levels[level], "numFmt") == "bullet":
        return ""
    text = _value(levels[level], "lvlText") or ""
    for at in range(level + 1):
        text = text.replace(f"%{at + 1}", _formatted(counts[at], _value(levels[at], "numFmt")))
    return text


def _formatted(count: int, form: str | None) -> str:
    if form == "decimal":
        return str(count)
    letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
    return {"lowerLetter": letter, "upperLetter": letter.upper()}[form or ""]
