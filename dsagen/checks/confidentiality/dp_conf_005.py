"""Section 251 support has a reference and an end, and is live.

Support under section 251 of the National Health Service Act 2006 lets patient information be used without consent for a
medical purpose. It is given to an applicant for a time, with conditions. A flow that rests on it names the support, and
ends when it ends.

Wrong: the support is not named.

```yaml
flows:
  F01:
    confidentiality:
      instead:
        route: s251_support
        opt_out: Records of patients who opted out are taken out before anything is sent.
        approval:
        ^
```

Wrong: the support has ended.

```yaml
flows:
  F01:
    confidentiality:
      instead:
        route: s251_support
        opt_out: Records of patients who opted out are taken out before anything is sent.
        approval:
          reference: approval 12
          expires: 2026-06-30
          ^
```

Wrong: nothing says when it ends.

```yaml
flows:
  F01:
    confidentiality:
      instead:
        route: s251_support
        opt_out: Records of patients who opted out are taken out before anything is sent.
        approval: {reference: approval 12}
        ^
```

Right:

```yaml
flows:
  F01:
    confidentiality:
      instead:
        route: s251_support
        opt_out: Records of patients who opted out are taken out before anything is sent.
        approval: {reference: approval 12, expires: 2027-06-30}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import FlowSubject
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-CONF-005",
    title="Section 251 support is not shown to be live",
    severity="error",
    authority="National Health Service Act 2006 section 251; SI 2002/1438",
    why="Without live support the disclosure breaks confidence, and nothing else in the agreement mends that.",
    fix="Add `approval` with the reference of the support and the first day on which it no longer holds.",
    false_positives="Support that was renewed. Write the new day.",
)


def check(flow: FlowSubject) -> Iterator[Found]:
    """Find section 251 support without a reference or an end, or that has ended."""
    confidentiality = flow.flow.confidentiality
    if confidentiality is None or confidentiality.route != "s251_support":
        return
    place = join_path(flow.path, "confidentiality", "approval")
    approval = confidentiality.approval
    if approval is None:
        yield Found(place, f"{flow.key} rests on section 251 support, and does not say which.")
    elif approval.expires is None:
        yield Found(join_path(place, "expires"), f"Nothing says when the support for {flow.key} ends.")
    elif approval.expires <= flow.case.as_at:
        yield Found(
            join_path(place, "expires"),
            f"The section 251 support for {flow.key} ended on {approval.expires.isoformat()}.",
            fix="Stop the flow, or record the renewed support.",
        )
