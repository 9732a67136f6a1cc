"""Facts of an agreement that must fit together: needs, risks, dates and the direction of the flows."""

from __future__ import annotations

from datetime import date

from dsagen.model.purpose import EVERY_CONTENT
from dsagen.workspace.dates import date_of
from dsagen.workspace.references.flows import fields_of
from dsagen.workspace.references.scope import Scope
from dsagen.workspace.spot import Spot
from dsagen.workspace.suggest import did_you_mean

__all__ = ["check_facts"]


def check_facts(scope: Scope) -> None:
    """Check what the parts of an agreement say of each other."""
    _needs(scope)
    _risks(scope)
    _dates(scope)
    if scope.agreement.get("form").text == "one_way_disclosure":
        _one_way(scope)


def _needs(scope: Scope) -> None:
    flows = [flow for _, flow in scope.flows()]
    for key, purpose in scope.agreement.get("purposes").entries():
        serving = [flow for flow in flows if key in flow.get("purposes").words()] or flows
        _recipients(scope, purpose, serving)
        _safeguards(scope, purpose)
        known = [fields_of(scope, flow) for flow in serving]
        if not known or None in known:
            continue
        fields = [name for names in known if names for name in names]
        questions = purpose.get("needs").entries()
        for _, question in questions:
            for spot in _named_in(question):
                scope.among(spot, fields, "a field", "of any dataset that serves this purpose")
            for name, spot in question.get("detail").entries():
                if name != EVERY_CONTENT:
                    scope.key_among(name, spot, fields, "a field", "of any dataset that serves this purpose")
            others = [words for words, other in questions if other is not question]
            for spot in question.get("rests_on").items():
                if spot.text and spot.text not in [words for words, _ in questions]:
                    scope.report(
                        spot.place,
                        spot.path,
                        f"there is no such question: {spot.text}",
                        did_you_mean(spot.text, others, "one of"),
                    )


def _named_in(question: Spot) -> list[Spot]:
    """Give every place where a question names a field."""
    sets = question.get("any_of").items()
    return [
        *question.items(),
        *question.get("all_of").items(),
        *(spot for one in sets for spot in one.items() or [one]),
    ]


def _recipients(scope: Scope, purpose: Spot, serving: list[Spot]) -> None:
    """Check that who acts on a purpose receives something for it."""
    receiving = [party for flow in serving for party in flow.get("to").words()]
    for party, spot in purpose.get("recipients").entries():
        if receiving:
            scope.key_among(party, spot, receiving, "a recipient", "of any flow that serves this purpose")


def _safeguards(scope: Scope, purpose: Spot) -> None:
    measures = [key for key, _ in scope.agreement.get("assessment", "measures").entries()]
    for spot in purpose.get("necessity", "safeguards").items() if measures else ():
        scope.among(spot, measures, "a measure", "of the assessment")


def _risks(scope: Scope) -> None:
    assessment = scope.agreement.get("assessment")
    flows = [key for key, _ in scope.flows()]
    measures = [key for key, _ in assessment.get("measures").entries()]
    for _, risk in assessment.get("risks").entries():
        for spot in risk.get("flows").items() if flows else ():
            scope.among(spot, flows, "a flow", "of the agreement")
        for spot in risk.get("measures").items():
            scope.among(spot, measures, "a measure", "of the assessment")
    for part in ("processors", "strands"):
        for _, holder in scope.agreement.get(part).entries():
            for spot in holder.get("flows").items() if flows else ():
                scope.among(spot, flows, "a flow", "of the agreement")


def _date(spot: Spot) -> date | None:
    year, _, rest = spot.text.partition("-")
    month, _, day = rest.partition("-")
    if not (len(year) == 4 and all(part.isascii() and part.isdigit() for part in (year, month, day))):
        return None
    return date_of(int(year), int(month), int(day))


def _dates(scope: Scope) -> None:
    agreement = scope.agreement
    _ordered(scope, agreement.get("starts"), agreement.get("review_by"))
    _ordered(scope, agreement.get("starts"), agreement.get("ends"))
    for acceptance in agreement.get("accepted").items():
        _ordered(scope, acceptance.get("on"), acceptance.get("until"))


def _ordered(scope: Scope, earlier: Spot, later: Spot) -> None:
    first, second = _date(earlier), _date(later)
    if first is not None and second is not None and second <= first:
        before, after = earlier.path.rpartition("/")[2], later.path.rpartition("/")[2]
        message = f"`{after}` ({second}) is not after `{before}` ({first}, line {earlier.place.line})"
        scope.report(later.place, later.path, message, f"Expected a date after {first}.", "SRC-DATE")


def _one_way(scope: Scope) -> None:
    """Refuse a flow that returns to its source, at once or through others. A chain of hops is allowed."""
    received_from: dict[str, set[str]] = {}
    for reference, flow in scope.flows():
        sender = flow.get("from").text
        if not sender or flow.get("withdrawn_in").text:
            continue
        upstream = _upstream(sender, received_from)
        for spot in flow.get("to").items():
            if spot.text in upstream and spot.text != sender:
                message = f"`{reference}` returns to `{spot.text}`, from which the information comes"
                fix = (
                    "In a `one_way_disclosure` no flow does so. Expected `form: reciprocal_protocol`, or no such flow."
                )
                scope.report(spot.place, spot.path, message, fix)
            else:
                received_from.setdefault(spot.text, set()).add(sender)


def _upstream(party: str, received_from: dict[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = [party]
    while waiting:
        for sender in received_from.get(waiting.pop(), set()) - found:
            found.add(sender)
            waiting.append(sender)
    return found
