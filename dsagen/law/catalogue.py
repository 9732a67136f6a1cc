"""The catalogue: every table of the law, read when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import copy
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from dsagen.law.assessment import DpiaTrigger, LibraryRisk, RiskMatrix
from dsagen.law.bases import Annex1Condition, Article6Basis
from dsagen.law.closed_lists import ClosedPurposes
from dsagen.law.compatibility import Annex2Condition
from dsagen.law.conditions import Article9Condition, Article10Route, Schedule1Paragraph, Schedule8Condition
from dsagen.law.confidentiality import ConfidentialityRoute
from dsagen.law.corrections import Correction
from dsagen.law.dated_facts import DatedFacts
from dsagen.law.gateway import Gateway
from dsagen.law.gateways import Gateways, GatewaysWithLocal
from dsagen.law.hints import CriminalHint, SpecialHint
from dsagen.law.identifiers import Identifier
from dsagen.law.law_enforcement import CompetentAuthority, LawEnforcementPurpose
from dsagen.law.local import Instrument, LocalLaw
from dsagen.law.notices import Exemption, NoticeException, NoticeItem, NoticeTiming, Regulator
from dsagen.law.reading import DATA, read_one, read_records
from dsagen.law.record import LawRecord
from dsagen.law.rights import Right, RightAnswer, rights_for, rights_in_part3
from dsagen.law.vocabulary import Function, PartyType, Vocabulary, Word
from dsagen.law.words import Found, Phrases

__all__ = ["Catalogue", "catalogue"]

_Record = TypeVar("_Record", bound=LawRecord)
_One = TypeVar("_One", bound=BaseModel)
_Table = TypeVar("_Table")


class Catalogue:
    """The law as data. Every table is read once, when it is first asked for, and refuses unknown words.

    Any attribute may raise `LawDataError` when its file is bad.
    """

    def __init__(self, folder: Path = DATA) -> None:
        self._folder = folder
        self._tables: dict[str, Any] = {}
        self._local = LocalLaw()
        self._with_local: GatewaysWithLocal | None = None

    def with_local(self, local: LocalLaw) -> Catalogue:
        """Give a catalogue that also has what a workspace adds. The tables are read once for both.

        A gateway that the workspace has confirmed is in force from the day that the confirmation gives, and carries
        the confirmation. A gateway of the workspace stands in the place of ours with the same id. Why: law changes
        sooner than the catalogue, and the workspace says so in the record (`replaces: yes`).

        Raises `ValueError` where a confirmation makes a period begin after its end.
        """
        found = copy(self)
        found._local = local
        found._with_local = GatewaysWithLocal(self.gateways, local)
        for key in local.confirmations:
            found.gateway(key)
        return found

    @property
    def vocabulary(self) -> Vocabulary:
        """Give the closed lists of words, with their labels."""
        return self._one("vocabulary", Vocabulary)

    @property
    def purpose_kinds(self) -> Mapping[str, Word]:
        """Give the kinds of purpose."""
        return self.vocabulary.purpose_kinds

    @property
    def party_types(self) -> Mapping[str, PartyType]:
        """Give the types of party."""
        return self.vocabulary.party_types

    @property
    def functions(self) -> Mapping[str, Function]:
        """Give the functions of parties."""
        return self.vocabulary.functions

    @property
    def gateways(self) -> Mapping[str, Gateway]:
        """Give the gateways by id."""
        if self._with_local is not None:
            return self._with_local
        return self._once("gateways", lambda: Gateways(self._folder / "gateways", self.vocabulary))

    @property
    def instruments(self) -> Mapping[str, Instrument]:
        """Give the instruments that the workspace knows of, by id."""
        return self._local.instruments

    def gateway(self, key: str) -> Gateway:
        """Give a gateway by id or alias. Raises `KeyError`."""
        return self.gateways[key]

    @property
    def article6(self) -> Mapping[str, Article6Basis]:
        """Give the lawful bases by code: `a` to `f`, and `ea`."""
        return self._records("article6", Article6Basis)

    @property
    def annex1(self) -> Mapping[int, Annex1Condition]:
        """Give the recognised legitimate interests by paragraph of Annex 1; two may share a condition."""
        conditions = self._records("annex1", Annex1Condition).values()
        return {paragraph: condition for condition in conditions for paragraph in condition.paragraphs}

    @property
    def article9(self) -> Mapping[str, Article9Condition]:
        """Give the conditions for special category data by letter."""
        return self._records("article9", Article9Condition)

    @property
    def article10(self) -> Mapping[str, Article10Route]:
        """Give the routes for criminal-offence data."""
        return self._records("article10", Article10Route)

    @property
    def schedule1(self) -> Mapping[int, Schedule1Paragraph]:
        """Give paragraphs 1 to 37 of Schedule 1 to the Data Protection Act 2018."""
        return self._records("schedule1", Schedule1Paragraph)

    @property
    def schedule8(self) -> Mapping[int, Schedule8Condition]:
        """Give paragraphs 1 to 9 of Schedule 8 to the Data Protection Act 2018."""
        return self._records("schedule8", Schedule8Condition)

    @property
    def confidentiality(self) -> Mapping[str, ConfidentialityRoute]:
        """Give the ways to satisfy the duty of confidentiality."""
        return self._records("confidentiality", ConfidentialityRoute)

    @property
    def rights(self) -> Mapping[str, Right]:
        """Give the rights of the people the data is about."""
        return self._records("rights", Right)

    @property
    def dpia_triggers(self) -> Mapping[str, DpiaTrigger]:
        """Give what calls for an impact assessment."""
        return self._records("dpia_triggers", DpiaTrigger)

    @property
    def risk_matrix(self) -> RiskMatrix:
        """Give the matrix of likelihood and severity."""
        return self._one("risk_matrix", RiskMatrix)

    @property
    def risks(self) -> Mapping[str, LibraryRisk]:
        """Give the library of risks by reference."""
        return self._records("risks", LibraryRisk)

    @property
    def notice_items(self) -> Mapping[str, NoticeItem]:
        """Give what a privacy notice must say, in order."""
        return self._records("notice_items", NoticeItem)

    @property
    def exemptions(self) -> Mapping[str, Exemption]:
        """Give the exemptions in the Data Protection Act 2018."""
        return self._records("exemptions", Exemption)

    @property
    def regulator(self) -> Regulator:
        """Give the regulator, and what comes before a complaint to it."""
        return self._one("regulator", Regulator)

    @property
    def corrections(self) -> Mapping[str, Correction]:
        """Give old and wrong citations and names, with the right ones."""
        return self._records("corrections", Correction, key="id")

    def corrections_in(self, text: str) -> Iterator[Found[Correction]]:
        """Give each old or wrong citation or name in a text, in order, with the words matched."""
        return self._phrases("corrections", self.corrections, lambda correction: correction.patterns).find(text)

    @property
    def identifiers(self) -> Mapping[str, Identifier]:
        """Give the numbers that stand for a person, by the word that a field has for them."""
        return self._records("identifiers", Identifier)

    def identifiers_in(self, text: str) -> Iterator[Found[str]]:
        """Give the word for each number that the name of a field speaks of, in order."""
        named = [(name, key) for key, record in self.identifiers.items() for name in record.names]
        return self._once("identifiers in text", lambda: Phrases(named)).find(text)

    @property
    def annex2(self) -> Mapping[str, Annex2Condition]:
        """Give the conditions under which another use is treated as compatible."""
        return self._records("annex2", Annex2Condition)

    def annex2_in(self, text: str) -> Iterator[Found[Annex2Condition]]:
        """Give each condition of Annex 2 that a text names, in order."""
        return self._phrases("annex2", self.annex2, lambda condition: condition.names).find(text)

    @property
    def notice_timing(self) -> Mapping[str, NoticeTiming]:
        """Give the times by which people are told."""
        return self._records("notice_timing", NoticeTiming)

    @property
    def notice_exceptions(self) -> Mapping[str, NoticeException]:
        """Give the reasons why people need not be told of information from elsewhere."""
        return self._records("notice_exceptions", NoticeException)

    @property
    def special_hints(self) -> Mapping[str, SpecialHint]:
        """Give words that usually signal special category data."""
        return self._records("special_hints", SpecialHint)

    def special_hints_in(self, text: str) -> Iterator[Found[SpecialHint]]:
        """Give each hint of special category data in the name of a field, in order."""
        return self._phrases("special_hints", self.special_hints, lambda hint: hint.words).find(text)

    @property
    def criminal_hints(self) -> Mapping[str, CriminalHint]:
        """Give words that usually signal criminal-offence data."""
        return self._records("criminal_hints", CriminalHint)

    def criminal_hints_in(self, text: str) -> Iterator[Found[CriminalHint]]:
        """Give each hint of criminal-offence data in the name of a field, in order."""
        return self._phrases("criminal_hints", self.criminal_hints, lambda hint: hint.words).find(text)

    @property
    def closed_purposes(self) -> Mapping[str, ClosedPurposes]:
        """Give the closed statutory lists of purposes, by the gateway that each belongs to."""
        return self._records("closed_purposes", ClosedPurposes)

    @property
    def competent_authorities(self) -> Mapping[str, CompetentAuthority]:
        """Give who is a competent authority for law enforcement."""
        return self._records("competent_authorities", CompetentAuthority)

    @property
    def law_enforcement_purposes(self) -> Mapping[str, LawEnforcementPurpose]:
        """Give the law enforcement purposes."""
        return self._records("law_enforcement_purposes", LawEnforcementPurpose)

    @property
    def dated_facts(self) -> DatedFacts:
        """Give the facts that change with time, and how old a record may grow."""
        return self._one("dated_facts", DatedFacts)

    def rights_for(self, bases: Iterable[str]) -> tuple[RightAnswer, ...]:
        """Tell which rights apply under the UK GDPR on these bases.

        Raises `KeyError` for a code that is no basis.
        """
        return rights_for(self.rights, bases)

    def rights_in_part3(self) -> tuple[RightAnswer, ...]:
        """Tell which rights apply to law-enforcement processing (DPA 2018 Part 3)."""
        return rights_in_part3(self.rights)

    def needs_policy_document(self, schedule1: Iterable[int], *, to_competent_authority: bool = False) -> list[int]:
        """Give those paragraphs for which the controller needs an appropriate policy document, in order.

        `to_competent_authority` says that the controller only discloses, or prepares to disclose, to a
        competent authority: paragraph 10 then needs none, nor does paragraph 36 where it extends
        paragraph 10 alone (DPA 2018 Sch 1 paras 5, 10 and 36).

        Raises `KeyError` for a paragraph that does not exist.
        """
        excused = "competent_authority" if to_competent_authority else None
        named = {number: self.schedule1[number] for number in sorted(set(schedule1))}
        spared = {number for number, each in named.items() if excused and each.policy_document_exception == excused}
        needed = [number for number, each in named.items() if each.policy_document != "no" and number not in spared]
        # An extension asks for what the condition that it extends asks for, and no more.
        alone = spared and all(named[number].role == "extension" for number in needed)
        return [] if alone else needed

    def _records(self, name: str, model: type[_Record], *, key: str | None = None) -> Mapping[Any, _Record]:
        return self._once(name, lambda: read_records(self._folder / f"{name}.yaml", model, key=key))

    def _one(self, name: str, model: type[_One]) -> _One:
        return self._once(name, lambda: read_one(self._folder / f"{name}.yaml", model))

    def _phrases(
        self, name: str, table: Mapping[Any, _Record], words: Callable[[_Record], Iterable[str]]
    ) -> Phrases[_Record]:
        pairs = ((phrase, record) for record in table.values() for phrase in words(record))
        return self._once(f"{name} in text", lambda: Phrases(pairs))

    def _once(self, name: str, make: Callable[[], _Table]) -> _Table:
        if name not in self._tables:
            self._tables[name] = make()
        found: _Table = self._tables[name]
        return found


@cache
def catalogue() -> Catalogue:
    """Give the catalogue of this process."""
    return Catalogue()
