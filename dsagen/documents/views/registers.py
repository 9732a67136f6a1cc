"""Views of what the registers hold: parties, people, datasets and fields."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from dsagen.documents.told import Absent, Told
from dsagen.documents.views.base import View, World, view_of, views_of
from dsagen.documents.views.law import law_view
from dsagen.model.dataset import DataField, Dataset
from dsagen.model.party import Party
from dsagen.model.people import People
from dsagen.workspace.paths import join_path

__all__ = ["DatasetView", "FieldView", "PartyView", "PeopleView", "dataset_view", "party_view", "people_view"]

_CONTACTS = {
    "contact": "Questions about the agreement",
    "urgent_contact": "A child at risk now",
    "incident_contact": "Personal data breaches",
    "rights_contact": "Requests about people's information",
    "data_protection_officer": "Data protection advice",
    "caldicott_guardian": "Confidentiality of health and care information",
}


def party_view(world: World, identifier: str) -> PartyView:
    """Give the view of a party."""
    source = join_path("parties", identifier)
    return view_of(world.workspace.parties[identifier], source, world)  # type: ignore[return-value]


def people_view(world: World, identifier: str) -> View:
    """Give the view of a group of people."""
    return view_of(world.workspace.people[identifier], join_path("people", identifier), world)


def dataset_view(world: World, identifier: str) -> DatasetView:
    """Give the view of a dataset."""
    source = join_path("datasets", identifier)
    return view_of(world.workspace.datasets[identifier], source, world)  # type: ignore[return-value]


@views_of(Party)
class PartyView(View):
    """A party."""

    _entity: Party

    @property
    def called(self) -> Told:
        """The short name, or the legal name where there is none."""
        attribute = "short_name" if self._entity.short_name else "name"
        return self._world.told(self._entity.called, join_path(self._source, attribute))

    @property
    def nation(self) -> Told:
        """The nation, the workspace's unless the party has its own."""
        nation = self._entity.nation or self._world.workspace.settings.nation
        return self._world.told(self._world.labels.word("Nation", nation), join_path(self._source, "nation"), nation)

    @property
    def public(self) -> Told:
        """Whether it is a public authority: given, or usual for its type."""
        given = self._entity.public_authority
        public = given if given is not None else self._world.catalogue.party_types[self._entity.type].public_authority
        return self._world.told("Yes" if public else "No", join_path(self._source, "type"), bool(public))

    @property
    def contacts(self) -> list[tuple[str, Any]]:
        """What each contact is for, with the contact; a gap where a needed one is missing."""
        found = [(words, self.__getattr__(name)) for name, words in _CONTACTS.items()]
        return [(words, contact) for words, contact in found if not isinstance(contact, Absent)]

    @property
    def rights_contact(self) -> Any:
        """Who answers requests: its own contact for that, or the data protection officer."""
        name = "rights_contact" if self._entity.rights_contact else "data_protection_officer"
        return self.__getattr__(name)


@views_of(People)
class PeopleView(View):
    """A group of people."""

    _entity: People

    @property
    def called_plainly(self) -> Told:
        """The words for the privacy notice, or the label where there are none."""
        attribute = "plain" if self._entity.plain else "label"
        return self._world.told(self._entity.plain or self._entity.label, join_path(self._source, attribute))

    @property
    def called_for_children(self) -> Told:
        """The words for the notice for children, or the plain ones."""
        if not self._entity.child_plain:
            return self.called_plainly
        return self._world.told(self._entity.child_plain, join_path(self._source, "child_plain"))


@views_of(Dataset)
class DatasetView(View):
    """A dataset."""

    _entity: Dataset

    @property
    def holder(self) -> PartyView:
        """The party that holds it first."""
        return party_view(self._world, self._entity.holder)

    @property
    def collected_basis(self) -> Any:
        """The lawful basis on which the holder collected it, as a record of the law, or nothing."""
        code = self._entity.collected_on
        if code is None:
            return self.__getattr__("collected_on")
        self._world.reads.note(join_path(self._source, "collected_on"), code)
        return law_view(self._world, "article6", code, self._world.catalogue.article6[code])

    @cached_property
    def people(self) -> list[View]:
        """The groups of people that it is about."""
        return [people_view(self._world, identifier) for identifier in self._entity.people]

    @cached_property
    def fields(self) -> list[FieldView]:
        """Every field, in order."""
        return [self.field(identifier) for identifier in self._entity.fields]

    def field(self, identifier: str) -> FieldView:
        """Give one field."""
        view = view_of(self._entity.fields[identifier], join_path(self._source, "fields", identifier), self._world)
        view._dataset = self  # type: ignore[attr-defined]
        return view  # type: ignore[return-value]


@views_of(DataField)
class FieldView(View):
    """A field of a dataset."""

    _entity: DataField
    _dataset: DatasetView

    @property
    def called_plainly(self) -> Told:
        """The words for the privacy notice, or the label where there are none."""
        attribute = "plain" if self._entity.plain else "label"
        return self._world.told(self._entity.plain or self._entity.label, join_path(self._source, attribute))

    @property
    def called_for_children(self) -> Told:
        """The words for the notices for children and young people, or the plain ones."""
        if not self._entity.child_plain:
            return self.called_plainly
        return self._world.told(self._entity.child_plain, join_path(self._source, "child_plain"))

    @property
    def has_words_for_children(self) -> bool:
        """Whether there are words of its own for the notices for children and young people."""
        self._world.reads.note(join_path(self._source, "child_plain"), self._entity.child_plain)
        return self._entity.child_plain is not None

    @property
    def dataset(self) -> DatasetView:
        """The dataset that it belongs to."""
        return self._dataset

    @property
    def as_printed(self) -> object:
        """All that a document prints of it, to find those that say the same."""
        self._world.reads.note(join_path(self._source, "*all"), self._entity)
        return self._entity, [str(people.key) for people in self.people]

    @property
    def has_own_people(self) -> bool:
        """Whether it is about others than the rest of its dataset."""
        self._world.reads.note(join_path(self._source, "people"), self._entity.people)
        return bool(self._entity.people) and self._entity.people != self._dataset._entity.people

    @cached_property
    def as_shared(self) -> tuple[str, str]:
        """What a table of what is shared says of it: its name, and how much it says."""
        return str(self.label), str(self.detail)

    @cached_property
    def people(self) -> list[View]:
        """Whom it is about: its own groups, or the dataset's."""
        identifiers = self._entity.people or self._dataset._entity.people
        return [people_view(self._world, identifier) for identifier in identifiers]

    @property
    def categories(self) -> list[Told]:
        """The legal categories that it falls into, as words; `Personal information` where none is special."""
        word, source = self._world.labels.word, self._source
        found = [
            self._world.told(
                f"Special category: {word('SpecialCategory', special)}", join_path(source, "special"), special
            )
            for special in self._entity.special
        ]
        if self._entity.criminal:
            found.append(self._criminal())
        if self._entity.confidential:
            found.append(self._world.told("Confidential", join_path(source, "confidential")))
        return found or [self._world.told("Personal information", join_path(source, "special"))]

    def _criminal(self) -> Told:
        stages = [self._world.labels.word("OffenceStatus", stage) for stage in self._entity.offence_status]
        words = "Criminal-offence information" + (f" ({', '.join(stages)})" if stages else "")
        return self._world.told(words, join_path(self._source, "offence_status" if stages else "criminal"))
