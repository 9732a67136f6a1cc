"""Ids of values: `agreements/NYC-001/flows/F01/trigger`."""

from __future__ import annotations

__all__ = ["join_path", "split_path"]


def join_path(path: str, *segments: object) -> str:
    """Give the id of something inside `path`. Segments are escaped as in a JSON pointer (RFC 6901)."""
    escaped = [_escaped(name) if "/" in name or "~" in name else name for name in map(str, segments)]
    return "/".join([path, *escaped] if path else escaped)


def split_path(path: str) -> list[str]:
    """Give the segments of an id."""
    segments = path.split("/") if path else []
    return [segment.replace("~1", "/").replace("~0", "~") for segment in segments] if "~" in path else segments


def _escaped(name: str) -> str:
    return name.replace("~", "~0").replace("/", "~1")
