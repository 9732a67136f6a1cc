"""The manual pages of rules and gateways, and the list of all of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dsagen.checks.not_asked import ELSEWHERE, GUARANTEED, RETIRED, WAITING, NotAsked
from dsagen.checks.rule import WrittenRule
from dsagen.checks.rulebook import GROUPS, rulebook
from dsagen.law.catalogue import Catalogue

__all__ = ["listing", "listing_records", "page_record", "rule_ids", "rule_page"]

_STATES = {
    "waiting": (WAITING, "waiting for a later part of dsagen"),
    "guaranteed": (GUARANTEED, "guaranteed: it cannot be broken"),
    "elsewhere": (ELSEWHERE, "found by reading"),
}


def rule_ids() -> list[str]:
    """Give the id of every rule, whether it is checked or not."""
    return [*rulebook(), *(key for table, _ in _STATES.values() for key in table)]


def rule_page(key: str) -> Iterator[str]:
    """Give the manual page of a rule, line by line."""
    if key in RETIRED:
        yield f"{key} is retired. {RETIRED[key]} took its place: dsagen explain {RETIRED[key]}"
    elif key in rulebook():
        yield from _written(rulebook()[key])
    else:
        entry, said = _not_asked(key)
        yield f"{key}: {entry.title} ({said})"
        yield ""
        yield entry.because
        yield f"Law: {entry.authority}"


def _written(written: WrittenRule) -> Iterator[str]:
    rule = written.rule
    yield f"{rule.id}: {rule.title} ({rule.severity})"
    yield ""
    yield from written.page.splitlines()
    yield ""
    yield f"Why: {rule.why}"
    yield f"Mend: {rule.fix}"
    yield f"Law: {rule.authority}{_doubt(rule.unverified)}"
    yield f"It may be wrong to fire: {rule.false_positives}"


def _doubt(unverified: bool) -> str:
    return " (not verified: general knowledge or an inference, which a lawyer should confirm)" if unverified else ""


def _not_asked(key: str) -> tuple[NotAsked, str]:
    return next((table[key], said) for table, said in _STATES.values() if key in table)


def page_record(key: str) -> dict[str, Any]:
    """Give the manual page of a rule as a record for JSON."""
    record = next((record for record in _records() if record["id"] == key), {"id": key, "state": "retired"})
    if key in RETIRED:
        record["instead"] = RETIRED[key]
    page = rulebook()[key].page if key in rulebook() else ""
    return {"version": 1, "rules": [{**record, "page": page}]}


def _records() -> Iterator[dict[str, Any]]:
    for key, written in rulebook().items():
        rule = written.rule
        yield {
            "id": key,
            "title": rule.title,
            "severity": rule.severity,
            "state": "checked",
            "group": GROUPS[written.group],
            "why": rule.why,
            "fix": rule.fix,
            "authority": rule.authority,
            "verified": not rule.unverified,
            "false_positives": rule.false_positives,
        }
    for state, (table, _) in _STATES.items():
        for key, entry in table.items():
            yield {
                "id": key,
                "title": entry.title,
                "state": state,
                "because": entry.because,
                "authority": entry.authority,
            }


def listing_records(law: Catalogue) -> dict[str, Any]:
    """Give every rule and every gateway as records for JSON."""
    gateways = [
        {
            "id": gateway.id,
            "title": gateway.title,
            "citation": gateway.citation,
            "kind": gateway.kind,
            "effect": gateway.effect,
            "nation": list(gateway.nation),
            "verified": gateway.verified,
            "checked_on": str(gateway.checked_on),
        }
        for gateway in law.gateways.values()
    ]
    return {"version": 1, "rules": list(_records()), "gateways": gateways}


def listing(law: Catalogue) -> Iterator[str]:
    """Give every rule and every gateway, with their counts, line by line."""
    for group, title in GROUPS.items():
        rules = [written.rule for written in rulebook().values() if written.group == group]
        if rules:
            yield f"{title} ({len(rules)})"
            yield from (f"  {rule.id:<13} {rule.severity:<8} {rule.title}" for rule in rules)
            yield ""
    for table, said in _STATES.values():
        yield f"{said[:1].upper()}{said[1:]} ({len(table)})"
        yield from (f"  {key:<22} {entry.title}" for key, entry in table.items())
        yield ""
    yield f"Gateways ({len(law.gateways)})"
    yield from (f"  {gateway.id}: {gateway.citation}" for gateway in law.gateways.values())
    yield ""
    yield (
        f"{len(rulebook())} rules are checked, {len(WAITING)} wait, {len(GUARANTEED)} are guaranteed. "
        f"{len(law.gateways)} gateways."
    )
