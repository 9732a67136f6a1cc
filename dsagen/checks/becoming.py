"""What the law makes possible, or takes away, between two days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dsagen.checks.subjects import Case, PartySubject
from dsagen.checks.subjects.citation import NO_POWER
from dsagen.law.gateway import Gateway
from dsagen.law.matching import covers
from dsagen.law.periods import PeriodState
from dsagen.model.vocabulary import Nation

__all__ = ["LegalChange", "legal_changes"]


@dataclass(frozen=True)
class LegalChange:
    """A gateway that changes its state, or was announced to, in a nation of one of the parties."""

    gateway: Gateway
    nation: Nation
    before: PeriodState
    after: PeriodState
    parties: tuple[str, ...]
    """Those that it covers as discloser, or that hold the function, by id."""
    cited: bool
    announced_for: date | None = None
    """Where it is only announced: the day, which makes nothing live until someone has confirmed it."""


def legal_changes(case: Case, then: date) -> Iterator[LegalChange]:
    """Find the gateways that concern an agreement and change between its day and a later one.

    A gateway concerns it where it is cited, or covers a party and serves the kind of one of the purposes.
    """
    cited = {citation.key for citation in case.citations}
    kinds = {purpose.purpose.kind for purpose in case.purposes}
    for gateway in case.law.gateways.values():
        if gateway.kind in NO_POWER or not (gateway.id in cited or kinds & set(gateway.purpose_kinds)):
            continue
        for nation in dict.fromkeys(party.nation for party in case.parties):
            parties = tuple(party.key for party in case.parties if party.nation == nation and _covers(gateway, party))
            change = _change(gateway, nation, case.as_at, then)
            if change is not None and parties:
                before, after, announced = change
                yield LegalChange(gateway, nation, before, after, parties, gateway.id in cited, announced)


def _covers(gateway: Gateway, party: PartySubject) -> bool:
    found = covers(gateway.discloser_types, party.party.type, party.party.functions, party.is_public_authority)
    return bool(found) and found.reach != "any"


def _change(
    gateway: Gateway, nation: Nation, now: date, then: date
) -> tuple[PeriodState, PeriodState, date | None] | None:
    before, after = gateway.state(nation, now), gateway.state(nation, then)
    if before != after:
        return before, after, None
    days = [
        period.announced_for
        for period in gateway.periods
        if nation in period.nation and period.announced_for is not None and period.announced_for <= then
    ]
    return (before, after, days[0]) if days and after == "announced" else None
