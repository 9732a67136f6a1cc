"""What could be left out: the findings of the rules that look for too much, each with the change that would mend it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from dsagen.checks.reductions.changes import changes_for
from dsagen.checks.rulebook import rulebook
from dsagen.checks.run import check_rules
from dsagen.checks.subjects import Case
from dsagen.model.finding import Finding
from dsagen.workspace.edit import Change
from dsagen.workspace.paths import split_path

__all__ = ["EXCESS", "Excess", "Proposal", "proposals_of"]

Excess = Literal["field", "alternative", "detail", "recipient", "identifier", "people", "pace", "look_back"]
"""What there is too much of."""

EXCESS: dict[str, Excess] = {
    "DP-MIN-001": "field",
    "NEED-002": "alternative",
    "DP-MIN-004": "detail",
    "NEED-003": "detail",
    "NEED-004": "recipient",
    "NEED-005": "recipient",
    "DP-MIN-007": "identifier",
    "LINK-005": "identifier",
    "DP-NEC-003": "identifier",
    "DP-MIN-012": "people",
    "DP-MIN-013": "people",
    "DP-MIN-011": "pace",
    "NEED-006": "look_back",
}
"""The rules that look for too much, with what each looks at."""

assert set(EXCESS.values()) == set(get_args(Excess))


@dataclass(frozen=True)
class Proposal:
    """One thing that could be left out, lowered or slowed down."""

    key: str
    """Its name on the command line, such as `NYC-001/F01/ethnicity`."""
    excess: Excess
    finding: Finding
    changes: tuple[Change, ...]
    """What would change in the YAML. Nothing where a person has to choose or to rewrite."""

    @property
    def is_answered(self) -> bool:
        """Tell whether somebody accepts it as it is, with a reason."""
        return self.finding.is_accepted


def proposals_of(case: Case) -> Iterator[Proposal]:
    """Give what could be left out of an agreement, in the order of the rules."""
    rules = {key: written for key, written in rulebook().items() if key in EXCESS}
    for finding in check_rules(case, rules):
        yield Proposal(_key(finding, case), EXCESS[finding.rule], finding, tuple(changes_for(finding, case)))


_PLAIN = frozenset({"DP-MIN-001", "NEED-004", "NEED-006", "DP-MIN-011"})
"""Rules of which at most one is about a place, so that the place alone is a name."""


def _key(finding: Finding, case: Case) -> str:
    """Give a name that stays as long as the thing stays: the path, without the words that every path has."""
    steps = list(split_path(finding.path))
    if finding.path.startswith(f"{case.path}/"):
        steps = steps[2:]
        if steps[0] == "flows":
            if steps[2:3] == ["to"] and len(steps) > 3:
                steps[3] = case.agreement.flows[steps[1]].to[int(steps[3])]
            steps = [steps[1], *(steps[3:] if steps[2:3] == ["fields"] and len(steps) > 3 else steps[2:])]
    name = "/".join((case.agreement.reference, *steps))
    return name if finding.rule in _PLAIN else f"{name}:{finding.rule}"
