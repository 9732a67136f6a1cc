"""People can complain to the organisation itself.

Since 19 June 2026 a controller must make it easy to complain to it. It acknowledges a complaint within 30 days (Data
Protection Act 2018 section 164A). The privacy notice says how. So each party has a page for complaints, or a contact
for rights or data protection that people can reach.

Wrong: there is no page, and nobody can be reached.

```yaml
registers:
  parties:
    council:
      notices:
      ^
        complaints: (taken away)
      rights_contact: (taken away)
      data_protection_officer: {role: data protection officer, email: (taken away)}
```

Right:

```yaml
registers:
  parties:
    council:
      notices:
        complaints: https://fernshire.example/complaints
```

Right: before that day nobody had to.

```yaml
# as at 2026-06-18
registers:
  parties:
    council:
      notices:
        complaints: (taken away)
      rights_contact: (taken away)
      data_protection_officer: {role: data protection officer, email: (taken away)}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import PartySubject
from dsagen.checks.transparency._reach import can_be_reached
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-TRN-003",
    title="Nowhere to complain to the organisation",
    severity="error",
    authority="Data Protection Act 2018 section 164A, in force since 19 June 2026",
    why="Someone who is wronged should be able to tell the organisation first. The law makes it listen.",
    fix=(
        "Give the address of the complaints page in `notices.complaints`, or a `rights_contact` with an email address "
        "or telephone number. Acknowledge each complaint within 30 days."
    ),
    false_positives="None is known.",
)


def check(party: PartySubject) -> Iterator[Found]:
    """Find a party that gives no way to complain to it, from the day on which it must."""
    if party.case.as_at < party.case.law.regulator.complaint_to_controller.in_force_from:
        return
    entity = party.party
    if entity.notices.complaints is not None:
        return
    if not can_be_reached(entity.rights_contact) and not can_be_reached(entity.data_protection_officer):
        yield Found(
            join_path(party.path, "notices", "complaints"),
            f"Nothing says how people can complain to {party.called}.",
            unwritten=True,
        )
