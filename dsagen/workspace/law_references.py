"""References in a workspace's own law: words of the vocabulary, gateways, identifiers and what waits to begin."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from pydantic import BaseModel

from dsagen.law.catalogue import Catalogue
from dsagen.law.gateway import Gateway
from dsagen.law.local import Confirmation
from dsagen.law.record import Nation
from dsagen.model.finding import Finding, Source
from dsagen.workspace.spot import Spot
from dsagen.workspace.suggest import did_you_mean

__all__ = ["LawScope", "check_confirmation", "check_gateway", "check_instrument"]


@dataclass
class LawScope:
    """The catalogue, the workspace's own gateways, and the problems of one record."""

    catalogue: Catalogue
    own: Mapping[str, BaseModel]
    """Those that are sound."""
    written: Collection[str]
    """The ids of all that are written."""
    whole: bool
    problems: list[Finding] = field(default_factory=list)
    silent: bool = False
    """Whether the record cannot be used for a reason that is reported elsewhere."""

    def report(self, place: Source, path: str, message: str, fix: str, rule: str = "SRC-REF") -> None:
        """Report a problem."""
        self.problems.append(Finding(rule, "error", message, path=path, fix=fix, source=place))

    def gateway(self, key: str, place: Source, path: str) -> Gateway | None:
        """Give a gateway, ours or the workspace's, or refuse an id that is neither."""
        own = self.own.get(key)
        if isinstance(own, Gateway):
            return own
        if key in self.written or (not self.whole and key not in self.catalogue.gateways):
            self.silent = True
            return None
        if key in self.catalogue.gateways:
            return self.catalogue.gateways[key]
        known = dict.fromkeys((*self.catalogue.gateways, *self.written))
        message = f"`{key}` is not a gateway of the catalogue or of `law/gateways/`"
        self.report(place, path, message, did_you_mean(key, known, "one of"))
        return None

    def word(self, spot: Spot, known: Iterable[str], what: str) -> None:
        """Refuse a word that is not in one of the catalogue's lists."""
        words = list(known)
        if spot.text and spot.text not in words:
            self.report(spot.place, spot.path, f"`{spot.text}` is not {what}", did_you_mean(spot.text, words, "one of"))


def check_gateway(scope: LawScope, key: str, gateway: Spot) -> None:
    """Check a gateway of the workspace: its words, its aliases, and whether it says that it replaces one of ours."""
    vocabulary = scope.catalogue.vocabulary
    for name in ("discloser_types", "recipient_types"):
        _parties(scope, gateway.get(name))
    for spot in gateway.get("purpose_kinds").items():
        scope.word(spot, vocabulary.purpose_kinds, "a kind of purpose")
    ours = scope.catalogue.gateways
    for spot in gateway.get("aliases").items():
        if spot.text in ours and ours[spot.text].id != key:
            message = f"`{spot.text}` is a gateway of the catalogue, so it cannot be another name of `{key}`"
            scope.report(spot.place, spot.path, message, "Take it away, or choose another name.")
    replaces = gateway.get("replaces")
    says = replaces.text.lower() in ("yes", "true")
    is_ours = key in ours and ours[key].id == key
    if is_ours and not says:
        message = f"the catalogue has a gateway `{key}` already"
        fix = "Give this one an id of its own, or write `replaces: yes` if it is to stand in the place of ours."
        scope.report(gateway.key, gateway.path, message, fix, "SRC-KEY")
    elif says and not is_ours:
        message = f"`replaces: yes` is written, but the catalogue has no gateway `{key}`"
        scope.report(replaces.place, replaces.path, message, did_you_mean(key, ours, "one of"))


def check_instrument(scope: LawScope, instrument: Spot) -> None:
    """Check an instrument: the power that it is made under, the number that it names and whom it designates."""
    under = instrument.get("under")
    if under.text:
        scope.gateway(under.text, under.place, under.path)
    scope.word(instrument.get("identifier"), scope.catalogue.identifiers, "a number of the catalogue's identifiers")
    _parties(scope, instrument.get("designated"))


def check_confirmation(scope: LawScope, key: str, spot: Spot, record: BaseModel | None) -> str:
    """Check a confirmation: that there is such a gateway, and that it waits. Give the gateway's own id."""
    gateway = scope.gateway(key, spot.key, spot.path)
    if gateway is None:
        return key
    if not isinstance(record, Confirmation):
        return gateway.id
    idle = [nation for nation in record.nation or gateway.waiting or gateway.nation if _idle(gateway, record, nation)]
    if idle or not (record.nation or gateway.waiting or gateway.nation):
        labels = [scope.catalogue.vocabulary.nations[nation].label for nation in idle]
        message = f"nothing of `{gateway.id}` waits to begin{' in ' if labels else ''}{' and '.join(labels)}"
        fix = f"Take the confirmation away, or name the nations that it is for. Ours says: {gateway.in_force_note}"
        named = spot.get("nation")
        place = named.place if named.node is not None else spot.key
        scope.report(place, named.path if named.node is not None else spot.path, message, fix)
    try:
        gateway.confirmed(record)
    except ValueError:
        begins = spot.get("in_force_from")
        message = f"`{gateway.id}` ends before {record.in_force_from}, so it cannot begin then"
        scope.report(begins.place, begins.path, message, "Check the date against the commencement regulations.")
    return gateway.id


def _idle(gateway: Gateway, record: Confirmation, nation: Nation) -> bool:
    """Tell whether a confirmation changes nothing in a nation, and does not say what the catalogue has come to say."""
    began = gateway.in_force_from(nation)
    agrees = gateway.state(nation, date.max) == "in_force" and began == record.in_force_from
    return nation not in gateway.waiting and not agrees


def _parties(scope: LawScope, matches: Spot) -> None:
    vocabulary = scope.catalogue.vocabulary
    for match in matches.items():
        bare = match.get("type").text if match.entries() else match.text
        at = match.get("type") if match.entries() else match
        if bare:
            scope.word(at, vocabulary.party_types, "a type of party")
        scope.word(match.get("function"), vocabulary.functions, "a function of a party")
