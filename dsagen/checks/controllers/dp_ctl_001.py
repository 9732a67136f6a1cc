"""Each party is one controller.

Everyone must be able to see who is controller at each step. "All schools" is no body that anyone could ask or sue. A
department is part of the body that it belongs to, and a board or a team is no legal person.

Wrong: many bodies stand under one name.

```yaml
registers:
  parties:
    primary:
      name: All Fernshire schools
      ^
```

Wrong: a department of the council is a party beside it.

```yaml
registers:
  parties:
    friends:
      name: Fernshire Council children's services
      ^
```

Wrong: a board is no controller.

```yaml
registers:
  parties:
    friends:
      type: board
      ^
```

Wrong: nobody in the agreement holds the information first.

```yaml
registers:
  parties:
    hospital: {name: Hospital of Fernshire, type: nhs_trust}
  datasets:
    worries:
      holder: hospital
      ^
```

Right: one body, with its teams inside it.

```yaml
registers:
  parties:
    primary:
      name: Fern Primary School
      teams: {office: {title: School office}}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Case
from dsagen.model.party import Party
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

_NO_PERSON = frozenset({"board", "youth_offending_team"})
"""Types that are no legal person of their own (the gateways note, party types)."""
_GROUPS = (
    "schools|academies|colleges|practices|surgeries|trusts|agencies|partners|providers|charities|councils|forces|"
    "hospitals"
)
_MANY = re.compile(
    rf"^(all|the|local|partner|participating|various|other|relevant|member)\b.*\b({_GROUPS}|members of .*)$"
    rf"|\b(partner|participating|local|all) ({_GROUPS})\b|\bmembers of the\b|\band (other )?partners$",
    re.IGNORECASE,
)
_PART = re.compile(
    r"^((the )?(department|directorate|division|team|unit|office) (of|for)\b(?! (education|health|work|justice))"
    r"|.*\b(department|directorate|division)$)",
    re.IGNORECASE,
)
"""Departments of government are bodies of their own: the Department for Education and its like are left alone."""

RULE = Rule(
    id="DP-CTL-001",
    title="The controller is not clear",
    severity="error",
    authority="UK GDPR Articles 4(7) and 24",
    why=(
        "Duties bind a controller. Where nobody can tell who that is, nobody carries them out and people "
        "have nobody to ask."
    ),
    fix="Name each organisation as one party. Make a department or team one of its `teams`.",
    false_positives=(
        "A body whose legal name reads like a group or a department. Accept the finding, and say what it is in law."
    ),
)


def check(case: Case) -> Iterator[Found]:
    """Find parties that are several bodies, or none, and information that no party holds."""
    names = {key: case.workspace.parties[key].name for key in case.agreement.parties}
    for key in case.agreement.parties:
        party = case.workspace.parties[key]
        others = [name for other, name in names.items() if other != key]
        yield from _about(party, join_path("parties", key), others)
    for key in dict.fromkeys(flow.flow.dataset for flow in case.flows):
        holder = case.workspace.datasets[key].holder
        if holder not in names:
            called = case.workspace.parties[holder].called
            yield Found(
                join_path("datasets", key, "holder"),
                f"{called} holds this information and is no party to the agreement.",
                "Make the holder a party, or name the party that holds it.",
            )


def _about(party: Party, path: str, others: list[str]) -> Iterator[Found]:
    name = join_path(path, "name")
    whole = next((other for other in others if party.name.lower().startswith(f"{other.lower()} ")), None)
    if party.type in _NO_PERSON:
        yield Found(
            join_path(path, "type"),
            f"{party.called} is no legal person of its own, so it cannot be a controller.",
            "Name the body that answers for it, usually the council, and make this one of its `teams`.",
        )
    elif _MANY.search(party.name):
        yield Found(name, f"“{party.name}” is many bodies under one name.")
    elif whole is not None:
        yield Found(name, f"“{party.name}” is part of {whole}, which is a party already.")
    elif _PART.search(party.name):
        yield Found(name, f"“{party.name}” is a department, and no body of its own.")
