"""The order of suggestions: the strongest and most specific provision first.

Source: the gateways note, "How to read a record" (ranking) and section H.
"""

from __future__ import annotations

from dsagen.checks.suggestions.fit import Fit

__all__ = ["GENERAL_POWERS", "SHAPES_OTHER_FUNCTIONS", "rank"]

GENERAL_POWERS = frozenset({"lga-1972-s111", "localism-act-2011-s1"})
"""They add to a main function and name no purpose of their own."""
SHAPES_OTHER_FUNCTIONS = frozenset({"children-act-2004-s11", "children-act-2004-s28", "cda-1998-s17-17a"})
"""They say how other functions are carried out: a main function stands beside them."""
_SYSTEM_LEVEL = frozenset({"children-act-2004-s16e-16g"})
"""Arrangements for an area, and reviews: seldom what one case rests on."""
_ONE_GROUP = {"children-act-1989-s17za": "young_carer_support", "mental-health-act-1983-s117": ""}
"""Functions for one group of people, with the kind of purpose that is about them: none for people who were detained in
hospital. A wider function goes first where the purpose is not about them."""
_EFFECTS = ("must", "must_if_asked", "may", "incidental", "none")

_Rank = tuple[bool, int, int, bool, int, int, int, int, int, bool, int, str]


def rank(fit: Fit) -> _Rank:
    """Give the key to sort by.

    What names nobody comes after everything that names the party. Then: duty before power, a named type before a
    function, express before implied, what serves every purpose and reaches everyone before what does not. Of
    two functions, one for this very purpose goes before one for many. A duty that is known from general knowledge alone
    goes after what somebody has read.
    """
    gateway = fit.gateway
    first = min((gateway.purpose_kinds.index(kind) for kind in fit.served), default=99)
    partnership = set(gateway.discloser_types) == set(gateway.recipient_types)
    aside = gateway.id in _SYSTEM_LEVEL or (gateway.id in _ONE_GROUP and _ONE_GROUP[gateway.id] not in fit.served)
    later = 2 if gateway.id in GENERAL_POWERS else int(aside)
    supports = gateway.id in SHAPES_OTHER_FUNCTIONS or (partnership and first > 0)
    names_everyone = any(match.type == "any" and match.function is None for match in gateway.recipient_types)
    return (
        fit.coverage.reach == "any",
        _strength(fit),
        fit.coverage.rank,
        not gateway.express,
        later,
        len(fit.unserved),
        len(fit.unreached),
        int(supports),
        first,
        names_everyone,
        len(gateway.purpose_kinds),
        gateway.id,
    )


def _strength(fit: Fit) -> int:
    unread = fit.gateway.verified == "unverified" and fit.effect in ("must", "must_if_asked")
    return len(_EFFECTS) if unread else _EFFECTS.index(fit.effect)
