"""One cause, one finding: what only follows from something else that was found is held back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol, TypeVar

from dsagen.checks.rule import Found, WrittenRule
from dsagen.workspace.paths import join_path, split_path

__all__ = ["causes_only", "thing"]


class _Hit(Protocol):
    @property
    def written(self) -> WrittenRule: ...
    @property
    def found(self) -> Found: ...


_AnyHit = TypeVar("_AnyHit", bound=_Hit)


def thing(path: str) -> str:
    """Give the thing that a path is about: one party's side of a flow, or else the value itself."""
    segments = split_path(path)
    if len(segments) >= 6 and segments[0] == "agreements" and segments[2] == "flows" and segments[4] == "bases":
        return join_path(*segments[:6])
    return path


def causes_only(hits: Sequence[_AnyHit]) -> Iterator[_AnyHit]:
    """Leave out what a rule found about a thing where a rule that it yields to found something about the same thing.

    A thing is the same where one path is the other, or holds it.
    """
    things: dict[str, set[str]] = {}
    for hit in hits:
        things.setdefault(hit.written.rule.id, set()).add(thing(hit.found.path))
    for hit in hits:
        causes = {about for rule in hit.written.rule.yields_to for about in things.get(rule, ())}
        if not any(_same(thing(hit.found.path), cause) for cause in causes):
            yield hit


def _same(path: str, cause: str) -> bool:
    return path == cause or path.startswith(f"{cause}/") or cause.startswith(f"{path}/")
