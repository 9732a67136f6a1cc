"""A field that looks like special category information is marked as that.

Names such as `diagnosis`, `religion` or `medication` nearly always show a special category. A field without the mark is
left out of every condition, table and notice that the law asks for. Indirect words, such as the language at home, only
let people infer something: a person decides.

Wrong:

```yaml
flows:
  F01: {fields: {diagnosis: To understand the child's role.}}
registers:
  datasets:
    young-carer-flags:
      fields:
        diagnosis: {label: Parent's diagnosis, kind: code, detail: code, confidential: true}
        ^
```

Right: the mark is there.

```yaml
flows:
  F01: {fields: {diagnosis: To understand the child's role.}}
registers:
  datasets:
    young-carer-flags:
      fields:
        diagnosis: {label: Parent's diagnosis, kind: code, detail: code, confidential: true, special: [health]}
```

Right: the field says that it shows nothing of the kind.

```yaml
flows:
  F01: {fields: {help-wanted: To know what to offer.}}
registers:
  datasets:
    young-carer-flags:
      fields:
        help-wanted: {label: Help that the child wants, kind: code, detail: code, meaning: It gives no diagnosis.}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.special_and_criminal._hints import carried_before, said_of
from dsagen.checks.subjects import Item

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-ART9-013",
    title="This looks like special category information",
    severity="warning",
    authority="UK GDPR Article 9(1)",
    why="What is not marked gets no Article 9 condition, no policy document and no line in the privacy notice.",
    fix="Add the category to the field's `special`. Where it shows none, say so in `meaning`, or accept the finding.",
    false_positives=(
        "Words that only look alike, and indirect hints that show nothing here. The list of words is an inference from "
        "the law and not part of it."
    ),
)


def check(item: Item) -> Iterator[Found]:
    """Find a field whose name or meaning suggests a special category that is not marked."""
    if item.field.special or carried_before(item):
        return
    law = item.flow.case.law
    # `SEND` is an abbreviation, and `send` is not.
    hint = next((found for found in law.special_hints_in(said_of(item)) if found.words != "send"), None)
    if hint is None:
        return
    labels = law.vocabulary.special_categories
    shown = " or ".join(labels[category].label.lower() for category in hint.item.categories)
    verb = "may let people infer" if hint.item.indirect else "usually shows"
    yield Found(
        item.field_path,
        f"“{item.field.label}” has no special category. The word “{hint.words}” {verb} one: {shown}.",
    )
