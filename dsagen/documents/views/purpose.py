"""Views of a purpose and of the questions that it asks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, cast, get_args

from dsagen.checks.ladder import chosen
from dsagen.checks.subjects import PurposeSubject
from dsagen.documents.told import Told, reworded
from dsagen.documents.views.asked import ask
from dsagen.documents.views.base import View, view_of, views_of
from dsagen.documents.views.flow import FlowView
from dsagen.documents.views.registers import FieldView, PartyView, party_view
from dsagen.model.purpose import EVERY_CONTENT, Need, Purpose
from dsagen.model.vocabulary import Alternative
from dsagen.workspace.paths import join_path

__all__ = ["Answer", "NeedView", "PurposeView", "Step"]

Answer = tuple[FieldView, Told | None]
"""A field that answers a question, and how much of it is enough, where somebody has said so."""


@dataclass(frozen=True)
class Step:
    """One way of reaching the aim."""

    way: Told
    is_taken: bool
    """Whether it is where the design stops: what is told, or how."""
    reason: Any
    """Why it was not chosen, where somebody considered it."""


@views_of(Purpose)
class PurposeView(View):
    """A purpose."""

    _entity: Purpose

    @property
    def so_that(self) -> Any:
        """The plain words for the middle of a sentence: `so that the council can help`; a gap where there are none."""
        plain = self.__getattr__("plain")
        return reworded(plain, stop=True, capital=False)

    @property
    def called_for_children(self) -> Any:
        """The words for the notice for children, or the plain ones; a gap where there are neither."""
        return self.__getattr__("child_plain" if self._entity.child_plain else "plain")

    @cached_property
    def flows(self) -> list[FlowView]:
        """The flows that serve it."""
        agreement = self._world.agreement
        base = join_path("agreements", agreement.reference, "flows")
        found = []
        for key, flow in agreement.flows.items():
            self._world.reads.note(join_path(base, key, "purposes"), flow.purposes)
            if self.key.value in flow.purposes and flow.withdrawn_in is None:
                found.append(cast(FlowView, view_of(flow, join_path(base, key), self._world)))
        return found

    @property
    def ladder(self) -> list[Step]:
        """Each way of reaching the aim that was considered or is taken, from the least to the most intrusive.

        Where the design stops is worked out from the flows.
        """
        (taken,) = ask(self._world, lambda case: [chosen(PurposeSubject(case, self.key.value))])
        ends = {taken.what, taken.how} if taken else set()
        considered = {told.value: (told, reason) for told, reason in self.necessity.ladder or ()}
        steps = []
        for way in get_args(Alternative):
            if way in considered or way in ends:
                words = Told(self._world.labels.word("Alternative", way), self._source, way)
                told, reason = considered.get(way, (words, None))
                steps.append(Step(told, way in ends, reason))
        return steps

    @property
    def needs(self) -> Any:
        """Each question with the fields that answer it; a gap where there is none."""
        needs = self.__getattr__("needs")
        if not needs:
            return needs
        known = {field.key.value: field for flow in self.flows for field in flow.dataset.fields}
        views: list[NeedView] = list(needs.values())
        for view in views:
            view.known = known
        return views

    @property
    def recipients(self) -> list[tuple[PartyView, Any]]:
        """Each party that acts on it, with why it has to be this one."""
        reasons = self.__getattr__("recipients")
        return [(party_view(self._world, str(key)), reason) for key, reason in reasons.items()]


@views_of(Need)
class NeedView(View):
    """A question, and the fields that answer it."""

    _entity: Need
    known: dict[str, FieldView]
    """The fields of the datasets that serve the purpose, by id."""

    @property
    def question(self) -> Told:
        """The question."""
        return Told(str(self.key), self._source)

    @property
    def together(self) -> list[Answer]:
        """The fields that are needed in any case."""
        return self._of(self._entity.all_of)

    @property
    def ways(self) -> list[list[Answer]]:
        """The sets of fields of which one is enough beside those."""
        return [answers for one in self._entity.any_of if (answers := self._of(one))]

    def _of(self, keys: list[str]) -> list[Answer]:
        self._world.reads.note(self._source, self._entity)
        return [(self.known[key], self._enough(key)) for key in keys if key in self.known]

    def _enough(self, key: str) -> Told | None:
        """Say how much of a field is enough. Of a field that has no level, such as a name, there is nothing to say."""
        name = EVERY_CONTENT if key not in self._entity.detail and self.known[key].use.value == "content" else key
        level = self._entity.detail.get(name)
        if level is None or level == "none":
            return None
        words = self._world.labels.word("Detail", level)
        source = join_path(self._source, "detail", name)
        return self._world.told(words[0].lower() + words[1:], source, level)
