"""Trees in an invented house style."""

from __future__ import annotations

from dataclasses import replace

from dsagen.documents.house import PLAIN, FontFile, House, Logo, Picture, WordReference
from dsagen.documents.tree import DocumentTree
from dsagen.workspace.house.word import read_reference
from tests.house import GREEN, SVG, font, picture
from tests.writers.sample_tree import sample_tree

PNG = Picture(picture(), "image/png", 300, 100)
DRAWING = Picture(SVG.encode(), "image/svg+xml", 90, 30)
FONTS = (FontFile("regular", font()), FontFile("bold", font("Bold")))
STYLED = House(GREEN, "Riverdale Sans", FONTS, Logo(DRAWING, "Riverdale & partners", PNG))


def styled(house: House = STYLED, tree: DocumentTree | None = None) -> DocumentTree:
    """Give a document in a house style."""
    found = tree or sample_tree()
    return DocumentTree(found.root, replace(found.properties, house=house))


def referring(content: bytes, house: House = PLAIN) -> House:
    """Give a house with a reference document."""
    return replace(house, reference=taken(content))


def taken(content: bytes) -> WordReference:
    """Give what is taken over from a reference document."""
    found, _ = read_reference(content, "house.docx")
    assert found is not None
    return found
