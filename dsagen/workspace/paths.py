"""Ids of values: `agreements/NYC-001/flows/F01/trigger`."""

from __future__ import annotations

__all__ = ["join_path", "split_path"]


def join_path(path: str, *segments: object) -> str:
    """Give the id of something inside `path`. Segments are escaped as in a JSON pointer (RFC 6901)."""
    escaped = [str(segment).replace("~", "~0").replace("/", "~1") for segment in segments]
    return "/".join([path, *escaped] if path else escaped)


def split_path(path: str) -> list[str]:
    """Give the segments of an id."""
    return [segment.replace("~1", "/").replace("~0", "~") for segment in path.split("/")] if path else []
