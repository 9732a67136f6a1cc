"""Datasets and their fields."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from dsagen.model.base import Entity, Gap, Id, Line, Prose, YesNo
from dsagen.model.vocabulary import Detail, FieldKind, FieldUse, SpecialCategory

__all__ = ["DataField", "Dataset"]


class DataField(Entity):
    """One item of information."""

    label: Line = Field(description="What the documents call it.")
    plain: Line | None = Field(
        None, description="The same in words for the privacy notice. The label unless it is given."
    )
    kind: FieldKind = Field(description="What sort of thing it is.")
    detail: Detail = Field(description="How much it says. One flag is better than a whole record.")
    use: FieldUse = Field("content", description="Whether it matches records, shows who it is, or is what is shared.")
    special: list[SpecialCategory] = Field(
        default_factory=list, description="The special categories that it shows or lets people infer."
    )
    criminal: YesNo = Field(False, description="Whether it is about offences, allegations or proceedings.")
    confidential: YesNo = Field(False, description="Whether it was given, or is held, in confidence.")
    people: list[Id] = Field(
        default_factory=list, description="Whom this item is about. The dataset's people unless it is given."
    )
    values: list[Line] = Field(default_factory=list, description="The values that it can have, where they are few.")
    meaning: Line | None = Field(None, description="What it means, where the label does not say.")


class Dataset(Entity):
    """A set of information that a party holds."""

    title: Line = Field(description="What the documents call it.")
    holder: Id = Field(description="The party that holds it first.")
    people: list[Id] = Field(min_length=1, description="The groups of people that it is about.")
    collected_for: Annotated[Prose | None, Gap("why the holder collected this information in the first place")] = Field(
        None, description="Why the holder collected the information in the first place."
    )
    source: Annotated[Line | None, Gap("where the information comes from")] = Field(
        None, description="Where the information comes from, in words for the privacy notice."
    )
    system: Line | None = Field(None, description="The system or record that it is kept in.")
    fields: dict[Id, DataField] = Field(min_length=1, description="The items of information, keyed by id.")
