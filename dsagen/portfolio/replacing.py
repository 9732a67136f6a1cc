"""Replace a file whole or not at all."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Literal

__all__ = ["replace_file"]


def replace_file(path: Path, data: bytes) -> Literal["written", "unchanged"]:
    """Replace a file whole or not at all. Raise `OSError` where that cannot be done."""
    with suppress(FileNotFoundError):
        if path.read_bytes() == data:
            return "unchanged"
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.part")
    try:
        unfinished.write_bytes(data)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return "written"
