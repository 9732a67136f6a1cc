"""The national data opt-out applies to section 251 flows in England.

In England a patient may say that confidential patient information is not to be used beyond individual care. That choice
counts where it is disclosed with section 251 support. So the flow says how opt-outs are applied, or which exemption was
granted. Wales has no such scheme.

Wrong:

```yaml
flows:
  F01:
    confidentiality:
      instead:
        route: s251_support
        approval: {reference: approval 12, expires: 2027-06-30}
        opt_out:
        ^
```

Right:

```yaml
flows:
  F01:
    confidentiality:
      instead:
        route: s251_support
        approval: {reference: approval 12, expires: 2027-06-30}
        opt_out: Records of patients who opted out are taken out before anything is sent.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.confidentiality._care import is_direct_care
from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import FlowSubject
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-CONF-006",
    title="The national data opt-out is not addressed",
    severity="error",
    authority="National data opt-out policy; National Health Service Act 2006 section 251",
    why="Patients were promised that their choice counts wherever information is used beyond their own care.",
    fix="Say in `opt_out` how opt-outs are applied before anything is sent, or cite the exemption.",
    false_positives="Information that is anonymised before it is sent. Say so in `opt_out`.",
)


def check(flow: FlowSubject) -> Iterator[Found]:
    """Find section 251 support in England for more than individual care, with nothing said of the opt-out."""
    confidentiality = flow.flow.confidentiality
    if confidentiality is None or confidentiality.route != "s251_support" or confidentiality.opt_out:
        return
    if flow.sender.nation == "england" and not is_direct_care(flow):
        yield Found(
            join_path(flow.path, "confidentiality", "opt_out"),
            f"{flow.key} uses patient information beyond individual care. It does not say how the national data "
            "opt-out is applied.",
        )
