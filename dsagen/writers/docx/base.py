"""What every Word file shares, prepared once a process from python-docx's default template."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

import docx
from docx.oxml.ns import qn
from lxml import etree
from lxml.etree import _Element

from dsagen.documents.house import House
from dsagen.writers.docx.markup import DECLARATION, NAMESPACES, attribute
from dsagen.writers.docx.reference import joined, style_ids
from dsagen.writers.docx.styles import definitions

__all__ = ["Styles", "prepared_styles"]


@dataclass(frozen=True)
class Styles:
    """The styles of a file, and the new ids of those that come from the house's reference document."""

    content: bytes
    ids: Mapping[str, str]


@cache
def prepared_styles(language: str, house: House) -> Styles:
    """Give `styles.xml`: the template's list of Word's built-in styles, and ours, joined with the house's.

    Why: the list (latent styles) is what makes Word show the built-in styles with their right priority. Parsing the
    template for every document would cost more than writing the document.
    """
    styles = docx.Document().styles.element
    for style in styles.findall(qn("w:style")):
        styles.remove(style)
    styles.remove(styles.find(qn("w:docDefaults")))
    ours = etree.fromstring(f"<w:styles {NAMESPACES}>{definitions(attribute(language), house)}</w:styles>")
    ids: Mapping[str, str] = {}
    joint: Iterable[_Element] = ours
    if house.reference is not None:
        theirs = etree.fromstring(house.reference.styles)
        ids, joint = style_ids(theirs, ours), joined(ours, theirs, language)
    defaults, *rest = joint
    styles.insert(0, defaults)
    styles.extend(rest)
    return Styles(DECLARATION.encode() + etree.tostring(styles), ids)
