"""An edit as it is written on the command line: `PATH=VALUE`."""

from __future__ import annotations

from typing import cast

import typer

from dsagen.workspace import Reading
from dsagen.workspace.edit import Change, Value
from dsagen.workspace.nodes import plain
from dsagen.workspace.parse import parse
from dsagen.workspace.suggest import did_you_mean
from dsagen.workspace.text import Text

__all__ = ["change_of"]

_KINDS = ("agreements", "parties", "people", "datasets")


def change_of(written: str, reading: Reading) -> Change:
    """Give the edit. Raise `typer.BadParameter` where it is none, or names nothing in the workspace.

    The value is read as YAML on one line: `[a, b]` is a list. Nothing after `=` takes the value out.
    """
    path, sign, value = written.partition("=")
    path = path.strip().strip("/")
    if not sign:
        raise _refused(
            f"`{written}` has no `=`. Write PATH=VALUE, such as 'parties/northmoor-council/name=Moor Council'"
        )
    _named(path, reading)
    if not value.strip():
        return Change("remove", path)
    return Change("set", path, _read(value))


def _named(path: str, reading: Reading) -> None:
    """See that the path starts with something that is there."""
    kind, _, rest = path.partition("/")
    if kind == "settings":
        return
    if kind not in _KINDS:
        raise _refused(f"there is no `{kind}`. {did_you_mean(kind, [*_KINDS, 'settings'], 'one of')}")
    known = list(getattr(reading.workspace, kind))
    key, _, inside = rest.partition("/")
    if key not in known:
        raise _refused(f"there is no `{kind}/{key}`. {did_you_mean(key, known, 'one of') if known else ''}".strip())
    if not inside:
        raise _refused(f"`{path}` is a whole record. Name a value in it, such as `{path}/title`")


def _read(value: str) -> Value:
    node, problems = parse(Text("--set", value))
    if problems or node is None:
        said = problems[0].message if problems else "it is empty"
        raise _refused(f"the value `{value}` cannot be read: {said}. Put quotation marks around it")
    return cast(Value, plain(node))


def _refused(reason: str) -> typer.BadParameter:
    return typer.BadParameter(f"{reason}." if not reason.endswith((".", "?")) else reason, param_hint="--set")
