"""What is known while one document is being written: its links, bookmarks and lists."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from urllib.parse import quote, urlsplit

from lxml.etree import _Element

from dsagen.documents.house import Page
from dsagen.writers.docx.markup import paragraph
from dsagen.writers.docx.numbering import Numbering
from dsagen.writers.docx.package import Attached
from dsagen.writers.docx.page import on_its_side, section_properties
from dsagen.writers.palette import GREY, Palette

__all__ = ["Story", "bookmark_name"]

_ADDRESS = "%/:=&?~#+!$,;'@()*[]"
"""What an address may hold besides letters, digits and `_.-` (RFC 3986)."""

_LEAD_INS = frozenset({"BodyText", "ClauseText"})
_COLON = ":</w:t></w:r>"


def bookmark_name(identifier: str) -> str:
    """Give the bookmark of a block: short, and the same as long as the block's id is."""
    return "b" + hashlib.sha256(identifier.encode()).hexdigest()[:16]


class Story:
    """The state of one document while its paragraphs are written, in order, to `body`."""

    def __init__(
        self, article: _Element, first_link: int, page: Page, first: Sequence[Attached], palette: Palette = GREY
    ) -> None:
        self.numbering = Numbering(article)
        self.body: list[str] = []
        self.numbers = {block.get("id"): block.get("data-number") for block in article.iter("section", "div")}
        self.page = self._next_page = self._upright = page
        self._waiting: list[str] = []
        self._bookmarks = 0
        self._controls = 0
        self._first_link = first_link
        self._addresses: dict[str, str] = {}
        self._first = first
        self._pictures = 1
        self.palette = palette
        """The colours of its pictures."""
        self.media: dict[str, bytes] = {}
        """The pictures that the document shows, by their names in its folder."""

    def enter(self, block: _Element) -> None:
        """Come to a block: its next paragraph carries its bookmark.

        Why: links go there, and LibreOffice, which forgets the tags of content controls, keeps bookmarks.
        """
        self._waiting.append(bookmark_name(block.get("id", "")))

    def paragraph(self, style: str, content: str, properties: str = "") -> None:
        """Write a paragraph, with the bookmarks of the blocks that start with it.

        One that leads in to what follows, with a colon, stays on the page of what follows.
        """
        self.settle()
        if style in _LEAD_INS and content.endswith(_COLON):
            properties = f"<w:keepNext/>{properties}"
        for name in self._waiting:
            key, self._bookmarks = self._bookmarks, self._bookmarks + 1
            content = f'<w:bookmarkStart w:id="{key}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{key}"/>'
        self._waiting.clear()
        self.body.append(paragraph(style, content, properties))

    def next_control(self) -> int:
        """Give the next content control its number inside the file."""
        self._controls += 1
        return self._controls

    def turn(self, *, on_side: bool) -> None:
        """Go on with pages that lie another way, once there is something to write on them."""
        self._next_page = on_its_side(self._upright) if on_side else self._upright

    def settle(self) -> None:
        """End the Word section where the pages turn: its properties stand in a paragraph of their own."""
        if self._next_page != self.page and self.body:
            self.body.append(paragraph("SectionEnd", "", self.section()))
        self.page = self._next_page

    def link(self, href: str) -> str | None:
        """Give the attributes of a link, or None where its address would stop Word from opening the file."""
        if href.startswith("#"):
            return f'w:anchor="{bookmark_name(href[1:])}"'
        if not _readable(href):
            return None
        address = quote(href, safe=_ADDRESS)
        key = self._addresses.setdefault(address, f"rId{self._first_link + len(self._addresses)}")
        return f'r:id="{key}"'

    def section(self) -> str:
        """Write the properties of the Word section that ends here. Only the first one has a first page of its own."""
        first, self._first = self._first, ()
        return section_properties(self.page, first)

    def picture(self, data: bytes, ending: str) -> str:
        """Take a picture into the file, and give the id of its relationship. One that is shown twice is held once."""
        name = f"media/{hashlib.sha256(data).hexdigest()[:16]}.{ending}"
        self.media.setdefault(name, data)
        return picture_key(name)

    def next_picture(self) -> int:
        """Give the number of the next picture; the logo has the first."""
        self._pictures += 1
        return self._pictures

    def attached(self) -> Iterator[Attached]:
        """Give the relationships of the pictures."""
        for name in self.media:
            yield Attached(picture_key(name), "image", name)

    def addresses(self) -> Iterator[tuple[str, str]]:
        """Give the relationship id and address of every link that leaves the document, in order."""
        for address, key in self._addresses.items():
            yield key, address


def picture_key(name: str) -> str:
    """Give the id of the relationship to a picture: the same as long as the picture is."""
    return "p" + PurePosixPath(name).stem


def _readable(href: str) -> bool:
    """Tell whether an address has the parts that its scheme needs. A port that is no number has no address."""
    try:
        parts = urlsplit(href)
        return parts.scheme != "https" or (parts.hostname is not None and parts.port != 0)
    except ValueError:
        return False
