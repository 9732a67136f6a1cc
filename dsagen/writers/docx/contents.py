"""The contents list: a real field of Word's, already filled in."""

from __future__ import annotations

from lxml.etree import _Element

from dsagen.writers.docx.markup import run
from dsagen.writers.docx.story import Story

__all__ = ["contents"]

_START = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> TOC \\n \\h \\o &quot;1-{levels}&quot; </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
"""Headings as links, without page numbers: Word's and the PDF's could not agree (Part 1, 17.16.5.68)."""
_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def contents(story: Story, nav: _Element) -> None:
    """Write the field: it begins in the first entry's paragraph and ends in the last one's."""
    story.enter(nav)
    links = list(nav.iter("a"))
    levels = [sum(1 for _ in link.iterancestors("ul")) for link in links]
    for position, (link, level) in enumerate(zip(links, levels, strict=True)):
        start = _START.format(levels=max(levels)) if position == 0 else ""
        end = _END if position == len(links) - 1 else ""
        story.paragraph(f"TOC{level}", start + _entry(story, link) + end)


def _entry(story: Story, link: _Element) -> str:
    """Write an entry: a tab after a plain number, so that the titles stand in line."""
    href = link.get("href", "")
    said = "".join(str(text) for text in link.itertext())
    number = story.numbers.get(href[1:])
    if number and not number.startswith(("Schedule", "Annex")):
        said = said.replace(f"{number} ", f"{number}\t", 1)
    return f'<w:hyperlink {story.link(href)} w:history="1">{run(said)}</w:hyperlink>'
