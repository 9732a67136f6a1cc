"""The words that documents print for the model's codes, and for dates and ids."""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import copy
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

from ruamel.yaml import YAML

from dsagen.law.catalogue import Catalogue
from dsagen.model import vocabulary

__all__ = ["Labels", "from_id", "law_labels", "literal_group", "say_date"]

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_ABBREVIATIONS = {"nhs": "NHS", "gp": "GP", "upn": "UPN", "dna": "DNA", "id": "ID", "send": "SEND", "dbs": "DBS"}


def say_date(day: date) -> str:
    """Write a date as `22 November 2026`, whatever the computer's own language is."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def from_id(identifier: str) -> str:
    """Write an id as words: `nhs-number` as `NHS number`."""
    words = [_ABBREVIATIONS.get(word, word) for word in re.split(r"[-_]", identifier)]
    text = " ".join(words)
    return text[:1].upper() + text[1:]


@cache
def _vocabulary() -> dict[tuple[Any, ...], str]:
    names = {name: getattr(vocabulary, name) for name in vars(vocabulary) if name[0].isupper() and name != "Literal"}
    return {get_args(value): name for name, value in names.items() if get_origin(value) is Literal}


@cache
def literal_group(annotation: Any, fallback: str) -> str | None:
    """Give the name of the list of words that a closed choice belongs to, or None where it is no closed choice."""
    literal = _literal(annotation)
    return None if literal is None else _vocabulary().get(get_args(literal), fallback)


def _literal(annotation: Any) -> Any:
    if get_origin(annotation) is Literal:
        return annotation
    found = (_literal(part) for part in get_args(annotation) if not isinstance(part, (str, int)))
    return next((literal for literal in found if literal is not None), None)


class Labels:
    """The printed words of every closed choice: `templates/shared/labels.yaml`, and the law's own vocabulary."""

    def __init__(self, file: Path, law: Mapping[str, Mapping[str, str]]) -> None:
        own: dict[str, dict[str, str]] = YAML(typ="safe").load(file.read_text("utf-8"))
        self.groups: Mapping[str, Mapping[str, str]] = _joined(law, own)

    def with_words(self, own: Mapping[str, Mapping[str, str]]) -> Labels:
        """Give labels in which some words are replaced."""
        changed = copy(self)
        changed.groups = _joined(self.groups, own)
        return changed

    def word(self, group: str, code: str) -> str:
        """Give the words for a code. Raise `KeyError` where there are none: a test keeps the lists complete."""
        return self.groups[group][code]


def _joined(
    first: Mapping[str, Mapping[str, str]], then: Mapping[str, Mapping[str, str]]
) -> Mapping[str, Mapping[str, str]]:
    return {**first, **{name: {**first.get(name, {}), **words} for name, words in then.items()}}


def law_labels(law: Catalogue) -> dict[str, dict[str, str]]:
    """Give the words that the law owns."""
    matrix = law.risk_matrix
    return {
        "PurposeKind": {code: word.label for code, word in law.purpose_kinds.items()},
        "PartyType": {code: word.label for code, word in law.party_types.items()},
        "PartyFunction": {code: word.label for code, word in law.functions.items()},
        "ConfidentialityRoute": {code: route.title for code, route in law.confidentiality.items()},
        "AssessmentTrigger": {code: trigger.title for code, trigger in law.dpia_triggers.items()},
        "Identifier": {code: number.label for code, number in law.identifiers.items()},
        "Likelihood": {str(code): words for code, words in matrix.likelihood.items()},
        "SeverityOfHarm": {str(code): words for code, words in matrix.severity.items()},
        "Level": {str(code): words for code, words in matrix.levels.items()},
    }
