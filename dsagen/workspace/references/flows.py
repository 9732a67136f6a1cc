"""References in the flows of an agreement."""

from __future__ import annotations

from dsagen.workspace.references.scope import Scope
from dsagen.workspace.spot import Spot

__all__ = ["check_flows", "fields_of"]


def check_flows(scope: Scope) -> None:
    """Check every flow: its parties, its dataset and fields, its purposes and its bases."""
    purposes = [key for key, _ in scope.agreement.get("purposes").entries()]
    for _, flow in scope.flows():
        sides = _sides(scope, flow)
        _by_party(scope, flow, sides)
        _fields(scope, flow)
        for purpose in flow.get("purposes").items() if purposes else ():
            scope.among(purpose, purposes, "a purpose", "of the agreement")
        for _, basis in flow.get("bases").entries():
            _basis(scope, basis)
            _identifiers(scope, flow, basis)


def _sides(scope: Scope, flow: Spot) -> list[str]:
    """Check who sends and who receives, and give both."""
    sender = flow.get("from")
    seen: set[str] = set()
    for spot in (sender, *flow.get("to").items()):
        if scope.parties:
            scope.among(spot, scope.parties, "one of the parties", "of the agreement")
        if spot is not sender and spot.text and spot.text == sender.text:
            message = f"`{spot.text}` both sends and receives in this flow"
            if not flow.get("withdrawn_in").text:  # two parties may have become one since
                fix = "Name another recipient: a flow goes from one party to others."
                scope.report(spot.place, spot.path, message, fix)
        elif spot.text in seen:
            scope.report(spot.place, spot.path, f"`{spot.text}` is named twice among the recipients", "Name it once.")
        elif spot.text:
            seen.add(spot.text)
    return [text for text in (sender.text, *flow.get("to").words()) if text]


def _by_party(scope: Scope, flow: Spot, sides: list[str]) -> None:
    """Check what is keyed by party. A slip in `from` or `to` is not reported again at each of these keys."""
    if not flow.get("from").text or not flow.get("to").items():
        return
    known = sides if set(sides) <= set(scope.parties) else [*sides, *scope.parties]
    for name in ("bases", "retention", "viewers", "teams"):
        for key, spot in flow.get(name).entries():
            scope.key_among(key, spot, known, "a party", f"to this flow, so it has no place in `{name}`")
    for party, spot in flow.get("teams").entries():
        home = scope.registers.spot("parties", party)
        if home is not None:
            teams = [key for key, _ in home.get("teams").entries()]
            scope.among(spot, teams, "a team", f"of `{party}`")


def fields_of(scope: Scope, flow: Spot) -> list[str] | None:
    """Give the fields of a flow's dataset, or None where the dataset is not known."""
    dataset = scope.registers.spot("datasets", flow.get("dataset").text)
    fields = dataset.get("fields").entries() if dataset is not None else []
    return [key for key, _ in fields] or None


def _fields(scope: Scope, flow: Spot) -> None:
    dataset = flow.get("dataset")
    scope.defined(dataset, "datasets", "dataset")
    known = fields_of(scope, flow)
    if known is None:
        return
    where = f"of the dataset `{dataset.text}`"
    for key, spot in flow.get("fields").entries():
        scope.key_among(key, spot, known, "a field", where)
    for spot in flow.get("matching", "identifiers").items():
        scope.among(spot, known, "a field", where)
    compared = flow.get("matching", "identifiers").words()
    for one in flow.get("matching", "any_of").items():
        for spot in one.items() or [one]:
            scope.among(spot, compared, "one of the `identifiers`", "that the matching compares")


def _identifiers(scope: Scope, flow: Spot, basis: Spot) -> None:
    """Check why a party may hold a number: the field is in the dataset, and the rule is one that is known."""
    fields = fields_of(scope, flow)
    for key, spot in basis.get("identifiers").entries():
        if fields is not None:
            scope.key_among(key, spot, fields, "a field", f"of the dataset `{flow.get('dataset').text}`")
        scope.identifier_rule(spot.get("rule"))


def _basis(scope: Scope, basis: Spot) -> None:
    for spot in basis.get("gateways").items():
        scope.gateway(spot)
    for name, highest in (("schedule1", 37), ("schedule8", 9)):
        for spot in basis.get(name).items():
            if spot.text.isascii() and spot.text.isdigit() and not 1 <= int(spot.text) <= highest:
                schedule = f"Schedule {name.removeprefix('schedule')} to the Data Protection Act 2018"
                message = f"{schedule} has no condition in paragraph {spot.text}"
                scope.report(spot.place, spot.path, message, f"Expected a number from 1 to {highest}.")
