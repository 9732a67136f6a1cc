"""A node checked against the model: the entity, or findings at the places that are wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from dsagen.model.base import Id
from dsagen.model.finding import Finding, Source
from dsagen.workspace.entities import attribute, entity_at
from dsagen.workspace.nodes import Entry, Mapping, Node, Scalar, Sequence, plain
from dsagen.workspace.paths import join_path
from dsagen.workspace.wording import Mistake, meant_key, say

__all__ = ["validate", "validate_id"]

EntityType = TypeVar("EntityType", bound=BaseModel)
_ID: TypeAdapter[str] = TypeAdapter(Id)


def validate(
    model: type[EntityType], node: Node, path: str, agreement: str = "", key: Source | None = None
) -> tuple[EntityType | None, list[Finding]]:
    """Check a node. `path` is its id, and `key` the place of its key where it has one.

    A mistake in something inherited is not reported here: it is reported where it was written.
    """
    data = plain(node)
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        errors = error.errors(include_url=False)
    if _without_blanks(model, data, errors):
        try:
            return model.model_validate(data), []
        except ValidationError as error:
            errors = error.errors(include_url=False)
    errors = _without_echoes(model, errors)
    findings = [_finding(model, node, error, path, agreement, key) for error in errors]
    return None, [finding for finding in findings if finding is not None]


def validate_id(written: str, place: Source, path: str) -> list[Finding]:
    """Check the id of something in a register."""
    try:
        _ID.validate_python(written)
    except ValidationError as error:
        said = error.errors()[0]
        message, fix = say(Mistake(said["type"], written, written, said["msg"], said.get("ctx", {}), None, None))
        return [Finding("SRC-KEY", "error", message, path=path, fix=fix, source=place)]
    return []


def _without_blanks(model: type[BaseModel], data: Any, errors: list[ErrorDetails]) -> bool:
    """Take out the keys that have nothing after them, where the thing can do without: they count as not written.

    Why: people leave `trigger:` empty as a note to themselves. Where a document needs it, it is a gap.
    """
    found = False
    for error in errors:
        *way, last = error["loc"] or ("",)
        info = attribute(entity_at(model, tuple(way)), last)
        if info is None or info.is_required() or error["input"] is not None:
            continue
        holder = data
        for step in way:
            holder = holder[step]
        if isinstance(holder, dict) and last in holder and holder[last] is None:
            del holder[last]
            found = True
    return found


def _without_echoes(model: type[BaseModel], errors: list[ErrorDetails]) -> list[ErrorDetails]:
    """Take out the missing keys that are there under a wrong name, and lists that lack only what is wrong in them.

    Why: one slip is one problem.
    """
    meant = set()
    for error in errors:
        *way, written = error["loc"] or ("",)
        holder = entity_at(model, tuple(way))
        if error["type"] == "extra_forbidden" and holder is not None:
            meant.add((*way, meant_key(str(written), holder)))
    holders = {error["loc"][:at] for error in errors for at in range(len(error["loc"]))}
    return [
        error
        for error in errors
        if not (error["type"] == "missing" and error["loc"] in meant)
        and not (error["type"] == "too_short" and error["loc"] in holders)
    ]


@dataclass(frozen=True)
class _Found:
    """Where a location of the model's leads in the nodes."""

    node: Node
    key: Source | None
    inherited: bool
    whole: bool
    """Whether the whole way was there."""


def _follow(node: Node, location: tuple[Any, ...], key: Source | None) -> _Found:
    inherited = False
    for step in location:
        entry: Entry | None = None
        if isinstance(node, Mapping) and str(step) in node.entries:
            entry = node.entries[str(step)]
            node, key, inherited = entry.value, entry.key, inherited or entry.inherited
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node, key = node.items[step], None
        elif isinstance(node, Sequence) and step == "all_of":
            continue  # a plain list is short for the fields that a question needs together
        else:
            return _Found(node, key, inherited, whole=False)
    return _Found(node, key, inherited, whole=True)


def _finding(
    model: type[BaseModel], root: Node, error: ErrorDetails, path: str, agreement: str, key: Source | None
) -> Finding | None:
    location = error["loc"]
    about_key = bool(location) and location[-1] == "[key]"
    if about_key:
        location = location[:-1]
    found = _follow(root, location, key)
    if found.inherited or (isinstance(found.node, Scalar) and found.node.broken and not about_key):
        return None
    holder = entity_at(model, location[:-1])
    ways = location[:-1] if about_key else location
    named = next((str(step) for step in reversed(ways) if isinstance(step, str)), "")
    written = location[-1] if about_key else plain(found.node)
    mistake = Mistake(
        error["type"],
        named,
        written,
        error["msg"],
        error.get("ctx", {}),
        holder,
        attribute(holder, location[-1] if location else ""),
    )
    message, fix = say(mistake)
    rule = "SRC-KEY" if about_key or error["type"] in {"extra_forbidden", "missing"} else "SRC-VALUE"
    at_key = about_key or error["type"] == "extra_forbidden"
    place = (found.key or found.node.source) if at_key or not _has_words(found.node) else found.node.source
    here = join_path(path, *location)
    return Finding(rule, "error", message, path=here, agreement=agreement, fix=fix, source=place)


def _has_words(node: Node) -> bool:
    return isinstance(node, Scalar) and node.text is not None
