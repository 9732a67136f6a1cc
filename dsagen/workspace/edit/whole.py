"""Files that are replaced whole: all of them, or none."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

__all__ = ["replace_files"]


def replace_files(contents: Mapping[Path, bytes]) -> None:
    """Replace files, each whole, and keep their permissions. Where one fails, all are as they were.

    Raises `OSError`.
    """
    unfinished: dict[Path, Path] = {}
    replaced: dict[Path, bytes] = {}
    try:
        for path, data in contents.items():
            real = path.resolve()
            part = unfinished[real] = real.with_name(f".{real.name}.part")
            part.write_bytes(data)
            part.chmod(real.stat().st_mode & 0o7777)
        for real, part in unfinished.items():
            before = real.read_bytes()
            part.replace(real)
            replaced[real] = before
    except BaseException:
        for real, before in replaced.items():
            real.write_bytes(before)
        raise
    finally:
        for part in unfinished.values():
            part.unlink(missing_ok=True)
