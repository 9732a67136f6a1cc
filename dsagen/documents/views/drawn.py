"""What of an agreement is shown as pictures: its flows, its risks and its dates."""

from __future__ import annotations

from functools import cached_property

from dsagen.documents.views.arranged import ArrangedView
from dsagen.documents.views.pictures import Picture, StandIn, flow_pictures, matrix_pictures, stand_ins
from dsagen.documents.views.timeline import Dated, dates_of_agreement, dates_of_assessment, timeline_pictures

__all__ = ["DrawnView"]


class DrawnView(ArrangedView):
    """The pictures of an agreement."""

    @property
    def flow_pictures(self) -> list[Picture]:
        """The flows as diagrams, in as many pictures as they need."""
        return flow_pictures(self.flows, self.parties)

    @property
    def stand_ins(self) -> list[StandIn]:
        """The parties whose names the diagrams cannot draw, each with what stands in for it there."""
        return stand_ins(self.parties)

    @property
    def matrix_pictures(self) -> list[Picture]:
        """The risk matrix before the measures, and with them."""
        return matrix_pictures(self.assessment)

    @cached_property
    def dates(self) -> list[Dated]:
        """The dates of the agreement, in order of time."""
        return dates_of_agreement(self)

    @property
    def date_pictures(self) -> list[Picture]:
        """The dates of the agreement as a timeline."""
        return timeline_pictures(self.dates)

    @cached_property
    def assessment_dates(self) -> list[Dated]:
        """The dates of the assessment with those of its agreement, in order of time."""
        return dates_of_assessment(self)

    @property
    def assessment_date_pictures(self) -> list[Picture]:
        """The dates of the assessment as a timeline."""
        return timeline_pictures(self.assessment_dates)
