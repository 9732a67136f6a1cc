"""What a candidate still needs, and what supports it, in plain sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dsagen.checks.suggestions.fit import Fit
from dsagen.checks.suggestions.question import Question, Who
from dsagen.checks.suggestions.ranking import GENERAL_POWERS, SHAPES_OTHER_FUNCTIONS
from dsagen.law.catalogue import Catalogue

__all__ = ["missing", "supports"]

_SPECIAL: Mapping[str, str] = {
    "housing-act-1996-s213b": "The person's consent to the referral. It is a condition of the section, and not the "
    "Article 6 basis.",
    "housing-act-1996-s213-213a": "Where section 213A is used, the consent that it asks for. It is not the Article 6 "
    "basis.",
    "dea-2017-s35": "An objective in the regulations for which both bodies are specified, and an agreement under the "
    "code of practice.",
    "dea-2017-s36-39": "A body specified for the objective, and an agreement under the code of practice.",
    "dea-2017-s48-56": "Bodies specified for debt or fraud, and an agreement under the code of practice.",
    "welfare-reform-act-2012-s131": "One of the purposes that the regulations prescribe.",
    "nhs-act-2006-s251-copi": "The approval, with its reference (`confidentiality.approval`).",
    "children-act-1989-s46": "A child whom a constable has taken into police protection.",
    "children-act-1989-sch2-para4": "A child who lives, or will live, in the other council's area.",
    "children-act-2004-s16la": "Answers to its two questions (`duty_tests`).",
    "children-act-2004-s10": "Arrangements that the council has made with its partners, and that this sharing serves.",
    "pcsca-2022-s16": "Nothing that is health information.",
    "children-and-families-act-2014-s23": "A child under compulsory school age.",
}
"""By gateway: the condition that people most often overlook."""


def supports(fit: Fit, question: Question, law: Catalogue) -> Iterator[str]:
    """Yield what speaks for a candidate."""
    gateway = fit.gateway
    if fit.coverage.reach == "type":
        yield f"It names the party's type: {law.party_types[question.party.type].label}."
    elif fit.coverage.reach == "function":
        function = law.functions[fit.coverage.function or ""].label
        yield f"It covers a party with this function: {function}."
    else:
        yield "It is open to everyone."
    if question.role == "discloser":
        yield f"It reaches {_listed(fit.reached, law)}."
    yield f"It serves {' and '.join(law.purpose_kinds[kind].label.lower() for kind in fit.served)}."
    place = law.vocabulary.nations[question.nation].label
    since = gateway.in_force_from(question.nation)
    if gateway.confirmation is not None:
        found = gateway.confirmation
        yield f"In force in {place} since {found.in_force_from}."
        yield f"This workspace confirmed that on {found.confirmed_on}: {found.confirmed_by}."
    elif since is None:
        yield f"In force in {place}."
    else:
        yield f"In force in {place} since {since}."


def missing(fit: Fit, question: Question, law: Catalogue) -> Iterator[str]:
    """Yield what a candidate still needs before anyone can rely on it."""
    gateway = fit.gateway
    if fit.warning:
        yield fit.warning
    if fit.effect == "must_if_asked" and not question.is_asked:
        who = "a safeguarding partner" if gateway.id == "children-act-2004-s16h" else "the recipient"
        yield f"A recorded request by {who} (`request`). Without it nobody is bound to answer."
    if gateway.id in GENERAL_POWERS | SHAPES_OTHER_FUNCTIONS and not _has_main_function(question):
        yield "A main function beside it. It does not stand alone."
    if gateway.id in _SPECIAL:
        yield _SPECIAL[gateway.id]
    if fit.unserved:
        yield f"Another power for {' and '.join(law.purpose_kinds[kind].label.lower() for kind in fit.unserved)}."
    if fit.unreached:
        towards = "with" if question.role == "recipient" else "towards"
        yield f"Another power {towards} {_listed(fit.unreached, law)}."
    if question.role == "discloser" and not question.lifts_by_route and gateway.lifts_confidence != "yes":
        yield "A route for the duty of confidence (`confidentiality`). This provision does not lift it in every case."
    if gateway.verified != "verified":
        how = "was verified only in part" if gateway.verified == "partly" else "is unverified, from general knowledge"
        yield f"A look at the text: dsagen's record of it {how}."


def _has_main_function(question: Question) -> bool:
    return bool(set(question.cited) - GENERAL_POWERS - SHAPES_OTHER_FUNCTIONS)


def _listed(parties: tuple[Who, ...], law: Catalogue) -> str:
    names = list(dict.fromkeys(who.called or law.party_types[who.type].label for who in parties))
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
