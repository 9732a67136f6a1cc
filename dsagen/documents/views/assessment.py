"""Views of the assessment: risks with their levels, and measures with the sections that carry them out."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from dsagen.documents.told import Told
from dsagen.documents.views.base import View, join_id, view_of, views_of
from dsagen.model.assessment import Assessment, Measure, Risk
from dsagen.model.vocabulary import Likelihood, SeverityOfHarm

__all__ = ["AssessmentView", "MeasureView", "RiskView"]

LEVELS = ("high", "medium", "low")
"""Worst first."""


@views_of(Risk)
class RiskView(View):
    """A risk. Its level is worked out, never typed."""

    _entity: Risk

    def _level(self, likelihood: Likelihood, severity: SeverityOfHarm, attribute: str) -> Told:
        level = self._world.catalogue.risk_matrix.level(likelihood, severity)
        return self._world.told(self._world.labels.word("Level", level), join_id(self._source, attribute), level)

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
        base = join_id("agreements", self._world.agreement.reference, "assessment", "measures")
        return [view_of(measures[key], join_id(base, key), self._world) for key in self._entity.measures]


@views_of(Measure)
class MeasureView(View):
    """A measure."""

    _entity: Measure

    @property
    def risks(self) -> list[View]:
        """The risks that it treats."""
        risks = self._world.agreement.assessment.risks
        base = join_id("agreements", self._world.agreement.reference, "assessment", "risks")
        return [
            view_of(risk, join_id(base, key), self._world)
            for key, risk in risks.items()
            if self.key.value in risk.measures
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
    def top_risks(self) -> list[RiskView]:
        """The five risks with the highest level before the measures, in the order of the source within a level."""
        return [risk for level in LEVELS for risk in self.by_level[level]][:5]

    @property
    def residual(self) -> Told:
        """The highest level that remains."""
        level = next((level for level in LEVELS if self.by_residual_level[level]), "low")
        return self._world.told(self._world.labels.word("Level", level), join_id(self._source, "risks"), level)

    @property
    def open_measures(self) -> list[Any]:
        """The measures that are not yet in place."""
        return [measure for measure in self.__getattr__("measures").values() if measure.status.value != "in_place"]
