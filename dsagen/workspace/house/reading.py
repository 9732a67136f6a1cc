"""Reading the house style: each file once, everything that is wrong, and what is sound.

What reads pictures, fonts and Word files is imported when such a file is named: most commands never need it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TypeVar, get_args

from dsagen.model.colour import CONTRAST, colour, contrast, readable_shade
from dsagen.model.finding import Finding, Source
from dsagen.model.house import HouseStyle
from dsagen.workspace.files import Astray, Files
from dsagen.workspace.house.content import Fault
from dsagen.workspace.house.values import FontFile, FontStyle, HouseFiles, Picture, WordReference
from dsagen.workspace.nodes import Mapping, Node
from dsagen.workspace.paths import join_path

__all__ = ["HouseRead", "read_house"]

_LARGEST_PICTURE, _LARGEST_FONT, _LARGEST_REFERENCE = 2_000_000, 10_000_000, 20_000_000
"""In bytes."""
_PICTURES, _FONTS, _WORD = (".png", ".jpg", ".jpeg", ".svg"), (".ttf", ".otf"), (".docx", ".dotx")
_QUOTED = 'Write it as a brand guide does, in quotation marks: `accent: "#1d3c6e"`.'
Read = TypeVar("Read")


@dataclass
class HouseRead:
    """What the house style's files hold, what is wrong with them, and their names."""

    files: HouseFiles = field(default_factory=HouseFiles)
    problems: list[Finding] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    """Relative to the root; those that are missing too."""


def read_house(files: Files, style: HouseStyle, settings: Node) -> HouseRead:
    """Read the files of a house style. What is wrong is reported and left out: documents then look as without it."""
    reader = _Reader(files, style, settings)
    logo, word_logo = reader.logos()
    reader.read.files = HouseFiles(
        accent=reader.accent(), logo=logo, word_logo=word_logo, fonts=reader.fonts(), reference=reader.reference()
    )
    return reader.read


