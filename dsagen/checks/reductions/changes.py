"""How the YAML would change so that something is left out, lowered or slowed down."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from dsagen.checks.minimisation.dp_min_011 import pace_needed
from dsagen.checks.minimisation.need_006 import longest_needed
from dsagen.checks.needs.levels import enough_for, is_more
from dsagen.checks.subjects import Case, FlowSubject, Item
from dsagen.model.finding import Finding
from dsagen.model.vocabulary import Detail
from dsagen.workspace.edit import Change
from dsagen.workspace.paths import join_path, split_path

__all__ = ["changes_for"]


def changes_for(finding: Finding, case: Case) -> Iterable[Change]:
    """Give the changes that mend a finding, or nothing where a person has to choose or to rewrite."""
    make = _CHANGES.get(finding.rule)
    if make is None:
        return ()
    segments = tuple(split_path(finding.path))
    flow = next(flow for flow in case.flows if flow.key == segments[3])
    return make(flow, segments[4:])


def _without_field(flow: FlowSubject, rest: tuple[str, ...]) -> Iterator[Change]:
    """Take a field out of a flow, and record that it was left out and why."""
    key = rest[-1]
    if len(flow.flow.fields) == 1:
        return
    yield Change("remove", join_path(flow.path, "fields", key))
    for party, basis in flow.flow.bases.items():
        if key in basis.identifiers:
            yield Change("remove", join_path(flow.path, "bases", party, "identifiers", key))
    if key not in flow.flow.left_out and key not in flow.case.agreement.left_out:
        yield Change("set", join_path(flow.path, "left_out", key), "No question of its purposes needs it.")


def _without_recipient(flow: FlowSubject, rest: tuple[str, ...]) -> Iterator[Change]:
    """Take a recipient out of a flow, with what is said of it there."""
    if len(flow.flow.to) == 1:
        return
    party = flow.flow.to[int(rest[-1])]
    for name in ("teams", "viewers", "retention", "bases"):
        if party in getattr(flow.flow, name):
            yield Change("remove", join_path(flow.path, name, party), where_written=True)
    yield Change("remove", join_path(flow.path, "to", rest[-1]))


def _less_detail(flow: FlowSubject, rest: tuple[str, ...]) -> Iterator[Change]:
    """Lower the detail of a field, where no other flow of any agreement needs more."""
    item = Item(flow, rest[-1])
    levels = [_enough(other, item) for other in _flows_with(item)]
    known = [level for level in levels if level is not None]
    if known and len(known) == len(levels):
        enough = known[0]
        for level in known:
            enough = level if is_more(level, enough) else enough
        if is_more(item.field.detail, enough):
            yield Change("set", join_path(item.field_path, "detail"), enough)


def _enough(flow: FlowSubject, item: Item) -> Detail | None:
    needs = [need for purpose in flow.purposes for need in purpose.purpose.needs.values()]
    return enough_for(item.key, item.field, needs)


def _flows_with(item: Item) -> Iterator[FlowSubject]:
    """Give every flow, of every agreement of the workspace, in which a field travels."""
    case = item.flow.case
    for agreement in case.workspace.agreements.values():
        other = Case(agreement, case.workspace, case.law, case.as_at, case.terms)
        for flow in other.flows:
            if flow.flow.dataset == item.flow.flow.dataset and item.key in flow.flow.fields:
                yield flow


def _slower(flow: FlowSubject, rest: tuple[str, ...]) -> Iterator[Change]:
    pace = pace_needed(flow)
    if pace is not None:
        yield Change("set", join_path(flow.path, "frequency"), pace)


def _less_far_back(flow: FlowSubject, rest: tuple[str, ...]) -> Iterator[Change]:
    period = longest_needed(flow)
    if period is not None:
        yield Change("set", join_path(flow.path, "look_back"), str(period))


def _stopping_there(flow: FlowSubject, rest: tuple[str, ...]) -> Iterator[Change]:
    yield Change("set", join_path(flow.path, "matching", "afterwards"), "deleted")


_CHANGES: dict[str, Callable[[FlowSubject, tuple[str, ...]], Iterator[Change]]] = {
    "DP-MIN-001": _without_field,
    "DP-MIN-007": _without_field,
    "NEED-003": _less_detail,
    "NEED-004": _without_recipient,
    "LINK-005": _stopping_there,
    "DP-MIN-011": _slower,
    "NEED-006": _less_far_back,
}
