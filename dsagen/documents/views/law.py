"""Views of the law: articles, paragraphs and gateways, as at the date of the version."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from dsagen.documents.labels import say_date
from dsagen.documents.told import Absent, Told
from dsagen.documents.views.base import View, World, views_of
from dsagen.law.gateway import Gateway
from dsagen.law.local import LocalGateway
from dsagen.law.record import LawRecord
from dsagen.law.rights import RightAnswer
from dsagen.model.vocabulary import Nation
from dsagen.workspace.paths import join_path

__all__ = ["GatewayView", "LawRecordView", "LawView", "RegulatorView", "RightView", "law_view"]


def law_view(world: World, subject: str, key: object, record: Any) -> View:
    """Give a view of a record of the catalogue, with ids such as `law/schedule1/6/title`."""
    source = join_path(f"law/{subject}", key)
    return LawRecordView(record, source, world, Told(str(key), source, key))


class LawRecordView(View):
    """A record of the law."""

    _entity: LawRecord

    @property
    def verification(self) -> Told:
        """How far the text was checked."""
        verified = self._entity.verified
        return self._world.told(
            self._world.labels.word("Verification", verified), join_path(self._source, "verified"), verified
        )


@views_of(Gateway)
class GatewayView(View):
    """A duty or power, with its state in a nation: the party's that relies on it, or the agreement's."""

    _entity: Gateway

    def __init__(
        self, entity: Gateway, source: str, world: World, key: Told | None = None, *, nation: Nation | None = None
    ) -> None:
        super().__init__(entity, source, world, key)
        self._nation = nation or world.agreement.nation or world.workspace.settings.nation

    @property
    def cited(self) -> Told:
        """How it is cited in a table or a sentence: the short form where there is one."""
        attribute = "short_citation" if self._entity.short_citation else "citation"
        return self._world.told(getattr(self._entity, attribute), join_path(self._source, attribute))

    @property
    def effect(self) -> Told:
        """Must, must if asked, may, or implied."""
        return self._world.told(
            self._world.labels.word("Effect", self._entity.effect),
            join_path(self._source, "effect"),
            self._entity.effect,
        )

    @property
    def state(self) -> Told:
        """Whether it is in force at the date of the version."""
        state = str(self._entity.state(self._nation, self._world.as_at))
        announced = self._announced_for() if state == "announced" else None
        words = self._world.labels.word("PeriodState", state)
        if announced is not None:
            words = f"Announced for {say_date(announced)}, not confirmed in force"
        return self._world.told(words, join_path(self._source, "periods"), state)

    def _announced_for(self) -> date | None:
        days = [period.announced_for for period in self._entity.periods if self._nation in period.nation]
        return next((day for day in days if day is not None), None)

    @property
    def confirmation(self) -> Any:
        """The workspace's word that it has begun in this nation, with who checked it and when; or nothing."""
        found = self._entity.confirmation
        source = join_path("law/confirmations", self._entity.id)
        if found is None or not found.covers(self._nation):
            self._world.reads.note(source, "")
            return Absent(source)
        return View(found, source, self._world)

    @property
    def own(self) -> bool:
        """Whether the workspace's own `law/` folder holds the record, and not the catalogue."""
        return isinstance(self._entity, LocalGateway)

    @property
    def confidence(self) -> Told:
        """Whether it sets the duty of confidence aside."""
        code = self._entity.lifts_confidence
        return self._world.told(
            self._world.labels.word("LiftsConfidence", code), join_path(self._source, "lifts_confidence"), code
        )

    @property
    def in_force_from(self) -> Told:
        """The first day on which it applied, as far as the catalogue knows."""
        source = join_path(self._source, "periods")
        day = self._entity.in_force_from(self._nation)
        if day is None:
            return self._world.told("Date not recorded", source)
        return self._world.told(say_date(day), source, day)

    @property
    def since(self) -> Told:
        """The same as words: `From 1 April 2015`."""
        day = self.in_force_from
        words = f"From {day}" if day.value != str(day) else "Start date not recorded"
        return self._world.told(words, day.source, day.value)

    @property
    def nations(self) -> list[Told]:
        """The nations in which it may be used."""
        source = join_path(self._source, "nation")
        return [self._world.told(self._world.labels.word("Nation", nation), source) for nation in self._entity.nation]

    @property
    def explained(self) -> Told:
        """What it does, in plain words, or its conditions where nobody has written that yet."""
        words = self._entity.plain or self._entity.conditions
        return self._world.told(words, join_path(self._source, "plain" if self._entity.plain else "conditions"))

    @property
    def verification(self) -> Told:
        """How far the text of the provision was checked."""
        verified = str(self._entity.verified)
        return self._world.told(
            self._world.labels.word("Verification", verified), join_path(self._source, "coverage"), verified
        )


