"""One gateway as a page that people can read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from dsagen.cli.gateways.records import mark, parties, state_words, verified_words

if TYPE_CHECKING:
    from dsagen.law.catalogue import Catalogue
    from dsagen.law.gateway import Gateway

__all__ = ["gateway_page"]


def gateway_page(gateway: Gateway, law: Catalogue, as_at: date) -> Iterator[str]:
    """Give the page of a gateway, line by line."""
    words = law.vocabulary
    yield f"{gateway.id}: {gateway.title}"
    yield gateway.citation
    if mark(gateway):
        yield f"THIS IS NO POWER TO SHARE: {mark(gateway)}."
    if gateway.plain:
        yield ""
        yield gateway.plain
    yield ""
    yield f"What it is: {words.gateway_kinds[gateway.kind].label}. {words.gateway_kinds[gateway.kind].meaning}"
    express = "The provision itself speaks of giving information." if gateway.express else "Sharing is implied."
    yield f"What it does: {words.effects[gateway.effect].label}. {express}"
    yield f"Who may give the information, or holds the function: {parties(gateway.discloser_types, law)}"
    yield f"Who may receive it: {parties(gateway.recipient_types, law)}"
    kinds = [f"{words.purpose_kinds[kind].label} ({kind})" for kind in gateway.purpose_kinds]
    yield f"Purposes: {'; '.join(kinds) or 'none'}"
    yield f"When it applies: {gateway.conditions}"
    yield f"Its limits: {gateway.restrictions}"
    confidence = words.lifts_confidence[gateway.lifts_confidence].meaning
    yield f"Duty of confidence: {confidence}{_then(gateway.lifts_confidence_note)}"
    yield f"On {as_at}: {state_words(gateway, law, as_at)}. ({gateway.in_force_note})"
    found = gateway.confirmation
    if found is not None:
        yield (
            f"Confirmed by this workspace: in force from {found.in_force_from}; {found.confirmed_by}, on "
            f"{found.confirmed_on}, from {found.source}"
        )
    yield f"Usual Article 6 pairing: {', '.join(gateway.art6) or 'none'}"
    if gateway.notes:
        yield f"Notes: {gateway.notes}"
    yield f"Checked: {verified_words(gateway)}"
    yield f"Against: {gateway.source}"
    yield f"Read it at: {gateway.url}"
    if gateway.aliases:
        yield f"Also known as: {', '.join(gateway.aliases)}"


def _then(note: str | None) -> str:
    return f" {note[:1].upper()}{note[1:]}" if note else ""
