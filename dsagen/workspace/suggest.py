"""Did you mean …? For keys, words and ids."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches

__all__ = ["MISNOMERS", "did_you_mean", "kebab", "listed", "nearest"]

MISNOMERS: dict[str, tuple[str, ...]] = {
    "kind": ("form",),
    "country": ("nation",),
    "territory": ("nation",),
    "jurisdiction": ("nation",),
    "start": ("starts",),
    "start_date": ("starts",),
    "commencement": ("starts",),
    "review": ("review_by",),
    "review_date": ("review_by",),
    "end": ("ends",),
    "end_date": ("ends",),
    "expires": ("ends",),
    "dpia": ("assessment",),
    "notice": ("transparency",),
    "privacy_notice": ("transparency",),
    "signatures": ("signatories",),
    "recipient_roles": ("viewers",),
    "art6": ("article6",),
    "lawful_basis": ("article6",),
    "art9": ("article9",),
    "granularity": ("detail",),
    "level": ("detail",),
    "category": ("kind", "special"),
    "role": ("use", "kind"),
    "special_category": ("special",),
    "legal_basis": ("bases",),
    "legal_bases": ("bases",),
    "powers": ("gateways",),
    "mode": ("effect",),
    "alternatives_considered": ("alternatives",),
    "action_on_receipt": ("action",),
    "text": ("action",),
    "discloser": ("from",),
    "sender": ("from",),
    "recipient": ("to",),
    "recipients": ("to",),
    "items": ("fields",),
    "data": ("fields", "dataset"),
    "organisations": ("parties",),
    "partners": ("parties",),
    "controllers": ("parties",),
    "ref": ("reference",),
    "id": ("reference",),
    "name": ("title",),
    "dpo": ("data_protection_officer",),
    "phone": ("telephone",),
    "mailbox": ("email",),
    "length": ("period",),
    "duration": ("period",),
}
"""Words that people write for ours (architecture section 4.1, the column “Not”, and what other templates say)."""


def kebab(written: str) -> str:
    """Give the id that was probably meant by words with capital letters, blanks or other signs."""
    return re.sub(r"[^a-z0-9]+", "-", written.lower()).strip("-")


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """Give the candidate that was probably meant, or None where none is near."""
    known = {candidate.lower().replace("_", "-"): candidate for candidate in candidates}
    written = word.strip().lower().replace("_", "-").replace(" ", "-")
    close = get_close_matches(written, known, n=6, cutoff=0.7)
    return known[min(close, key=lambda candidate: _slips(written, candidate))] if close else None


def _slips(written: str, meant: str) -> int:
    """Count the slips of the hand between two words: a letter more, less, other, or two in the wrong order.

    Why: of several near ids, the one with two digits swapped is the one that was meant (optimal string alignment).
    """
    before: list[int] = []
    row = list(range(len(meant) + 1))
    for at, letter in enumerate(written, 1):
        earlier, before, row = before, row, [at]
        for to, other in enumerate(meant, 1):
            slips = min(before[to] + 1, row[to - 1] + 1, before[to - 1] + (letter != other))
            if at > 1 and to > 1 and letter == meant[to - 2] and written[at - 2] == other:
                slips = min(slips, earlier[to - 2] + 1)
            row.append(slips)
    return row[-1]


def listed(words: Iterable[str], most: int = 12) -> str:
    """List words for a message, or say nothing where they are too many to help."""
    found = [f"`{word}`" for word in words]
    return ", ".join(found) if len(found) <= most else ""


def did_you_mean(word: str, candidates: Iterable[str], kind: str) -> str:
    """Offer the nearest candidate, then every candidate where they are few."""
    known = list(candidates)
    close = nearest(word, known)
    offer = f"Did you mean `{close}`? " if close else ""
    every = listed(known)
    if every:
        return f"{offer}Expected {kind}: {every}."
    first = listed(sorted(known)[:8], 8)
    return offer.strip() or f"There are {len(known)} to choose from, such as {first}."
