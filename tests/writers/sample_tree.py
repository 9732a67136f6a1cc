"""A document that uses every element of the tree, numbered by hand, for the writers' tests."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree
from lxml.etree import _Element

from dsagen.documents.tree import DocumentTree, Properties

PROPERTIES = Properties(
    kind="dsa",
    title="Data sharing agreement: young-carer flag from general practice to early help",
    short_title="Young-carer flag: data sharing agreement",
    reference="NYC-001",
    version="0.3",
    status="Draft",
    draft=True,
    language="en-GB",
    author="Northmoor Council",
    date=date(2026, 11, 20),
    marking="OFFICIAL-SENSITIVE",
)
_WORDS = {"h1", "h2", "h3", "h4", "p", "caption", "figcaption", "li", "th", "td"}
_INLINE = {"data", "mark", "strong", "em", "a", "span"}


_REASONS = (
    "To ask for the right child.",
    "To tell apart children of one name. It is checked against the register, and against nothing else.",
    "The one fact that opens an assessment. The reason for the caring is not told to anyone.",
)


def _fill(body: _Element, count: int) -> None:
    for row in range(1, count + 1):
        label = f"Contact route and safeguarding responsibilities {row}"
        cells = f'<th scope="row">D1.{row}</th><td>{label}</td><td>Flag</td><td>{_REASONS[row % 3]}</td>'
        body.append(etree.fromstring(f"<tr>{cells}</tr>"))


def read(markup: str | bytes) -> _Element:
    """Read a tree from markup and fold its white space, as the assembler does."""
    root = etree.fromstring(markup)
    for element in root.iter():
        holds_words = element.tag in _WORDS | _INLINE
        element.text = _folded(element.text) if holds_words else None
        for child in element:
            child.tail = _folded(child.tail) if holds_words else None
        if element.tag in _WORDS:
            _trim(element)
    return root


def _trim(holder: _Element) -> None:
    """Drop white space at the start of a block, and around the blocks inside it."""
    holder.text = (holder.text or "").lstrip() or None
    for child in holder:
        if child.tag in _INLINE:
            continue
        child.tail = (child.tail or "").lstrip() or None
        before = child.getprevious()
        if before is None:
            holder.text = (holder.text or "").rstrip() or None
        else:
            before.tail = (before.tail or "").rstrip() or None


def _folded(text: str | None) -> str | None:
    return re.sub(r"[ \t\r\n\f]+", " ", text) if text else text


@cache
def sample_tree(rows: int = 36) -> DocumentTree:
    """Give the sample document; `rows` is the length of its long table."""
    root = read(Path(__file__).with_name("sample.xml").read_bytes())
    body = root.find(".//table[@id='dsa.s2.fields']/tbody")
    assert body is not None
    _fill(body, rows)
    return DocumentTree(root, PROPERTIES)


def final_tree() -> DocumentTree:
    """Give the sample as a final document without a marking."""
    final = replace(PROPERTIES, draft=False, marking=None, status="Agreed", version="1.0")
    return DocumentTree(sample_tree().root, final)


def small_tree(body: str, **properties: Any) -> DocumentTree:
    """Give a document of one unnumbered section with the blocks in `body`."""
    section = f'<section id="t.1" data-numbering="none"><h2>One</h2>{body}</section>'
    cover = '<header id="t.cover"><h1>A small document</h1></header>'
    root = read(f'<article id="t" lang="en-GB">{cover}{section}</article>')
    return DocumentTree(root, replace(PROPERTIES, **properties))
