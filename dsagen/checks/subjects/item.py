"""A field that travels in a flow."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from dsagen.model.dataset import DataField
from dsagen.model.people import People
from dsagen.workspace.paths import join_path

if TYPE_CHECKING:
    from dsagen.checks.subjects.flow import FlowSubject

__all__ = ["Item"]

_BIRTH = re.compile(r"\b(date of birth|birth ?date|birthday|dob|born)\b")
_FREE = frozenset({"none", "summary", "text", "record"})
_PLACE = re.compile(
    r"\b(address|postcode|placement|(where|place) .{0,20}\b(lives?|stays?))\b"
    r"|^((name of )?(the )?((child|pupil)'s )?(school|nursery|college)( name| attended)?|which school.*)$",
    re.IGNORECASE,
)
_NO_PLACE = re.compile(r"\b(e-?mail|web|sector|district|area|first half)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Item:
    """One field in one flow, with the reason why the recipient needs it."""

    flow: FlowSubject
    key: str

    @cached_property
    def field(self) -> DataField:
        """Give the field as its dataset has it."""
        return self.flow.dataset.fields[self.key]

    @cached_property
    def reason(self) -> str:
        """Give why this recipient needs it."""
        return self.flow.flow.fields[self.key]

    @cached_property
    def path(self) -> str:
        """Give the id of the field in the flow, where its reason stands."""
        return join_path(self.flow.path, "fields", self.key)

    @cached_property
    def field_path(self) -> str:
        """Give the id of the field in its dataset."""
        return join_path("datasets", self.flow.flow.dataset, "fields", self.key)

    @cached_property
    def people(self) -> dict[str, People]:
        """Give the groups of people whom it is about."""
        keys = self.field.people or self.flow.dataset.people
        return {key: self.flow.case.workspace.people[key] for key in keys}

    @cached_property
    def number(self) -> str | None:
        """Give the number for a person that it is, by its `identifier` or else by its name."""
        if self.field.identifier is not None:
            return self.field.identifier
        found = next(self.flow.case.law.identifiers_in(f"{self.field.label} ; {self.key}"), None)
        return found.item if found is not None else None

    @property
    def words(self) -> str:
        """Give all that names or explains it, in small letters, for rules that look for words."""
        parts = (self.key.replace("-", " "), self.field.label, self.field.meaning or "", *self.field.values)
        return " ".join(parts).lower()

    @property
    def is_birth_date(self) -> bool:
        """Tell whether it is a whole date of birth."""
        return self.field.kind == "date" and self.field.detail == "date" and _BIRTH.search(self.words) is not None

    @property
    def says_where(self) -> bool:
        """Tell whether its label is that of an address, or of another place where someone can be found."""
        return _PLACE.search(self.field.label) is not None and _NO_PLACE.search(self.field.label) is None

    @property
    def is_free_text(self) -> bool:
        """Tell whether someone writes it in words of their own, or attaches it. A name or an address is not that."""
        if self.field.kind in ("narrative", "document"):
            return self.field.detail in _FREE
        return self.field.detail in ("text", "record") and self.field.kind in ("status", "code")
