"""An announced start is not a start.

The government may say when a provision will begin. Only commencement regulations make it begin. Where the flow rests on
another power, citing the new provision beside it does no harm, but someone must look before anyone relies on it.

Wrong: section 16LA stands beside the common law.

```yaml
flows:
  F04:
    bases:
      police:
        gateways:
          - common-law-policing
          - children-act-2004-s16la
            ^
        duty_tests: {may_facilitate: It helps the council to decide., not_more_detrimental: The sergeant asks.}
```

Wrong: a charity that needs no power cites it. Nothing rests on it.

```yaml
flows:
  F06:
    bases:
      friends:
        gateways:
          - children-act-2004-s16la
            ^
        duty_tests: {may_facilitate: It helps the council to decide., not_more_detrimental: The lead asks.}
registers:
  parties:
    friends: {functions: [commissioned_by_listed_body]}
```

Right: only what is in force is cited.

```yaml
flows:
  F04:
    bases:
      police: {gateways: [common-law-policing]}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.gateway_fit._reliance import rests_on
from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Citation

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-GW-008",
    title="The gateway's start was announced and is not confirmed",
    severity="warning",
    authority="The gateway's own commencement",
    why="People will act on a duty that may not bind anyone yet.",
    fix=(
        "Look at legislation.gov.uk. Then record `confirmed_on` in `law/confirmations.yaml`, which lifts this and "
        "DP-GW-007, or leave the provision out."
    ),
    false_positives="None is known. The finding ends when the workspace confirms the start.",
)


def check(citation: Citation) -> Iterator[Found]:
    """Find a gateway whose start was announced, where nothing rests on it."""
    if citation.is_elsewhere or citation.state != "announced" or rests_on(citation):
        return
    nation = citation.side.party.nation
    periods = [period for period in citation.gateway.periods if nation in period.nation]
    days = [period.announced_for for period in periods if period.announced_for is not None]
    when = f" for {min(days)}" if days else ""
    yield Found(
        citation.path,
        f"The start of {citation.called} was announced{when}. Nobody has confirmed that it has begun.",
        authority=citation.gateway.citation,
    )
