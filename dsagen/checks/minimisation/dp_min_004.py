"""A whole record does not travel where a flag would do.

Some questions are answered by yes or no, or by who: "Which child may be a young carer?" A letter, a report or a whole
record tells far more. A whole record answers a wider question only where someone has said why a flag, a code or a
summary is not enough.

Wrong: the question asks only which child.

```yaml
purposes:
  offer-assessment:
    needs: {"Which child may be a young carer?": [possible-young-carer, referral-letter]}
flows:
  F01:
    fields:
      referral-letter: The practice's usual letter.
      ^
registers:
  datasets:
    young-carer-flags:
      fields:
        referral-letter: {label: Referral letter, kind: document, detail: record, confidential: true}
```

Wrong: the question is wider, and nobody has asked whether less would do.

```yaml
purposes:
  offer-assessment:
    needs: {"What has happened to this child?": [referral-letter]}
flows:
  F01:
    fields:
      referral-letter: The practice's usual letter.
      ^
registers:
  datasets:
    young-carer-flags:
      fields:
        referral-letter: {label: Referral letter, kind: document, detail: record, confidential: true}
```

Wrong: the purpose itself says that a whole record is not needed.

```yaml
purposes:
  offer-assessment:
    needs: {"What has happened to this child?": [referral-letter]}
    necessity:
      alternatives:
        flag: A flag would not tell the team what to prepare.
        full_record: The team does not need a diagnosis to offer an assessment.
flows:
  F01:
    fields:
      referral-letter: The practice's usual letter.
      ^
registers:
  datasets:
    young-carer-flags:
      fields:
        referral-letter: {label: Referral letter, kind: document, detail: record, confidential: true}
```

Right: someone has said why less would not do.

```yaml
purposes:
  offer-assessment:
    needs: {"What has happened to this child?": [referral-letter]}
    necessity:
      alternatives:
        full_record: (taken away)
        summary: A summary would leave out the words of the child, on which the assessment turns.
flows:
  F01:
    fields:
      referral-letter: The practice's usual letter.
registers:
  datasets:
    young-carer-flags:
      fields:
        referral-letter: {label: Referral letter, kind: document, detail: record, confidential: true}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Item

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-MIN-004",
    title="A whole record where a flag would do",
    severity="error",
    authority="UK GDPR Article 5(1)(c)",
    why="A record tells about other people, other times and other troubles. Once read, it cannot be unread.",
    fix=(
        "Send a flag or a code that answers the question. Where that is not enough, say why under the purpose's "
        "`alternatives`, as `flag`, `code` or `summary`."
    ),
    false_positives=(
        "A law that requires the whole file, as when a child changes school. Say under `alternatives` why less is not "
        "enough, and the rule is content."
    ),
    yields_to=("DP-MIN-001", "NEED-003"),
)
_YES_NO_OR_WHO = re.compile(
    r"^(whether|who|whom|which|is|are|was|were|does|do|did|has|have|had|may|might|can|could|should|will|would)\b",
    re.IGNORECASE,
)
_TELLS_MORE = re.compile(r"\b(what|why|how|when|where|tell|describe)\b", re.IGNORECASE)


def check(item: Item) -> Iterator[Found]:
    """Find a record, or a written text, that answers what a flag would answer, or that nobody weighed against less."""
    whole = item.field.detail == "record"
    if not whole and not (item.field.kind in ("narrative", "document") and item.field.detail == "text"):
        return
    questions = [
        (question, purpose.purpose.necessity.alternatives)
        for purpose in item.flow.purposes
        for question, need in purpose.purpose.needs.items()
        if item.key in need.fields
    ]
    name = f'"{item.field.label}" in {item.flow.key}'
    if questions and all(_is_narrow(question) for question, _ in questions):
        if not any("flag" in ways or "code" in ways for _, ways in questions):
            yield Found(item.path, f'{name} tells far more than the question asks: "{questions[0][0]}"')
    elif whole and questions and all("full_record" in ways and "summary" not in ways for _, ways in questions):
        yield Found(item.path, f"{name} is a whole record. The purpose says that a whole record is not needed.")
    elif whole and not any("flag" in ways or "code" in ways or "summary" in ways for _, ways in questions):
        yield Found(
            item.path, f"{name} is a whole record. Nobody has said why a flag, a code or a summary is not enough."
        )


def _is_narrow(question: str) -> bool:
    return _YES_NO_OR_WHO.search(question.strip()) is not None and _TELLS_MORE.search(question) is None
