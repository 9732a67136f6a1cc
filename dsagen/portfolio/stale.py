"""Why a file would be written: in the words of the sources, with the place to look at."""

from __future__ import annotations

from collections.abc import Collection

from dsagen.portfolio.inputs import Inputs
from dsagen.portfolio.last_build import LastBuild
from dsagen.portfolio.leaves import entity_of
from dsagen.portfolio.lock import Entry
from dsagen.workspace import Reading

__all__ = ["Reasons"]

_MOST = 3
"""So many values are named for one file."""
_PERIODS = ("period", "every", "look_back")


class Reasons:
    """Say why files of one workspace would be written."""

    def __init__(self, reading: Reading, inputs: Inputs, last: LastBuild) -> None:
        self._reading = reading
        self._inputs = inputs
        self.changed = last.changed(inputs)
        """The path of every value that has changed since the last whole build. Nothing where none is known."""

    def why(self, agreement: str, read: Collection[str], known: Entry | None, blank: Entry, *, there: bool) -> str:
        """Say why a file would be written: what it was made from is `known`, and how it would look now `blank`."""
        if known is None or not there:
            return "it has not been built" if known is None else "the file is gone"
        if known.house != blank.house:
            return "the house style"
        if known.writer != blank.writer:
            return f"it was made by dsagen {known.dsagen}, which writes files in another way"
        rests = {path for path, _ in self._inputs.ways(agreement)}
        own = sorted(path for path in self.changed or () if entity_of(path) in rests or not _is_entity(path))
        told = [path for path in own if path in read] or own
        if not told:
            return "something that it rests on has changed since it was built"
        # One line of a file that several agreements or flows include is said once.
        places = {path: self._reading.sources.key(path) for path in told}
        told.sort(key=lambda path: (place.file, place.line) if (place := places[path]) is not None else ("", 0))
        said = list({str(places[path]) if places[path] else path: self._said(path) for path in reversed(told)}.values())
        more = f", and {len(said) - _MOST} more" if len(said) > _MOST else ""
        return "; ".join(said[::-1][:_MOST]) + more

    def _said(self, path: str) -> str:
        """Say a value: `retention period of attendance, datasets/attendance.yaml:41`."""
        if path.startswith(("templates/", "law/")):
            return path
        entity = entity_of(path) if _is_entity(path) else "settings"
        steps = [step for step in path.removeprefix(entity).split("/") if step]
        if steps[-1:] and steps[-1] in ("number", "unit") and steps[-2:-1] and steps[-2] in _PERIODS:
            steps.pop()
        if steps[:1] == ["flows"] and len(steps) > 2:
            steps = [*steps[2:], "in", steps[1]]
        inside = " ".join(steps).replace("_", " ")
        name = entity.partition("/")[2] or "dsagen.yaml"
        place = self._reading.sources.key(path)
        said = f"{inside} of {name}" if inside else name
        return f"{said}, {place.file}:{place.line}" if place is not None else said


def _is_entity(path: str) -> bool:
    return path.split("/")[0] in ("agreements", "parties", "people", "datasets")
