"""All the gateways, read one subject at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from dsagen.law.gateway import Gateway
from dsagen.law.reading import LawDataError, read_records
from dsagen.law.vocabulary import Vocabulary

__all__ = ["Gateways"]


class Gateways(Mapping[str, Gateway]):
    """The gateways by id, each file read when one of its records is first asked for.

    Why: an id begins with the name of its file, so that a build reads the few Acts that an agreement cites.
    """

    def __init__(self, folder: Path, vocabulary: Vocabulary) -> None:
        self._files = {path.stem: path for path in sorted(folder.glob("*.yaml"))}
        self._vocabulary = vocabulary
        self._subjects: dict[str, dict[str, Gateway]] = {}

    @property
    def subjects(self) -> tuple[str, ...]:
        """Give the names of the files, in order."""
        return tuple(self._files)

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
