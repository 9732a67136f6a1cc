"""What can stop a writer."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["PdfLibrariesMissing", "UnknownFormat"]


class UnknownFormat(Exception):
    """A format that no writer makes."""

    def __init__(self, format: str, known: tuple[str, ...]) -> None:
        self.format = format
        self.known = known
        super().__init__(f"no writer makes `{format}`: choose from {', '.join(known)}")


class PdfLibrariesMissing(Exception):
    """The native libraries that lay out text in a PDF are not on this machine.

    Why: WeasyPrint loads Pango and HarfBuzz when it is imported, and no Python package brings them. Word, HTML and
    text need neither. On Windows they come with MSYS2, in the folder where WeasyPrint looks first.
    """

    install: Mapping[str, tuple[str, ...]] = MappingProxyType(
        {
            "Debian and Ubuntu": ("sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",),
            "macOS": ("brew install pango",),
            "Windows": (
                "Install MSYS2 from https://www.msys2.org/ with its default options.",
                "In the MSYS2 shell, run: pacman -S mingw-w64-ucrt-x86_64-pango",
                r"Where MSYS2 is not in C:\msys64, set WEASYPRINT_DLL_DIRECTORIES to its ucrt64\bin folder.",
            ),
        }
    )
    """System -> the steps to take there, in order."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(f"PDF needs native libraries that are not on this machine: {reason}")
