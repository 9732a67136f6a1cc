"""The smallest pieces of WordprocessingML, as text."""

from __future__ import annotations

import re

from dsagen.writers.scripts import RIGHT_TO_LEFT

__all__ = ["DECLARATION", "NAMESPACES", "attribute", "field", "paragraph", "run", "words"]

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML 1.0 document may hold (section 2.2, production 2). Text that is all printable has none of it."""
_TAB = "<w:tab/>"


def words(text: str) -> str:
    """Escape words for an element, without the characters that XML cannot hold."""
    if not text.isprintable():
        text = _NOT_XML.sub("", text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attribute(text: str) -> str:
    """Escape words for an attribute, white space folded."""
    return words(" ".join(text.split())).replace('"', "&quot;")


def run(text: str, properties: str = "") -> str:
    """Write words of one appearance, those that are read from right to left apart (Part 1, 17.3.2.30)."""
    if text.isascii() or not RIGHT_TO_LEFT.search(text):
        return _run(text, properties)
    pieces = enumerate(RIGHT_TO_LEFT.split(text))
    return "".join(_run(piece, _turned(properties) if at % 2 else properties) for at, piece in pieces if piece)


def _turned(properties: str) -> str:
    """Add to a run's properties that it is read from right to left, in the order of the schema: before its language."""
    before, language, after = properties.partition("<w:lang ")
    return f"{before}<w:rtl/>{language}{after}"


def _run(text: str, properties: str) -> str:
    """Write one run. A tab in the words becomes a tab of Word's own."""
    shown = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    content = _TAB.join(map(_text, text.split("\t"))) if "\t" in text else _text(text)
    return f"<w:r>{shown}{content}</w:r>"


def _text(text: str) -> str:
    return f'<w:t xml:space="preserve">{words(text)}</w:t>' if text else ""


def paragraph(style: str, content: str, properties: str = "") -> str:
    """Write a paragraph in a style. `properties` are further paragraph properties, in the order of the schema."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def field(instruction: str, result: str) -> str:
    """Write a field with its result filled in, so that nothing asks to be updated (Part 1, 17.16.18)."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f"{result}"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
