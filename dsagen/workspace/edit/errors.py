"""Why an edit was not made."""

from __future__ import annotations

from dsagen.model.finding import Source

__all__ = ["EditRefused"]


class EditRefused(Exception):
    """An edit cannot be made without changing something else, so nothing was written."""

    def __init__(self, path: str, reason: str, *, source: Source | None = None, fix: str = "") -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason
        self.source = source
        """Where the cause stands, if it stands somewhere."""
        self.fix = fix

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"
