"""The texts that people wrote: every line and narrative of an agreement and of what it uses."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING, Any, get_args

from pydantic import BaseModel, BeforeValidator

from dsagen.model.agreement import Agreement, AgreementFile
from dsagen.model.base import Line, Narrative
from dsagen.model.flow import Flow
from dsagen.workspace.paths import join_path

if TYPE_CHECKING:
    from dsagen.checks.subjects.case import Case

__all__ = ["Text", "texts_of"]

_LINE = next(mark for mark in get_args(Line) if isinstance(mark, BeforeValidator)).func
_ELSEWHERE = {(Agreement, "flow_defaults"), (AgreementFile, "flow_defaults"), (AgreementFile, "registers")}
"""What an agreement holds for others: its flows and the registers are looked into on their own."""


@dataclass(frozen=True)
class Text:
    """One text."""

    case: Case
    path: str
    narrative: bool
    """Whether it may have several paragraphs."""
    read: Callable[[], str]

    @property
    def words(self) -> str:
        """Give the text as it is written."""
        return self.read()


def texts_of(case: Case) -> Iterator[Text]:
    """Give every text of an agreement, and of the parties, datasets and people that it uses."""
    workspace = case.workspace
    yield from _in(case, case.agreement, case.path)
    datasets = dict.fromkeys(flow.flow.dataset for flow in case.flows)
    groups: dict[str, None] = {}
    for key in dict.fromkeys(case.agreement.parties):
        yield from _in(case, workspace.parties[key], join_path("parties", key))
    for key in datasets:
        dataset = workspace.datasets[key]
        yield from _in(case, dataset, join_path("datasets", key))
        groups |= dict.fromkeys(dataset.people)
        for field in dataset.fields.values():
            groups |= dict.fromkeys(field.people)
    for key in groups:
        yield from _in(case, workspace.people[key], join_path("people", key))


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


def _in(case: Case, entity: Any, path: str) -> Iterator[Text]:
    if isinstance(entity, Flow) and entity.withdrawn_in is not None:
        return
    for name, key, kind in _attributes(entity.__class__):
        yield from _value(case, partial(getattr, entity, name), join_path(path, key), kind)


def _at(read: Callable[[], Any], key: Any) -> Any:
    """Give one of the values that something holds. The holder is asked each time, so that a watched one notes it."""
    return read()[key]


def _value(case: Case, read: Callable[[], Any], path: str, kind: str | None) -> Iterator[Text]:
    value = read()
    if isinstance(value, BaseModel):
        yield from _in(case, value, path)
    elif isinstance(value, Mapping):
        for key in value:
            yield from _value(case, partial(_at, read, key), join_path(path, str(key)), kind)
    elif isinstance(value, list):
        for index in range(len(value)):
            yield from _value(case, partial(_at, read, index), join_path(path, str(index)), kind)
    elif isinstance(value, str) and kind is not None:
        yield Text(case, path, kind == "narrative", read)
