"""The exit codes, and which of several wins."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum

__all__ = ["ExitCode", "first_of"]


class ExitCode(IntEnum):
    """What the exit code of a command means."""

    FINE = 0
    FINDINGS = 1
    USAGE = 2
    SOURCE = 3
    DOCUMENT = 4
    STALE = 5
    FAULT = 70

    @property
    def meaning(self) -> str:
        """Say what the code means."""
        return _MEANINGS[self]


_MEANINGS = {
    ExitCode.FINE: "fine; warnings and advice do not change it",
    ExitCode.FINDINGS: "findings at or above `--fail-on`, or a gap in an agreement that is agreed or later",
    ExitCode.USAGE: "wrong usage",
    ExitCode.SOURCE: "a source cannot be read or is invalid; the others are still done",
    ExitCode.DOCUMENT: "a document could not be written",
    ExitCode.STALE: "outputs are out of date, or were changed by hand",
    ExitCode.FAULT: "a fault in dsagen itself",
}
_PRECEDENCE = (ExitCode.USAGE, ExitCode.SOURCE, ExitCode.DOCUMENT, ExitCode.FINDINGS, ExitCode.STALE)


def first_of(codes: Iterable[ExitCode]) -> ExitCode:
    """Give the code that wins where several apply: the first of 2, 3, 4, 1 and 5; 0 where none does."""
    found = set(codes)
    return next((code for code in _PRECEDENCE if code in found), ExitCode.FINE)
