"""The reference document: a Word file whose styles, running lines and page are taken over."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element

from dsagen.model.colour import CONTRAST, colour, contrast
from dsagen.workspace.house.content import Fault
from dsagen.workspace.house.package import Link, Package, PackageFault, open_package
from dsagen.workspace.house.values import Page, RunningKind, WordPart, WordReference

__all__ = ["EXPECTED_STYLES", "read_reference"]

EXPECTED_STYLES = (
    *("Normal", "Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3", "Body Text"),
    *("List Bullet", "List Number", "Caption", "Header", "Footer"),
)
"""The styles of Word's own that documents use. Further ones are ours, and no house need have them."""
_EXPECTED = {name.lower(): name for name in EXPECTED_STYLES}

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_ROOTS = {
    "header": f"{_W}hdr",
    "footer": f"{_W}ftr",
    "theme": "{http://schemas.openxmlformats.org/drawingml/2006/main}theme",
}
_PICTURES = frozenset({"png", "jpg", "jpeg", "gif", "emf", "wmf", "tif", "tiff", "bmp", "svg"})
_SHOWS = ("t", "drawing", "pict", "instrText", "fldSimple", "tbl", "sym")
_NARROWEST = 6804
"""The least width for words: 12 cm, in twentieths of a point. Tables of five columns cannot be read in less."""
_SAVE_AGAIN = "Open the file in Word and save it again."
_START_AGAIN = "Add them in Word, or start from the file that `dsagen house --write` makes."


def read_reference(data: bytes, file: str) -> tuple[WordReference | None, list[Fault]]:
    """Give what a reference document holds, and what is wrong with it. None where it cannot be used at all."""
    try:
        package = open_package(data, file)
        main = package.linked("", "officeDocument")
        styles = package.linked(main, "styles") if main else None
        if main is None or styles is None or package.xml(main).tag != f"{_W}document":
            return None, [Fault(f"`{file}` is not a Word document", "Save it from Word as a Word document (.docx).")]
        return _Reader(package, main, styles).read()
    except PackageFault as problem:
        return None, [problem.fault]


