"""Paragraphs and lists, wherever they stand: in a section, a clause, a box, a cell or an item of a list."""

from __future__ import annotations

from typing import TypeGuard

from lxml.etree import _Element

from dsagen.writers.docx.inline import PLAIN, Piece, collect, inline, runs
from dsagen.writers.docx.numbering import numbered
from dsagen.writers.docx.places import Place
from dsagen.writers.docx.story import Story

__all__ = ["flow", "items"]

_INLINE = frozenset({"data", "mark", "strong", "em", "a", "span"})
_LISTS = frozenset({"ul", "ol"})


def flow(story: Story, holder: _Element, style: str, place: Place, properties: str = "") -> None:
    """Write what a cell holds: words, paragraphs and lists. `properties` are those of the words and paragraphs."""
    for block in _blocks(holder):
        if isinstance(block, list):
            story.paragraph(style, runs(story, block), properties)
        elif block.tag in _LISTS:
            items(story, block, place)
        else:
            story.paragraph(style, inline(story, block), properties)


def items(story: Story, element: _Element, place: Place, level: int = 0, outer: int | None = None) -> None:
    """Write a list. A list of numbers inside another one is a level of the same list, as Word has it."""
    ordered = element.tag == "ol"
    style = place.number if ordered else place.bullet
    if not ordered:
        list_id = story.numbering.bullets(place)
    elif outer is not None:
        list_id = outer
    else:
        list_id = story.numbering.restart(place, level)
    for item in element:
        marked = False
        for block in _blocks(item):
            if not isinstance(block, list) and block.tag in _LISTS:
                items(story, block, place, level + 1, list_id if ordered else None)
                continue
            content = runs(story, block) if isinstance(block, list) else inline(story, block)
            if marked:
                story.paragraph(place.text, content, f'<w:ind w:left="{place.indent(level)}"/>')
            else:
                story.paragraph(style, content, numbered(list_id, level))
                marked = True


def _blocks(holder: _Element) -> list[_Element | list[Piece]]:
    """Give the blocks of an item or a cell, in order. Words that stand outside a paragraph make one of their own."""
    blocks: list[_Element | list[Piece]] = []
    loose: list[Piece] = [(holder.text, PLAIN)] if _says(holder.text) else []
    for child in holder:
        if child.tag in _INLINE:
            collect(child, PLAIN.inside(child), loose)
            if child.tail:
                loose.append((child.tail, PLAIN))
            continue
        if loose:
            blocks.append(loose)
        blocks.append(child)
        loose = [(child.tail, PLAIN)] if _says(child.tail) else []
    if loose:
        blocks.append(loose)
    return blocks


def _says(text: str | None) -> TypeGuard[str]:
    return text is not None and not text.isspace()
