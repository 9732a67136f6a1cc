"""What every Word file shares, prepared once a process from python-docx's default template."""

from __future__ import annotations

from functools import cache

import docx
from docx.oxml.ns import qn
from lxml import etree

from dsagen.writers.docx.markup import DECLARATION, NAMESPACES, attribute
from dsagen.writers.docx.styles import definitions

__all__ = ["prepared_styles"]


@cache
def prepared_styles(language: str) -> bytes:
    """Give `styles.xml`: the template's list of Word's built-in styles, and the house style in place of its own.

    Why: the list (latent styles) is what makes Word show the built-in styles with their right priority. Parsing the
    template for every document would cost more than writing the document.
    """
    styles = docx.Document().styles.element
    for style in styles.findall(qn("w:style")):
        styles.remove(style)
    styles.remove(styles.find(qn("w:docDefaults")))
    house = etree.fromstring(f"<w:styles {NAMESPACES}>{definitions(attribute(language))}</w:styles>")
    styles.insert(0, house[0])
    styles.extend(house)
    return DECLARATION.encode() + etree.tostring(styles)
