"""The catalogue: every table of the law, read when it is first asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import TypeVar

from dsagen.law.assessment import DpiaTrigger, LibraryRisk, RiskMatrix
from dsagen.law.bases import Annex1Condition, Article6Basis
from dsagen.law.conditions import Article9Condition, Article10Route, Schedule1Paragraph, Schedule8Condition
from dsagen.law.confidentiality import ConfidentialityRoute
from dsagen.law.gateway import Gateway
from dsagen.law.gateways import Gateways
from dsagen.law.notices import Exemption, NoticeItem, Regulator
from dsagen.law.reading import DATA, read_one, read_records
from dsagen.law.record import LawRecord
from dsagen.law.rights import Right, RightAnswer, rights_for, rights_in_part3
from dsagen.law.vocabulary import Function, PartyType, Vocabulary, Word

__all__ = ["Catalogue", "catalogue"]

_Record = TypeVar("_Record", bound=LawRecord)


class Catalogue:
    """The law as data. Every table is read once, when it is first asked for, and refuses unknown words.

    Any attribute may raise `LawDataError` when its file is bad.
    """

    def __init__(self, folder: Path = DATA) -> None:
        self._folder = folder

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """Give the closed lists of words, with their labels."""
        return read_one(self._folder / "vocabulary.yaml", Vocabulary)

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

    @cached_property
    def gateways(self) -> Gateways:
        """Give the gateways by id."""
        return Gateways(self._folder / "gateways", self.vocabulary)

    def gateway(self, key: str) -> Gateway:
        """Give a gateway by id or alias. Raises `KeyError`."""
        return self.gateways[key]

    @cached_property
    def article6(self) -> Mapping[str, Article6Basis]:
        """Give the lawful bases by code: `a` to `f`, and `ea`."""
        return self._records("article6", Article6Basis)

    @cached_property
    def annex1(self) -> Mapping[int, Annex1Condition]:
        """Give the recognised legitimate interests by paragraph of Annex 1; two may share a condition."""
        conditions = read_records(self._folder / "annex1.yaml", Annex1Condition).values()
        return {paragraph: condition for condition in conditions for paragraph in condition.paragraphs}

    @cached_property
    def article9(self) -> Mapping[str, Article9Condition]:
        """Give the conditions for special category data by letter."""
        return self._records("article9", Article9Condition)

    @cached_property
    def article10(self) -> Mapping[str, Article10Route]:
        """Give the routes for criminal-offence data."""
        return self._records("article10", Article10Route)

    @cached_property
    def schedule1(self) -> Mapping[int, Schedule1Paragraph]:
        """Give paragraphs 1 to 37 of Schedule 1 to the Data Protection Act 2018."""
        return read_records(self._folder / "schedule1.yaml", Schedule1Paragraph)

    @cached_property
    def schedule8(self) -> Mapping[int, Schedule8Condition]:
        """Give paragraphs 1 to 9 of Schedule 8 to the Data Protection Act 2018."""
        return read_records(self._folder / "schedule8.yaml", Schedule8Condition)

    @cached_property
    def confidentiality(self) -> Mapping[str, ConfidentialityRoute]:
        """Give the ways to satisfy the duty of confidentiality."""
        return self._records("confidentiality", ConfidentialityRoute)

    @cached_property
    def rights(self) -> Mapping[str, Right]:
        """Give the rights of the people the data is about."""
        return self._records("rights", Right)

    @cached_property
    def dpia_triggers(self) -> Mapping[str, DpiaTrigger]:
        """Give what calls for an impact assessment."""
        return self._records("dpia_triggers", DpiaTrigger)

    @cached_property
    def risk_matrix(self) -> RiskMatrix:
        """Give the matrix of likelihood and severity."""
        return read_one(self._folder / "risk_matrix.yaml", RiskMatrix)

    @cached_property
    def risks(self) -> Mapping[str, LibraryRisk]:
        """Give the library of risks by reference."""
        return self._records("risks", LibraryRisk)

    @cached_property
    def notice_items(self) -> Mapping[str, NoticeItem]:
        """Give what a privacy notice must say, in order."""
        return self._records("notice_items", NoticeItem)

    @cached_property
    def exemptions(self) -> Mapping[str, Exemption]:
        """Give the exemptions in the Data Protection Act 2018."""
        return self._records("exemptions", Exemption)

    @cached_property
    def regulator(self) -> Regulator:
        """Give the regulator, and what comes before a complaint to it."""
        return read_one(self._folder / "regulator.yaml", Regulator)

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
        competent authority: paragraph 10 then needs none (DPA 2018 Sch 1 paras 5 and 10).

        Raises `KeyError` for a paragraph that does not exist.
        """
        excused = "competent_authority" if to_competent_authority else None
        return [
            number
            for number in sorted(set(schedule1))
            if (paragraph := self.schedule1[number]).policy_document != "no"
            and (paragraph.policy_document == "yes" or paragraph.policy_document_exception != excused)
        ]

    def _records(self, name: str, model: type[_Record]) -> Mapping[str, _Record]:
        return read_records(self._folder / f"{name}.yaml", model)


@cache
def catalogue() -> Catalogue:
    """Give the catalogue of this process."""
    return Catalogue()
