"""Every question is answered by something that travels.

A purpose asks questions, and names the fields that answer each. Where none of these fields reaches anyone who acts on
the purpose, the purpose cannot be met: the question is idle, or a field was forgotten. Where only some of them arrive,
the recipient must find the rest in its own records.

Wrong: nothing that travels answers the second question.

```yaml
purposes:
  raise-attendance:
    needs:
      How may we reach the family?: []
      ^
```

Wrong: the field is in the dataset, and no flow sends it.

```yaml
purposes:
  offer-assessment:
    needs:
      Is there another child at home?: [other-children]
      ^
registers:
  datasets:
    young-carer-flags:
      fields:
        other-children: {label: Other children at home, kind: status, detail: flag}
```

Wrong: only a part of the answer arrives.

```yaml
purposes:
  raise-attendance:
    needs:
      Which pupil is absent, and how much?: [pupil-name, pupil-date-of-birth, days-absent, reason-absent]
      ^
registers:
  datasets:
    attendance:
      fields:
        reason-absent: {label: Reason, kind: code, detail: code}
```

Right:

```yaml
purposes:
  raise-attendance:
    needs:
      Which pupil is absent, and how much?: {all_of: [pupil-name, days-absent], any_of: [pupil-date-of-birth]}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import PurposeSubject
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="NEED-001",
    title="A question that nothing answers",
    severity="error",
    authority="UK GDPR Article 5(1)(c); Bank Mellat v HM Treasury (No 2) [2013] UKSC 39, second stage",
    why="A purpose whose questions stay open cannot be met, and what is sent for it serves nothing.",
    fix="Name the fields that answer the question and send them, or take the question out.",
    false_positives=(
        "A recipient that holds the rest of the answer itself: this is then a warning. Leave what it holds out of the "
        "question, or accept the finding."
    ),
)


def check(purpose: PurposeSubject) -> Iterator[Found]:
    """Find a question of which no set of fields arrives whole at a recipient that acts on the purpose."""
    arriving = [_arriving(purpose, party) for party in _recipients(purpose)]
    if not arriving:
        return
    for question, need in purpose.purpose.needs.items():
        path = join_path(purpose.path, "needs", question)
        sets = need.sets
        if any(one <= fields for one in sets for fields in arriving):
            continue
        missing = [field for field in need.fields if not any(field in fields for fields in arriving)]
        if not sets or set(missing) == set(need.fields):
            yield Found(path, f'Nothing that travels answers "{question}"')
        else:
            yield Found(
                path,
                f'Only part of the answer to "{question}" travels. Not sent to one recipient together: '
                f"{', '.join(missing or need.fields)}.",
                severity="warning",
            )


def _recipients(purpose: PurposeSubject) -> tuple[str, ...]:
    parties = (party.key for flow in purpose.flows for party in flow.recipients)
    return tuple(dict.fromkeys(party for party in parties if purpose.is_for(party)))


def _arriving(purpose: PurposeSubject, party: str) -> frozenset[str]:
    flows = (flow.flow for flow in purpose.flows if party in flow.flow.to)
    return frozenset(field for flow in flows for field in flow.fields)
