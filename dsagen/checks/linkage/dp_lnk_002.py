"""Section 251A is for health and adult social care.

Health and Social Care Act 2012 section 251A makes health and adult social care carry the NHS number. What counts is
what a body does: a council's health visitors and school nurses are inside. Its children's social workers, a school, the
police and a landlord are not.

Wrong: an academy cites it.

```yaml
registers:
  datasets:
    young-carer-flags:
      fields:
        child-postcode: {label: NHS number, kind: identifier, detail: none, use: linkage, identifier: nhs_number}
flows:
  F02:
    bases:
      academy:
        identifiers:
          child-postcode:
            rule: hsca-2012-s251a
            ^
```

Wrong: the council has adult social care, and this is about protecting a child.

```yaml
registers:
  datasets:
    worries:
      fields:
        child-name: {label: NHS number, kind: identifier, detail: none, use: linkage, identifier: nhs_number}
flows:
  F06:
    bases:
      council:
        identifiers:
          child-name:
            rule: hsca-2012-s251a
            ^
```

Right: a general practice.

```yaml
registers:
  datasets:
    young-carer-flags:
      fields:
        child-postcode: {label: NHS number, kind: identifier, detail: none, use: linkage, identifier: nhs_number}
flows:
  F01:
    bases:
      surgery:
        identifiers:
          child-postcode:
            rule: hsca-2012-s251a
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.linkage._numbers import S251A, is_among, numbers_of, rules_of
from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Side
from dsagen.law.identifiers import IdentifierRule
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-LNK-002",
    title="Section 251A does not reach this party",
    severity="error",
    authority="Health and Social Care Act 2012 sections 251A and 251C(2)",
    why="The section is a duty of health and adult social care. It gives nobody else a right to the number.",
    fix="Choose another rule, such as a recorded policy approval, or match on something else.",
    false_positives=(
        "A council's public-health nursing, or a body that works for the health service by contract. Add the function "
        "to the party's `functions`."
    ),
    yields_to=("DP-CTL-001", "DP-LE-001"),
)


def check(side: Side) -> Iterator[Found]:
    """Find section 251A cited by a party that it does not reach, or for work that it does not reach."""
    rule = rules_of(side, "nhs_number").get(S251A)
    if rule is None:
        return
    for item, reason in numbers_of(side, "nhs_number"):
        if reason is None or reason.rule != S251A:
            continue
        if not is_among(side, rule):
            why = f"{side.party.called} is of the type `{side.party.party.type}`, and the section does not reach it."
        elif _is_other_work(side, rule):
            why = f"{side.party.called} acts in {side.flow.key} neither for health nor for adult social care."
        else:
            continue
        yield Found(join_path(side.path, "identifiers", item.key, "rule"), f"Section 251A is cited. {why}")


def _is_other_work(side: Side, rule: IdentifierRule) -> bool:
    """Tell whether a council that is inside for adult social care alone does something else here."""
    party = side.party.party
    if party.type != "local_authority" or "public_health" in party.functions:
        return False
    return bool(side.flow.kinds) and not side.flow.kinds & set(rule.purpose_kinds)
