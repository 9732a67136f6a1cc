"""A reference document to start from: every style that documents use, shown once, under its name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from lxml import etree

from dsagen.documents.house import House
from dsagen.documents.tree import DocumentTree, Properties
from dsagen.writers.docx.document import written
from dsagen.writers.docx.markup import DECLARATION, NAMESPACES, paragraph

__all__ = ["starting_document"]

_PROPERTIES = Properties(
    kind="reference",
    title="Reference document",
    short_title="Reference document",
    reference="reference",
    version="1",
    status="",
    draft=False,
    language="en-GB",
    author="dsagen",
    date=date(2026, 1, 1),
)


_EMPTY = {
    f"word/{name}.xml": f"{DECLARATION}<w:{root} {NAMESPACES}>{paragraph(name.title(), '')}</w:{root}>"
    for name, root in (("header", "hdr"), ("footer", "ftr"))
}


def _box(kind: str, name: str) -> str:
    items = f'<ul><li>{name} Bullet</li></ul><ol><li data-number="1.">{name} Number</li></ol>'
    return f'<div id="{name}" class="{kind}"><p class="box-title">{name} Title</p><p>{name} Text</p>{items}</div>'


_SHOWN = (
    '<article id="r" lang="en-GB"><header id="r.cover"><h1>Title</h1><p class="subtitle">Subtitle</p>'
    '<p class="marking">Marking</p></header>'
    '<section id="r.contents" data-numbering="none"><h2>Contents</h2><nav class="contents" id="r.nav"><ul><li>'
    '<a href="#r.1">1 toc 1</a><ul><li><a href="#r.2">1.1 toc 2</a></li></ul></li></ul></nav></section>'
    '<section id="r.1" data-numbering="section" data-number="1"><h2 data-number="1">Heading 1</h2>'
    '<p>Body Text, with <strong>Strong</strong>, <em>Emphasis</em> and <a href="#r.1">Hyperlink</a>.</p>'
    '<div class="clause" id="r.c" data-number="1.1"><p>Clause Text</p></div>'
    '<section id="r.2" data-numbering="section" data-number="1.2"><h3 data-number="1.2">Heading 2</h3>'
    '<p class="note">Note</p><section id="r.3" data-numbering="section" data-number="1.2.1">'
    '<h4 data-number="1.2.1">Heading 3</h4>'
    '<ul><li>List Bullet</li></ul><ol><li data-number="1.">List Number</li></ol>'
    '<section id="r.4" data-numbering="section" data-number="1.2.1.1"><h5 data-number="1.2.1.1">Heading 4</h5>'
    "<p>Body Text</p></section></section></section>"
    '<table id="r.t" class="grid" data-widths="40 60" data-description="The styles of a table.">'
    '<caption>Caption</caption><thead><tr><th scope="col">Table Heading</th><th scope="col">House Table</th></tr>'
    '</thead><tbody><tr><th scope="row">Table Row Heading</th><td><p>Table Text</p><ul><li>Table Bullet</li></ul>'
    '<ol><li data-number="1.">Table Number</li></ol></td></tr></tbody></table>'
    f"{_box('box', 'Box')}{_box('box urgent', 'Urgent Box')}{_box('box draft', 'Draft Box')}"
    '<p>Gap: <mark class="gap">Gap</mark></p></section></article>'
)
"""The document tree that shows each style under its name."""


def starting_document(house: House) -> bytes:
    """Write a Word file that a house can make its own, in its accent and font, with an empty header and footer.

    Why: people change a look that they can see, and a file with every style in it lacks none when it is read again.
    """
    properties = replace(_PROPERTIES, house=House(accent=house.accent, font=house.font))
    return written(DocumentTree(etree.fromstring(_SHOWN), properties), _EMPTY)
