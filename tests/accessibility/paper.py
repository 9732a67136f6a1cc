"""Sheets of paper: what stands where in a PDF."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import pairwise

import pikepdf
from lxml.etree import _Element

from tests.writers.words import PdfBlock, pdf_blocks, pdf_words, split, tree_words_of

__all__ = ["problems_of_pdf"]

_MILLIMETRE = 96 / 25.4
_SIDE, _TOP, _BOTTOM = 18 * _MILLIMETRE, 25 * _MILLIMETRE, 21 * _MILLIMETRE
_HEADINGS = {"H1", "H2", "H3", "H4"}
_SLACK = 1.5
"""Pixels by which a piece may seem to go over: the space at the end of a line hangs there and cannot be seen."""


def problems_of_pdf(data: bytes, root: _Element) -> list[str]:
    """Find headings and captions that stand alone, words off the paper, cells without headers, a wrong order."""
    blocks = pdf_blocks(data)
    return [*_alone(blocks), *_captions(blocks, root), *_outside(data, blocks), *_cells(data), *_order(data, root)]


def _alone(blocks: list[PdfBlock]) -> Iterator[str]:
    for block, following in pairwise(blocks):
        if block.kind in _HEADINGS and following.page != block.page:
            yield f"heading “{block.text}” is the last thing on page {block.page}"


def _captions(blocks: list[PdfBlock], root: _Element) -> Iterator[str]:
    """A caption, the headings of the columns and the start of the first row are on one page."""
    tables = list(root.iter("table"))
    captions = [at for at, block in enumerate(blocks) if block.kind == "Caption"]
    if len(tables) != len(captions):
        yield f"{len(tables)} tables have {len(captions)} captions"
        return
    for at, table in zip(captions, tables, strict=True):
        first = at + 1 + len(table[1][0])
        parted = {block.page for block in blocks[at : first + 1]}
        if len(parted) > 1:
            yield f"caption “{blocks[at].text}” is parted from its table on page {blocks[at].page}"


def _outside(data: bytes, blocks: list[PdfBlock]) -> Iterator[str]:
    """Every word stands inside the margins of its page, whichever way the page lies."""
    with pikepdf.open(io.BytesIO(data)) as file:
        sheets = [[float(side) / 0.75 for side in page.mediabox] for page in file.pages]
    for block in blocks:
        _, _, width, height = sheets[block.page - 1]
        for piece in block.pieces:
            if not piece.text.strip():
                continue
            space = (len(piece.text) - len(piece.text.rstrip())) * 6
            over = piece.left < _SIDE - _SLACK or piece.right - space > width - _SIDE + _SLACK
            if over or not _TOP - _SLACK < piece.height < height - _BOTTOM + _SLACK:
                yield f"“{piece.text.strip()}” leaves the margins of page {block.page}"


def _cells(data: bytes) -> Iterator[str]:
    """Every cell with an answer names a column header, and the header of its row (ISO 14289-1, 7.5).

    What goes on from the page before has no row header of its own there.
    """
    with pikepdf.open(io.BytesIO(data)) as file:
        tags = [item for item in file.objects if isinstance(item, pikepdf.Dictionary) and "/S" in item and "/P" in item]
        known = {str(tag.ID) for tag in tags if tag.S == "/TH" and "/ID" in tag}
        for row in (tag for tag in tags if tag.S == "/TR"):
            own = {str(cell.ID) for cell in row.K if cell.S == "/TH" and "/ID" in cell}
            for cell in (cell for cell in row.K if cell.S == "/TD"):
                headers = {str(name) for name in cell.A.Headers} if "/A" in cell and "/Headers" in cell.A else set()
                if not own <= headers <= known or not headers - own:
                    yield f"a cell names {len(headers & known)} headers"


def _order(data: bytes, root: _Element) -> Iterator[str]:
    """Every word is read where the tree has it. A word too long for its line may be broken, also between pages."""
    read, told = pdf_words(data), split(tree_words_of(root))
    if "".join(read) != "".join(told):
        at = next((at for at, pair in enumerate(zip(read, told, strict=False)) if pair[0] != pair[1]), 0)
        yield f"read in another order than the tree, from “{' '.join(told[at : at + 4])}”"
