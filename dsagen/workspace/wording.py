"""What is wrong with a value, in our own words: a table from the kind of mistake to a message and what to do."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from dsagen.workspace.dates import offer_date, say_no_such_day
from dsagen.workspace.entities import called, keys_of, owners
from dsagen.workspace.suggest import MISNOMERS, did_you_mean, kebab, listed, nearest

__all__ = ["Mistake", "meant_key", "say"]


@dataclass(frozen=True)
class Mistake:
    """One mistake that the model reports."""

    kind: str
    key: str
    """The key that it is about: the nearest one above, for an item of a list."""
    written: object
    """What stands there."""
    said: str
    context: dict[str, Any]
    holder: type[BaseModel] | None
    """The thing that has, or lacks, the key."""
    attribute: FieldInfo | None


def meant_key(written: str, holder: type[BaseModel]) -> str | None:
    """Give the key of a thing that was probably meant by another word."""
    keys = keys_of(holder)
    return next((word for word in MISNOMERS.get(written, ()) if word in keys), None) or nearest(written, keys)


def _unknown_key(mistake: Mistake) -> tuple[str, str]:
    holder = mistake.holder
    if holder is None:
        return f"`{mistake.key}` is not a key that is known here", ""
    keys = keys_of(holder)
    right = meant_key(mistake.key, holder)
    message = f"`{mistake.key}` is not a key of {called(holder)}"
    if right:
        return message, f"Did you mean `{right}`?"
    for word in (mistake.key, *MISNOMERS.get(mistake.key, ())):
        homes = [entity for entity in owners().get(word, ()) if entity is not holder]
        if len(homes) == 1 or (homes and word == mistake.key and len(homes) <= 3):
            places = " or ".join(called(entity) for entity in homes)
            return message, f"`{word}` is a key of {places}: check the indentation. Expected here: {_keys(keys)}"
    return message, f"Expected one of: {_keys(keys)}"


def _keys(keys: list[str]) -> str:
    return listed(keys, len(keys)) + "."


def _missing(mistake: Mistake) -> tuple[str, str]:
    holder = f" in {called(mistake.holder)}" if mistake.holder is not None else ""
    return f"the key `{mistake.key}` is missing{holder}", f"Add `{mistake.key}:`. {_described(mistake)}".strip()


def _described(mistake: Mistake) -> str:
    return (mistake.attribute.description or "") if mistake.attribute is not None else ""


def _wrong_word(mistake: Mistake) -> tuple[str, str]:
    words = re.findall(r"'([^']*)'", str(mistake.context.get("expected", "")))
    if not isinstance(mistake.written, str):
        return _shape(mistake, "one word"), did_you_mean("", words, "one of")
    return f"`{mistake.written}` is not one of the words for `{mistake.key}`", did_you_mean(
        mistake.written, words, "one of"
    )


def _shape(mistake: Mistake, expected: str) -> str:
    """Say what was expected, and what is there instead."""
    written = mistake.written
    at = f" for `{mistake.key}`" if mistake.key else ""
    if written is None:
        return f"nothing is written{at}, where {expected} is expected"
    named = {"dict": "keys with values are", "list": "a list is"}
    found = named.get(type(written).__name__, "one value is")
    return f"{found} written{at}, where {expected} is expected"


def _text(mistake: Mistake) -> tuple[str, str]:
    message = _shape(mistake, "text")
    if isinstance(mistake.written, dict) and {"justification", "reason"} & set(mistake.written):
        return message, f"Write the reason beside the key: `{mistake.key}: To find the right child.`"
    if isinstance(mistake.written, dict):
        return message, f"Write the text beside the key: `{mistake.key}: …`; quote it if it holds a colon."
    return message, f"Write the text beside the key: `{mistake.key}: …`. {_described(mistake)}".strip()


def _list(mistake: Mistake) -> tuple[str, str]:
    example = mistake.written if isinstance(mistake.written, str) else "…"
    return _shape(mistake, "a list"), f"Write `[{example}]`, or each item on its own line after a hyphen."


def _map(mistake: Mistake) -> tuple[str, str]:
    kind = mistake.attribute.annotation if mistake.attribute is not None else None
    keyed = get_origin(kind) is dict and bool(get_args(kind))
    fix = "Write each on its own line under the key, indented: `id: value`." if keyed else _described(mistake)
    return _shape(mistake, "a mapping (keys with values)"), fix or "Write `key: value` on the lines below, indented."


def _thing(mistake: Mistake) -> tuple[str, str]:
    named = str(mistake.context.get("class_name", ""))
    home = next((entity for entities in owners().values() for entity in entities if entity.__name__ == named), None)
    expected = f"a mapping with keys such as {listed(keys_of(home)[:4])}" if home is not None else "a mapping"
    return _shape(mistake, "a mapping (keys with values)"), f"Expected {expected}, each on its own line, indented."


def _number(mistake: Mistake) -> tuple[str, str]:
    if not isinstance(mistake.written, str):
        return _shape(mistake, "a whole number"), "Write a whole number."
    return f"`{mistake.written}` is not a whole number", f"Expected a whole number for `{mistake.key}`, such as `2`."


def _range(mistake: Mistake) -> tuple[str, str]:
    low, high = mistake.context.get("ge"), mistake.context.get("le")
    limit = f"at least {low}" if low is not None else f"at most {high}"
    return f"`{mistake.written}` is outside the numbers that `{mistake.key}` can have", f"Expected {limit}."


def _too_few(mistake: Mistake) -> tuple[str, str]:
    least = mistake.context.get("min_length", 1)
    message = f"`{mistake.key}` has {mistake.context.get('actual_length', 0)} where at least {least} is needed"
    return message, f"Expected at least {least}. {_described(mistake)}".strip()


def _too_long(mistake: Mistake) -> tuple[str, str]:
    most = mistake.context.get("max_length")
    return (
        f"the text of `{mistake.key}` is longer than {most} characters",
        f"Expected one line of at most {most} characters.",
    )


def _pattern(mistake: Mistake) -> tuple[str, str]:
    if mistake.key == "email":
        return f"`{mistake.written}` is not an email address", "Expected a mailbox such as `privacy@council.example`."
    return f"`{mistake.written}` has not the form that `{mistake.key}` needs", f"Expected: {_described(mistake)}"


def _date(mistake: Mistake) -> tuple[str, str]:
    if not isinstance(mistake.written, str):
        return _shape(mistake, "a date"), "Expected a date such as `2026-12-01`."
    offer = offer_date(mistake.written)
    fix = f"{offer} Expected year-month-day, such as `2026-12-01`.".strip()
    return f"`{mistake.written}` is not a date that can be read", fix


def _no_day(mistake: Mistake) -> tuple[str, str]:
    fix = f"{say_no_such_day(str(mistake.written))} Expected a day that exists, as year-month-day.".strip()
    return f"there is no such day as {mistake.written}", fix


def _period(mistake: Mistake) -> tuple[str, str]:
    expected = "Expected a whole number above nought and day, week, month or year, such as `12 months`."
    if not isinstance(mistake.written, str):
        return _shape(mistake, "a period"), expected
    return f"`{mistake.written}` is not a period", expected


def _yes_no(mistake: Mistake) -> tuple[str, str]:
    if not isinstance(mistake.written, str):
        return _shape(mistake, "`yes` or `no`"), "Write `yes` or `no`."
    return f"`{mistake.written}` is neither yes nor no", "Expected `yes` or `no`."


def _no_words(mistake: Mistake) -> tuple[str, str]:
    return f"nothing is written for `{mistake.key}`", "Write some words, or take the key away."


def _one_line(mistake: Mistake) -> tuple[str, str]:
    message = f"`{mistake.key}` takes one line of plain text, and several lines are written"
    return message, "Write one line: `>-` after the colon joins lines that have no empty line between them."


def _reference_slash(mistake: Mistake) -> tuple[str, str]:
    offer = re.sub(r"[^A-Za-z0-9._-]+", "-", str(mistake.written)).strip("-._")[:60]
    message = "a reference is part of a file name, so it has no slash" + (f": write `{offer}`" if offer else "")
    return message, "Expected letters, digits, `.`, `_` and `-`, at most 60 of them."


def _name(mistake: Mistake) -> tuple[str, str]:
    offer = kebab(str(mistake.written))
    meant = f"Did you mean `{offer}`? " if offer and mistake.kind == "kebab_case" else ""
    return f"`{mistake.written}` cannot be used as a name here", f"{meant}Expected: {mistake.said}."


def _said(mistake: Mistake) -> tuple[str, str]:
    """Repeat what a record of the law says of itself."""
    return mistake.said.removeprefix("Value error, "), _described(mistake)


_WORDS: dict[str, Callable[[Mistake], tuple[str, str]]] = {
    "extra_forbidden": _unknown_key,
    "missing": _missing,
    "literal_error": _wrong_word,
    "string_type": _text,
    "list_type": _list,
    "tuple_type": _list,
    "dict_type": _map,
    "model_type": _thing,
    "model_attributes_type": _thing,
    "int_type": _number,
    "int_parsing": _number,
    "int_parsing_size": _number,
    "int_from_float": _number,
    "greater_than_equal": _range,
    "less_than_equal": _range,
    "too_short": _too_few,
    "string_too_long": _too_long,
    "too_long": _too_long,
    "string_pattern_mismatch": _pattern,
    "iso_date": _date,
    "no_such_date": _no_day,
    "period": _period,
    "yes_no": _yes_no,
    "empty_text": _no_words,
    "string_too_short": _no_words,
    "kebab_case": _name,
    "one_line": _one_line,
    "reference": _name,
    "reference_slash": _reference_slash,
    "flow_reference": _name,
    "risk_reference": _name,
    "measure_reference": _name,
    "version_number": _name,
    "web_address": _name,
    "value_error": _said,
}


def say(mistake: Mistake) -> tuple[str, str]:
    """Give the message and what to do. What was expected is always said."""
    words = _WORDS.get(mistake.kind)
    if words is not None:
        return words(mistake)
    return mistake.said, f"Expected for `{mistake.key}`: {_described(mistake) or mistake.said}"
