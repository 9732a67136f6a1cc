"""What stops reading before it starts."""

from __future__ import annotations

from pathlib import Path

__all__ = ["WorkspaceNotFound"]


class WorkspaceNotFound(Exception):
    """There is no workspace at, or above, the place that was named."""

    def __init__(self, path: Path, *, exists: bool) -> None:
        super().__init__(str(path))
        self.path = path
        self.exists = exists
        """Whether the path itself is there."""
