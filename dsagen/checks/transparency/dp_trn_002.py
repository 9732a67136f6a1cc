"""A privacy notice says all that it has to.

`dsagen` writes the notices from the agreement, so a row is missing only where the agreement lacks what it is made from:
how to reach the party and its data protection officer, each purpose in plain words, and where the information comes
from. Other rules ask for the lawful basis, the retention period, transfers abroad and complaints.

Wrong: nobody can reach the data protection officer.

```yaml
registers:
  parties:
    council:
      data_protection_officer: {role: data protection officer, email: (taken away)}
      ^
```

Wrong: a purpose has no plain words.

```yaml
purposes:
  protect-child:
  ^
    plain: (taken away)
```

Wrong: the notice cannot say where the information comes from.

```yaml
registers:
  datasets:
    attendance:
    ^
      source: (taken away)
```

Right:

```yaml
purposes:
  protect-child:
    plain: So that children who may be at risk are seen quickly.
registers:
  datasets:
    attendance:
      source: The school's register.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Case, PartySubject
from dsagen.checks.transparency._reach import can_be_reached
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-TRN-002",
    title="The notice lacks something it must say",
    severity="error",
    authority="UK GDPR Articles 13 and 14",
    why="A notice with a hole in it does not inform people, and what is done in its name is not transparent.",
    fix="Fill in the value: the notices of all parties are made from it.",
    false_positives="None is known.",
    unverified=True,
)


def check(case: Case) -> Iterator[Found]:
    """Find what the notices need and the agreement lacks."""
    for party in case.parties:
        yield from _about(party)
    for purpose in case.purposes:
        if purpose.flows and purpose.purpose.plain is None:
            yield Found(
                join_path(purpose.path, "plain"),
                f'Privacy notices cannot say in plain words what "{purpose.purpose.title}" is for.',
                authority=_asks(case, "purposes"),
                unwritten=True,
            )
    for key in dict.fromkeys(flow.flow.dataset for flow in case.flows):
        dataset = case.workspace.datasets[key]
        if dataset.source is None:
            yield Found(
                join_path("datasets", key, "source"),
                f'Privacy notices cannot say where "{dataset.title}" comes from.',
                authority=_asks(case, "origin"),
                unwritten=True,
            )


def _about(party: PartySubject) -> Iterator[Found]:
    entity = party.party
    if not can_be_reached(entity.data_protection_officer):
        yield Found(
            join_path(party.path, "data_protection_officer"),
            f"The privacy notice of {party.called} cannot say how to reach its data protection officer or lead.",
            authority=_asks(party.case, "data_protection_officer"),
            unwritten=True,
        )
    means = (entity.address, entity.website, can_be_reached(entity.contact) or can_be_reached(entity.rights_contact))
    if not any(means) and not can_be_reached(entity.data_protection_officer):
        yield Found(
            join_path(party.path, "contact"),
            f"The privacy notice of {party.called} cannot say how to reach it.",
            authority=_asks(party.case, "controller"),
            unwritten=True,
        )


def _asks(case: Case, item: str) -> str:
    record = case.law.notice_items[item]
    asked = [f"Article {place}" for place in (record.article13, record.article14) if place is not None]
    return f"UK GDPR {' and '.join(asked)}"
