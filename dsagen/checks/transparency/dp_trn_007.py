"""People know whom to ask about their rights.

Each party answers requests through its `rights_contact`, or through its data protection officer. Where controllers are
joint, people may turn to any of them, and one `contact_point` makes that simple. The standard clause on requests says
within which time a party sends a request on. Where no officer can be reached either, DP-TRN-002 says so.

Wrong: a contact that nobody can reach.

```yaml
registers:
  parties:
    council:
      rights_contact: {role: information rights team, email: (taken away), telephone: (taken away)}
      ^
```

Wrong: joint controllers, and no one to ask first.

```yaml
form: joint_controllers
^
```

Right:

```yaml
form: joint_controllers
contact_point: council
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Case
from dsagen.checks.transparency._reach import can_be_reached
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-TRN-007",
    title="Nobody to ask about rights",
    severity="warning",
    authority="UK GDPR Articles 12 and 26",
    why="A right that nobody knows where to use is no right.",
    fix="Give the `rights_contact` an email address or telephone number. Joint controllers name a `contact_point`.",
    false_positives=(
        "Article 26 lets joint controllers name a contact point; it does not make them. Accept the finding where each "
        "party answers for all."
    ),
)


def check(case: Case) -> Iterator[Found]:
    """Find a contact for rights that nobody can reach, and joint controllers without a contact point."""
    for party in case.parties:
        contact = party.party.rights_contact
        officer = can_be_reached(party.party.data_protection_officer)
        if contact is not None and officer and not can_be_reached(contact):
            yield Found(
                join_path(party.path, "rights_contact"),
                f"{party.called} names the {contact.role} for requests, without an email address or telephone number.",
            )
    if case.agreement.form == "joint_controllers" and case.agreement.contact_point is None:
        yield Found(
            join_path(case.path, "contact_point"),
            "The joint controllers name no party that people may ask first.",
        )
