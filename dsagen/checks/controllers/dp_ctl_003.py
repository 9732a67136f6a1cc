"""A processor has a written contract.

A supplier that handles information for a party does so on written terms. The agreement names the contract, so that
someone can find it.

Wrong: the contract is still to come.

```yaml
processors:
  forms: {name: Forms Limited, acts_for: council, does: hosts the form, contract: to follow}
                                                                        ^
```

Right: it has a reference.

```yaml
processors:
  forms: {name: Forms Limited, acts_for: council, does: hosts the form, contract: "FC 2026/118"}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Case
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

_NONE = re.compile(
    r"^\W*(none|no|n/?a|not (yet|needed|applicable|known).*|unknown|tb[acd]|to follow|to be \w+|pending|"
    r"in (draft|progress|preparation)|verbal|oral|informal|standard terms|yes)\W*$",
    re.IGNORECASE,
)

RULE = Rule(
    id="DP-CTL-003",
    title="A processor without a written contract",
    severity="error",
    authority="UK GDPR Article 28(3)",
    why=("Without the contract the supplier is bound by nothing, and the party breaks the law by using it."),
    fix="Name the contract: its reference, or its parties and date.",
    false_positives="A contract whose reference reads like one of these words.",
)


def check(case: Case) -> Iterator[Found]:
    """Find processors whose contract is none."""
    for key, processor in case.agreement.processors.items():
        if _NONE.search(processor.contract):
            yield Found(
                join_path(case.path, "processors", key, "contract"),
                f"{processor.name} has no contract that anyone could find: “{processor.contract}”.",
            )
