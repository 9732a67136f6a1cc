"""Reasons that say nothing: they only repeat that something is wanted, or what it is called."""

from __future__ import annotations

import re

from dsagen.checks.subjects import Item

__all__ = ["says_nothing"]

_WORD = re.compile(r"[^\W_]+")
_EMPTY = frozenset(
    _WORD.findall(
        "a above all an and any as at awareness background be below by case cases completeness context data "
        "detail details for from full general good have help helpful helps if in info information interest is "
        "it its just may might na need needed needs necessary nice no none of on only or our purpose purposes "
        "reason reasons record records reference relevant required requirement so tbc tbd tell that the their "
        "them this to us use used useful want wanted we will with "
        "get give gives giving provide provides build builds paint rounded holistic complete completely fuller whole "
        "wider overall broad big picture view overview understand understanding situation circumstances insight "
        "profile child children family families pupil pupils person people parent parents recipient recipients party "
        "team school council partner partners agency agencies staff practice usual usually always standard more better "
        "known"
    )
)


def says_nothing(item: Item) -> bool:
    """Tell whether the reason for a field holds no word beyond padding and the field's own name."""
    own = {*_words(item.field.label), *_words(item.key)}
    return _words(item.reason) <= _EMPTY | own


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.lower().replace("'s", "")))