class LawView:
    """What a template can ask of the law beside what the agreement cites."""

    def __init__(self, world: World) -> None:
        self._world = world

    @property
    def regulator(self) -> RegulatorView:
        """The regulator: the workspace's own entry, or the catalogue's."""
        return RegulatorView(self._world)

    @property
    def complaint_days(self) -> Told:
        """Within how many days a controller acknowledges a complaint (Data Protection Act 2018 s.164A)."""
        days = self._world.catalogue.regulator.complaint_to_controller.acknowledge_days
        return self._world.told(days, "law/regulator/complaint_to_controller/acknowledge_days", days)

    @property
    def notice_timing(self) -> list[View]:
        """The times by which people are told."""
        records = self._world.catalogue.notice_timing
        return [law_view(self._world, "notice_timing", key, record) for key, record in records.items()]

    @property
    def notice_exceptions(self) -> list[View]:
        """The reasons why people need not be told of information that comes from elsewhere."""
        records = self._world.catalogue.notice_exceptions
        return [law_view(self._world, "notice_exceptions", key, record) for key, record in records.items()]

    def rights(self, sides: Iterable[Any]) -> list[RightView]:
        """Give each right of the people concerned, with whether it applies on the bases of these sides."""
        bases = [side.basis for side in sides if side.basis]
        codes = [basis.article6.value for basis in bases if basis.article6]
        answers = list(self._world.catalogue.rights_for(codes))
        if any(basis.regime.value == "part3" for basis in bases):
            answers += self._world.catalogue.rights_in_part3()
        return [RightView(self._world, answer) for answer in answers]


class RightView:
    """A right, and whether it applies."""

    def __init__(self, world: World, answer: RightAnswer) -> None:
        self._world = world
        self._answer = answer
        self.right = law_view(world, "rights", answer.id, answer.right)

    @property
    def applies(self) -> Told:
        """Yes, no, or in some cases."""
        words = self._world.labels.word("RightApplies", self._answer.applies)
        return self._world.told(words, f"law/rights/{self._answer.id}/applies", self._answer.applies)

    @property
    def notes(self) -> list[Told]:
        """Limits, in a sentence each."""
        return [
            self._world.told(note, f"law/rights/{self._answer.id}/notes/{n}")
            for n, note in enumerate(self._answer.notes)
        ]

    @property
    def verification(self) -> Told:
        """How far the answer was checked."""
        verified = self._answer.verified
        return self._world.told(
            self._world.labels.word("Verification", verified), f"law/rights/{self._answer.id}/verified", verified
        )


class RegulatorView:
    """The regulator's name and how to reach it."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._own = world.workspace.settings.regulator

    @property
    def name(self) -> Told:
        """The name, as documents print it."""
        if self._own:
            return self._world.told(self._own.name, "settings/regulator/name")
        return self._world.told(self._world.catalogue.regulator.name, "law/regulator/names")

    @property
    def website(self) -> Told:
        """The web address."""
        if self._own:
            return self._world.told(self._own.website, "settings/regulator/website")
        return self._world.told(self._world.catalogue.regulator.website, "law/regulator/website")

    @property
    def contacts(self) -> list[Told]:
        """The telephone number and postal address, where the workspace gives them."""
        given = [("telephone", self._own.telephone), ("address", self._own.address)] if self._own else []
        return [self._world.told(value, f"settings/regulator/{name}") for name, value in given if value]
