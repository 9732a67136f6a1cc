"""`dsagen doctor`: what `build` needs, and whether it is there."""

from __future__ import annotations

import json
import platform
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from importlib import metadata

import typer

from dsagen import __version__
from dsagen.cli.exit_codes import ExitCode
from dsagen.cli.options import ReportFormat, ReportFormatOption

__all__ = ["EXAMPLE", "PACKAGES", "Part", "doctor", "parts"]

EXAMPLE = "Example: dsagen doctor    or: dsagen doctor --format json"

PACKAGES = (
    *("filelock", "fonttools", "jinja2", "lxml", "markdown-it-py", "pillow", "pydantic", "pyphen", "python-docx"),
    *("rich", "ruamel.yaml", "ruamel.yaml.clib", "typer", "weasyprint"),
)
"""What dsagen depends on. A test compares them with `pyproject.toml`."""


@dataclass(frozen=True)
class Part:
    """Something that `build` needs."""

    name: str
    version: str
    found: bool = True
    note: str = ""
    """What is missing without it, or what is wrong."""


def doctor(report_format: ReportFormatOption = ReportFormat.TEXT) -> None:
    """Show what building needs, and whether it is there.

    Exit code 0: every document can be made. 4: some cannot, and the lines below the list say what to install.
    """
    from dsagen.cli.libraries import install_lines
    from dsagen.writers.errors import PdfLibrariesMissing

    found = list(parts())
    if report_format is ReportFormat.JSON:
        typer.echo(json.dumps({"version": 1, "parts": [asdict(part) for part in found]}, indent=2))
    else:
        width = max(len(part.name) for part in found)
        for part in found:
            line = f"{'found' if part.found else 'MISSING':<8} {part.name:<{width}}  {part.version}"
            typer.echo(f"{line.rstrip()}{f'  ({part.note})' if part.note else ''}")
        if any(part.name == _PANGO and not part.found for part in found):
            typer.echo("\nWord, text and HTML need no native libraries. To make PDF files, install these:")
            for line in install_lines(PdfLibrariesMissing("")):
                typer.echo(line)
    missing = [part for part in found if not part.found]
    raise typer.Exit(ExitCode.DOCUMENT if missing else ExitCode.FINE)


_PANGO = "Pango and HarfBuzz"


def parts() -> Iterator[Part]:
    """Look for everything that building needs."""
    yield Part("dsagen", __version__)
    yield Part("Python", platform.python_version())
    yield from _packages()
    yield _yaml_parser()
    yield _tried(_PANGO, _pango)
    yield _tried("Fonts", _fonts)
    yield _tried("Templates", _templates)


def _packages() -> Iterator[Part]:
    for name in PACKAGES:
        try:
            yield Part(name, metadata.version(name))
        except metadata.PackageNotFoundError:
            yield Part(name, "", found=False, note="install dsagen again")


def _yaml_parser() -> Part:
    from ruamel.yaml import YAML

    fast = YAML(typ="safe").Parser.__name__ == "CParser"
    return Part("Fast YAML parser", "in use" if fast else "", fast, "" if fast else "reading is several times slower")


def _tried(name: str, look: Callable[[], str]) -> Part:
    try:
        return Part(name, look())
    except Exception as error:
        return Part(name, "", found=False, note=str(error))


def _pango() -> str:
    from dsagen.writers.pdf import pango_version

    return pango_version()


def _fonts() -> str:
    from dsagen.bundled import bundled_folder

    return ", ".join(sorted(file.stem for file in bundled_folder("fonts").glob("*.ttf")))


def _templates() -> str:
    from typing import get_args

    from dsagen.documents.library import Library
    from dsagen.model.vocabulary import DocumentKind

    library = Library()
    for kind in get_args(DocumentKind):
        library.outline(kind)
    return f"{library.template_set.name} {library.template_set.version}"
