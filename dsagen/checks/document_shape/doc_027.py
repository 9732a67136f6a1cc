"""A corporate policy document lists what it covers.

A party that relies on its own appropriate policy document says which paragraphs of Schedule 1 the document covers.

Wrong: the council's document does not list paragraph 6.

```yaml
registers:
  parties:
    council:
      appropriate_policy:
        paragraphs: [10, 18]
        ^
```

Right: it does.

```yaml
registers:
  parties:
    council:
      appropriate_policy:
        paragraphs: [6, 10, 18]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.document_shape._policy import paragraphs_needing_policy
from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import PartySubject
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DOC-027",
    title="The corporate policy document is not recorded as covering a paragraph",
    severity="warning",
    authority="Data Protection Act 2018 Schedule 1 paragraphs 38 and 39",
    why=("The regulator has criticised policy documents that do not name the conditions that they are for."),
    fix=("Bring the document up to date and list the paragraph, or rely on the one that dsagen writes."),
    false_positives="A document that covers the paragraph under another heading. List it.",
    yields_to=("DP-ART9-005",),
)


def check(party: PartySubject) -> Iterator[Found]:
    """Find a party whose own document does not list a paragraph that needs one."""
    policy = party.party.appropriate_policy
    if policy is None:
        return
    missing = [str(number) for number in paragraphs_needing_policy(party) if number not in policy.paragraphs]
    if missing:
        yield Found(
            join_path(party.path, "appropriate_policy", "paragraphs"),
            f"{party.called}'s policy document is not recorded as covering paragraph {' and '.join(missing)}.",
        )
