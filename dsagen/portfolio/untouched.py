"""Agreements that a build need not read, since nothing that they rest on has changed.

**Why:** where one party of a thousand agreements is renamed, a dozen of them name it. To read the others only to find
that their documents would say the same is most of the work. What an agreement rests on is kept with its hashes: its
files by their bytes, what it shares with others by what the model holds.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, get_args

from dsagen.model.finding import Finding, Source
from dsagen.model.vocabulary import DocumentKind
from dsagen.portfolio.inputs import Inputs
from dsagen.portfolio.many import homes_of
from dsagen.portfolio.outputs import file_digest
from dsagen.portfolio.plan import PlannedDocument, plan
from dsagen.portfolio.store import Store
from dsagen.workspace import Reading

__all__ = ["Known", "Untouched"]

_Family = tuple[str, ...]
"""The files of agreements of which some may be made under others."""


@dataclass(frozen=True)
class Known:
    """What is known of an agreement that is not read."""

    reference: str
    file: str
    status: str
    """Its status if that is agreed or later."""
    documents: tuple[PlannedDocument, ...]
    """Its documents of every kind."""
    rests_on: tuple[str, ...]
    """The path of everything in the model that it rests on."""
    places: Mapping[str, Source | None]
    """Where the values stand about which something was found."""


class Untouched:
    """Remember what agreements rest on, and tell which of them are as they were."""

    def __init__(self, shared: Reading, inputs: Inputs, store: Store) -> None:
        """`shared` is what was read of the workspace without any agreement, and `inputs` its keys."""
        self._shared, self._inputs, self._store = shared, inputs, store
        self._hashes: dict[str, str | None] = {}
        self._parts: dict[_Family, dict[str, Any]] = {}

    def known(self, family: _Family) -> tuple[Known, ...] | None:
        """Give the agreements of some files if all they rest on is as it was, and give their keys to the inputs."""
        try:
            held = self._store.value("family", _name(family), self._inputs.stamp)
            if (
                held is None
                or self._shared.has_errors
                or any(self._hash(file) != told for file, told in held["used"].items())
            ):
                return None
            if not all(self._is_same(record["own"]) for record in held["agreements"].values()):
                return None
            return tuple(self._known(*each) for each in held["agreements"].items())
        except (TypeError, ValueError, KeyError, AttributeError):
            return None

    def placed(self, agreement: Known, findings: Iterable[Finding]) -> tuple[Finding, ...] | None:
        """Give findings about an agreement with their places; nothing where one has a place that is not known."""
        found = []
        for finding in findings:
            if finding.source is not None or finding.path in agreement.places:
                source = finding.source or agreement.places[finding.path]
            elif finding.path.startswith("agreements/"):
                return None
            else:
                source = self._shared.sources.key(finding.path)
            found.append(replace(finding, source=source))
        return tuple(found)

    def keep(
        self, family: _Family, reading: Reading, inputs: Inputs, found: Mapping[str, Collection[Finding]], *, last: bool
    ) -> None:
        """Remember what the agreements of some files rest on. `last` says that no more rows of their pattern follow.

        Nothing is kept of agreements whose files have something wrong: that is told each time they are read.
        """
        homes = homes_of(reading)
        used = frozenset[str]().union(*(reading.used.get(file, {file}) for file in family))
        told = self._parts.setdefault(family, {"used": {}, "agreements": {}, "sound": True})
        wrong = any(problem.source is not None and problem.source.file in used for problem in reading.problems)
        told["sound"] = told["sound"] and not wrong and used.isdisjoint(reading.failed)
        told["used"] |= {file: self._hash(file) for file in used}
        for reference, home in homes.items():
            if home in family and reference in reading.workspace.agreements:
                record = _record(reference, home, reading, inputs, found.get(reference, ()))
                told["agreements"][reference] = record
                told["used"] |= {place[0]: self._hash(place[0]) for place in record["places"].values() if place}
        if last and self._parts.pop(family)["sound"]:
            self._store.put("family", _name(family), inputs.stamp, told)

    def forget(self, families: Iterable[_Family]) -> None:
        """Forget all but some."""
        self._store.drop("family", self._store.marks("family").keys() - {_name(family) for family in families})

    def _known(self, reference: str, record: Mapping[str, Any]) -> Known:
        self._inputs.assume(reference, record["own"], record["under"])
        return Known(
            reference,
            record["file"],
            record["status"],
            tuple(PlannedDocument(reference, *each) for each in record["documents"]),
            tuple(record["own"]),
            {path: Source(*place) if place else None for path, place in record["places"].items()},
        )

    def _is_same(self, own: Mapping[str, str]) -> bool:
        """Tell whether what an agreement shares with others is as it was."""
        shared = (path for path in own if not path.startswith("agreements/"))
        return all(self._inputs.digest(path) == own[path] for path in shared)

    def _hash(self, file: str) -> str | None:
        if file not in self._hashes:
            self._hashes[file] = file_digest(self._shared.root / file)
        return self._hashes[file]


def _name(family: _Family) -> str:
    return "\n".join(family)


def _record(reference: str, file: str, reading: Reading, inputs: Inputs, found: Iterable[Finding]) -> dict[str, Any]:
    agreement = reading.workspace.agreements[reference]
    documents = plan(agreement, reading.workspace, reading.law, get_args(DocumentKind))
    places = {finding.path: finding.source for finding in found if finding.path.startswith("agreements/")}
    return {
        "file": file,
        "status": agreement.status if agreement.is_final else "",
        "own": dict(inputs.own(reference)),
        "under": dict(inputs.under(reference)),
        "documents": [(document.kind, document.party, document.layout) for document in documents],
        "places": {
            path: (source.file, source.line, source.column) if source is not None else None
            for path, source in places.items()
        },
    }
