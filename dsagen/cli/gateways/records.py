"""A gateway as a record for programs, and the words that pages print of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dsagen.law.catalogue import Catalogue
    from dsagen.law.gateway import Gateway, PartyMatch
    from dsagen.law.record import Nation

__all__ = ["effect_words", "mark", "nations", "parties", "record", "state_words", "verified_words"]

_MARKS: Mapping[str, str] = {
    "confidentiality_only": "lifts confidence only, never a gateway",
    "not_a_gateway": "not a gateway",
    "regulation_making": "regulations only, no sharing yet",
}
_SHORT: Mapping[str, str] = {
    "must": "must",
    "must_if_asked": "must if asked",
    "may": "may",
    "incidental": "may, as part of a function",
}


def record(gateway: Gateway, law: Catalogue, as_at: date) -> dict[str, Any]:
    """Give everything about a gateway, with how it stands on a day."""
    found = gateway.model_dump(mode="json", by_alias=True)
    found["state"] = {nation: gateway.state(nation, as_at) for nation in nations(gateway)}
    found["verified"] = gateway.verified
    found["is_gateway"] = gateway.kind not in _MARKS
    word = gateway.confirmation
    found["confirmation"] = word.model_dump(mode="json") if word is not None else None
    return found


def nations(gateway: Gateway) -> list[Nation]:
    """Give the nations that a gateway, or one of its periods, is about."""
    return list(dict.fromkeys((*gateway.nation, *(nation for period in gateway.periods for nation in period.nation))))


def mark(gateway: Gateway) -> str:
    """Say that a record is no gateway, or nothing."""
    return _MARKS.get(gateway.kind, "")


def effect_words(gateway: Gateway, effect: str | None = None) -> str:
    """Say in a few words what a gateway does."""
    if mark(gateway):
        return mark(gateway)
    words = _SHORT[effect or gateway.effect]
    return words if not gateway.express or gateway.effect == "incidental" else f"{words}, in express words"


def parties(matches: Iterable[PartyMatch], law: Catalogue) -> str:
    """List the parties that a gateway names."""
    found = []
    for match in matches:
        label = "everyone" if match.type == "any" else law.party_types[match.type].label
        if match.function is not None:
            with_function = law.functions[match.function].label
            label = (
                f"{'any body' if match.type == 'any' else label} with the function {match.function} ({with_function})"
            )
        found.append(label)
    return "; ".join(found) or "nobody"


def state_words(gateway: Gateway, law: Catalogue, as_at: date, only: Nation | None = None) -> str:
    """Say how a gateway stands on a day, in one nation or in each."""
    found: dict[str, list[str]] = {}
    for nation in nations(gateway) if only is None else [only]:
        found.setdefault(_state(gateway, nation, law, as_at), []).append(law.vocabulary.nations[nation].label)
    if not found:
        return "no nation"
    return "; ".join(f"{words} ({', '.join(places)})" for words, places in found.items())


def _state(gateway: Gateway, nation: Nation, law: Catalogue, as_at: date) -> str:
    state = gateway.state(nation, as_at)
    words = law.vocabulary.period_states[state].label.lower()
    periods = [period for period in gateway.periods if nation in period.nation]
    if state == "in_force":
        since = gateway.in_force_from(nation)
        words += f" since {since}" if since is not None else ""
        return words + (", confirmed by this workspace" if gateway.confirmation is not None else "")
    announced = [period.announced_for for period in periods if period.announced_for is not None]
    if state == "announced" and announced:
        return f"{words}: announced for {min(announced)}"
    ended = [period.until for period in periods if period.until is not None]
    return f"{words} since {max(ended)}" if state == "repealed" and ended else words


def verified_words(gateway: Gateway) -> str:
    """Say how far a record was checked against the text, and when."""
    words = {"verified": "Read in full", "partly": "Read in part", "unverified": "Not verified: general knowledge"}
    said = f"{words[gateway.verified]}, last checked on {gateway.checked_on}."
    for label, text in (("Not seen", gateway.unseen), ("Seen", gateway.seen)):
        said += f" {label}: {text}" if text else ""
    return said
