"""What the police tell a school or a health body stands under two regimes, and the agreement names both.

The police hold the record under Part 3, and section 36(4) lets it leave. The school or health body is under the UK
GDPR. An agreement that names one regime alone leaves one of the two without an answer.

Wrong, as advice: nothing says that the record was first held for law enforcement.

```yaml
flows:
  F04:
    to: [primary]
    viewers: [designated safeguarding lead]
    retention: {instead: {}}
    bases:
      instead:
        police:
          gateways: [common-law-policing]
          article6: e
          article10: official_authority
          onward_authority: The common law duty of the police to protect life
          ^
        primary:
          gateways: [education-act-2002-s175]
          article6: e
          schedule1: [6]
          article10: Schedule 1 paragraph 6
```

Right: the authority names the section, or the dataset says how the record was held.

```yaml
flows:
  F04:
    to: [primary]
    viewers: [designated safeguarding lead]
    retention: {instead: {}}
    bases:
      instead:
        police:
          gateways: [common-law-policing]
          article6: e
          article10: official_authority
          onward_authority: The common law duty of the police to protect life, for section 36(4) of the Act of 2018
        primary:
          gateways: [education-act-2002-s175]
          article6: e
          schedule1: [6]
          article10: Schedule 1 paragraph 6
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dsagen.checks.law_enforcement._regime import is_onward
from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Side
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-LE-009",
    title="Only one of two regimes is named",
    severity="advice",
    authority="The regulator's data sharing code, on law enforcement",
    why="Each side answers for its own regime, and a reader has to see where one ends and the other begins.",
    fix="Say in `onward_authority` that the record was held under Part 3, and that section 36(4) lets it leave.",
    false_positives="A record that the police never held for law enforcement.",
    yields_to=("DP-CTL-001", "DP-LE-001", "DP-LE-002", "DP-LE-003"),
    unverified=True,
)

_SCHOOLS_AND_HEALTH = frozenset(
    {
        "school",
        "academy",
        "independent_school",
        "fe_college",
        "early_years_provider",
        "nhs_trust",
        "gp_practice",
        "icb",
        "nhs_england",
        "local_health_board",
    }
)
_NAMES_PART3 = re.compile(r"\b(part (3|three)|(section|s\.?) ?36|law[ -]enforcement)\b", re.I)


def check(side: Side) -> Iterator[Found]:
    """Find a police disclosure to a school or health body in which nothing speaks of Part 3."""
    if not is_onward(side) or side.basis is None:
        return
    recipients = [other for other in side.others if other.party.type in _SCHOOLS_AND_HEALTH]
    texts = (side.basis.onward_authority, side.flow.dataset.collected_for)
    if recipients and not any(text and _NAMES_PART3.search(text) for text in texts):
        yield Found(
            join_path(side.path, "onward_authority"),
            f"{side.party.called} tells {recipients[0].called} what it holds for law enforcement. Name both regimes: "
            "Part 3 until section 36(4) lets it leave, and the UK GDPR for the recipient.",
        )
