"""Gateways that do not fit, and that people would think of: why each fails, and what to use instead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dsagen.checks.suggestions.fit import Fit
from dsagen.checks.suggestions.question import Question
from dsagen.law.catalogue import Catalogue

__all__ = ["MOST", "instead", "near_misses"]

MOST = 6
"""Near misses that are shown, beside those that the party cites."""

_USUAL_MISTAKES: Mapping[str, Mapping[str, str]] = {
    "gp_practice": dict.fromkeys(
        (
            "children-act-2004-s10",
            "children-act-2004-s11",
            "children-act-1989-s27",
            "children-act-1989-s47",
            "nhs-act-2006-s82",
            "hsca-2012-s251b",
        ),
        "nhs-act-2006-s84",
    ),
    "academy": {"education-act-2002-s175": "independent-school-standards-2014-para7"},
    "independent_school": {
        "education-act-2002-s175": "independent-school-standards-2014-para7",
        "children-act-2004-s10": "independent-school-standards-2014-para7",
    },
    "school": {"independent-school-standards-2014-para7": "education-act-2002-s175"},
    "fe_college": {"independent-school-standards-2014-para7": "education-act-2002-s175"},
}
"""By type of party: what is often cited in its name, and what it has instead (gateways note, J11 and J12)."""

_TWINS: tuple[tuple[str, str], ...] = (
    ("children-act-2004-s10", "children-act-2004-s25"),
    ("children-act-2004-s11", "children-act-2004-s28"),
    ("children-act-2004-s16la", "sswbwa-2014-s128-130"),
    ("children-act-2004-s16h", "sswbwa-2014-s162-164a"),
    ("children-act-1989-s27", "sswbwa-2014-s162-164a"),
    ("housing-act-1996-s213b", "housing-wales-act-2014-s95-96"),
    ("housing-act-1996-s213-213a", "housing-wales-act-2014-s95-96"),
)
"""English provisions, each with the one that does most of its work in Wales."""


def near_misses(fits: Sequence[Fit], question: Question) -> list[Fit]:
    """Choose the gateways whose failure is worth a line: what is cited first, then what may come to fit."""
    failed = [fit for fit in fits if fit.obstacles]
    cited = [fit for fit in failed if _is_cited(fit, question.cited)]
    scored = [(score, fit) for fit in failed if fit not in cited and (score := _score(fit, question)) is not None]
    scored.sort(key=lambda pair: (pair[0], _EFFECTS.index(pair[1].effect), pair[1].gateway.id))
    return [*cited, *(fit for _, fit in scored[:MOST])]


_EFFECTS = ("must", "must_if_asked", "may", "incidental", "none")


def _score(fit: Fit, question: Question) -> int | None:
    """Tell how much a failure is worth, the least number first, or None where it is worth nothing."""
    reasons = {obstacle.why for obstacle in fit.obstacles}
    if question.is_private and reasons != {"state"}:
        return None
    state = fit.gateway.state(question.nation, question.as_at)
    named = any(match.type == question.party.type for match in fit.gateway.discloser_types)
    if reasons == {"state"} and state != "repealed":
        return 0
    if reasons == {"state", "function"} and state == "announced":
        return 0
    if fit.gateway.id in _USUAL_MISTAKES.get(question.party.type, {}) and _is_tempting(fit, question):
        return 1
    if reasons == {"function"} and named:
        return 2
    if reasons == {"recipient"} and named and "`functions`" in fit.obstacles[0].text:
        return 3
    if reasons == {"limit"}:
        return 3
    if _is_cited(fit, question.cited_by_others) and reasons == {"party"} and question.role == "discloser":
        return 4
    return None


def _is_tempting(fit: Fit, question: Question) -> bool:
    """Tell whether a usual mistake is one that people would make here."""
    if fit.gateway.id == "hsca-2012-s251b":  # cited for any child whom a practice and a council both know
        return question.has_children and any(who.type == "local_authority" for who in question.others)
    reasons = {obstacle.why for obstacle in fit.obstacles}
    return reasons <= {"party", "function"}


def _is_cited(fit: Fit, keys: Sequence[str]) -> bool:
    return any(key == fit.gateway.id or key in fit.gateway.aliases for key in keys)


def instead(fit: Fit, question: Question, law: Catalogue) -> str | None:
    """Give the gateway that does for this party what the failed one seems to, if one is known."""
    reasons = {obstacle.why for obstacle in fit.obstacles}
    if "nation" in reasons:
        pairs = _TWINS if question.nation == "wales" else tuple((welsh, english) for english, welsh in _TWINS)
        return next((twin for one, twin in pairs if one == fit.gateway.id and _live(twin, question, law)), None)
    return _USUAL_MISTAKES.get(question.party.type, {}).get(fit.gateway.id)


def _live(key: str, question: Question, law: Catalogue) -> bool:
    return law.gateway(key).state(question.nation, question.as_at) == "in_force"
