"""What to say where the native libraries that PDF needs are missing."""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.writers.errors import PdfLibrariesMissing

__all__ = ["install_lines"]


def install_lines(missing: PdfLibrariesMissing) -> Iterator[str]:
    """Give the steps that install the libraries, for each system."""
    for system, steps in missing.install.items():
        yield f"  {system}:"
        yield from (f"    {step}" for step in steps)
