"""What a record says in words and its lists cannot: who and what it leaves out.

Source: the gateways note, section J (traps 2, 5, 8 and 10) and the restrictions of each record.
"""

from __future__ import annotations

from dataclasses import dataclass

from dsagen.checks.suggestions.question import Question
from dsagen.law.gateway import Gateway
from dsagen.law.vocabulary import Effect

__all__ = ["Limit", "limits"]

_COUNCILS = frozenset({"local_authority", "district_council"})
_PLACES_OF_EDUCATION = frozenset({"school", "academy", "fe_college"})
_ADULTS_ONLY = "It is about adults. For a child it is open only on the way into adult care."


@dataclass(frozen=True)
class Limit:
    """What holds for one record and one question."""

    refusal: str = ""
    warning: str = ""
    effect: Effect | None = None


def limits(gateway: Gateway, question: Question) -> Limit:
    """Give what the record's words say about this question."""
    if gateway.id == "hsca-2012-s251b":
        return _direct_care(question)
    if gateway.id.startswith("care-act-2014-") and question.has_children:
        return Limit(refusal=_ADULTS_ONLY)
    if gateway.id == "pcsca-2022-s16":
        return _serious_violence(question)
    if gateway.id == "children-and-families-act-2014-s28-31" and question.party.type in _PLACES_OF_EDUCATION:
        words = "Only co-operation under sections 28 and 29: the duty to answer in section 31 does not bind schools."
        return Limit(warning=words, effect="incidental")
    if gateway.id == "immigration-and-asylum-act-1999-s20-21":
        return _immigration(question)
    if gateway.id == "homes-for-ukraine-no-express-gateway" and "resettlement" not in question.kinds:
        return Limit(refusal="It is about guests and sponsors under one scheme.")
    if gateway.id == "children-act-1989-s17za" and "young_carer_support" not in question.kinds:
        return Limit(warning="Only for a child who looks after someone.")
    if question.party.type == "hmrc" and not gateway.express:
        return Limit(refusal="HM Revenue and Customs needs an express statutory gateway (2005 Act, section 18).")
    return Limit()


def _direct_care(question: Question) -> Limit:
    """Health and Social Care Act 2012 section 251B: a children's social care team is outside."""
    ends = (question.party, *question.others)
    councils = [who for who in ends if who.type in _COUNCILS]
    if not councils or not question.has_children:
        return Limit()
    nursing = all("public_health" in who.functions for who in councils) and "health_care_direct" in question.kinds
    if nursing:
        return Limit(warning="Only with the council's public-health nurses. Children's social care is outside it.")
    return Limit(refusal="It does not reach children's social care: it is about health and adult social care.")


def _serious_violence(question: Question) -> Limit:
    """Police, Crime, Sentencing and Courts Act 2022 section 16: no patient information, nothing from health bodies."""
    if question.role == "discloser" and question.party.type in ("icb", "local_health_board"):
        return Limit(refusal="Health bodies may not share personal data under it.")
    if question.has_health:
        return Limit(refusal="Health information may not be shared under it, whoever holds it.")
    return Limit()


def _immigration(question: Question) -> Limit:
    """Immigration and Asylum Act 1999: to the Home Office under section 20, from it under section 21."""
    if question.party.type == "home_office" or any(who.type == "home_office" for who in question.others):
        return Limit()
    return Limit(refusal="It is for information to or from the Home Office only.")
