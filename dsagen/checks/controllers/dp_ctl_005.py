"""A party has a data protection officer and a registration.

A public authority must have a data protection officer. Almost every controller pays the data protection fee, and has a
number in the register of fee payers.

Wrong: the council names no officer.

```yaml
registers:
  parties:
    council:
      data_protection_officer:
      ^
```

Right: it does.

```yaml
registers:
  parties:
    council:
      data_protection_officer: {role: data protection officer, email: dpo@fernshire.example}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import PartySubject
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-CTL-005",
    title="No data protection officer, or no registration",
    severity="warning",
    authority="UK GDPR Article 37; Data Protection (Charges and Information) Regulations 2018",
    why=("People and partners need someone to turn to, and an unpaid fee is an offence that anyone can look up."),
    fix="Give the officer's role and mailbox, and the number in the register of fee payers.",
    false_positives="A body that is exempt from the fee. Say so in `registration`.",
    unverified=True,
)


def check(party: PartySubject) -> Iterator[Found]:
    """Find public authorities without a data protection officer or a registration."""
    if not party.is_public_authority:
        return
    if party.party.data_protection_officer is None:
        yield Found(
            join_path(party.path, "data_protection_officer"), f"{party.called} names no data protection officer."
        )
    if party.party.registration is None:
        yield Found(join_path(party.path, "registration"), f"{party.called} gives no registration number.")
