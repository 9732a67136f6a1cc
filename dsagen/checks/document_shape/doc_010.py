"""Someone senior enough signs.

A signature binds the organisation. Where the group has set the roles that may sign, another role does not do. Where it
has set none, an assistant or a caseworker is still not enough.

Wrong: an assistant signs for the council.

```yaml
signatories:
  council: information governance assistant
  ^
```

Wrong: the group has set who may sign.

```yaml
governance:
  signatory_roles:
    [director of children's services, partner, chair of governors, chief executive, trust chief executive]
signatories:
  police: assistant chief constable
  ^
```

Right: a director signs.

```yaml
signatories:
  council: director of children's services
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Case
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

_JUNIOR = re.compile(
    r"\b(clerk|receptionist|trainee|intern|apprentice|volunteer|(administrator|administrative|admin)\b.*|"
    r"assistant(?! (chief|commissioner|director|head|secretary))|(co-?ordinator)|caseworker|support worker|analyst)\b",
    re.IGNORECASE,
)
"""Roles that do not usually bind an organisation. An assistant chief constable or director does."""

RULE = Rule(
    id="DOC-010",
    title="The signatory's role is below the set level",
    severity="error",
    authority="ICO data sharing code",
    why="An agreement that is signed by someone without authority binds nobody.",
    fix=("Name a role that may bind the organisation, or add the role to `governance.signatory_roles`."),
    false_positives=(
        "A small body where a junior title carries the authority. Add the role to `governance.signatory_roles`."
    ),
    unverified=True,
)


def check(case: Case) -> Iterator[Found]:
    """Find signatories whose role is not among those that may sign."""
    allowed = [role.lower() for role in case.agreement.governance.signatory_roles]
    for key, role in case.agreement.signatories.items():
        senior = role.lower() in allowed if allowed else not _JUNIOR.search(role)
        if key in case.workspace.parties and not senior:
            called = case.workspace.parties[key].called
            said = "is not among the roles that may sign" if allowed else "is unlikely to bind the organisation"
            yield Found(join_path(case.path, "signatories", key), f"“{role}” {said}, for {called}.")
