"""Outside health and social care, an NHS number needs a recorded approval.

In 2016 the Department of Health undertook that the number would be used for health and social care only. That is policy
and no law, and practice varies between councils. People expect it all the same. A school, a force or a landlord that
uses the number records who approved that, and the impact assessment deals with it.

Wrong:

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
          child-postcode: {rule: policy-approval}
          ^
```

Right:

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
          child-postcode: {rule: policy-approval, approval: "County Caldicott panel, minute 2026-4"}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.linkage._numbers import S251A, has_instrument, is_among, numbers_of, rules_of
from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Side
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-LNK-004",
    title="An NHS number outside health and social care",
    severity="warning",
    authority=(
        "The undertaking of 2016, as the Children's Commissioner for England reports it (section 3.1.6). It is policy, "
        "not law."
    ),
    why="People expect the number to stay in health and care. A use that surprises them costs trust in both.",
    fix="Record the policy approval in `approval`, and deal with it in the impact assessment. Or leave it out.",
    false_positives="An approval that exists and is not recorded here. Record it.",
    yields_to=("DP-CTL-001", "DP-LE-001", "DP-LNK-001", "DP-LNK-002", "DP-LNK-003"),
    unverified=True,
)
_SOCIAL_CARE = frozenset(
    {
        "safeguard_child",
        "promote_welfare",
        "child_protection_enquiry",
        "young_carer_support",
        "early_help",
        "send_support",
        "health_care_direct",
        "public_health",
        "adult_social_care",
        "safeguard_adult",
        "identity_matching",
        "practice_review",
    }
)


def check(side: Side) -> Iterator[Found]:
    """Find an NHS number with a party outside health and social care, and no approval."""
    rule = rules_of(side, "nhs_number").get(S251A)
    for item, reason in numbers_of(side, "nhs_number"):
        if reason is None or reason.approval is not None or has_instrument(side, "nhs_number", reason.rule):
            continue
        social_care = side.party.party.type == "local_authority" and bool(side.flow.kinds & _SOCIAL_CARE)
        inside = rule is not None and is_among(side, rule) and side.party.party.type != "local_authority"
        if not social_care and not inside:
            yield Found(
                join_path(side.path, "identifiers", item.key),
                f"{side.party.called} uses the NHS number in {side.flow.key} outside health and social care. "
                "No approval is recorded.",
            )
