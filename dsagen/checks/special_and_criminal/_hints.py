"""Words that a field says of itself, for rules that look for what the field may show."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dsagen.checks.subjects import Item

__all__ = ["carried_before", "said_of"]

_SENTENCE = re.compile(r"(?<=[.;!?])\s+")
_DENIES = re.compile(r"\b(no|not|never|nothing|none|neither|nor|without)\b|n't", re.I)
_ONLY_WHO = frozenset({"name", "contact", "identifier"})


def said_of(item: Item) -> str:
    """Give what a field is called and said to hold, without sentences that say what it does not show.

    A field that only says who someone is, or how to reach them, gives nothing: its words are about the person.
    """
    only_who = item.field.kind in _ONLY_WHO or item.is_birth_date
    return "" if only_who else " · ".join(_texts(item))


def carried_before(item: Item) -> bool:
    """Tell whether an earlier flow of the agreement carries the same field, so that one finding is enough."""
    for flow in item.flow.case.flows:
        if flow.key == item.flow.key:
            return False
        if flow.flow.dataset == item.flow.flow.dataset and item.key in flow.flow.fields:
            return True
    return False


def _texts(item: Item) -> Iterator[str]:
    field = item.field
    yield item.key.replace("-", " ")
    yield field.label
    yield from field.values
    yield from (text for text in _SENTENCE.split(field.meaning or "") if text and not _DENIES.search(text))
