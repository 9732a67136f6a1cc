"""Someone who relies on consent can show it.

Three things show it: the words that people were asked with, the record of their answer, and how they withdraw. That
holds for consent under UK GDPR Article 7. It holds as well for agreement that lifts the duty of confidence: unless it
can be shown, it lifts nothing.

Wrong: the record is there. Nothing says what people were told, or how they withdraw.

```yaml
flows:
  F01:
    procedure: [{who: general practitioner, does: sends the fact}]
    confidentiality:
      evidence: Coded in the practice record
      ^
```

Right:

```yaml
flows:
  F01:
    procedure: [{who: general practitioner, does: sends the fact}]
    confidentiality:
      evidence: Coded in the practice record, with the date, the words used and how to withdraw
```

Wrong: a charity rests on consent, and nothing shows it.

```yaml
flows:
  F06:
    bases:
      friends:
        article6: a
        ^
        annex1:
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import FlowSubject
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-TRN-009",
    title="Consent that cannot be shown",
    severity="warning",
    authority="UK GDPR Article 7",
    why="Consent that nobody can prove, or that people cannot take back, is no consent.",
    fix="Say in `confidentiality.evidence` where the answer is recorded, the words used and how to withdraw.",
    false_positives="Words and a way to withdraw that stand in a guide for staff. Name the guide in `evidence`.",
    yields_to=("DP-LAW-007",),
    unverified=True,
)
_WORDS = re.compile(r"\b(words|wording|script|form|forms|statement|leaflet|guide|explains?|explained)\b", re.IGNORECASE)
_WITHDRAW = re.compile(
    r"\b(withdraw\w*|withdrew|takes? back|taken back|revok\w+|(changes?|changed) (their|his|her|its) mind|opts? out)\b",
    re.IGNORECASE,
)


def check(flow: FlowSubject) -> Iterator[Found]:
    """Find consent without the words, the record or a way back."""
    confidentiality = flow.flow.confidentiality
    asked = confidentiality is not None and confidentiality.route == "consent_explicit"
    evidence = confidentiality.evidence if confidentiality is not None else None
    steps = [step.does for step in flow.flow.procedure]
    said = " ".join((evidence or "", (confidentiality and confidentiality.competence_check) or "", *steps))
    lacking = [
        words for words, there in (("the words used", _WORDS), ("how to withdraw", _WITHDRAW)) if not there.search(said)
    ]
    if asked:
        if evidence is not None and lacking:
            yield Found(
                join_path(flow.path, "confidentiality", "evidence"),
                f"The agreement of people in {flow.key} is recorded without {' or '.join(lacking)}.",
                authority="Common law duty of confidence; UK GDPR Article 7",
            )
        return
    if evidence is None:
        lacking.append("a record")
    for side in flow.sides:
        basis = side.basis
        point = basis and next((key for key in ("article6", "article9") if getattr(basis, key) == "a"), None)
        if point and lacking:
            yield Found(
                join_path(side.path, point),
                f"{side.party.called} relies on consent in {flow.key} without {' or '.join(lacking)}.",
            )
