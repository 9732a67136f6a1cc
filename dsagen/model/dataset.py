"""Datasets and their fields."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from dsagen.model.base import Entity, Gap, Id, Line, PartyId, Prose, YesNo
from dsagen.model.vocabulary import (
    Article6,
    DataSubjectClass,
    Detail,
    FieldKind,
    FieldUse,
    Identifier,
    OffenceStatus,
    SpecialCategory,
)

__all__ = ["DataField", "Dataset"]


class DataField(Entity):
    """One item of information."""

    label: Line = Field(description="What the documents call it.")
    plain: Line | None = Field(
        None, description="The same in words for the privacy notice. The label unless it is given."
    )
    child_plain: Line | None = Field(
        None, description="The same for the notices for children and young people, spoken to the child: `your name`."
    )
    kind: FieldKind = Field(description="What sort of thing it is.")
    detail: Detail = Field(description="How much it says. One flag is better than a whole record.")
    use: FieldUse = Field("content", description="Whether it matches records, shows who it is, or is what is shared.")
    special: list[SpecialCategory] = Field(
        default_factory=list, description="The special categories that it shows or lets people infer."
    )
    criminal: YesNo = Field(False, description="Whether it is about offences, allegations or proceedings.")
    confidential: YesNo = Field(False, description="Whether it was given, or is held, in confidence.")
    offence_status: list[OffenceStatus] = Field(
        default_factory=list, description="For criminal-offence information: how far matters have come, if it says so."
    )
    identifier: Identifier | None = Field(None, description="For a number that stands for a person: which one.")
    withheld_when: Line | None = Field(
        None, description="When this item is held back, such as `the address is protected`."
    )
    people: list[Id] = Field(
        default_factory=list, description="Whom this item is about. The dataset's people unless it is given."
    )
    values: list[Line] = Field(default_factory=list, description="The values that it can have, where they are few.")
    meaning: Line | None = Field(None, description="What it means, where the label does not say.")


class Dataset(Entity):
    """A set of information that a party holds."""

    title: Line = Field(description="What the documents call it.")
    holder: PartyId = Field(description="The party that holds it first.")
    people: list[Id] = Field(min_length=1, description="The groups of people that it is about.")
    collected_for: Annotated[Prose | None, Gap("why the holder collected this information in the first place")] = Field(
        None, description="Why the holder collected the information in the first place."
    )
    collected_on: Article6 | None = Field(
        None,
        description="The lawful basis on which the holder collected it, a letter of Article 6(1), where it matters.",
    )
    source: Annotated[Line | None, Gap("where the information comes from")] = Field(
        None, description="Where the information comes from, in words for the privacy notice."
    )
    system: Line | None = Field(None, description="The system or record that it is kept in.")
    logging: Prose | None = Field(
        None, description="For a system under Part 3: what its logs record of each look-up and disclosure."
    )
    subject_classes: list[DataSubjectClass] = Field(
        default_factory=list,
        description="For records under Part 3: the classes of people that they tell apart.",
    )
    fields: dict[Id, DataField] = Field(min_length=1, description="The items of information, keyed by id.")
