"""A machine does not decide about people alone, unless the law lets it and people are protected.

A decision is solely automated where no person takes a meaningful part. If it is significant for someone, UK GDPR
Articles 22A to 22D apply. People are told, may make representations, may ask for a person, and may contest it (22C). On
special category data it needs explicit consent, or contract or law together with Article 9(2)(g) (22B). It may never
rest on recognised legitimate interests.

Wrong: nothing protects the people concerned, and health information is used.

```yaml
purposes:
  offer-assessment:
    automated_decision:
    ^
    ^
      what: A score decides which families are offered an assessment.
      human_review: no
```

Wrong: a party rests on recognised legitimate interests.

```yaml
purposes:
  protect-child:
    automated_decision:
    ^
      what: A score decides which reports are looked at.
      human_review: no
      safeguards: People are told, may comment, may ask for a person and may contest the score.
      special_condition: Explicit consent
```

Right: a person takes a meaningful part.

```yaml
purposes:
  offer-assessment:
    automated_decision:
      what: A score proposes an order. The duty manager reads each report and decides.
      human_review: yes
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import PurposeSubject
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-TRN-008",
    title="A machine decides alone",
    severity="error",
    authority="UK GDPR Articles 22A to 22D",
    why="A significant decision that nobody can question is unlawful, and a mistake in it stays unseen.",
    fix="Let a person take a meaningful part before it takes effect, or add what Articles 22B and 22C ask for.",
    false_positives="A decision without a legal or similarly serious effect. It is not significant: leave it out.",
)


def check(purpose: PurposeSubject) -> Iterator[Found]:
    """Find a solely automated decision without safeguards, without a condition, or on a basis that is closed to it."""
    decision = purpose.purpose.automated_decision
    if decision is None or decision.human_review:
        return
    path, title = join_path(purpose.path, "automated_decision"), purpose.purpose.title
    if decision.safeguards is None:
        yield Found(
            join_path(path, "safeguards"),
            f'A machine decides alone for "{title}". People cannot comment, ask for a person or contest it.',
            authority="UK GDPR Article 22C",
        )
    if decision.special_condition is None and any(flow.special for flow in purpose.flows):
        yield Found(
            join_path(path, "special_condition"),
            f'A machine decides alone for "{title}" on special category data. Nothing says what allows that.',
            authority="UK GDPR Article 22B",
        )
    for side in (side for flow in purpose.flows for side in flow.sides):
        if side.basis is not None and side.basis.article6 == "ea":
            yield Found(
                path,
                f'A machine decides alone for "{title}". {side.party.called} rests on Article 6(1)(ea) in '
                f"{side.flow.key}, which is closed to that.",
            )
            return
