"""Views of the assessment: risks with their levels, and measures with the sections that carry them out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, get_args

from dsagen.checks.risks import usual_severities
from dsagen.checks.risks.signs import SIGNS
from dsagen.documents.told import Told
from dsagen.documents.views.alike import alike
from dsagen.documents.views.asked import ask
from dsagen.documents.views.base import View, view_of, views_of
from dsagen.documents.views.registers import PartyView, party_view
from dsagen.documents.views.risks import FearedView, SuggestionView, feared, suggestions
from dsagen.model.assessment import Assessment, Measure, Risk, SignOff
from dsagen.model.purpose import Necessity
from dsagen.model.vocabulary import Alternative, Likelihood, SeverityOfHarm
from dsagen.workspace.paths import join_path

__all__ = ["AssessmentView", "MatrixCell", "MatrixRow", "MeasureView", "NecessityView", "RiskView", "SignOffView"]

LEVELS = ("high", "medium", "low")
"""Worst first."""


@dataclass(frozen=True)
class MatrixCell:
    """One cell of the risk matrix: the level that it gives, and the risks that stand there."""

    level: Told
    risks: list[RiskView]


@dataclass(frozen=True)
class MatrixRow:
    """One row of the risk matrix: a severity, and a cell for each likelihood."""

    severity: Told
    cells: list[MatrixCell]


@views_of(Risk)
class RiskView(View):
    """A risk. Its level is worked out, never typed."""

    _entity: Risk

    def _level(self, likelihood: Likelihood, severity: SeverityOfHarm, attribute: str) -> Told:
        level = self._world.catalogue.risk_matrix.level(likelihood, severity)
        return self._world.told(self._world.labels.word("Level", level), join_path(self._source, attribute), level)

    @property
    def level(self) -> Told:
        """The level before the measures."""
        return self._level(self._entity.likelihood, self._entity.severity, "likelihood")

    @property
    def residual_level(self) -> Told:
        """The level with the measures in place."""
        return self._level(self._entity.residual_likelihood, self._entity.residual_severity, "residual_likelihood")

    @property
    def measures(self) -> list[View]:
        """The measures that treat it."""
        measures = self._world.agreement.assessment.measures
        base = join_path("agreements", self._world.agreement.reference, "assessment", "measures")
        return [view_of(measures[key], join_path(base, key), self._world) for key in self._entity.measures]


@views_of(Measure)
class MeasureView(View):
    """A measure."""

    _entity: Measure

    @property
    def risks(self) -> list[View]:
        """The risks that it treats."""
        risks = self._world.agreement.assessment.risks
        base = join_path("agreements", self._world.agreement.reference, "assessment", "risks")
        return [
            view_of(risk, join_path(base, key), self._world)
            for key, risk in risks.items()
            if self.key.value in risk.measures
        ]


@views_of(SignOff)
class SignOffView(View):
    """One line of the sign-off."""

    _entity: SignOff

    @property
    def party(self) -> Any:
        """The party whose line it is, or nothing."""
        return party_view(self._world, self._entity.party) if self._entity.party else self.__getattr__("party")


@views_of(Necessity)
class NecessityView(View):
    """Why a purpose needs the sharing."""

    _entity: Necessity

    @property
    def ladder(self) -> Any:
        """Each other way that was considered, from the least to the most intrusive; a gap where there is none."""
        considered = self.__getattr__("alternatives")
        if not considered:
            return considered
        return [(told, considered[told]) for step in get_args(Alternative) for told in considered if told.value == step]

    @property
    def safeguards(self) -> list[View]:
        """The measures on which the balance rests."""
        measures = self._world.agreement.assessment.measures
        base = join_path("agreements", self._world.agreement.reference, "assessment", "measures")
        self._world.reads.note(join_path(self._source, "safeguards"), self._entity.safeguards)
        return [
            view_of(measures[key], join_path(base, key), self._world)
            for key in self._entity.safeguards
            if key in measures
        ]


@views_of(Assessment)
class AssessmentView(View):
    """The assessment."""

    _entity: Assessment

    @cached_property
    def by_level(self) -> dict[str, list[RiskView]]:
        """The risks by level before the measures: `high`, `medium`, `low`."""
        return self._grouped("level")

    @cached_property
    def by_residual_level(self) -> dict[str, list[RiskView]]:
        """The risks by level with the measures in place."""
        return self._grouped("residual_level")

    def _grouped(self, attribute: str) -> dict[str, list[RiskView]]:
        risks: list[Any] = list(self.__getattr__("risks").values()) if self._entity.risks else []
        return {level: [risk for risk in risks if getattr(risk, attribute).value == level] for level in LEVELS}

    @cached_property
    def ranked(self) -> list[RiskView]:
        """Every risk: the highest level that remains first, then the highest before the measures, then as written.

        Why: a risk that stays medium matters more to the decision than one that the measures bring down to low.
        """
        before = [risk for level in LEVELS for risk in self.by_level[level]]
        return [risk for level in LEVELS for risk in before if risk.residual_level.value == level]

    @cached_property
    def suggestions(self) -> list[SuggestionView]:
        """Each risk of the library that the structure suggests, or that is taken up or set aside."""
        return suggestions(self._world)

    @cached_property
    def feared(self) -> list[FearedView]:
        """Each event that people fear, with the risks that answer it."""
        return feared(self._world)

    @cached_property
    def lowered(self) -> dict[str, Told]:
        """The risks that the assessment scores below what is usual for these people, each with the usual severity."""
        return {
            each.key: Told(
                self._world.labels.word("SeverityOfHarm", each.usual),
                join_path("law", "risks", str(each.risk.library), "usual_severity"),
                each.usual,
            )
            for each in ask(self._world, usual_severities)
            if each.is_lower
        }

    @property
    def places(self) -> Told:
        """The flows in which an address or another place travels; nothing where there are none."""
        (fact,) = ask(self._world, lambda case: [SIGNS["place"](case)])
        return Told(fact, join_path("agreements", self._world.agreement.reference, "flows"))

    @property
    def not_sharing_risks(self) -> list[Any]:
        """The risks that nothing is shared when it should be."""
        return [risk for event in self.feared if event.event.value == "non_sharing" for risk in event.risks]

    @property
    def highest_remaining(self) -> list[RiskView]:
        """The risks of sharing at the highest level that remains; the first three of `ranked` where all are low."""
        without = {risk.key.value for risk in self.not_sharing_risks}
        sharing = [risk for risk in self.ranked if risk.key.value not in without]
        above = [risk for risk in sharing if risk.residual_level.value != "low"]
        return above or sharing[:3]

    @property
    def other_rights(self) -> list[Told]:
        """The rights of the child on which no effect is recorded."""
        titles = self._world.labels.groups["ConventionArticle"]
        source = join_path(self._source, "children")
        return [
            Told(f"Article {number} ({title[:1].lower()}{title[1:]})", source)
            for number, title in titles.items()
            if int(number) not in self._entity.children
        ]

    @property
    def top_risks(self) -> list[RiskView]:
        """The first five of `ranked`."""
        return self.ranked[:5]

    @property
    def residual(self) -> Told:
        """The highest level that remains."""
        level = next((level for level in LEVELS if self.by_residual_level[level]), "low")
        return self._world.told(self._world.labels.word("Level", level), join_path(self._source, "risks"), level)

    @property
    def open_measures(self) -> list[Any]:
        """The measures that are not yet in place."""
        return [measure for measure in self.__getattr__("measures").values() if measure.status.value != "in_place"]

    @property
    def open_measures_alike(self) -> list[list[Any]]:
        """The measures that are not yet in place, those with the same status and date together."""
        return alike(self.open_measures, lambda measure: (measure.status.value, str(measure.due or "")))

    @property
    def likelihoods(self) -> list[Told]:
        """The likelihoods of the matrix, least first."""
        word = self._world.labels.word
        return [
            self._world.told(word("Likelihood", likelihood), f"law/risk_matrix/likelihood/{likelihood}", likelihood)
            for likelihood in get_args(Likelihood)
        ]

    @property
    def matrix(self) -> list[MatrixRow]:
        """The matrix with the risks as they stand before the measures, worst severity first."""
        return self._matrix("likelihood", "severity")

    @property
    def residual_matrix(self) -> list[MatrixRow]:
        """The matrix with the risks as they stand with the measures in place."""
        return self._matrix("residual_likelihood", "residual_severity")

    def _matrix(self, likelihood: str, severity: str) -> list[MatrixRow]:
        risks: list[Any] = list(self.__getattr__("risks").values()) if self._entity.risks else []
        table, word = self._world.catalogue.risk_matrix.table, self._world.labels.word
        rows = []
        for harm in reversed(get_args(SeverityOfHarm)):
            cells = []
            for chance in get_args(Likelihood):
                source = f"law/risk_matrix/table/{harm}/{chance}"
                level = table[harm][chance]
                here = [
                    risk
                    for risk in risks
                    if getattr(risk._entity, likelihood) == chance and getattr(risk._entity, severity) == harm
                ]
                cells.append(MatrixCell(self._world.told(word("Level", level), source, level), here))
            rows.append(
                MatrixRow(
                    self._world.told(word("SeverityOfHarm", harm), f"law/risk_matrix/severity/{harm}", harm), cells
                )
            )
        return rows

    @property
    def children_rights(self) -> list[tuple[Told, View]]:
        """Each right of the child that is affected, as `Article 12: Respect for the views of the child`."""
        titles = self._world.labels.groups["ConventionArticle"]
        found = []
        for key, right in self.__getattr__("children").items():
            title = titles.get(str(key.value))
            words = f"Article {key.value}: {title}" if title else f"Article {key.value}"
            found.append((self._world.told(words, key.source, key.value), right))
        return found

    def consulted(self, kind: str) -> list[View]:
        """Give the entries of the register of consultation that are about one kind of group."""
        if not self._entity.consultation:
            return []
        return [entry for entry in self.__getattr__("consultation") if entry.kind.value == kind]

    def signed(self, item: str) -> list[SignOffView]:
        """Give the lines of the sign-off that are about one thing."""
        if not self._entity.sign_off:
            return []
        return [line for line in self.__getattr__("sign_off") if line.item.value == item]

    @property
    def adoptions(self) -> list[tuple[PartyView, list[SignOffView]]]:
        """Each party with the lines in which it adopts the assessment; none where it has not."""
        lines = self.signed("adoption")
        return [
            (party_view(self._world, party), [line for line in lines if line._entity.party == party])
            for party in self._world.agreement.parties
        ]

    @property
    def adopted_elsewhere(self) -> list[SignOffView]:
        """The lines of parties that adopt the assessment for other agreements, which share it with this one."""
        return [line for line in self.signed("adoption") if line._entity.party not in self._world.agreement.parties]
