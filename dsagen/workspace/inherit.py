"""What an agreement and its flows take over: settings, then the agreement, then the flow; the nearest wins."""

from __future__ import annotations

from dsagen.model.workspace import Settings
from dsagen.workspace.nodes import Entry, Mapping, Node, Scalar, Sequence

__all__ = ["with_defaults"]


def with_defaults(agreement: Mapping, settings: Node | None) -> Mapping:
    """Give an agreement with everything that it inherits. What is inherited keeps the place where it was written.

    Why on nodes, before validation: a default is then checked, printed and traced like any other value.
    """
    defaults = _child(settings, "defaults")
    found = _merged(agreement, defaults) if isinstance(defaults, Mapping) else agreement
    found = _filled(found, "classification", _entry(_child(settings, "house_style"), "classification"))
    found = _filled(found, "nation", _entry(settings, "nation") or _default_nation(agreement))
    flows = found.entries.get("flows")
    if flows is None or not isinstance(flows.value, Mapping):
        return found
    shared = _child(found, "flow_defaults")
    with_flows = {key: _flow(entry, shared) for key, entry in flows.value.entries.items()}
    value = Mapping(with_flows, flows.value.source)
    return Mapping({**found.entries, "flows": Entry(flows.key, value, flows.inherited)}, found.source)


def _default_nation(agreement: Mapping) -> Entry:
    nation = str(Settings.model_fields["nation"].default)
    return Entry(agreement.source, Scalar(nation, agreement.source))


def _entry(node: Node | None, key: str) -> Entry | None:
    return node.entries.get(key) if isinstance(node, Mapping) else None


def _child(node: Node | None, key: str) -> Node | None:
    entry = _entry(node, key)
    return entry.value if entry is not None else None


def _empty(node: Node) -> bool:
    return isinstance(node, Scalar) and node.text is None and not node.broken


def _merged(own: Mapping, inherited: Mapping) -> Mapping:
    """Add what is inherited: mappings are merged, lists and values are replaced by the nearer."""
    entries = dict(own.entries)
    for key, entry in inherited.entries.items():
        mine = entries.get(key)
        if mine is None or _empty(mine.value):
            entries[key] = Entry(entry.key, entry.value, inherited=True)
        elif isinstance(mine.value, Mapping) and isinstance(entry.value, Mapping):
            entries[key] = Entry(mine.key, _merged(mine.value, entry.value), mine.inherited)
    return Mapping(entries, own.source)


def _filled(mapping: Mapping, key: str, entry: Entry | None) -> Mapping:
    """Give one key its inherited value where the mapping has none."""
    mine = mapping.entries.get(key)
    if entry is None or _empty(entry.value) or (mine is not None and not _empty(mine.value)):
        return mapping
    return Mapping({**mapping.entries, key: Entry(entry.key, entry.value, inherited=True)}, mapping.source)


def _flow(entry: Entry, shared: Node | None) -> Entry:
    flow = entry.value
    if not isinstance(flow, Mapping):
        return entry
    found = _merged(flow, shared) if isinstance(shared, Mapping) else flow
    return Entry(entry.key, _spread_viewers(found), entry.inherited)


def _spread_viewers(flow: Mapping) -> Mapping:
    """Give every recipient the same viewers where a flow has one list, so that each has a place of its own."""
    viewers, to = flow.entries.get("viewers"), _child(flow, "to")
    if viewers is None or not isinstance(viewers.value, Sequence):
        return flow
    recipients = to.items if isinstance(to, Sequence) else (to,)
    parties = [item.text for item in recipients if isinstance(item, Scalar) and item.text]
    spread = Mapping({party: Entry(viewers.key, viewers.value) for party in parties}, viewers.value.source)
    return Mapping({**flow.entries, "viewers": Entry(viewers.key, spread, viewers.inherited)}, flow.source)
