"""Law-enforcement records may be used for something else only where the law authorises it.

What the police hold, they hold under Part 3 for law enforcement. When they tell a school or a council for a child's
welfare, that is another purpose. Section 36(4) of the Data Protection Act 2018 asks for an authority in law: a statute,
or the common law powers of the police. From that moment the UK GDPR applies, on both sides. A duty in force that binds
the discloser is such an authority by itself, and need not be written twice.

Wrong: nothing says which law lets the records leave Part 3.

```yaml
flows:
  F04:
    bases:
      police:
        onward_authority:
        ^
```

Right:

```yaml
flows:
  F04:
    bases:
      police:
        onward_authority: The common law duty of the police to protect life (section 36(4))
```

Right: the duty to tell schools of domestic abuse is the authority.

```yaml
flows:
  F04:
    to: [primary]
    viewers: [designated safeguarding lead]
    retention: {instead: {}}
    bases:
      instead:
        police:
          gateways: [domestic-abuse-act-2021-s49a]
          article6: c
          article10: official_authority
        primary: {gateways: [education-act-2002-s175], article6: e}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.law_enforcement._regime import is_onward
from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Side
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-LE-003",
    title="No law authorises the other use",
    severity="error",
    authority="Data Protection Act 2018 section 36(4)",
    why="Without an authority in law the records may not leave law enforcement, however good the cause.",
    fix="Name the statute, or the common law power of the police, in `onward_authority`.",
    false_positives=(
        "Records that a police force never held for law enforcement, such as a report of a missing person. Say so in "
        "`onward_authority`, with the law that the force acts under."
    ),
    yields_to=("DP-CTL-001", "DP-LE-001", "DP-LE-002"),
)


def check(side: Side) -> Iterator[Found]:
    """Find a law-enforcement body that gives its records for another purpose, and names no law that authorises it."""
    if not is_onward(side) or side.basis is None or side.basis.onward_authority:
        return
    if any(citation.is_live_duty and side.may_disclose(citation.gateway) for citation in side.citations):
        return
    yield Found(
        join_path(side.path, "onward_authority"),
        f"{side.party.called} holds these records for law enforcement, and uses them in {side.flow.key} for something "
        "else. No law is named that authorises it.",
    )
