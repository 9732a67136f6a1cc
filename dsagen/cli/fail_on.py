"""Which findings fail a run."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from enum import StrEnum
from typing import TYPE_CHECKING

from dsagen.cli.exit_codes import ExitCode

if TYPE_CHECKING:
    from dsagen.model.finding import Finding

__all__ = ["FailOn", "code_for"]


class FailOn(StrEnum):
    """The least severity that fails a run."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"
    NEVER = "never"


_RANKS = (FailOn.ERROR, FailOn.WARNING, FailOn.ADVICE)


def code_for(findings: Iterable[Finding], fail_on: FailOn, final: Collection[str]) -> ExitCode:
    """Give the exit code for findings. `final` holds the references of the agreements that are agreed or later.

    Why: a gap in a draft is work to do; a gap in an agreement that claims to be agreed is a failure. What someone
    accepts fails nothing.
    """
    if fail_on is FailOn.NEVER:
        return ExitCode.FINE
    failing = {rank.value for rank in _RANKS[: _RANKS.index(fail_on) + 1]}
    for finding in findings:
        if finding.is_accepted:
            continue
        if finding.severity in failing or (finding.severity == "gap" and finding.agreement in final):
            return ExitCode.FINDINGS
    return ExitCode.FINE
