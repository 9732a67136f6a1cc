"""The texts that people wrote: every line and narrative of an agreement and of what it uses."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, get_args

from pydantic import BaseModel, BeforeValidator

from dsagen.model.agreement import Agreement, AgreementFile
from dsagen.model.base import Line, Narrative
from dsagen.model.flow import Flow
from dsagen.workspace.paths import join_path

if TYPE_CHECKING:
    from dsagen.checks.subjects.case import Case
    from dsagen.law.catalogue import Catalogue

__all__ = ["Around", "Text", "texts_of"]

_LINE = next(mark for mark in get_args(Line) if isinstance(mark, BeforeValidator)).func
_ELSEWHERE = {(Agreement, "flow_defaults"), (AgreementFile, "flow_defaults"), (AgreementFile, "registers")}
"""What an agreement holds for others: its flows and the registers are looked into on their own."""


class Around(Protocol):
    """What a rule may know of the agreement that a text stands in.

    Why: a thousand agreements share most of their texts, and a text that is asked about once need not be asked about
    again as long as nothing else of the agreement counts. A rule that needs more of it takes the case.
    """

    @property
    def law(self) -> Catalogue:
        """Give the law."""

    @property
    def terms(self) -> frozenset[str]:
        """Give the words that the glossary of the documents explains."""


class Text(NamedTuple):
    """One text."""

    case: Around
    path: str
    narrative: bool
    """Whether it may have several paragraphs."""
    read: Callable[[], str]

    @property
    def words(self) -> str:
        """Give the text as it is written."""
        return self.read()


def texts_of(case: Case) -> list[Text]:
    """Give every text of an agreement, and of the parties, datasets and people that it uses."""
    found: list[Text] = []
    workspace = case.workspace
    _add_of_entity(found, case, case.agreement, case.path)
    datasets = dict.fromkeys(flow.flow.dataset for flow in case.flows)
    groups: dict[str, None] = {}
    for key in dict.fromkeys(case.agreement.parties):
        _add_of_entity(found, case, workspace.parties[key], join_path("parties", key))
    for key in datasets:
        dataset = workspace.datasets[key]
        _add_of_entity(found, case, dataset, join_path("datasets", key))
        groups |= dict.fromkeys(dataset.people)
        for field in dataset.fields.values():
            groups |= dict.fromkeys(field.people)
    for key in groups:
        _add_of_entity(found, case, workspace.people[key], join_path("people", key))
    return found


@cache
def _text_kind(annotation: Any) -> str | None:
    """Tell whether an annotation is, or holds, text: `line`, `narrative` or nothing."""
    marks = getattr(annotation, "__metadata__", ())
    if any(isinstance(mark, Narrative) for mark in marks):
        return "narrative"
    if any(isinstance(mark, BeforeValidator) and mark.func is _LINE for mark in marks):
        return "line"
    return None


@cache
def _attributes(kind: type[BaseModel]) -> tuple[tuple[str, str, str | None], ...]:
    """Give each attribute with its key, and the kind of text that its values are, where they are text."""
    found = []
    for name, info in kind.model_fields.items():
        if (kind, name) not in _ELSEWHERE:
            own = _kind_of_marks(tuple(info.metadata)) or _deepest(info.annotation)
            found.append((name, info.alias or name, own))
    return tuple(found)


def _kind_of_marks(marks: tuple[Any, ...]) -> str | None:
    if any(isinstance(mark, Narrative) for mark in marks):
        return "narrative"
    return "line" if any(isinstance(mark, BeforeValidator) and mark.func is _LINE for mark in marks) else None


def _deepest(annotation: Any) -> str | None:
    """Give the kind of text that a value is, or that the values of a mapping or list are: never that of its keys."""
    kind = _text_kind(annotation)
    arguments = get_args(annotation)
    if kind is not None or not arguments:
        return kind
    values = arguments[1:] if getattr(annotation, "__origin__", None) is dict else arguments
    return next((found for found in map(_deepest, values) if found is not None), None)


def _add_of_entity(found: list[Text], case: Case, entity: Any, path: str) -> None:
    """Add the texts of an entity. Every value is read, whatever it is: a fingerprint of all texts rests on that."""
    if isinstance(entity, Flow) and entity.withdrawn_in is not None:
        return
    for name, key, kind in _attributes(entity.__class__):
        value = getattr(entity, name)
        if value and (kind is not None or not isinstance(value, str)):
            _add(found, case, value, partial(getattr, entity, name), f"{path}/{key}", kind)


def _at(read: Callable[[], Any], key: Any) -> Any:
    """Give one of the values that something holds. The holder is asked each time, so that a watched one notes it."""
    return read()[key]


def _add(found: list[Text], case: Case, value: Any, read: Callable[[], Any], path: str, kind: str | None) -> None:
    if isinstance(value, str):
        if kind is not None:
            found.append(Text(case, path, kind == "narrative", read))
    elif isinstance(value, BaseModel):
        _add_of_entity(found, case, value, path)
    elif isinstance(value, dict):
        for key in value:
            _add(found, case, value[key], partial(_at, read, key), join_path(path, str(key)), kind)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            _add(found, case, item, partial(_at, read, index), f"{path}/{index}", kind)
