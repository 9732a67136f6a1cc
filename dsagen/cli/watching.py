"""What `build` shows on standard error while it works."""

from __future__ import annotations

import time
from types import TracebackType
from typing import Self

import typer

from dsagen.portfolio.build import Built, Progress
from dsagen.portfolio.plan import PlannedDocument

__all__ = ["Bar", "Lines", "Silent"]


class Silent(Progress):
    """Say nothing."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        return None


class Lines(Silent):
    """Print a line a file, with the time that it took."""

    def __init__(self) -> None:
        self._since = time.perf_counter()

    def starts(self, document: PlannedDocument) -> None:
        """Start the watch."""
        self._since = time.perf_counter()

    def ends(self, file: Built) -> None:
        """Print the line."""
        now = time.perf_counter()
        typer.echo(f"{file.outcome} in {now - self._since:.2f} s: {file.path}", err=True)
        self._since = now


class Bar(Silent):
    """Show a bar, with the document that is being built. It goes when the build has ended."""

    def __init__(self, files: int) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
        from rich.progress import Progress as RichProgress

        self._rich = RichProgress(
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.description}", markup=False),
            console=Console(stderr=True),
            transient=True,
        )
        self._task = self._rich.add_task("", total=files)

    def __enter__(self) -> Self:
        self._rich.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._rich.stop()

    def starts(self, document: PlannedDocument) -> None:
        """Name the document."""
        self._rich.update(self._task, description=str(document.file("")))

    def ends(self, file: Built) -> None:
        """Move on by a file."""
        self._rich.advance(self._task)
