"""Research is no way around consent.

Research, archiving and statistics count as compatible, with the safeguards of Article 84B. That route is closed to
information that was collected with consent.

Wrong: the parents agreed to something else.

```yaml
flows:
  F01:
    bases:
      surgery:
        compatibility:
          instead:
            research: Pseudonyms only, and an ethics committee has approved it
            ^
registers:
  datasets:
    young-carer-flags: {collected_on: a}
```

Right: it was collected in a public task.

```yaml
flows:
  F01:
    bases:
      surgery: {compatibility: {instead: {research: Pseudonyms only}}}
registers:
  datasets:
    young-carer-flags: {collected_on: e}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Side
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-PUR-007",
    title="Research route for consent-collected information",
    severity="error",
    authority="UK GDPR Article 8A(4)",
    why="The route is closed to information that was collected with consent, so the new use does not fit.",
    fix="Ask for new consent. Or use Annex 2 or an enactment, and say why consent cannot reasonably be expected.",
    false_positives="Information that was collected on another basis. Correct `collected_on` of the dataset.",
    yields_to=("DP-CTL-001", "DP-LE-001"),
)


def check(side: Side) -> Iterator[Found]:
    """Find the research route for what the discloser collected with consent."""
    basis, dataset = side.basis, side.flow.dataset
    if basis is None or basis.compatibility is None or basis.compatibility.research is None:
        return
    if side.role == "discloser" and dataset.collected_on == "a" and dataset.holder == side.party.key:
        yield Found(
            join_path(side.path, "compatibility", "research"),
            f"{side.party.called} collected this with consent. Research is no compatible use of it in {side.flow.key}.",
        )
