"""Paragraph 18 protects children and adults at risk, and nobody else.

The person whom Schedule 1 paragraph 18 protects is under 18, or is 18 or over and at risk. An adult is at risk who
needs care and support, may suffer harm, and because of those needs cannot keep safe. To be poor, homeless or abused is
not enough by itself. The information may be about somebody else, such as the adult who is feared.

Wrong: parents are found a safe home. Nothing says that they are adults at risk.

```yaml
purposes:
  protect-child: {needs: {instead: {Which child may be at risk: [child-name, worry-code]}}}
  find-home: {kind: homelessness, title: Find a safe home}
flows:
  F04:
    purposes: [find-home]
    fields: {instead: {worry-code: To find a home in a safe place.}}
    bases:
      council:
        schedule1: [18]
                    ^
registers: {datasets: {incidents: {fields: {worry-code: {people: [parent]}}}}}
```

Right: the people are adults who need care and cannot protect themselves.

```yaml
purposes:
  protect-child: {needs: {instead: {Which child may be at risk: [child-name, worry-code]}}}
  find-home: {kind: homelessness, title: Find a safe home}
flows:
  F04:
    purposes: [find-home]
    fields: {instead: {worry-code: To find a home in a safe place.}}
registers:
  people: {parent: {at_risk: yes}}
  datasets: {incidents: {fields: {worry-code: {people: [parent]}}}}
```

Right: the information is about an adult, and the person who is protected is a child.

```yaml
flows:
  F04:
    fields: {instead: {worry-code: To decide how soon to visit.}}
registers: {datasets: {incidents: {fields: {worry-code: {people: [parent]}}}}}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.relied_on import relied_on
from dsagen.checks.rule import Found, Rule
from dsagen.checks.special_and_criminal._conditions import SAFEGUARDING, place_of, under_uk_gdpr
from dsagen.checks.special_and_criminal._people import are_adults, protects_children
from dsagen.checks.subjects import Side

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-ART9-009",
    title="Paragraph 18 does not protect these people",
    severity="error",
    authority="Data Protection Act 2018 Schedule 1 paragraph 18(1)(b) and (3)",
    why="The condition is not met for adults who are not at risk, however great their need.",
    fix="Change the condition: often to paragraph 6. If the adults are at risk, write `at_risk: yes` for the group.",
    false_positives=(
        "A purpose of another kind that protects a child who is not among the people of the flow. Name a purpose of a "
        "kind that is about the child as well."
    ),
    yields_to=("DP-CTL-001", "DP-LE-001", "DP-ART9-008"),
)


def check(side: Side) -> Iterator[Found]:
    """Find paragraph 18 where nobody in the flow can be under 18 or at risk, and no purpose is for a child."""
    basis = under_uk_gdpr(side)
    if basis is None or SAFEGUARDING not in relied_on(basis) or protects_children(side.flow):
        return
    groups = side.flow.people.values()
    if groups and all(are_adults(group) and not group.at_risk for group in groups):
        named = ", ".join(group.label for group in groups)
        yield Found(
            place_of(side, basis, SAFEGUARDING),
            f"{side.party.called} relies on paragraph 18 in {side.flow.key}. The people ({named}) are adults, and "
            "nothing says that they are at risk.",
        )
