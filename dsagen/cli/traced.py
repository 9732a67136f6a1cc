"""What `trace` found, as people and programs read it."""

from __future__ import annotations

import json
from collections.abc import Iterator

from dsagen.cli.saying import counted, reached
from dsagen.portfolio.origins import Origin
from dsagen.portfolio.passages import Place
from dsagen.portfolio.plan import PlannedDocument
from dsagen.portfolio.tracing import Trace, Traced
from dsagen.workspace import Reading

__all__ = ["json_of", "lines"]


def lines(found: Trace, reading: Reading, reference: str) -> Iterator[str]:
    """Give each source with its place, then every section that shows it, a line a document."""
    for number, traced in enumerate(found.sources):
        yield from [""] if number else []
        yield f"{_where(traced.origin, reading)}: {_shortened(traced.words)}"
        if traced.origin.kind != "template":
            yield f"    {traced.origin.path}"
        yield "    shown in:"
        sections: dict[PlannedDocument, list[str]] = {}
        for place in traced.places:
            sections.setdefault(place.document, []).append(_section(place))
        for document, named in sections.items():
            of = "" if document.agreement == reference else f"{document.agreement} "
            yield f"      {of}{_name(document, reading)}: {'; '.join(dict.fromkeys(named))}"
    if found.not_read:
        yield ""
        yield f"{counted(len(found.not_read), 'other agreement')} may show the same. `--everywhere` looks there too."


def _where(origin: Origin, reading: Reading) -> str:
    if origin.file:
        numbers = [str(each) for each in (origin.line, origin.column) if each is not None]
        return ":".join([reached(reading.root / origin.file), *numbers])
    if origin.kind == "law":
        table, record = (*origin.path.split("/")[1:3], "", "")[:2]
        explained = f" (`dsagen explain {record}`)" if table == "gateways" else ""
        return f"law record {table} {record}".rstrip() + explained
    if origin.kind == "rule":
        rule = origin.path.rpartition("/")[2]
        return f"rule {rule} (`dsagen explain {rule}`)"
    name = f"templates/clauses/{origin.path.split('/')[1]}.yaml" if origin.kind == "clause" else origin.path
    line = f":{origin.line}" if origin.line is not None else ""
    return f"{name}{line} (ships with dsagen)"


def _section(place: Place) -> str:
    return f"{place.number} {place.heading}".strip()


def _name(document: PlannedDocument, reading: Reading) -> str:
    """Give the name of a document within its agreement."""
    party = reading.workspace.parties.get(document.party) if document.party is not None else None
    of = f" of {party.name}" if party is not None else ""
    if document.kind == "dsa":
        return "agreement"
    if document.kind == "dpia":
        return "DPIA"
    if document.kind == "appropriate_policy":
        return f"appropriate policy{of}"
    audience = f" ({document.layout.replace('_', ' ')})" if document.layout else ""
    return f"privacy notice{of}{audience}"


_LONG = 160


def _shortened(words: str) -> str:
    return words if len(words) <= _LONG else f"{words[:_LONG].rpartition(' ')[0]} …"


def json_of(found: Trace, reading: Reading) -> str:
    """Give the sources as JSON."""
    record = {"version": 1, "sources": [_record(traced, reading) for traced in found.sources]}
    others = {"found_in": [_place(each) for each in found.found_in], "not_read": list(found.not_read)}
    return json.dumps({**record, **others}, indent=2, ensure_ascii=False)


def _record(traced: Traced, reading: Reading) -> dict[str, object]:
    origin = traced.origin
    return {
        "kind": origin.kind,
        "path": origin.path,
        "file": reached(reading.root / origin.file) if origin.file else "",
        "line": origin.line,
        "column": origin.column,
        "words": traced.words,
        "shown_in": [_place(place) for place in traced.places],
    }


def _place(place: Place) -> dict[str, object]:
    document = place.document
    return {
        "agreement": document.agreement,
        "document": document.kind,
        "party": document.party,
        "layout": document.layout,
        "number": place.number,
        "heading": place.heading,
    }
