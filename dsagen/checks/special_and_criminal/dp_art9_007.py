"""Paragraph 18 has four limbs, for every group of people.

Schedule 1 paragraph 18 applies where four things hold. The use is necessary to protect someone from neglect or harm, or
to protect someone's well-being. That person is a child or an adult at risk. There is no consent, for a listed reason.
There is a substantial public interest. The consent is that of the person whose information it is, who may be a parent
or the person who is feared. So where reasons are written group by group, no group may be left out.

Wrong: the code is about the child and the parent, and the reason speaks of the child alone.

```yaml
flows:
  F04:
    bases:
      council:
        no_consent_reason: {child: Asking a child first could prejudice the protection.}
        ^
```

Wrong: counting protects nobody.

```yaml
purposes:
  protect-child: {needs: {instead: {Which child may be at risk: [child-name, worry-code]}}}
  count: {kind: statistics_planning, title: Count incidents}
flows:
  F04:
    purposes: [count]
    bases:
      council:
        schedule1: [18]
                    ^
```

Right:

```yaml
flows:
  F04:
    bases:
      council:
        no_consent_reason:
          child: The council cannot reasonably be expected to obtain consent before it knows what is feared.
          parent: Asking the adult could prejudice the protection of the child.
```
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dsagen.checks.relied_on import relied_on
from dsagen.checks.rule import Found, Rule
from dsagen.checks.special_and_criminal._conditions import SAFEGUARDING, place_of, under_uk_gdpr
from dsagen.checks.special_and_criminal._people import whose_sensitive
from dsagen.checks.subjects import Side
from dsagen.model.basis import Basis
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-ART9-007",
    title="A limb of paragraph 18 is missing",
    severity="error",
    authority="Data Protection Act 2018 Schedule 1 paragraph 18(1) and (2)",
    why="All four limbs hold together, or the condition is not met.",
    fix="Give the reason for each group of people under `no_consent_reason`, by the group's id.",
    false_positives=(
        "A purpose that counts or plans, and whose result does protect people. Paragraph 18(4) lets the protection be "
        "that of people of a kind: give the purpose the kind that says so."
    ),
    yields_to=("DP-CTL-001", "DP-LE-001", "DP-ART9-004", "DP-ART9-008"),
)

_PROTECTS_NOBODY = frozenset(
    {"debt_and_fraud", "immigration_control", "statistics_planning", "benefits_support", "public_service_delivery"}
)


def check(side: Side) -> Iterator[Found]:
    """Find a side that relies on paragraph 18 for a purpose that is no protection, or without a reason for a group."""
    basis = under_uk_gdpr(side)
    if basis is None or SAFEGUARDING not in relied_on(basis):
        return
    kinds = side.flow.kinds
    if kinds and kinds <= _PROTECTS_NOBODY:
        yield Found(
            place_of(side, basis, SAFEGUARDING),
            f"{side.party.called} relies on paragraph 18 in {side.flow.key}. The purpose protects nobody from harm.",
            fix="Choose the condition that fits the purpose: paragraph 4 for statistics, often paragraph 6 otherwise.",
        )
    elif missing := _groups_without_reason(side, basis):
        yield Found(
            join_path(side.path, "no_consent_reason"),
            f"{side.party.called} relies on paragraph 18 in {side.flow.key}. The reason for doing without consent is "
            f"missing for: {', '.join(missing)}.",
        )


def _groups_without_reason(side: Side, basis: Basis) -> list[str]:
    reasons = basis.no_consent_reason
    if not isinstance(reasons, Mapping):
        return []
    return [group.label for key, group in whose_sensitive(side.flow).items() if key not in reasons]
