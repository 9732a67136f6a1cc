"""Where the folders that ship with the program are: templates, examples and fonts."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

__all__ = ["BundledFolderMissing", "bundled_folder"]


class BundledFolderMissing(Exception):
    """A folder that ships with the program is not there: the installation is broken."""

    def __init__(self, name: str, searched: tuple[Path, ...]) -> None:
        self.name = name
        self.searched = searched
        places = " or ".join(str(place) for place in searched)
        super().__init__(f"the folder `{name}` that ships with dsagen is not at {places}: install dsagen again")


@cache
def bundled_folder(name: Literal["templates", "examples", "fonts"]) -> Path:
    """Give the path of a folder that ships with the program.

    Why: the folders stay at the top level of the repository, where people find them. A wheel carries a copy of
    each inside the package. `pyproject.toml` tells a checkout from a package folder whose neighbours belong to
    other projects.

    Raise `BundledFolderMissing` where neither is there.
    """
    package = Path(__file__).resolve().parent
    installed = package / "_bundled" / name
    if installed.is_dir():
        return installed
    checkout = package.parent / name
    if checkout.is_dir() and (package.parent / "pyproject.toml").is_file():
        return checkout
    raise BundledFolderMissing(name, (installed, checkout))
