"""What was found the last time, kept beside the workspace in `.dsagen/`.

The folder holds findings only, ignores itself in git, and may be deleted at any time. It is plain JSON: a workspace
that somebody sends can make it say something wrong, and nothing worse.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from dsagen.model.agreement import Acceptance
from dsagen.model.finding import Finding, Source
from dsagen.portfolio.unchanged import program_stamp
from dsagen.workspace import SETTINGS_FILE

__all__ = ["FOLDER", "Kept", "Part", "finding_of", "finding_record"]

FOLDER = ".dsagen"
_SHARED = ("parties", "people", "datasets", "law", "templates")
"""The folders whose files every agreement may depend on."""


@dataclass(frozen=True)
class Part:
    """What was found about the agreement in one file, or about those of a pattern."""

    file: str
    used: tuple[str, ...]
    """Every file that it is made of, itself among them."""
    references: tuple[str, ...]
    """Those that could be read."""
    final: tuple[str, ...]
    """Of these, those that claim to be agreed or later."""
    failed: bool
    findings: tuple[Finding, ...]
    """Each with its place."""

    def joined(self, other: Part) -> Part:
        """Give what was found about two shares of the rows of one pattern."""
        return Part(
            self.file,
            self.used,
            (*self.references, *other.references),
            (*self.final, *other.final),
            self.failed or other.failed,
            (*self.findings, *other.findings),
        )


class Kept:
    """Remember what was found, for one day, as long as no file that it rests on has changed."""

    def __init__(self, root: Path, as_at: date) -> None:
        self._root = root
        self._file = root / FOLDER / "check.json"
        self._as_at = as_at
        self._hashes: dict[str, str] = {}
        self.problems: tuple[Finding, ...] = ()
        """What is wrong with what all agreements share."""

    def parts(self, files: Iterable[str]) -> dict[str, Part]:
        """Give what is known, and still holds, about the agreements in some files."""
        try:
            held = json.loads(self._file.read_text(encoding="utf-8"))
            if held["stamp"] != self._stamp() or held["shared"] != self._shared(held["shared"]):
                return {}
            self.problems = tuple(finding_of(record) for record in held["problems"])
            known = {file: held["parts"][file] for file in files if file in held["parts"]}
            return {file: _part(file, record) for file, record in known.items() if self._holds(record["used"])}
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return {}

    def write(self, parts: Mapping[str, Part], problems: Sequence[Finding], shared: Iterable[str]) -> None:
        """Keep what was found. Where that cannot be written, nothing is kept."""
        record = {
            "stamp": self._stamp(),
            "shared": self._shared(shared),
            "problems": [finding_record(finding) for finding in problems],
            "parts": {
                file: {
                    "used": {name: self._hash(name) for name in part.used},
                    "references": part.references,
                    "final": part.final,
                    "failed": part.failed,
                    "findings": [finding_record(finding) for finding in part.findings],
                }
                for file, part in parts.items()
            },
        }
        with suppress(OSError):
            self._file.parent.mkdir(exist_ok=True)
            (self._file.parent / ".gitignore").write_text("*\n", encoding="utf-8")
            unfinished = self._file.with_suffix(".part")
            unfinished.write_text(json.dumps(record), encoding="utf-8")
            unfinished.replace(self._file)

    def _stamp(self) -> list[str]:
        return [program_stamp(), self._as_at.isoformat()]

    def _holds(self, used: Mapping[str, str]) -> bool:
        return all(self._hash(name) == written for name, written in used.items())

    def _shared(self, named: Iterable[str]) -> dict[str, str]:
        """Give the hash of everything that all agreements may rest on: the shared folders, and other named files."""
        names = {SETTINGS_FILE, *named}
        for folder in _SHARED:
            names.update(
                path.relative_to(self._root).as_posix()
                for path in (self._root / folder).rglob("*")
                if path.is_file() and not path.name.startswith(".")
            )
        return {name: self._hash(name) for name in sorted(names)}

    def _hash(self, name: str) -> str:
        if name not in self._hashes:
            try:
                self._hashes[name] = hashlib.sha256((self._root / name).read_bytes()).hexdigest()
            except OSError:
                self._hashes[name] = ""
        return self._hashes[name]


def finding_record(finding: Finding) -> dict[str, Any]:
    """Give a finding as plain data."""
    record = asdict(finding)
    if finding.acceptance is not None:
        record["acceptance"] = finding.acceptance.model_dump(mode="json", exclude_none=True)
    return {name: value for name, value in record.items() if value}


def finding_of(record: Mapping[str, Any]) -> Finding:
    """Give a finding from plain data. Raise `TypeError` or `ValueError` where it is none."""
    source, acceptance = record.get("source"), record.get("acceptance")
    whole = {
        **record,
        "source": Source(**source) if source else None,
        "acceptance": Acceptance.model_validate(acceptance) if acceptance else None,
    }
    return Finding(**whole)


def _part(file: str, record: Mapping[str, Any]) -> Part:
    return Part(
        file=file,
        used=tuple(record["used"]),
        references=tuple(record["references"]),
        final=tuple(record["final"]),
        failed=record["failed"],
        findings=tuple(finding_of(finding) for finding in record["findings"]),
    )
