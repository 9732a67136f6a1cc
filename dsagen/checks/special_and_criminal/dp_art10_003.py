"""An allegation is criminal-offence information too.

The Data Protection Act 2018 counts alleged offences, proceedings and sentences. Call-outs, arrests, named suspects,
intelligence, bail and "no further action" count where they speak of an offence by the person whom
the information is about. What shows only that someone is a victim or a witness is not.

Wrong:

```yaml
flows:
  F03: {fields: {arrests: To know of trouble outside school.}}
registers:
  datasets:
    attendance:
      fields:
        arrests: {label: Arrests in this school year, kind: code, detail: code}
        ^
```

Right:

```yaml
flows:
  F03:
    fields: {arrests: To know of trouble outside school.}
    bases:
      primary: {article10: Schedule 1 paragraph 6}
      council: {article10: Schedule 1 paragraph 6}
registers:
  datasets:
    attendance:
      fields:
        arrests:
          label: Arrests in this school year
          kind: code
          detail: code
          criminal: yes
          offence_status: [alleged]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.special_and_criminal._hints import carried_before, said_of
from dsagen.checks.subjects import Item

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-ART10-003",
    title="This looks like criminal-offence information",
    severity="warning",
    authority="Data Protection Act 2018 section 11(2)",
    why="An allegation that nobody marks is kept and passed on with less care than the law asks for.",
    fix="Write `criminal: yes` for the field. Where it shows no offence by the person, say so, or accept the finding.",
    false_positives=(
        "A field about a victim or witness, or about an allegation that is of no offence. The list of words is an "
        "inference from the law and not part of it."
    ),
)


def check(item: Item) -> Iterator[Found]:
    """Find a field whose name or meaning suggests an offence or allegation, and which is not marked."""
    if item.field.criminal or carried_before(item):
        return
    hint = next(item.flow.case.law.criminal_hints_in(said_of(item)), None)
    if hint is not None:
        yield Found(
            item.field_path,
            f"“{item.field.label}” is not marked as criminal-offence information. The word “{hint.words}” suggests it.",
        )
