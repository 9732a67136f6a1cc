"""A child who understands decides about the child's own information.

A parent's agreement is enough for the parent's information. A child who understands what is asked has confidences of
their own, and the parent cannot give them away. No age settles it. So where a parent agrees to the sharing of
confidential information about older children, the agreement says how the child's own understanding is found out.

Wrong:

```yaml
flows:
  F01:
    confidentiality:
    ^
      competence_check: (taken away)
```

Right:

```yaml
flows:
  F01:
    confidentiality:
      competence_check: The doctor asks whether the child understands, and records what the child wants.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import FlowSubject, Item
from dsagen.checks.subjects.flow import is_about_children
from dsagen.model.people import People
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-CHD-004",
    title="A parent agrees for a child who may decide",
    severity="error",
    authority="The regulator's guidance on children and the UK GDPR: capacity and understanding; common law (Gillick)",
    why="Parental responsibility does not own the rights of a child who understands.",
    fix="Say in `confidentiality.competence_check` how the child's understanding and wishes are found out.",
    false_positives="A group of small children without ages. Give the group its `ages`.",
    yields_to=("DP-CONF-008",),
    unverified=True,
)
_PARENT = re.compile(r"\b(parents?|parental|mothers?|fathers?|guardians?|carers?)\b", re.IGNORECASE)
_OFTEN_COMPETENT_FROM = 12
"""Practice, and no rule of law: children are often thought able to understand from about this age."""


def check(flow: FlowSubject) -> Iterator[Found]:
    """Find a parent's agreement about older children, without a look at what the child understands."""
    confidentiality = flow.flow.confidentiality
    if confidentiality is None or confidentiality.route != "consent_explicit":
        return
    if confidentiality.competence_check is not None or not any(map(_PARENT.search, confidentiality.given_by)):
        return
    if any(_is_about_older_child(item) for item in flow.items):
        yield Found(
            join_path(flow.path, "confidentiality", "competence_check"),
            f"A parent agrees in {flow.key} for a child who may decide. Nothing asks what the child understands.",
        )


def _is_about_older_child(item: Item) -> bool:
    return item.field.confidential and any(_may_be_competent(group) for group in item.people.values())


def _may_be_competent(group: People) -> bool:
    ages = group.age_range
    return is_about_children(group) and (ages is None or ages[1] >= _OFTEN_COMPETENT_FROM)
