"""Where one set of fields is enough, only one travels.

A question, or a match, may be answered in more than one way: by a number, or else by a name with a date of birth and a
postcode. The recipient needs one of these ways. Where all of them travel, the agreement says why: the number may be
missing for some, or a second way guards against a slip of the pen.

Wrong: either way answers the question, and both travel.

```yaml
purposes:
  raise-attendance:
    needs:
      Which pupil is absent, and how much?:
        all_of: [days-absent]
        any_of: [[pupil-name, pupil-date-of-birth], [upn]]
        ^
flows:
  F03:
    fields:
      upn: To find the pupil.
registers:
  datasets:
    attendance:
      fields:
        upn: {label: School's own number, kind: code, detail: code}
```

Wrong: the same for a match.

```yaml
flows:
  F01:
    matching:
      any_of: [[child-name, child-date-of-birth], [child-name, child-postcode]]
      ^
```

Right: somebody has said why.

```yaml
purposes:
  raise-attendance:
    needs:
      Which pupil is absent, and how much?:
        all_of: [days-absent]
        any_of: [[pupil-name, pupil-date-of-birth], [upn]]
        why_more: One pupil in twenty has no number in the council's record.
flows:
  F03:
    fields:
      upn: To find the pupil.
registers:
  datasets:
    attendance:
      fields:
        upn: {label: School's own number, kind: code, detail: code}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.needs import Requirement
from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import FlowSubject
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="NEED-002",
    title="Two ways travel where one is enough",
    severity="warning",
    authority="UK GDPR Article 5(1)(c)",
    why="What is sent in case something else fails is sent about everyone, and is needed for few.",
    fix="Send one set, the one that shows least. Otherwise say in `why_more` why another travels beside it.",
    false_positives="Sets that share most of their fields and check each other. Say so in `why_more`.",
)


def check(flow: FlowSubject) -> Iterator[Found]:
    """Find a question, or a match, that is answered in more than one way, without a reason."""
    said: set[frozenset[str]] = set()
    for requirement in (each for delivery in flow.deliveries for each in delivery.requirements):
        if len(requirement.sets) > 1 and not requirement.why_more and requirement.fields not in said:
            said.add(requirement.fields)
            yield Found(_place(flow, requirement), _said(flow, requirement))


def _place(flow: FlowSubject, requirement: Requirement) -> str:
    if requirement.is_matching:
        return join_path(flow.path, "matching", "any_of")
    return join_path(flow.case.path, "purposes", requirement.purpose, "needs", requirement.question, "any_of")


def _said(flow: FlowSubject, requirement: Requirement) -> str:
    items = [item for item in flow.items if item.key in requirement.fields]
    ways = "; or ".join(" and ".join(item.field.label for item in items if item.key in one) for one in requirement.sets)
    what = "matches records" if requirement.is_matching else f'answers "{requirement.question}"'
    return f"{flow.key} {what} in more than one way: {ways}. Nothing says why more than one travels."
