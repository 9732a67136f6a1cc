"""How a document tree becomes a file: one module a format, imported when it is first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import cast

from dsagen.documents.tree import DocumentTree
from dsagen.writers.errors import PdfLibrariesMissing, UnknownFormat

__all__ = ["FORMATS", "Format", "PdfLibrariesMissing", "UnknownFormat", "load", "render"]


@dataclass(frozen=True)
class Format:
    """A kind of file: its name on the command line, its extension and the module that writes it."""

    name: str
    extension: str
    module: str
    styled: bool = True
    """Whether it shows the house style."""


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        entry.name: entry
        for entry in (
            Format("docx", ".docx", "dsagen.writers.docx"),
            Format("pdf", ".pdf", "dsagen.writers.pdf"),
            Format("text", ".txt", "dsagen.writers.text", styled=False),
            Format("html", ".html", "dsagen.writers.html"),
            Format("fragment", ".fragment.html", "dsagen.writers.fragment", styled=False),
        )
    }
)


def render(tree: DocumentTree, format: str) -> bytes:
    """Write a document tree as one file and give its bytes.

    Why: importing WeasyPrint takes half a second, and `--help` and `check` never need it.

    Raise `UnknownFormat` for a name that is not in `FORMATS`, and `PdfLibrariesMissing` for a PDF without its
    libraries.
    """
    if format not in FORMATS:
        raise UnknownFormat(format, tuple(FORMATS))
    return cast(bytes, import_module(FORMATS[format].module).render(tree))


def load(format: str) -> None:
    """Import the writer of a format before it is needed."""
    import_module(FORMATS[format].module)
