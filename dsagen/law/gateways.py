"""All the gateways, read one subject at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from dsagen.law.gateway import Gateway
from dsagen.law.local import LocalLaw
from dsagen.law.reading import LawDataError, read_records
from dsagen.law.vocabulary import Vocabulary

__all__ = ["Gateways", "GatewaysWithLocal"]


class Gateways(Mapping[str, Gateway]):
    """The gateways by id, each file read when one of its records is first asked for.

    Why: an id begins with the name of its file, so that a build reads the few Acts that an agreement cites.
    """

    def __init__(self, folder: Path, vocabulary: Vocabulary) -> None:
        self._files = {path.stem: path for path in sorted(folder.glob("*.yaml"))}
        self._vocabulary = vocabulary
        self._subjects: dict[str, dict[str, Gateway]] = {}

    def __getitem__(self, key: str) -> Gateway:
        """Give a gateway by its id, or by an alias. Raises `KeyError`, and `LawDataError` for a bad file."""
        for subject in self._files:
            if key == subject or key.startswith(f"{subject}-"):
                records = self._read(subject)
                if key in records:
                    return records[key]
        for gateway in self.values():
            if key in gateway.aliases:
                return gateway
        raise KeyError(key)

    def __iter__(self) -> Iterator[str]:
        for subject in self._files:
            yield from self._read(subject)

    def __len__(self) -> int:
        return sum(len(self._read(subject)) for subject in self._files)

    def _read(self, subject: str) -> dict[str, Gateway]:
        if subject not in self._subjects:
            path = self._files[subject]
            records = read_records(path, Gateway, key="id")
            problems = [
                f"{gateway.id}: {problem}"
                for gateway in records.values()
                for problem in gateway.unknown_words(self._vocabulary)
            ]
            problems += [
                f"{key}: the id does not begin with `{subject}`, the name of its file"
                for key in records
                if key != subject and not key.startswith(f"{subject}-")
            ]
            if problems:
                raise LawDataError(path, problems)
            self._subjects[subject] = records
        return self._subjects[subject]


class GatewaysWithLocal(Mapping[str, Gateway]):
    """The catalogue's gateways, with those that a workspace adds, and as it has confirmed them.

    A record of the workspace goes before one of the catalogue with the same id, and before an alias of one.
    """

    def __init__(self, ours: Mapping[str, Gateway], local: LocalLaw) -> None:
        self._ours = ours
        self._local = local
        self._aliases = {alias: gateway.id for gateway in local.gateways.values() for alias in gateway.aliases}
        self._confirmed: dict[str, Gateway] = {}

    def __getitem__(self, key: str) -> Gateway:
        """Give a gateway by its id, or by an alias. Raises `KeyError`, and `LawDataError` for a bad file of ours."""
        own = self._local.gateways
        found = own.get(key) or own.get(self._aliases.get(key, "")) or self._ours[key]
        found = own.get(found.id, found)
        confirmation = self._local.confirmations.get(found.id)
        if confirmation is None:
            return found
        if found.id not in self._confirmed:
            self._confirmed[found.id] = found.confirmed(confirmation)
        return self._confirmed[found.id]

    def __iter__(self) -> Iterator[str]:
        yield from dict.fromkeys((*self._ours, *self._local.gateways))

    def __len__(self) -> int:
        return len({*self._ours, *self._local.gateways})
