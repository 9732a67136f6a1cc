"""Information that leaves the United Kingdom has a mechanism.

Keeping information in another country is a restricted transfer. It needs adequacy regulations, safeguards such as
standard clauses, or an exception for the case. Someone looks at the risk.

Wrong: the supplier keeps it abroad, and nothing allows that.

```yaml
processors:
  forms:
    name: Forms Limited
    acts_for: council
    does: hosts the form
    contract: FC 2026/118
    country: India
    ^
```

Right: a mechanism, with its assessment.

```yaml
processors:
  forms:
    name: Forms Limited
    acts_for: council
    does: hosts the form
    contract: FC 2026/118
    country: India
    transfer: {mechanism: safeguards, detail: International data transfer agreement, risk_assessment: TRA 4}
    remote_access: Support staff in India see test data only.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.controllers._places import is_at_home
from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Case
from dsagen.model.flow import Transfer
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-TRF-001",
    title="A transfer abroad without a mechanism",
    severity="error",
    authority="UK GDPR Chapter V",
    why="Outside the United Kingdom people may lose their rights and any way to enforce them.",
    fix=("Keep the information in the United Kingdom, or give `transfer` with its mechanism and the risk assessment."),
    false_positives="A place in the United Kingdom that this rule does not know. Write `United Kingdom`.",
)


def check(case: Case) -> Iterator[Found]:
    """Find flows and processors that keep information abroad without a mechanism, or without a look at the risk."""
    for flow in case.flows:
        yield from _about(f"{flow.key} keeps the information", flow.flow.country, flow.flow.transfer, flow.path)
    for key, processor in case.agreement.processors.items():
        path = join_path(case.path, "processors", key)
        yield from _about(f"{processor.name} keeps the information", processor.country, processor.transfer, path)


def _about(who: str, country: str | None, transfer: Transfer | None, path: str) -> Iterator[Found]:
    if country is None or is_at_home(country):
        return
    if transfer is None:
        yield Found(join_path(path, "country"), f"{who} in {country}, and nothing says what allows that.")
    elif transfer.mechanism == "safeguards" and not transfer.risk_assessment:
        yield Found(
            join_path(path, "transfer"),
            f"{who} in {country} under safeguards, and no assessment of the risk is named.",
            "Name the assessment in `transfer.risk_assessment`.",
        )
