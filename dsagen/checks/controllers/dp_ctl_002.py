"""Joint controllers divide their duties.

Bodies that decide together why and how information is used owe people an arrangement. It says who answers requests, who
tells people, and whom people may contact first.

Wrong: the parties are joint controllers, and nothing says who does what.

```yaml
form: joint_controllers
^
essence: The council answers requests from people.
```

Right: the duties are divided.

```yaml
form: joint_controllers
essence: The council answers requests from people.
contact_point: council
allocation:
  notices: {lead: council}
  access: {lead: council}
  breaches: {lead: council}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Case
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

_TOWARDS_PEOPLE = ("notices", "access", "breaches")
"""The duties that every arrangement divides: telling people, answering them, and dealing with breaches."""

RULE = Rule(
    id="DP-CTL-002",
    title="Joint controllers without an arrangement",
    severity="error",
    authority="UK GDPR Article 26",
    why=("Without an arrangement each joint controller answers for everything, and people do not know whom to ask."),
    fix=("Say in `allocation` who leads on each duty, and in `contact_point` whom people may ask first."),
    false_positives="Parties that share and decide alone. Then the form is another one.",
)


def check(case: Case) -> Iterator[Found]:
    """Find joint controllers that leave out the duties towards people, or the contact point."""
    agreement = case.agreement
    if agreement.form != "joint_controllers":
        return
    missing = [duty for duty in _TOWARDS_PEOPLE if duty not in agreement.allocation]
    if len(missing) == len(_TOWARDS_PEOPLE):
        yield Found(join_path(case.path, "allocation"), "Nothing says which of the joint controllers does what.")
    elif missing:
        duties = ", ".join(f"`{duty}`" for duty in missing)
        yield Found(join_path(case.path, "allocation"), f"Nothing says which joint controller leads on {duties}.")
    elif agreement.contact_point is None:
        yield Found(
            join_path(case.path, "contact_point"),
            "Nothing says which joint controller people may contact first.",
        )
