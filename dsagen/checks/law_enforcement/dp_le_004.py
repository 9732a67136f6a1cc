"""Sensitive processing under Part 3 has conditions of its own.

Part 3 calls it sensitive processing when a record shows health, origin, belief or another special category. It is
allowed only in two ways. Either the person consents, or it is strictly necessary and a condition in Schedule 8 is met.
In both, the authority needs an appropriate policy document. Article 9 and Schedule 1 play no part.

Wrong: the fact shows something about health, and the police name no condition.

```yaml
flows:
  F05:
    bases:
      police:
        schedule8: []
        ^
registers: {datasets: {households: {fields: {household-code: {special: [health]}}}}}
```

Wrong: the condition is named. Why the use is strictly necessary is not said.

```yaml
flows:
  F05:
    bases:
      police:
        schedule8: [4]
        strict_necessity:
        ^
registers: {datasets: {households: {fields: {household-code: {special: [health]}}}}}
```

Wrong: the workspace builds no policy documents, and the police have recorded none for the condition.

```yaml
settings: {documents: [dsa, dpia, privacy_notice]}
flows:
  F05:
    bases:
      police:
        schedule8: [4]
                    ^
        strict_necessity: Nothing less shows who had the care of the child when the crime was committed.
registers: {datasets: {households: {fields: {household-code: {special: [health]}}}}}
```

Right:

```yaml
flows:
  F05:
    bases:
      police:
        schedule8: [4]
        strict_necessity: Nothing less shows who had the care of the child when the crime was committed.
registers: {datasets: {households: {fields: {household-code: {special: [health]}}}}}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.law_enforcement._regime import uses_part3
from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Side
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-LE-004",
    title="Sensitive processing without its conditions",
    severity="error",
    authority="Data Protection Act 2018 sections 35(4), 35(5) and 42 and Schedule 8",
    why="Sensitive processing for law enforcement is unlawful unless every one of its conditions is met.",
    fix="Add the paragraph to `schedule8`, and say in `strict_necessity` why nothing less would do.",
    false_positives=(
        "Sensitive processing that rests on the person's consent. Write `article9: a` on the side that relies on it: "
        "only the policy document is asked for then."
    ),
    yields_to=("DP-CTL-001", "DP-LE-001", "DP-LE-002", "DP-LE-008"),
)

_POLICY = (
    "Let the workspace build `appropriate_policy`, or list the paragraph under the party's "
    "`appropriate_policy.schedule8`."
)


def check(side: Side) -> Iterator[Found]:
    """Find sensitive processing under Part 3 without a condition, a strict necessity or a policy document."""
    basis = side.basis
    if basis is None or not uses_part3(side) or not side.flow.special:
        return
    who, flow = side.party.called, side.flow.key
    if basis.article9 != "a":
        if not basis.schedule8:
            yield Found(
                join_path(side.path, "schedule8"),
                f"{who} does sensitive processing under Part 3 in {flow}, and names no condition in Schedule 8.",
            )
        elif not basis.strict_necessity:
            yield Found(
                join_path(side.path, "strict_necessity"),
                f"{who} does not say why its sensitive processing under Part 3 in {flow} is strictly necessary.",
            )
    if "appropriate_policy" in side.case.workspace.settings.documents:
        return
    policy = side.party.party.appropriate_policy
    if basis.article9 == "a" and policy is None:
        yield Found(
            join_path(side.path, "article9"),
            f"{who} relies on consent under Part 3 in {flow}, and has no appropriate policy document.",
            fix=_POLICY,
        )
    for index, number in enumerate(basis.schedule8):
        if policy is None or number not in policy.schedule8:
            yield Found(
                join_path(side.path, "schedule8", str(index)),
                f"{who} relies on Schedule 8 paragraph {number} in {flow}. No appropriate policy document is recorded "
                "as covering it.",
                fix=_POLICY,
            )