class _Reader:
    def __init__(self, package: Package, main: str, styles: str) -> None:
        self._package = package
        self._main = main
        self._styles = styles
        self._faults: list[Fault] = []

    def read(self) -> tuple[WordReference | None, list[Fault]]:
        """Read everything that is taken over."""
        package = self._package
        styles = package.xml(self._styles)
        if styles.tag != f"{_W}styles" or _is_circular(styles):
            return None, [Fault(f"the styles of `{package.file}` are damaged", _SAVE_AGAIN)]
        self._missing(styles)
        self._pale(styles)
        sections = list(package.xml(self._main).iter(f"{_W}sectPr"))
        theme = package.linked(self._main, "theme")
        reference = WordReference(
            styles=package.content(self._styles),
            theme=self._part(theme, "theme") if theme else None,
            page=self._page(sections[-1]) if sections else None,
            headers=tuple(self._running(sections, "header")),
            footers=tuple(self._running(sections, "footer")),
        )
        return reference, self._faults

    def _missing(self, styles: _Element) -> None:
        names = {name.get(f"{_W}val", "").lower() for name in styles.iterfind(f"{_W}style/{_W}name")}
        missing = [f"`{name}`" for written, name in _EXPECTED.items() if written not in names]
        if missing:
            kind = "styles" if len(missing) > 1 else "style"
            message = f"`{self._package.file}` lacks the {kind} {', '.join(missing)}: dsagen's own look is used there"
            self._warn(message, _START_AGAIN)

    def _pale(self, styles: _Element) -> None:
        """Warn of styles whose words are too pale on white (WCAG 2.2, success criterion 1.4.3)."""
        pale = []
        for style in styles.iterfind(f"{_W}style"):
            name, ink = style.find(f"{_W}name"), style.find(f"{_W}rPr/{_W}color")
            shade = colour(ink.get(f"{_W}val", "")) if ink is not None else None
            known = name is not None and _EXPECTED.get(name.get(f"{_W}val", "").lower())
            if known and shade is not None and contrast(shade) < CONTRAST:
                pale.append(f"`{known}` (`{shade}`)")
        if pale:
            message = f"`{self._package.file}` has words that are too pale to read on white: {', '.join(pale)}"
            fix = f"Give these styles a darker colour in Word: {CONTRAST} to 1 against white."
            self._warn(message, fix)

    def _warn(self, message: str, fix: str) -> None:
        self._faults.append(Fault(message, fix, "warning"))

    def _page(self, section: _Element) -> Page | None:
        """Read the page. One that cannot hold our tables is not taken over."""
        size, margins = section.find(f"{_W}pgSz"), section.find(f"{_W}pgMar")
        width, height = (_length(size, side) for side in ("w", "h"))
        edges = [_length(margins, side) for side in ("top", "right", "bottom", "left", "header", "footer")]
        if width is None or height is None or None in edges:
            return None
        page = Page(width, height, *(edge or 0 for edge in edges))
        if width > height or width > 32_000 or page.top + page.bottom > height // 2:
            problem = "it is wider than high" if width > height else "it leaves too little of the page for words"
        elif page.text_width < _NARROWEST:
            problem = "its margins leave less than 12 cm for words and tables"
        else:
            return page
        self._warn(f"the page of `{self._package.file}` is not used: {problem}", "Set it to A4, upright, in Word.")
        return None

    def _running(self, sections: list[_Element], name: str) -> Iterator[tuple[RunningKind, WordPart]]:
        """Read the headers or footers of the last section. Where it has none of its own, those before it hold."""
        links, named = self._package.links(self._main), {}
        for section in sections:
            for reference in section.iterfind(f"{_W}{name}Reference"):
                named[reference.get(f"{_W}type")] = links.get(reference.get(f"{_R}id", ""))
        kinds: list[RunningKind] = ["default"]
        if sections and _is_on(sections[-1].find(f"{_W}titlePg")):
            kinds.append("first")
        for kind in kinds:
            link = named.get(kind)
            part = None if link is None or link.outside else self._part(link.target, name)
            if link is not None and part is not None and (kind == "first" or _shows(self._package.xml(link.target))):
                yield kind, part

    def _part(self, part: str, called: str) -> WordPart | None:
        """Read a part with its pictures and links. One that holds anything else is not taken over."""
        root, links = self._package.xml(part), self._package.links(part)
        pictures: list[tuple[str, str, bytes]] = []
        addresses: list[tuple[str, str]] = []
        for key, link in links.items():
            ending = link.target.rpartition(".")[2].lower()
            if link.kind == "image" and not link.outside and ending in _PICTURES:
                pictures.append((key, ending, self._package.content(link.target)))
            elif link.kind == "hyperlink" and link.outside and re.match(r"(https?|mailto):", link.target, re.I):
                addresses.append((key, link.target))
            else:
                self._refuse(called, link)
                return None
        if root.tag != _ROOTS[called] or not links.keys() >= set(_needed(root)):
            raise PackageFault(Fault(f"the {called} of `{self._package.file}` is damaged", _SAVE_AGAIN))
        return WordPart(self._package.content(part), tuple(pictures), tuple(addresses))

    def _refuse(self, called: str, link: Link) -> None:
        held = (
            "a picture that is linked and not embedded"
            if link.kind == "image"
            else "something besides words and pictures"
        )
        message = f"the {called} of `{self._package.file}` is not used: it holds {held}"
        self._warn(message, "Put the picture itself into it, and take out charts, links to files and embedded objects.")


def _length(element: _Element | None, side: str) -> int | None:
    written = element.get(f"{_W}{side}", "") if element is not None else ""
    return int(written) if re.fullmatch(r"\d{1,5}", written) else None


def _needed(root: _Element) -> Iterator[str]:
    """Give the ids of the relationships that a part cannot do without."""
    for element in root.iter():
        for name, value in element.items():
            if value and str(name).startswith(_R):
                yield str(value)


def _is_on(element: _Element | None) -> bool:
    return element is not None and element.get(f"{_W}val", "1") not in ("0", "false", "off")


def _shows(root: _Element) -> bool:
    return next(root.iter(*(f"{_W}{name}" for name in _SHOWS)), None) is not None


def _is_circular(styles: _Element) -> bool:
    """Tell whether a style is based on itself."""
    bases: dict[str, str] = {}
    for style in styles.iterfind(f"{_W}style"):
        base = style.find(f"{_W}basedOn")
        if base is not None:
            bases[style.get(f"{_W}styleId", "")] = base.get(f"{_W}val", "")
    sound: set[str] = set()
    for start in bases:
        seen, at = {start}, bases.get(start)
        while at is not None and at not in sound:
            if at in seen:
                return True
            seen.add(at)
            at = bases.get(at)
        sound |= seen
    return False
