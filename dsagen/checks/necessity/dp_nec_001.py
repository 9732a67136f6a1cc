"""Every purpose says which less intrusive ways were considered.

An interference with private life is proportionate only where nothing less would do (*Bank Mellat v HM Treasury*,
third stage). The agreement shows that by naming other ways, such as one flag, a question in each case or no sharing
at all. It says why each is not enough. It is an error where special category or criminal-offence information travels,
or where a flow is a routine feed, and a warning elsewhere.

Wrong: health information travels, and nothing less was considered.

```yaml
purposes:
  offer-assessment:
    necessity:
    ^
      alternatives: (taken away)
```

Wrong: the information is ordinary, so this is a warning.

```yaml
purposes:
  raise-attendance:
    necessity:
    ^
      alternatives: (taken away)
```

Right:

```yaml
purposes:
  offer-assessment:
    necessity:
      alternatives:
        full_record: The team does not need a diagnosis to offer an assessment.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import PurposeSubject
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-NEC-001",
    title="No less intrusive way was considered",
    severity="error",
    authority="Bank Mellat v HM Treasury (No 2) [2013] UKSC 39, third stage",
    why="Sharing is necessary only where nothing less would reach the aim. Nobody can show that without looking.",
    fix="Write under `alternatives` each less intrusive way that was considered, and why it is not enough.",
    false_positives="None is known. Where a law fixes what is shared, say so under the way that it rules out.",
)


def check(purpose: PurposeSubject) -> Iterator[Found]:
    """Find a purpose for which no other way was considered."""
    if purpose.purpose.necessity.alternatives:
        return
    weighty = any(flow.special or flow.is_criminal or flow.is_routine for flow in purpose.flows)
    yield Found(
        join_path(purpose.path, "necessity", "alternatives"),
        f'No less intrusive way was considered for the purpose "{purpose.purpose.title}".',
        severity="error" if weighty else "warning",
    )
