"""One party's part in an agreement as the shorter notices tell it: little, and in words for their readers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from dsagen.checks.reading.targets import AGES
from dsagen.documents.told import Told
from dsagen.documents.views.alike import alike
from dsagen.documents.views.base import View, World
from dsagen.documents.views.flow import FlowFieldView, FlowView, SideView
from dsagen.documents.views.law import LawView, RightView
from dsagen.documents.views.notice import NoticeView
from dsagen.documents.views.registers import PartyView
from dsagen.workspace.paths import join_path

__all__ = ["Asked", "Kept", "SeenBy", "ShortNoticeView"]


_COMPLAINTS = frozenset({"complaint_to_controller", "complaint_to_regulator"})
_ELSEWHERE = frozenset({"informed", "part3_informed", "objection", *_COMPLAINTS})
"""Rights that a notice speaks of in other places: it tells, it says whether one can say no, and how to complain."""
_FEW = 3
"""Facts about other people that a page for children lists. Where there are more, it says whom they are about."""
_BY_COMPUTER = frozenset({"automated_decisions", "part3_automated_decisions"})


@dataclass(frozen=True)
class SeenBy:
    """Parties, and the roles there that may see the information."""

    parties: list[PartyView]
    roles: list[Told]


@dataclass(frozen=True)
class Kept:
    """Parties that keep what they receive for the same times."""

    parties: list[PartyView]
    times: list[Any]
    """More than one where one thing is kept for longer than another."""


@dataclass(frozen=True)
class Asked:
    """Who asks whom before what is told to others."""

    asks: PartyView
    tells: list[PartyView]
    given_by: list[Told]
    if_refused: bool
    """Whether it may still be told after a no, where the law allows that."""


class ShortNoticeView:
    """One party's part in an agreement, for the readers of one layout of its notice."""

    def __init__(self, world: World, notice: NoticeView, layout: str) -> None:
        self._world = world
        self._notice = notice
        self._ages = AGES.get(layout)  # type: ignore[call-overload]

    def _is_reader(self, group: View) -> bool:
        people = self._world.workspace.people[str(group.key)]
        self._world.reads.note(join_path("people", str(group.key), "ages"), people.ages)
        self._world.reads.note(join_path("people", str(group.key), "label"), people.label)
        return self._ages is None or people.may_be_aged(*self._ages)

    @cached_property
    def _fields(self) -> list[FlowFieldView]:
        return [item for flow in self._notice.flows for item in flow.fields]

    @cached_property
    def readers(self) -> list[View]:
        """The groups of people whom the notice speaks to."""
        return _once(group for item in self._fields for group in item.field.people if self._is_reader(group))

    @property
    def told_of_others(self) -> list[Told]:
        """The facts about people other than the readers, each once, where they are few and all have words for children.

        Why: a fact that is named shows how little is told, and one in words for adults says nothing to a child.
        """
        theirs = [item.field for item in self._fields if not self._about_readers(item)]
        words = _words(field.called_for_children for field in theirs)
        return words if len(words) <= _FEW and all(field.has_words_for_children for field in theirs) else []

    @cached_property
    def others(self) -> list[View]:
        """The groups of people with facts of their own among what is shared: those that are about no reader."""
        theirs = [item for item in self._fields if not self._about_readers(item)]
        return _once(group for item in theirs for group in item.field.people)

    @cached_property
    def also_about(self) -> list[View]:
        """The groups of people whom a fact about the readers is about as well, and who have none of their own."""
        shared = [group for item in self._fields if self._about_readers(item) for group in item.field.people]
        own = {group.key.value for group in self.others}
        return _once(group for group in shared if not self._is_reader(group) and group.key.value not in own)

    @property
    def also_about_for_children(self) -> list[Told]:
        """The same groups, in words for children, each once."""
        return _words(group.called_for_children for group in self.also_about)

    @property
    def readers_for_children(self) -> list[Told]:
        """The groups of people whom the notice speaks to, in words for children, each once."""
        return _words(group.called_for_children for group in self.readers)

    @property
    def others_for_children(self) -> list[Told]:
        """The other groups, in words for children, each once."""
        return _words(group.called_for_children for group in self.others)

    @property
    def partners(self) -> list[PartyView]:
        """The parties that it tells, and those that tell it."""
        return list({party.key.value: party for party in (*self._notice.recipients, *self._notice.sources)}.values())

    @property
    def rights(self) -> list[RightView]:
        """The rights that apply. Those in law enforcement count only where the party does nothing else.

        Why: in a few lines the two kinds cannot be told apart, and a right that is named must be there for everyone
        who reads of it. The full notice has both (`other_rules`).
        """
        sides = [side for side in self._notice.sides if not side.part3] or self._notice.sides
        shown = [entry for entry in LawView(self._world).rights(sides) if entry.applies.value != "no"]
        return [entry for entry in shown if self._notice.automated or entry.right.key.value not in _BY_COMPUTER]

    @property
    def other_rules(self) -> bool:
        """Whether other rights apply to a part of what the party does: the part that is law enforcement."""
        return len({side.part3 for side in self._notice.sides}) > 1

    @property
    def objection(self) -> list[Told]:
        """The right to object, in words for children, where it applies."""
        return [entry.right.child_plain for entry in self.rights if entry.right.key.value == "objection"]

    @property
    def objection_in_part(self) -> bool:
        """Whether there is a right to object for a part of what the party does, and not for all of it."""
        entries = [entry for entry in self.rights if entry.right.key.value == "objection"]
        return self.other_rules or any(entry.applies.value == "depends" for entry in entries)

    def rights_for_children(self, elsewhere: Iterable[str]) -> list[Told]:
        """Give what the rights mean, in words for children, each once, without those that are said elsewhere."""
        left = {*elsewhere, *_ELSEWHERE}
        return _words(entry.right.child_plain for entry in self.rights if entry.right.key.value not in left)

    @property
    def titles(self) -> list[Told]:
        """What the rights are called, each once, without the right to complain."""
        return _words(entry.right.title for entry in self.rights if entry.right.key.value not in _COMPLAINTS)

    @property
    def known(self) -> list[Told]:
        """What is shared about the readers, spoken to them, each once."""
        return _words(item.field.called_for_children for item in self._fields if self._about_readers(item))

    def _about_readers(self, item: FlowFieldView) -> bool:
        return any(self._is_reader(group) for group in item.field.people)

    @property
    def shared(self) -> list[Told]:
        """What is told, in plain words, each once."""
        return _words(item.field.called_plainly for item in self._fields if item.field.use.value == "content")

    @property
    def shows_whom(self) -> list[Told]:
        """What goes with it to show whom it is about, in plain words, each once."""
        return _words(item.field.called_plainly for item in self._fields if item.field.use.value != "content")

    @cached_property
    def compared(self) -> list[Told]:
        """What is compared to find the readers' records, spoken to them, each once."""
        fields = [field for flow in self._notice.flows if flow.matching for field in flow.matching.identifiers]
        return _words(
            field.called_for_children for field in fields if any(self._is_reader(group) for group in field.people)
        )

    @cached_property
    def _receiving(self) -> list[SideView]:
        own = [side for side in self._notice.sides if not side.discloses]
        return own + [side for flow in self._notice.sends for side in flow.recipients]

    @property
    def seen_by(self) -> list[SeenBy]:
        """The parties that receive, with the roles there that may see it: those with the same roles together."""
        return self._seen_by(lambda role: role)

    @property
    def seen_by_for_children(self) -> list[SeenBy]:
        """The same with the roles in words for children, each once."""
        return self._seen_by(self.role_for_children)

    def _seen_by(self, said: Callable[[Told], Told]) -> list[SeenBy]:
        found = [
            SeenBy([sides[0].party], _words(said(role) for side in sides for role in side.viewers))
            for sides in alike(self._receiving, lambda side: side.party.key.value)
        ]
        groups = alike(found, lambda seen: [str(role) for role in seen.roles])
        return [SeenBy([party for seen in same for party in seen.parties], same[0].roles) for same in groups]

    def role_for_children(self, role: Told) -> Told:
        """Give a role in words for children, where the agreement has them."""
        words = self._world.agreement.transparency.child_roles.get(str(role))
        base = join_path("agreements", self._world.agreement.reference, "transparency", "child_roles")
        return role if words is None else self._world.told(words, join_path(base, str(role)))

    @property
    def kept(self) -> list[Kept]:
        """How long the party keeps what it receives; where it receives nothing, how long others keep it.

        Why: each party says in its own notice how long it keeps the information, and the full notice has all times.
        """
        own = [side for side in self._notice.sides if not side.discloses]
        found = [(_parties_of(sides), sides[0].retention) for sides in alike(own or self._receiving, _time)]
        groups = alike(found, lambda kept: {party.key.value for party in kept[0]})
        return [Kept(same[0][0], [time for _, time in same]) for same in groups]

    @property
    def asked(self) -> list[Asked]:
        """Who asks whom first, each once."""
        flows = [*self._notice.flows_that_ask, *self._notice.flows_by_consent]
        groups = alike([flow for flow in flows if flow.confidentiality], _asking)
        return [_asked(same) for same in groups]

    @property
    def helplines(self) -> list[View]:
        """Whom the readers can talk to: for children, those who are there for children as well."""
        base = join_path("agreements", self._world.agreement.reference, "transparency")
        view = View(self._world.agreement.transparency, base, self._world)
        return [each for each in view.help if self._ages is None or each.children]


def _time(side: SideView) -> object:
    retention = side.flow._entity.retention.get(side.party.key.value)
    return retention and (retention.child_plain or (retention.period, retention.trigger))


def _parties_of(sides: Iterable[SideView]) -> list[PartyView]:
    return list({side.party.key.value: side.party for side in sides}.values())


def _asking(flow: FlowView) -> object:
    confidentiality = flow._entity.confidentiality
    assert confidentiality is not None
    return flow.discloser.party.key.value, confidentiality.given_by, bool(confidentiality.if_refused)


def _asked(flows: list[FlowView]) -> Asked:
    confidentiality = flows[0].confidentiality
    given, refused = list(confidentiality.given_by), bool(confidentiality.if_refused)
    return Asked(flows[0].discloser.party, _parties(flows), given, refused)


def _parties(flows: Iterable[FlowView]) -> list[PartyView]:
    return list({party.key.value: party for flow in flows for party in flow.to}.values())


def _words(told: Iterable[Told]) -> list[Told]:
    return list({str(words): words for words in told}.values())


def _once(views: Iterable[View]) -> list[View]:
    return list({view.key.value: view for view in views}.values())
