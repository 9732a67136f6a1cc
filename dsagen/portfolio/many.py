"""Check a workspace of many agreements: on every processor, and only what has changed since the last time.

**Why:** a partnership of a thousand agreements changes a few of them a day. What was found about an agreement is kept
beside it, and found again only when a file that it uses, something that all agreements share, the day or dsagen itself
has changed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from functools import partial
from math import ceil
from multiprocessing import get_all_start_methods, get_context
from pathlib import Path

from dsagen.model.finding import Finding
from dsagen.portfolio.checking import Checked, checked
from dsagen.portfolio.kept import Kept, Part
from dsagen.portfolio.pool import processors
from dsagen.workspace import Reading, join_path, read_agreements

__all__ = ["FEW", "agreement_files", "check_many", "stand_alone"]

FEW = 24
"""Up to so many agreements, one process without a memory is as quick."""
BATCH = 50
"""So many agreements are held at a time, so that memory does not grow with their number."""
_REFERENCE = re.compile(rb"\nreference:[ \t]*[\"']?([A-Za-z0-9][A-Za-z0-9._-]*)[\"']?[ \t]*(?:#.*)?\r?$", re.M)
_TOGETHER = re.compile(rb"\n(registers|<<)[ \t]*:|include:[ \t]*[\"']?(\./)?agreements/|\A\s*\{")
"""What makes one agreement's file matter to another's."""
_SIGNS = (b"\nregisters", b"\n<<", b"agreements/")
"""Of these, such a file has one, unless it begins with a bracket."""


def agreement_files(root: Path) -> list[str]:
    """Give the files of the agreements of a workspace, relative to its root, in the order of their names."""
    found = [path for path in (root / "agreements").glob("*") if path.suffix.lower() in {".yaml", ".yml"}]
    return sorted(f"agreements/{path.name}" for path in found if not path.name.startswith("."))


def stand_alone(root: Path, files: Sequence[str]) -> bool:
    """Tell whether each of some agreements can be checked without the others.

    That is not so where one defines what others use, includes another, or has another's reference, and is not certain
    where the reference does not stand on a line of its own, or where a pattern makes others.
    """
    if any((root / "patterns").glob("*")):
        return False
    folders = set()
    for file in files:
        try:
            content = b"\n" + (root / file).read_bytes()
        except OSError:
            return False
        named = _REFERENCE.findall(content)
        if len(named) != 1 or _matters_to_others(content):
            return False
        folders.add(named[0].lower().rstrip(b"."))
    return len(folders) == len(files)


def _matters_to_others(content: bytes) -> bool:
    signs = content.lstrip().startswith(b"{") or any(sign in content for sign in _SIGNS)
    return signs and _TOGETHER.search(content) is not None


def check_many(
    root: Path, files: Sequence[str], as_at: date, *, fresh: bool = False, jobs: int | None = None
) -> Checked:
    """Check agreements that stand alone. `fresh` says that what was found before is not used.

    The answer is that of `checked`, whatever was kept and however many `jobs` there are.
    """
    kept = Kept(root, as_at)
    known = {} if fresh else kept.parts(files)
    todo = [file for file in files if file not in known]
    chunks = _chunks(root, todo, as_at, jobs or processors())
    parts = {**known, **{part.file: part for chunk in chunks for part in chunk.parts}}
    shared = chunks[0].shared if chunks else kept.problems
    if chunks:
        kept.write(parts, shared, chunks[0].shared_files)
    return _together(root, [parts[file] for file in files], shared)


@dataclass(frozen=True)
class Chunk:
    """What one process found about its share of the agreements."""

    parts: tuple[Part, ...]
    shared: tuple[Finding, ...]
    """What is wrong with what all agreements share: the same in every chunk."""
    shared_files: frozenset[str]


def _chunks(root: Path, files: Sequence[str], as_at: date, jobs: int) -> list[Chunk]:
    jobs = max(1, min(jobs, len(files) // FEW + 1))
    count = jobs * ceil(len(files) / (jobs * BATCH))
    batches = [files[number::count] for number in range(count)]
    check = partial(_check, root, as_at=as_at)
    if jobs == 1:
        return [check(batch) for batch in batches]
    method = "fork" if "fork" in get_all_start_methods() else "spawn"
    with ProcessPoolExecutor(jobs, mp_context=get_context(method)) as pool:
        return list(pool.map(check, batches))


def _check(root: Path, files: Sequence[str], as_at: date) -> Chunk:
    """Check some agreements of a workspace in this process."""
    reading = read_agreements(root, files)
    found = checked(reading, as_at)
    homes = _homes(reading)
    by_file: dict[str, list[Finding]] = {file: [] for file in files}
    shared = []
    for finding in found.findings:
        home = homes.get(finding.agreement) or homes.get(finding.source.file if finding.source else "")
        if home is not None:
            by_file[home].append(finding)
        else:
            shared.append(finding)
    references = {homes[reference]: reference for reference in found.agreements}
    parts = (
        Part(
            file=file,
            used=tuple(sorted(reading.used.get(file, {file}))),
            reference=references.get(file, ""),
            final=references.get(file) in found.final,
            failed=file in found.failed,
            findings=tuple(by_file[file]),
        )
        for file in files
    )
    return Chunk(tuple(parts), tuple(shared), reading.shared)


def _homes(reading: Reading) -> Mapping[str, str]:
    """Give the file of each agreement, by its reference and by each file that it alone is made of."""
    homes: dict[str, str] = {file: file for file in (*reading.used, *reading.failed)}
    for file, used in reading.used.items():
        for name in used:
            homes.setdefault(name, file)
    for reference in reading.workspace.agreements:
        place = reading.sources.value(join_path("agreements", reference, "reference"))
        assert place is not None
        homes[reference] = homes[place.file]
    return homes


def _together(root: Path, parts: Sequence[Part], shared: Sequence[Finding]) -> Checked:
    failed = tuple(part.file for part in parts if part.failed)
    found = (*shared, *(finding for part in parts for finding in part.findings))
    return Checked(
        root=root,
        findings=found,
        agreements=tuple(part.reference for part in parts if part.reference),
        final=frozenset(part.reference for part in parts if part.final),
        failed=failed,
        unreadable=bool(failed) or any(each.rule.startswith("SRC-") and each.severity == "error" for each in found),
    )
