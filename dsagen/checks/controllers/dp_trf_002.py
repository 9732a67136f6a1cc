"""Access from abroad is said.

A supplier may keep the information in the United Kingdom and let staff elsewhere look at it. That can be a transfer as
well. So the agreement says whether it happens, and how it is limited.

Wrong: a supplier uses a company abroad, and nothing says what its staff can see.

```yaml
processors:
  forms:
    name: Forms Limited
    acts_for: council
    does: hosts the form
    contract: FC 2026/118
    sub_processors: ["Care Desk Inc: global support"]
    ^
```

Right: it is said.

```yaml
processors:
  forms:
    name: Forms Limited
    acts_for: council
    does: hosts the form
    contract: FC 2026/118
    sub_processors: ["Care Desk Inc: global support"]
    remote_access: Support staff abroad see no information about people.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.controllers._places import is_at_home, may_reach_abroad
from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Case
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-TRF-002",
    title="Access from abroad is not stated",
    severity="warning",
    authority="UK GDPR Chapter V; ICO guidance on transfers",
    why="A look from another country can be a transfer that nobody has assessed.",
    fix=("Say in `remote_access` whether staff abroad can reach the information, and how that is limited."),
    false_positives="A supplier whose name only sounds foreign. Say that nobody abroad has access.",
    yields_to=("DP-TRF-001",),
    unverified=True,
)


def check(case: Case) -> Iterator[Found]:
    """Find suppliers that seem to have people abroad and do not say whether those can reach the information."""
    for key, processor in case.agreement.processors.items():
        if processor.remote_access:
            continue
        path = join_path(case.path, "processors", key)
        words = " ".join((processor.name, processor.does, *processor.sub_processors))
        if not is_at_home(processor.country):
            yield Found(join_path(path, "country"), f"{processor.name} is abroad, and nothing says who there can look.")
        elif may_reach_abroad(words):
            place = "sub_processors" if processor.sub_processors else "does"
            yield Found(
                join_path(path, place),
                f"{processor.name} seems to have people abroad, and nothing says whether they can look.",
            )
