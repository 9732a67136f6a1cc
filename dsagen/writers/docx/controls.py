"""Content controls: what tells a returned Word file which of its paragraphs came from which block."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from lxml.etree import _Element

from dsagen.documents.tree import words_of
from dsagen.writers.docx.markup import attribute
from dsagen.writers.docx.story import Story, bookmark_name

__all__ = ["control"]

_LONGEST_NAME = 64
"""Word opens no file in which the tag or the name of a control is longer."""
_KINDS = {"section": "Section", "table": "Table", "div": "Clause", "header": "Cover"}


@contextmanager
def control(story: Story, block: _Element) -> Iterator[None]:
    """Put what is written inside into a content control of the block, and mark its start (Part 1, 17.5.2).

    Why: a control stays around its words when people edit, add to or move them. Its tag is the name that the bookmark
    of the block has, made from the block's id alone, so that it is the same in every version of the document.

    LibreOffice 7.4 prints the code of a link in place of its words where a control opens with a paragraph that holds
    one. Such a block has its bookmark, and stands in the control of its section.
    """
    story.settle()
    story.enter(block)
    if block[0].find(".//a") is not None:
        yield
        return
    story.body.append(
        f'<w:sdt><w:sdtPr><w:alias w:val="{attribute(_name(block))}"/>'
        f'<w:tag w:val="{bookmark_name(block.get("id", ""))}"/><w:id w:val="{story.next_control()}"/></w:sdtPr>'
        "<w:sdtContent>"
    )
    yield
    story.body.append("</w:sdtContent></w:sdt>")


def _name(block: _Element) -> str:
    """Name a block for the person who edits: what it is, and its first words. Numbers move, so they are left out."""
    kind = "Box" if (block.get("class") or "").startswith("box") else _KINDS[str(block.tag)]
    words = " ".join(words_of(block[0]).split())
    name = f"{kind}: {words}"
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1].rstrip() + "…"
