"""Information that someone agreed to give is reused with agreement.

Where information was collected with consent, Article 8A(4) lets the controller use it for something new with new
consent. A condition of Annex 2 or an enactment helps only where the controller cannot reasonably be expected
to obtain it.

Wrong: nothing says why nobody was asked.

```yaml
flows:
  F01:
    bases:
      surgery:
        compatibility:
        ^
          instead: {annex2: safeguarding vulnerable individuals}
registers:
  datasets:
    young-carer-flags: {collected_on: a}
```

Right: it does.

```yaml
flows:
  F01:
    bases:
      surgery:
        compatibility:
          instead:
            annex2: safeguarding vulnerable individuals
            consent_not_reasonable: Asking the parent again would tell the person who may be the danger.
registers:
  datasets:
    young-carer-flags: {collected_on: a}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Side
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-PUR-005",
    title="Consent-collected information reused without consent",
    severity="warning",
    authority="UK GDPR Article 8A(4)",
    why="People who agreed to one use were promised that it was the only one.",
    fix="Ask again, or write in `consent_not_reasonable` why consent cannot reasonably be expected.",
    false_positives="Information that was collected on another basis. Correct `collected_on` of the dataset.",
    yields_to=("DP-CTL-001", "DP-LE-001"),
)


def check(side: Side) -> Iterator[Found]:
    """Find reuse on Annex 2 or an enactment of what the discloser collected with consent, without the reason."""
    basis, dataset = side.basis, side.flow.dataset
    if basis is None or basis.compatibility is None or side.role != "discloser":
        return
    if dataset.collected_on != "a" or dataset.holder != side.party.key:
        return
    compatibility = basis.compatibility
    reused = compatibility.annex2 is not None or compatibility.enactment is not None
    if reused and compatibility.consent_not_reasonable is None:
        yield Found(
            join_path(side.path, "compatibility", "consent_not_reasonable"),
            f"{side.party.called} collected this with consent and uses it anew in {side.flow.key}. "
            "Nothing says why it does not ask again.",
        )
