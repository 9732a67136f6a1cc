"""The PDF writer: the HTML page, laid out on A4 by WeasyPrint as tagged PDF/UA-1."""

from __future__ import annotations

import atexit
import hashlib
from collections.abc import Mapping
from contextlib import redirect_stdout
from dataclasses import dataclass
from functools import cache
from io import StringIO
from typing import Any

from dsagen.bundled import bundled_folder
from dsagen.documents.house import PLAIN, House
from dsagen.documents.tree import DocumentTree
from dsagen.writers.errors import PdfLibrariesMissing
from dsagen.writers.house import FAMILY, font_address, font_faces, house_sheet
from dsagen.writers.html import page, running_line, style_sheet
from dsagen.writers.line_ends import let_spaces_hang

__all__ = ["markup_for_paper", "options", "pango_version", "render"]


@dataclass(frozen=True)
class _Press:
    """What every PDF of a house style shares in a process: the font configuration, the style sheets and the fetcher."""

    fonts: Any
    styles: tuple[Any, ...]
    fetcher: Any


def render(tree: DocumentTree) -> bytes:
    """Write a document tree as PDF/UA-1.

    Why: dates come from the tree and the identifier is the hash of the page, so that the same tree gives the same
    bytes on another day. Nothing is fetched but the fonts that ship with the program.

    Raise `PdfLibrariesMissing` where Pango or HarfBuzz cannot be loaded. Standard: ISO 14289-1 (PDF/UA-1).
    """
    house = tree.properties.house
    press = _press(house)
    text = markup_for_paper(tree)
    document = _weasyprint().HTML(string=text, base_url="about:blank", url_fetcher=press.fetcher)
    data: bytes = document.write_pdf(
        font_config=press.fonts, stylesheets=list(press.styles), **options(text + _own_sheet(house))
    )
    return data


def markup_for_paper(tree: DocumentTree) -> str:
    """Give the page that is laid out: the HTML writer's, with what the foot of each sheet prints."""
    properties = tree.properties
    return page(tree, "", {"data-line": running_line(properties), "data-marking": properties.marking or ""})


def options(text: str) -> dict[str, Any]:
    """Give WeasyPrint's options: tagged as PDF/UA-1, with an identifier made from what is printed."""
    return {"pdf_variant": "pdf/ua-1", "pdf_identifier": hashlib.sha256(text.encode()).hexdigest()[:32].encode()}


def pango_version() -> str:
    """Give the version of Pango in use. Raise `PdfLibrariesMissing` where it cannot be loaded."""
    _weasyprint()
    from weasyprint.text.ffi import pango

    number = pango.pango_version()
    return f"{number // 10000}.{number // 100 % 100}.{number % 100}"


def _weasyprint() -> Any:
    """Import WeasyPrint. Raise `PdfLibrariesMissing` with the loader's own words where it cannot be.

    Why: WeasyPrint prints its own advice on standard output when a library is missing; that stream belongs to the
    command.
    """
    try:
        with redirect_stdout(StringIO()):
            import weasyprint

            let_spaces_hang()
    except OSError as problem:
        raise PdfLibrariesMissing(str(problem).splitlines()[0]) from problem
    return weasyprint


def _own_sheet(house: House) -> str:
    """Give what a house changes. A font that comes without files is not looked for: machines have other fonts."""
    return font_faces(house) + house_sheet(house, FAMILY if house.fonts else None)


@cache
def _press(house: House = PLAIN) -> _Press:
    """Set up fonts and styles, once for each house style. The fonts' temporary folders go when the process ends."""
    weasyprint = _weasyprint()
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    bundled = {f"font:{path.name}": path.read_bytes() for path in bundled_folder("fonts").glob("*.ttf")}
    fetcher = _fetcher({**bundled, **{font_address(file): file.data for file in house.fonts}})
    paged = (bundled_folder("templates") / "shared" / "paged.css").read_text(encoding="utf-8")
    styles = tuple(
        weasyprint.CSS(string=sheet, base_url="about:blank", font_config=fonts, url_fetcher=fetcher)
        for sheet in (style_sheet(), paged, _own_sheet(house))
    )
    atexit.register(_press.cache_clear)
    return _Press(fonts, styles, fetcher)


def _fetcher(fonts: Mapping[str, bytes]) -> Any:
    """Make the fetcher that WeasyPrint asks: the fonts by their addresses, data in the page itself, and nothing else.

    Why: a document being rendered must never reach the network or another file.
    """
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class BundledOnly(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Any = None) -> Any:
            font = fonts.get(url)
            if font is None:
                return super().fetch(url, headers)
            return URLFetcherResponse(url, font, {"Content-Type": "font/ttf"})

    return BundledOnly(allowed_protocols=("data",))
