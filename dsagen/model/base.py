"""The base of every entity, and the kinds of value that people write in YAML."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

__all__ = [
    "Address",
    "ClauseId",
    "Date",
    "Entity",
    "FlowReference",
    "Gap",
    "Id",
    "Line",
    "MeasureReference",
    "NamesParty",
    "NamesPlace",
    "Narrative",
    "PartyId",
    "Period",
    "PeriodText",
    "Prose",
    "Reference",
    "RiskReference",
    "VersionNumber",
    "YesNo",
]


class Entity(BaseModel):
    """A thing that the YAML describes. Unknown keys are refused, and nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, validate_by_alias=True, validate_by_name=False)


@dataclass(frozen=True)
class Gap:
    """Mark an attribute that a final document needs, with the words that ask for it.

    Why: the same words are printed in a draft ("To be completed: …") and reported by `check`, so the two cannot differ.

    `when` narrows the need: it is given the entity that holds the attribute.
    """

    ask: str
    when: Callable[[Any], bool] | None = None

    def needed_by(self, entity: Entity) -> bool:
        """Tell whether this entity needs the attribute."""
        return self.when is None or self.when(entity)


@dataclass(frozen=True)
class Narrative:
    """Mark an attribute whose words may use light Markdown."""


@dataclass(frozen=True)
class NamesParty:
    """Mark an id that stands for a party, so that another body can take its place wherever it stands.

    Why on the type: every place is then found by the model itself, and a new attribute cannot be forgotten.
    """

    then: bool = False
    """Whether it names who did something on a day. That stays as it was when another body takes over."""
    on: str = ""
    """The attribute beside it with the day on which the party did something, where there is one."""


@dataclass(frozen=True)
class NamesPlace:
    """Mark a line that names a place in the agreement, such as `flows/F01/bases/north-school`."""


@dataclass(frozen=True, order=True)
class Period:
    """A length of time as people write it: `12 months`, `1 year`."""

    number: int
    unit: str
    """`day`, `week`, `month` or `year`."""

    def __str__(self) -> str:
        return f"{self.number} {self.unit}" + ("" if self.number == 1 else "s")


_PERIOD = re.compile(r"(\d{1,4})\s+(day|week|month|year)s?")
_ISO_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_YES_NO = {"yes": True, "true": True, "no": False, "false": False}


def _period(value: object) -> Period:
    if isinstance(value, Period):
        return value
    match = _PERIOD.fullmatch(str(value).strip().lower())
    if not match or int(match[1]) == 0:
        raise PydanticCustomError(
            "period", "a period is a whole number and day, week, month or year, such as `12 months`"
        )
    return Period(int(match[1]), match[2])


def _date(value: object) -> date:
    if isinstance(value, date):
        return value
    match = _ISO_DATE.fullmatch(str(value).strip())
    if not match:
        raise PydanticCustomError("iso_date", "a date is written year-month-day, such as `2026-12-01`")
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        raise PydanticCustomError("no_such_date", "there is no such day in the calendar") from None


def _yes_no(value: object) -> bool:
    if isinstance(value, bool):
        return value
    answer = _YES_NO.get(str(value).strip().lower())
    if answer is None:
        raise PydanticCustomError("yes_no", "write `yes` or `no`")
    return answer


def _one_line(value: object) -> object:
    if not isinstance(value, str):
        return value
    line = value.strip()
    if not line:
        raise PydanticCustomError("empty_text", "this needs some words")
    if "\n" in line or "\r" in line:
        raise PydanticCustomError(
            "one_line", "this is one line of plain text; put longer text in a narrative attribute"
        )
    return line


def _words(value: str) -> str:
    text = value.strip()
    if not text:
        raise PydanticCustomError("empty_text", "this needs some words")
    return text


def _reference(value: object) -> object:
    if isinstance(value, str) and "/" in value:
        offered = value.strip().replace("/", "-")
        raise PydanticCustomError(
            "reference_slash",
            "a reference is part of a file name, so it has no slash: write `{offered}`",
            {"offered": offered},
        )
    return value


def _pattern(pattern: str, kind: str, message: str) -> Callable[[str], str]:
    compiled = re.compile(pattern)

    def check(value: str) -> str:
        if not compiled.fullmatch(value):
            raise PydanticCustomError(kind, message)
        return value

    return check


def _matching(pattern: str, kind: str, message: str) -> Any:
    return AfterValidator(_pattern(pattern, kind, message))


Line = Annotated[str, BeforeValidator(_one_line), StringConstraints(max_length=400)]
"""One line of plain text."""

Prose = Annotated[str, AfterValidator(_words), Narrative()]
"""Narrative in light Markdown, any number of paragraphs."""

Id = Annotated[
    str,
    _matching(
        r"[a-z0-9]+(-[a-z0-9]+)*",
        "kebab_case",
        "an id has small letters, digits and single hyphens, such as `north-school`",
    ),
]
"""The key of a thing, in kebab-case."""

PartyId = Annotated[Id, NamesParty()]
"""The id of a party."""

ClauseId = Annotated[
    str,
    _matching(
        r"[a-z0-9]+([_-][a-z0-9]+)*",
        "clause_id",
        "the id of a clause has small letters and underscores, such as `retention_hold`",
    ),
]
"""The id of a standard clause, which is the name of its file."""

Reference = Annotated[
    str,
    BeforeValidator(_reference),
    _matching(
        r"[A-Za-z0-9][A-Za-z0-9._-]{0,59}",
        "reference",
        "a reference has letters, digits, `.`, `_` and `-` only, starts with a letter or digit, and has "
        "at most 60 characters",
    ),
]
"""The agreement's reference, which names its folder of documents."""

FlowReference = Annotated[str, _matching(r"F\d{2,3}", "flow_reference", "a flow is named `F01`, `F02` and so on")]
RiskReference = Annotated[str, _matching(r"R\d{2,3}", "risk_reference", "a risk is named `R01`, `R02` and so on")]
MeasureReference = Annotated[
    str, _matching(r"M\d{2,3}", "measure_reference", "a measure is named `M01`, `M02` and so on")
]
VersionNumber = Annotated[
    str, _matching(r"\d+(\.\d+){0,2}", "version_number", 'a version is a number such as "1.0", in quotation marks')
]
Address = Annotated[
    str, _matching(r"https://[^\s<>\"]+", "web_address", "a web address starts with `https://` and has no spaces")
]
Date = Annotated[date, BeforeValidator(_date), WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"})]
YesNo = Annotated[bool, BeforeValidator(_yes_no), WithJsonSchema({"enum": [True, False, "yes", "no"]})]
PeriodText = Annotated[
    Period,
    BeforeValidator(_period),
    WithJsonSchema({"type": "string", "pattern": r"^\d{1,4} (day|week|month|year)s?$", "examples": ["12 months"]}),
]
"""A period of time, read from text."""
