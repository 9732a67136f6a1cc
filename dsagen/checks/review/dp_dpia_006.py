"""The list of risks is as long as the sharing is delicate.

Sharing between agencies carries risks that are known from many agreements. dsagen has a library of them. Fewer than
eight is few for any such sharing. Where special category or criminal-offence information travels, or a flow is a
regular feed, four are nearly always there: excessive data, the disclosure of an address, access by too many people, and
keeping it for too long. A risk that starts from the library names its entry in `library`.

Wrong: one risk.

```yaml
assessment:
  risks:
  ^
    R02: (taken away)
    R05: (taken away)
    R07: (taken away)
    R10: (taken away)
    R18: (taken away)
    R22: (taken away)
    R28: (taken away)
```

Wrong: health information travels, and nobody thought of an address.

```yaml
assessment:
  risks:
  ^
    R05: {library: R08}
```

Right: eight risks, with the four that sensitive information brings.

```yaml
assessment:
  risks:
    R07: {library: R14}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Case, FlowSubject
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-DPIA-006",
    title="The risk list looks thin",
    severity="warning",
    authority="UK GDPR Article 35(7)(c); the library of risks, drawn from practice",
    why="A risk that nobody wrote down is treated by nobody.",
    fix="Look through the library of risks, add those that this sharing carries, and name each entry in `library`.",
    false_positives=(
        "A small flow that cannot carry one of these risks, such as an address where no address or place can be "
        "learned. Accept the finding and say why."
    ),
    yields_to=("DP-DPIA-001", "DP-DPIA-003"),
    unverified=True,
)
_FEW = 8
_ALWAYS = ("R01", "R05", "R18", "R22")
"""Excessive data, address disclosure, over-broad access, kept too long."""


def check(case: Case) -> Iterator[Found]:
    """Find an assessment with few risks, or without those that a delicate flow brings."""
    risks = case.agreement.assessment.risks
    if not risks:
        return
    path = join_path(case.path, "assessment", "risks")
    delicate = [flow.key for flow in case.flows if _is_delicate(flow)]
    based_on = {risk.library for risk in risks.values()}
    left_out = [f"{key} ({case.law.risks[key].name.lower()})" for key in _ALWAYS if key not in based_on]
    if not delicate:
        left_out = []
    if len(risks) < _FEW:
        number = "one risk" if len(risks) == 1 else f"{len(risks)} risks"
        also = f" Of the library, {', '.join(left_out)} is missing." if len(left_out) == 1 else ""
        also = f" Of the library, {', '.join(left_out)} are missing." if len(left_out) > 1 else also
        yield Found(path, f"The assessment has {number}. That is few for sharing between organisations.{also}")
    elif left_out:
        flows = ", ".join(delicate)
        yield Found(
            path,
            f"{flows}: the information is sensitive, or is sent again and again. No risk is based on "
            f"{', '.join(left_out)} of the library.",
        )


def _is_delicate(flow: FlowSubject) -> bool:
    return bool(flow.special) or flow.is_criminal or flow.is_routine
