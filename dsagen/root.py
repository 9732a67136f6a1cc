"""Where a workspace starts: on disk, the nearest folder with its settings. Known before anything heavy is loaded."""

from __future__ import annotations

from pathlib import Path

__all__ = ["SETTINGS_FILE", "find_root"]

SETTINGS_FILE = "dsagen.yaml"


def find_root(start: Path) -> Path | None:
    """Give the nearest folder, from `start` upwards, that holds `dsagen.yaml`."""
    folder = start if start.is_dir() else start.parent
    for candidate in (folder.absolute(), *folder.absolute().parents):
        if (candidate / SETTINGS_FILE).is_file():
            return candidate
    return None
