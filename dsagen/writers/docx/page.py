"""The page: A4 with even margins, or the house's own, upright or on its side.

Distances are in twentieths of a point, Word's own unit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dsagen.documents.house import House, Page
from dsagen.writers.docx.package import RELATIONSHIPS, Attached

__all__ = ["A4", "on_its_side", "page_of", "section_properties"]

A4 = Page(width=11906, height=16838, top=1474, right=1021, bottom=1304, left=1021, header=567, footer=567)
"""The page of documents whose house gives none."""


def page_of(house: House) -> Page:
    """Give the page of a house."""
    return A4 if house.reference is None or house.reference.page is None else house.reference.page


def on_its_side(page: Page) -> Page:
    """Give a page that lies on its side, with the same margins."""
    return replace(page, width=page.height, height=page.width)


def section_properties(page: Page, first: Sequence[Attached]) -> str:
    """Write the properties of a Word section (Part 1, 17.6.17). `first` are the running lines of its own first page."""
    turned = ' w:orient="landscape"' if page.width > page.height else ""
    lines = "".join(
        f'<w:{name}Reference w:type="default" r:id="{RELATIONSHIPS[name]}"/>'
        + "".join(f'<w:{name}Reference w:type="first" r:id="{each.key}"/>' for each in first if each.kind == name)
        for name in ("header", "footer")
    )
    return (
        f'<w:sectPr>{lines}<w:pgSz w:w="{page.width}" w:h="{page.height}"{turned}/>'
        f'<w:pgMar w:top="{page.top}" w:right="{page.right}" w:bottom="{page.bottom}" w:left="{page.left}"'
        f' w:header="{page.header}" w:footer="{page.footer}" w:gutter="0"/>'
        f"{'<w:titlePg/>' if first else ''}</w:sectPr>"
    )
