"""References to parties in an agreement."""

from __future__ import annotations

from dsagen.workspace.references.scope import Scope
from dsagen.workspace.spot import Spot

__all__ = ["check_parties"]


def check_parties(scope: Scope) -> None:
    """Check everything beside the flows that names a party."""
    agreement, parties = scope.agreement, scope.parties
    _listed(scope)
    if not parties:
        return
    places = [agreement.get("lead"), agreement.get("contact_point")]
    places += [processor.get("acts_for") for _, processor in agreement.get("processors").entries()]
    for _, allocation in agreement.get("allocation").entries():
        places += [allocation.get("lead"), *allocation.get("support").items()]
    signing = [line.get("party") for line in agreement.get("assessment", "sign_off").items()]
    for spot in [*places, *([] if agreement.get("under").entries() else signing)]:
        scope.among(spot, parties, "one of the parties", "of the agreement")
    for spot in signing if agreement.get("under").entries() else []:
        if spot.text not in parties:
            # Agreements in two tiers may share one assessment, which parties of the others sign as well.
            scope.defined(spot, "parties", "party")
    for key, spot in agreement.get("signatories").entries():
        scope.key_among(key, spot, parties, "one of the parties", "of the agreement")


def _listed(scope: Scope) -> None:
    seen: dict[str, Spot] = {}
    for spot in scope.agreement.get("parties").items():
        if spot.text in seen:
            message = f"`{spot.text}` is named twice; the first is on line {seen[spot.text].place.line}"
            scope.report(spot.place, spot.path, message, "Name each party once.")
        elif spot.text:
            seen[spot.text] = spot
            scope.defined(spot, "parties", "party")
