"""Only the people whom the purpose concerns are included.

A purpose that helps some children does not need all children. The rule for who is in a group (`cohort`) keeps out
everyone else, or the flow has a narrower rule of its own. Filter at the source, or match first on something that names
nobody.

Wrong: a weekly feed about every child, to find a few.

```yaml
flows:
  F01:
    frequency: weekly
registers:
  people:
    child:
      cohort: All children who live in Fernshire.
      ^
```

Wrong: the flow's own rule leaves nobody out either.

```yaml
flows:
  F01:
    frequency: weekly
    cohort: All children in Fernshire.
    ^
```

Right: the flow says which of them.

```yaml
flows:
  F01:
    frequency: weekly
    cohort: Only a child whose parent agrees to this one fact being passed on.
registers:
  people:
    child:
      cohort: All children who live in Fernshire.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.minimisation._groups import is_everyone
from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Case, FlowSubject
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-MIN-012",
    title="More people than the purpose concerns",
    severity="warning",
    authority="UK GDPR Article 5(1)(c)",
    why="Families about whom nobody has a question are watched for no reason, and each mistake falls on them too.",
    fix="Narrow the group's `cohort`, or give the flow a `cohort` of its own: who is included, and who is not.",
    false_positives=(
        "A task that really is about everyone, such as a register of all children. Say in `cohort` why all are needed, "
        "and accept the finding. Planning, public health, schooling and attendance are not asked."
    ),
)
_ABOUT_EVERYONE = frozenset(
    {"statistics_planning", "public_health", "education_provision", "attendance", "identity_matching"}
)
_NARROWED_BY_EVENT = frozenset({"per_case", "on_request"})


def check(case: Case) -> Iterator[Found]:
    """Find a group that leaves nobody out, in a flow for a purpose that concerns some."""
    wide: dict[str, list[str]] = {}
    for flow in case.flows:
        if not _concerns_some(flow):
            continue
        if flow.flow.cohort is None:
            for key in flow.people:
                wide.setdefault(key, []).append(flow.key)
        elif is_everyone(flow.flow.cohort):
            yield Found(
                join_path(flow.path, "cohort"),
                f"{flow.key} is about some people, and its rule leaves nobody out.",
            )
    for key, flows in wide.items():
        group = case.workspace.people[key]
        if group.cohort is not None and is_everyone(group.cohort):
            yield Found(
                join_path("people", key, "cohort"),
                f'"{group.label}" leaves nobody out. The purposes of {", ".join(flows)} concern only some.',
            )


def _concerns_some(flow: FlowSubject) -> bool:
    by_event = flow.flow.frequency in _NARROWED_BY_EVENT
    return not by_event and bool(flow.kinds) and not flow.kinds & _ABOUT_EVERYONE
