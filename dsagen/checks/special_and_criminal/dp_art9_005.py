"""Each party needs an appropriate policy document for the paragraphs that call for one.

Paragraph 1 of Schedule 1, and nearly every paragraph of Part 2, calls for an appropriate policy document. It is the
controller's own: an agreement cannot supply one for everybody. A workspace that builds `appropriate_policy` documents
makes one for each party that needs it, and the rule is then satisfied. Otherwise the party's own document has to list
the paragraph.

Wrong: the workspace builds no policy documents, and the council's own leaves out paragraph 18.

```yaml
settings: {documents: [dsa, dpia, privacy_notice]}
registers:
  parties:
    council:
      appropriate_policy:
        paragraphs: [6, 10]
        ^
    academy: {appropriate_policy: {reference: Trust policy, paragraphs: [6]}}
    friends: {appropriate_policy: {reference: Friends policy, paragraphs: [18]}}
```

Wrong: the charity has no policy document at all.

```yaml
settings: {documents: [dsa, dpia, privacy_notice]}
registers:
  parties:
    academy: {appropriate_policy: {reference: Trust policy, paragraphs: [6]}}
    friends:
      appropriate_policy:
      ^
```

Right: a disclosure to the police under paragraph 10 needs no policy document.

```yaml
settings: {documents: [dsa, dpia, privacy_notice]}
flows:
  F05:
    bases:
      council: {schedule1: [10], article10: Schedule 1 paragraph 10}
registers:
  datasets: {households: {fields: {household-code: {criminal: yes, offence_status: [alleged]}}}}
  parties:
    council: {appropriate_policy: {paragraphs: [6, 18]}}
    academy: {appropriate_policy: {reference: Trust policy, paragraphs: [6]}}
    friends: {appropriate_policy: {reference: Friends policy, paragraphs: [18]}}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.relied_on import relied_on
from dsagen.checks.rule import Found, Rule
from dsagen.checks.special_and_criminal._conditions import under_uk_gdpr
from dsagen.checks.subjects import PartySubject, Side
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-ART9-005",
    title="No appropriate policy document for the paragraph",
    severity="error",
    authority="Data Protection Act 2018 Schedule 1 paragraphs 1(1)(b), 5, 38 and 39",
    why="The condition is met only by a controller that has the document when it uses the information.",
    fix=(
        "Let the workspace build `appropriate_policy`, or add the paragraph to the party's own document and list it "
        "under `appropriate_policy.paragraphs`."
    ),
    false_positives="A document that covers the paragraph and is not recorded in full. List its paragraphs.",
    yields_to=("DP-CTL-001",),
)


def check(party: PartySubject) -> Iterator[Found]:
    """Find a party that has no policy document for a paragraph on which it relies."""
    if "appropriate_policy" in party.case.workspace.settings.documents:
        return
    needed = sorted({number for side in _sides(party) for number in _needed(side)})
    policy = party.party.appropriate_policy
    missing = [number for number in needed if policy is None or number not in policy.paragraphs]
    if not missing:
        return
    named = ", ".join(str(number) for number in missing)
    place = ("appropriate_policy",) if policy is None else ("appropriate_policy", "paragraphs")
    yield Found(
        join_path(party.path, *place),
        f"{party.called} relies on Schedule 1 paragraph {named}, and no appropriate policy document of its own is "
        "recorded as covering it.",
    )


def _sides(party: PartySubject) -> Iterator[Side]:
    return (side for flow in party.case.flows for side in flow.sides if side.party.key == party.key)


def _needed(side: Side) -> list[int]:
    """Give the paragraphs on which a side relies here, and which call for a policy document."""
    basis = under_uk_gdpr(side)
    if basis is None or not (side.flow.special or side.flow.is_criminal):
        return []
    law = side.case.law
    known = [number for number in relied_on(basis) if number in law.schedule1]
    to_authorities = side.role == "discloser" and all(other.is_competent_authority for other in side.others)
    return law.needs_policy_document(known, to_competent_authority=to_authorities)
