"""The parts of a Word file that nobody vouches for, unpacked within limits."""

from __future__ import annotations

import zlib
from io import BytesIO
from posixpath import dirname, join, normpath
from typing import NamedTuple
from zipfile import BadZipFile, ZipFile

from lxml.etree import _Element

from dsagen.workspace.house.content import Fault, say_content
from dsagen.workspace.house.markup import has_doctype, parse_xml

__all__ = ["Link", "Package", "PackageFault", "open_package"]

_LARGEST_PART, _LARGEST_WHOLE, _MOST_PARTS = 10_000_000, 100_000_000, 2_000
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships/"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_SAVE = "Open it in Word and save it as a Word document (.docx)."


class PackageFault(Exception):
    """A part of a Word file that cannot be used."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__(fault.message)


class Link(NamedTuple):
    """A relationship of a part: the end of its type, what it points at, and whether that is outside the file."""

    kind: str
    target: str
    outside: bool


class Package:
    """A Word file. Parts are unpacked when they are asked for, and their sizes are known before that."""

    def __init__(self, zipped: ZipFile, file: str) -> None:
        self._zipped = zipped
        self.file = file

    def content(self, part: str) -> bytes:
        """Give a part. Raise `PackageFault` where it is missing or damaged."""
        try:
            return self._zipped.read(part)
        except (KeyError, BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError):
            message = f"the Word file `{self.file}` is damaged: its part `{part}` cannot be read"
            raise PackageFault(Fault(message, _SAVE)) from None

    def xml(self, part: str) -> _Element:
        """Give a part as XML. Raise `PackageFault` where it is none, or declares a document type."""
        root = parse_xml(self.content(part))
        if root is None or has_doctype(root):
            message = f"the Word file `{self.file}` is damaged: its part `{part}` is not the XML of Word"
            raise PackageFault(Fault(message, _SAVE))
        return root

    def links(self, part: str) -> dict[str, Link]:
        """Give the relationships of a part by their ids, with targets as names of parts."""
        beside = join(dirname(part), "_rels", part.rpartition("/")[2] + ".rels")
        if beside not in self._zipped.namelist():
            return {}
        found = {}
        for each in self.xml(beside).iter(_RELATIONSHIP):
            outside = each.get("TargetMode") == "External"
            written = each.get("Target", "")
            target = written if outside else normpath(join("/", dirname(part), written)).lstrip("/")
            kind = each.get("Type", "")
            if kind.startswith(_STRICT):
                message = f"the Word file `{self.file}` is saved as Strict Open XML, which few programs write alike"
                raise PackageFault(Fault(message, _SAVE))
            found[each.get("Id", "")] = Link(kind.removeprefix(_TYPE), target, outside)
        return found

    def linked(self, part: str, kind: str) -> str | None:
        """Give the part of a kind that a part points at."""
        return next((link.target for link in self.links(part).values() if link.kind == kind and not link.outside), None)


def open_package(data: bytes, file: str) -> Package:
    """Open a Word file. Raise `PackageFault` where it is none, has a password or unpacks to too much."""
    held = say_content(data)
    if held != "a zip file or an Office file":
        raise PackageFault(Fault(f"`{file}` is not a Word document: it is {held}", _SAVE))
    try:
        zipped = ZipFile(BytesIO(data))
    except (BadZipFile, ValueError, OSError, NotImplementedError):
        raise PackageFault(Fault(f"the Word file `{file}` is damaged: it cannot be unpacked", _SAVE)) from None
    entries = zipped.infolist()
    sizes = [entry.file_size for entry in entries]
    if max(sizes, default=0) > _LARGEST_PART or sum(sizes) > _LARGEST_WHOLE or len(entries) > _MOST_PARTS:
        message = f"`{file}` unpacks to {sum(sizes):,} bytes in {len(entries):,} parts, which is too much"
        raise PackageFault(Fault(message, "Take the pictures and the text out of it: its styles are what is used."))
    if any(entry.flag_bits & 1 for entry in entries):
        raise PackageFault(Fault(f"`{file}` has a password", "Save it without one."))
    return Package(zipped, file)
