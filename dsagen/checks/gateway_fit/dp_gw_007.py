"""Nobody can rely on a law that is not in force.

A provision must be in force, in the party's nation, on the day. One that is repealed, or has not begun, gives nothing.
One whose start was only announced gives nothing either until somebody has seen the commencement. It may then stand
beside another power. It may not be the only power, or carry a legal obligation, or lift confidence as a duty.

Wrong: section 2 of the 2000 Act is repealed.

```yaml
flows:
  F02:
    bases:
      council:
        gateways:
          - children-act-2004-s10
          - lga-2000-s2
            ^
```

Wrong: no regulations name an identifier under section 16LC.

```yaml
flows:
  F04:
    bases:
      council:
        gateways:
          - children-act-1989-s47-1
          - children-act-2004-s16lc
            ^
```

Wrong: the start of section 16LA was announced. It is the only power of the police here.

```yaml
flows:
  F04:
    bases:
      police:
        gateways:
          - children-act-2004-s16la
            ^
        duty_tests: {may_facilitate: It helps the council to decide., not_more_detrimental: The sergeant asks.}
```

Wrong: a legal obligation rests on it.

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
        article6: c
```

Right: it stands beside a power that carries the flow. DP-GW-008 then asks someone to look.

```yaml
flows:
  F04:
    bases:
      police:
        gateways: [common-law-policing, children-act-2004-s16la]
        duty_tests: {may_facilitate: It helps the council to decide., not_more_detrimental: The sergeant asks.}
```

Right: a law that is in force.

```yaml
flows:
  F03:
    bases:
      primary: {gateways: [school-attendance-regs-2024-r13]}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.gateway_fit._reliance import rests_on
from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Citation

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-GW-007",
    title="The gateway is not in force",
    severity="error",
    authority="The gateway's own commencement and repeal",
    why="Until a provision begins, and after it is repealed, a body that rests on it acts without a power.",
    fix="Cite a provision that is in force.",
    false_positives=(
        "A provision that has begun since the record was checked. See its commencement regulations, and record "
        "`confirmed_on` in `law/confirmations.yaml`."
    ),
)

_CONFIRM = (
    "Cite another provision beside it that carries the flow. Or see the commencement regulations and record "
    "`confirmed_on` in `law/confirmations.yaml`."
)


def check(citation: Citation) -> Iterator[Found]:
    """Find a gateway that is not in force in the party's nation on the day, and what announces itself too early."""
    if citation.is_elsewhere or citation.state == "in_force":
        return
    case = citation.side.case
    place = case.law.vocabulary.nations[citation.side.party.nation].label
    if citation.state == "announced":
        reason = rests_on(citation)
        if reason:
            words = f"{citation.called} is not known to be in force in {place} on {case.as_at}. {reason}"
            yield Found(citation.path, words, fix=_CONFIRM, authority=citation.gateway.citation)
        return
    yield Found(citation.path, f"{citation.called} {_how(citation, place)}.", authority=citation.gateway.citation)


def _how(citation: Citation, place: str) -> str:
    as_at, nation = citation.side.case.as_at, citation.side.party.nation
    periods = [period for period in citation.gateway.periods if nation in period.nation]
    if citation.state == "prospective":
        starts = [period.from_ for period in periods if period.from_ is not None and period.from_ > as_at]
        when = f" and begins on {min(starts)}" if starts else ""
        return f"is not in force in {place} on {as_at}{when}"
    if citation.state == "repealed":
        ends = [period.until for period in periods if period.until is not None]
        when = f" since {max(ends)}" if ends else ""
        return f"is no longer in force in {place}{when}"
    return f"has no force in {place}"
