"""A disclosure to a competent authority under paragraph 10 needs no policy document.

Paragraph 10 of Schedule 1 is about preventing or detecting unlawful acts. Someone who discloses to the police or to
another competent authority under it, or prepares to, does not need an appropriate policy document for that. The party
that tells the police may list the paragraph all the same.

Wrong: nothing is wrong here. The council is told that it need not wait for a policy document.

```yaml
flows:
  F05:
    bases:
      council:
        schedule1:
          - 10
            ^
```

Right: towards the police under another paragraph the document is needed, and there is nothing to say.

```yaml
flows:
  F05:
    bases:
      council: {schedule1: [18], no_consent_reason: Asking could prejudice the protection of the child.}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.relied_on import relied_on
from dsagen.checks.rule import Found, Rule
from dsagen.checks.special_and_criminal._conditions import place_of, under_uk_gdpr
from dsagen.checks.subjects import Side

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-ART9-006",
    title="No policy document is needed for this disclosure",
    severity="advice",
    authority="Data Protection Act 2018 Schedule 1 paragraph 10(2)",
    why="Nobody should hold back what the police need because a policy document is not ready.",
    fix="Nothing needs to be done. The party may list paragraph 10 in its policy document all the same.",
    false_positives="It is advice, and true of the disclosure only. A party that also receives needs the document.",
    yields_to=("DP-CTL-001", "DP-LE-001"),
)

_UNLAWFUL_ACTS = 10


def check(side: Side) -> Iterator[Found]:
    """Find a disclosure under paragraph 10 in which every recipient is a competent authority."""
    basis = under_uk_gdpr(side)
    if basis is None or side.role != "discloser" or _UNLAWFUL_ACTS not in relied_on(basis):
        return
    if all(other.is_competent_authority for other in side.others):
        to = ", ".join(other.called for other in side.others)
        yield Found(
            place_of(side, basis, _UNLAWFUL_ACTS),
            f"{side.party.called} needs no appropriate policy document to disclose to {to} under paragraph 10.",
        )