class _Reader:
    def __init__(self, files: Files, style: HouseStyle, settings: Node) -> None:
        self._files = files
        self._style = style
        self._settings = settings
        self.read = HouseRead()

    def accent(self) -> str | None:
        """Judge the accent: a colour in which words can be read."""
        written = self._style.accent
        if written is None:
            if self._is_blank("accent"):
                message = "no colour is written for `accent`: YAML takes what follows # as a comment"
                self._report(Fault(message, _QUOTED), "accent")
            return None
        shade = colour(written)
        if shade is None:
            self._report(Fault(f"`{written}` is not a colour that can be read", _QUOTED), "accent")
            return None
        ratio = contrast(shade)
        if ratio < CONTRAST:
            message = (
                f"words in `{shade}` stand out from white by {int(ratio * 100) / 100:.2f} to 1, "
                f"and people need {CONTRAST} to 1 to read them"
            )
            fix = f'The nearest darker shade that does is `"{readable_shade(shade)}"`.'
            self._report(Fault(message, fix), "accent", authority="WCAG 2.2, success criterion 1.4.3")
            return None
        return shade

    def logos(self) -> tuple[Picture | None, Picture | None]:
        """Read the logo, and the PNG that stands in for an SVG in Word."""
        logo = self._style.logo
        if logo is None:
            return None, None
        picture = self._file(logo.file, _LARGEST_PICTURE, _PICTURES, _read_picture, "logo", "file")
        if picture is None or picture.type != "image/svg+xml":
            return picture, picture
        beside = str(PurePosixPath(logo.file).with_suffix(".png"))
        if isinstance(self._files.locate(beside, _never), Astray):
            self.read.names.add(beside)
            message = f"Word documents have no logo: Word shows no SVG, and there is no `{beside}` beside `{logo.file}`"
            self._report(Fault(message, f"Save the logo as `{beside}` too.", "warning"), "logo", "file")
            return picture, None
        return picture, self._file(beside, _LARGEST_PICTURE, _PICTURES, _read_pixels, "logo", "file")

    def fonts(self) -> tuple[FontFile, ...]:
        """Read the files of the font. Without the upright one the others are of no use."""
        font = self._style.font
        if font is None:
            return ()
        if font.files is None:
            message = f"PDFs are set in Liberation Sans, since the files of the font `{font.name}` are not named"
            fix = f"Word needs none. For PDFs write `font: {{name: {font.name}, files: {{regular: fonts/one.ttf}}}}`."
            self._report(Fault(message, fix, "advice"), "font")
            return ()
        found = []
        for style in get_args(FontStyle):
            written = getattr(font.files, style)
            if written is not None:
                file = self._font(written, style)
                if file is not None:
                    found.append(file)
        return tuple(found) if any(file.style == "regular" for file in found) else ()

    def _font(self, written: str, style: FontStyle) -> FontFile | None:
        from dsagen.workspace.house.fonts import read_font

        def read(data: bytes, file: str) -> FontFile | Fault:
            return read_font(data, file, style)

        return self._file(written, _LARGEST_FONT, _FONTS, read, "font", "files", style)

    def reference(self) -> WordReference | None:
        """Read the reference document."""
        written = self._style.reference
        return self._file(written, _LARGEST_REFERENCE, _WORD, self._word, "reference") if written is not None else None

    def _word(self, data: bytes, file: str) -> WordReference | None:
        from dsagen.workspace.house.word import read_reference

        reference, faults = read_reference(data, file)
        for fault in faults:
            self._report(fault, "reference")
        return reference

    def _file(
        self, written: str, most: int, endings: tuple[str, ...], read: Callable[[bytes, str], Read | Fault], *way: str
    ) -> Read | None:
        """Read a file of the workspace, or report why that cannot be."""
        real = self._files.locate(written, lambda path: path.suffix.lower() in endings and path.name[0] != ".")
        if isinstance(real, Astray):
            self.read.names |= {written} if real.missing else set()
            self._report(Fault(real.message, real.fix), *way)
            return None
        self.read.names.add(real.relative_to(self._files.root.resolve()).as_posix())
        data = _bytes(real, written, most)
        found = data if isinstance(data, Fault) else read(data, written)
        if isinstance(found, Fault):
            self._report(found, *way)
            return None
        return found

    def _report(self, fault: Fault, *way: str, authority: str = "") -> None:
        place, path = self._place(way)
        found = Finding(
            "SRC-HOUSE", fault.severity, fault.message, path, fix=fault.fix, authority=authority, source=place
        )
        self.read.problems.append(found)

    def _place(self, way: tuple[str, ...]) -> tuple[Source, str]:
        """Give the place of a value and its id. A short form has no keys of its own."""
        node, path = self._settings, "settings"
        for step in ("house_style", *way):
            if not isinstance(node, Mapping) or step not in node.entries:
                break
            node, path = node.entries[step].value, join_path(path, step)
        return node.source, path

    def _is_blank(self, key: str) -> bool:
        holder = self._settings.entries.get("house_style") if isinstance(self._settings, Mapping) else None
        return holder is not None and isinstance(holder.value, Mapping) and key in holder.value.entries


def _never(path: Path) -> bool:
    return False


def _read_picture(data: bytes, file: str) -> Picture | Fault:
    from dsagen.workspace.house.pictures import read_picture

    return read_picture(data, file)


def _read_pixels(data: bytes, file: str) -> Picture | Fault:
    """Read a picture for Word, which shows no SVG."""
    picture = _read_picture(data, file)
    if isinstance(picture, Picture) and picture.type == "image/svg+xml":
        return Fault(f"`{file}` is an SVG picture, whatever its name says", "Save the logo as a PNG file.")
    return picture


def _bytes(real: Path, file: str, most: int) -> bytes | Fault:
    if not real.is_file():
        return Fault(f"`{file}` is not an ordinary file", "Name a file.")
    try:
        with real.open("rb") as stream:
            data = stream.read(most + 1)
    except OSError as error:
        reason = error.strerror or "the system does not say why"
        return Fault(f"`{file}` cannot be read: {reason}", "Check that you may.")
    return data if len(data) <= most else Fault(f"`{file}` is larger than {most:,} bytes", "Save a smaller one.")
