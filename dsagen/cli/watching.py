"""What `build` shows on standard error while it works."""

from __future__ import annotations

import time
from types import TracebackType
from typing import Self

import typer

from dsagen.portfolio.build import Built, Progress

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

    def ends(self, file: Built) -> None:
        """Print the line."""
        now = time.perf_counter()
        typer.echo(f"{file.outcome} in {now - self._since:.2f} s: {file.path}", err=True)
        self._since = now


class Bar(Silent):
    """Show a bar with the rate, the time that is left and the file that was made last. It goes when the build ends."""

    def __init__(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn
        from rich.progress import Progress as RichProgress

        self._rich = RichProgress(
            BarColumn(),
            MofNCompleteColumn(),
            TaskProgressColumn(show_speed=True),
            TimeRemainingColumn(),
            TextColumn("{task.description}", markup=False),
            console=Console(stderr=True),
            transient=True,
        )
        self._task = self._rich.add_task("", total=None)

    def begins(self, files: int) -> None:
        """Be told how many files there are, and show the bar from then on."""
        self._rich.update(self._task, total=files)
        self._rich.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._rich.stop()

    def ends(self, file: Built) -> None:
        """Move on by a file, and name it."""
        self._rich.update(self._task, advance=1, description=str(file.path))
