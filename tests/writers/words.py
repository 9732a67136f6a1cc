"""The words of a document tree and of each file made from it, in reading order.

Words are what stands between white space; marks without a letter or digit (bullets, rules, `|`) are dropped.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import Any

import lxml.html
import pikepdf
from lxml.etree import _Element

from dsagen.documents.tree import DocumentTree

_INLINE = {"data", "mark", "strong", "em", "a", "span", "bdi"}
_PDF_INLINE = {"Span", "NonStruct", "Link"}
_BREAKABLE = ("-", "–", "—", "/")


def split(text: str) -> list[str]:
    """Give the words of plain text."""
    return [token for token in text.split() if any(character.isalnum() for character in token)]


def tree_words(tree: DocumentTree) -> list[str]:
    """Give the words of a tree, with the numbers that every writer prints."""
    return split(tree_words_of(tree.root))


def tree_words_of(root: _Element) -> str:
    """Give the text of a tree, with the numbers that every writer prints."""
    return "".join(_pieces(root))


def _pieces(element: _Element) -> Iterator[str]:
    inline = element.tag in _INLINE
    if not inline:
        yield " "
        if element.tag in ("h2", "h3", "h4", "h5", "li") or element.get("class") == "clause":
            yield (element.get("data-number") or "") + " "
    yield element.text or ""
    for child in element:
        yield from _pieces(child)
        yield child.tail or ""
    if not inline:
        yield " "


def text_words(data: bytes) -> list[str]:
    """Give the words of a text file."""
    return split(data.decode())


def html_words(data: bytes) -> list[str]:
    """Give the words of an HTML page's document, without the page's own head and foot."""
    article = lxml.html.document_fromstring(data.decode()).find(".//article")
    assert article is not None
    return split("".join(_pieces(article)))


@dataclass(frozen=True)
class Piece:
    """The words of one line, or of a part of it, and where on the page they stand, in CSS pixels from its corner."""

    text: str
    height: float
    """How far down the line is on which they stand."""
    left: float = 0
    right: float = 0


@dataclass
class PdfBlock:
    """A block of a tagged PDF: its tag, the page it is on and its pieces."""

    kind: str
    page: int
    pieces: list[Piece] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


def pdf_words(data: bytes) -> list[str]:
    """Give the words of a tagged PDF in the order of its tags.

    Running lines (not in the tag tree), bullets (`Lbl`), page numbers in the contents (a link inside a link) and
    header rows that are repeated on a later page (a table without a caption) are left out.
    """
    text = ""
    page = 0
    for block in pdf_blocks(data):
        if block.kind != "PageNumber":
            text += block.text if block.page != page and text.endswith(_BREAKABLE) else f" {block.text}"
            page = block.page
    return split(text)


@lru_cache(maxsize=2)
def pdf_blocks(data: bytes) -> list[PdfBlock]:
    """Give the pieces of a tagged PDF in the order of its tags; the page numbers in the contents apart.

    Several checks ask about one file after the other: it is read once.
    """
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pages = {page.obj.objgen: (number, _marked_text(page)) for number, page in enumerate(pdf.pages, start=1)}
        blocks = [PdfBlock("", 0)]
        for element in pdf.Root.StructTreeRoot.K:
            _read(element, "", pages, blocks)
    return [block for block in blocks if block.text]


def broken_words(data: bytes) -> list[str]:
    """Give the words that a line break cuts, other than after a hyphen, slash or full stop: a column is too narrow."""
    found: list[str] = []
    for block in pdf_blocks(data):
        for before, after in pairwise(block.pieces):
            lower = after.height > before.height + 1
            if lower and not before.text.endswith((" ", ".", *_BREAKABLE)) and not after.text.startswith(" "):
                found.append(before.text.split()[-1] + after.text.split()[0])
    return found


_Pages = dict[tuple[int, int], tuple[int, dict[int, Piece]]]


def _read(element: Any, parent: str, pages: _Pages, blocks: list[PdfBlock]) -> None:
    kind = str(element.S)[1:]
    if kind == "Lbl":
        return
    number, marked = pages[element.Pg.objgen] if "/Pg" in element else (0, {})
    apart = "PageNumber" if kind == "Link" and parent == "Link" else kind
    around = blocks[-1]
    if apart not in _PDF_INLINE:
        blocks.append(PdfBlock(apart, number))
    kids: list[Any] = [kid for kid in element.get("/K", []) if isinstance(kid, int) or "/S" in kid]
    kinds = [kid if isinstance(kid, int) else str(kid.S)[1:] for kid in kids]
    for kid, name in zip(kids, kinds, strict=True):
        if isinstance(kid, int):
            blocks[-1].pieces.append(marked[kid])
        elif not (kind == "Table" and name == "THead" and "Caption" not in kinds):
            _read(kid, kind, pages, blocks)
    if apart not in _PDF_INLINE:
        blocks.append(PdfBlock(around.kind, number))


def _marked_text(page: pikepdf.Page) -> dict[int, Piece]:
    """Give each marked piece of a page, by its number.

    WeasyPrint marks a piece that is white space alone and draws nothing in it: an empty piece is a space.
    """
    fonts = {name: (_characters(font), _widths(font)) for name, font in page.obj.Resources.Font.items()}
    found: dict[int, str] = {}
    heights: dict[int, float] = {}
    edges: dict[int, tuple[float, float]] = {}
    current: int | None = None
    font: dict[bytes, str] = {}
    widths: dict[int, float] = {}
    size = start = 0.0
    for instruction in pikepdf.parse_content_stream(page):
        operator = str(instruction.operator)
        operands = instruction.operands
        if operator == "BDC" and "/MCID" in operands[1]:
            current = int(operands[1].MCID)
            found[current], heights[current] = "", 0.0
        elif operator == "EMC":
            current = None
        elif operator == "Tf":
            font, widths = fonts[str(operands[0])]
            size = float(operands[1])
        elif operator == "Tm" and current is not None:
            start, heights[current] = float(operands[4]), float(operands[5])
        elif operator == "TJ" and current is not None:
            length = 0.0
            for piece in operands[0]:
                if not isinstance(piece, pikepdf.String):
                    length -= float(piece)
                    continue
                glyphs = bytes(piece)
                for at in range(0, len(glyphs), 2):
                    found[current] += font.get(glyphs[at : at + 2], "")
                    length += widths.get(int.from_bytes(glyphs[at : at + 2], "big"), 0)
            left, right = edges.get(current, (start, start))
            edges[current] = min(left, start), max(right, start + length * size / 1000)
    return {
        number: Piece(text or " ", heights[number], *edges.get(number, (0.0, 0.0))) for number, text in found.items()
    }


def _widths(font: pikepdf.Object) -> dict[int, float]:
    """Read how wide each glyph of a font is, in thousandths of its size (ISO 32000-1, 9.7.4.3)."""
    found: dict[int, float] = {}
    first = 0
    for entry in font.DescendantFonts[0].W:
        if isinstance(entry, pikepdf.Array):
            found |= {first + at: float(width) for at, width in enumerate(entry)}
        else:
            first = int(entry)
    return found


def _characters(font: pikepdf.Object) -> dict[bytes, str]:
    """Read a font's table from glyphs to characters (`ToUnicode`)."""
    table = font.ToUnicode.read_bytes().decode("ascii")
    found: dict[bytes, str] = {}
    for section in re.findall(r"beginbfchar\n(.*?)endbfchar", table, re.DOTALL):
        for glyph, character in re.findall(r"<(\w+)> <(\w+)>", section):
            found[bytes.fromhex(glyph)] = bytes.fromhex(character).decode("utf-16-be")
    return found
