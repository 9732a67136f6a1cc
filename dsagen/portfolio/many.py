"""Check a workspace of many agreements: on every processor, and only what has changed since the last time.

**Why:** a partnership of a thousand agreements changes a few of them a day. What was found about an agreement is kept
beside it, and found again only when a file that it uses, something that all agreements share, the day or dsagen itself
has changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from functools import partial
from math import ceil
from multiprocessing import get_context
from pathlib import Path

from dsagen.model.finding import Finding
from dsagen.portfolio.alone import Alone, stand_alone
from dsagen.portfolio.checking import Checked, checked
from dsagen.portfolio.kept import Kept, Part
from dsagen.portfolio.pool import START, processors
from dsagen.workspace import Reading, find_root, join_path, read_agreements

__all__ = ["FEW", "Batch", "agreement_files", "batches_of", "check_many", "homes_of", "many_at"]

FEW = 24
"""Up to so many agreements, one process without a memory is as quick."""
BATCH = 50
"""So many agreements are held at a time, so that memory does not grow with their number."""
ROWS = 250
"""So many rows of a pattern are held at a time. They share what they are made of, so that more than `BATCH` fit."""


def agreement_files(root: Path) -> list[str]:
    """Give the files of the agreements of a workspace and its patterns, relative to its root, in order."""
    found = [path for folder in ("agreements", "patterns") for path in (root / folder).glob("*")]
    found = [path for path in found if path.suffix.lower() in {".yaml", ".yml"} and not path.name.startswith(".")]
    return sorted(f"{path.parent.name}/{path.name}" for path in found)


def many_at(path: Path | None) -> tuple[Path, Alone] | None:
    """Give a large workspace whose agreements stand alone, and its root; None where the workspace is another."""
    start = path if path is not None else Path()
    root = find_root(start) if start.is_dir() else None
    files = agreement_files(root) if root is not None else []
    if root is None or (len(files) <= FEW and not any(file.startswith("patterns/") for file in files)):
        return None
    alone = stand_alone(root, files)
    return (root, alone) if alone is not None and alone.count > FEW else None


def check_many(root: Path, alone: Alone, as_at: date, *, fresh: bool = False, jobs: int | None = None) -> Checked:
    """Check agreements that stand alone. `fresh` says that what was found before is not used.

    The answer is that of `checked`, whatever was kept and however many `jobs` there are.
    """
    files = list(alone.agreements)
    kept = Kept(root, as_at)
    known = {} if fresh else kept.parts(files)
    chunks = _chunks(root, alone, [file for file in files if file not in known], as_at, jobs or processors())
    parts = dict(known)
    for part in (part for chunk in chunks for part in chunk.parts):
        parts[part.file] = parts[part.file].joined(part) if part.file in parts else part
    shared = chunks[0].shared if chunks else kept.problems
    if chunks:
        kept.write(parts, shared, chunks[0].shared_files)
    return _together(root, [parts[file] for file in files], shared)


@dataclass(frozen=True)
class Batch:
    """So much as is held at a time: some agreements, or a share of the rows of one pattern."""

    files: tuple[str, ...]
    share: tuple[int, int] = (0, 1)


@dataclass(frozen=True)
class Chunk:
    """What one process found about its share of the agreements."""

    parts: tuple[Part, ...]
    shared: tuple[Finding, ...]
    """What is wrong with what all agreements share: the same in every chunk."""
    shared_files: frozenset[str]


def _chunks(root: Path, alone: Alone, files: Sequence[str], as_at: date, jobs: int) -> list[Chunk]:
    jobs = max(1, min(jobs, sum(alone.agreements[file] for file in files) // FEW + 1))
    check = partial(_check, root, alone, as_at=as_at)
    batches = _batches(alone, files, jobs)
    if jobs == 1:
        return [check(batch) for batch in batches]
    with ProcessPoolExecutor(jobs, mp_context=get_context(START)) as pool:
        return list(pool.map(check, batches))


def batches_of(alone: Alone, families: Iterable[tuple[str, ...]]) -> Iterator[Batch]:
    """Give the agreements of some families, a batch at a time. A family is never parted, but for a pattern alone."""
    together: list[str] = []
    for family in families:
        size = sum(alone.agreements[file] for file in family)
        if len(family) == 1 and size > ROWS:
            shares = ceil(size / ROWS)
            yield from (Batch(family, (number, shares)) for number in range(shares))
            continue
        if together and sum(alone.agreements[file] for file in together) + size > BATCH:
            yield Batch(tuple(together))
            together = []
        together += family
    if together:
        yield Batch(tuple(together))


def _batches(alone: Alone, files: Sequence[str], jobs: int) -> list[Batch]:
    patterns = [file for file in files if file.startswith("patterns/")]
    single = [file for file in files if file not in patterns]
    count = jobs * ceil(len(single) / (jobs * BATCH))
    found = [single[number::count] for number in range(count)]
    batches = [Batch(tuple(batch)) for batch in found]
    for file in patterns:
        rows = alone.agreements[file]
        shares = max(1, ceil(rows / ROWS), min(jobs, rows // FEW))
        batches += [Batch((file,), (number, shares)) for number in range(shares)]
    return batches


def _check(root: Path, alone: Alone, batch: Batch, as_at: date) -> Chunk:
    """Check some agreements of a workspace in this process."""
    around = alone.around(batch.files)
    reading = read_agreements(root, (*batch.files, *around), batch.share)
    found = checked(reading, as_at)
    homes = homes_of(reading)
    by_file: dict[str, list[Finding]] = {file: [] for file in (*batch.files, *around)}
    shared = []
    for finding in found.findings:
        home = homes.get(finding.agreement) or homes.get(finding.source.file if finding.source else "")
        if home is not None:
            by_file[home].append(finding)
        else:
            shared.append(finding)
    used = {file: frozenset(reading.used.get(file, {file})) for file in (*batch.files, *around)}
    parts = (
        Part(
            file=file,
            used=tuple(sorted(used[file].union(*(used[other] for other in alone.around([file]))))),
            references=tuple(reference for reference in found.agreements if homes[reference] == file),
            final=tuple(
                reference for reference in found.agreements if homes[reference] == file and reference in found.final
            ),
            failed=file in found.failed,
            findings=tuple(by_file[file]),
        )
        for file in batch.files
    )
    return Chunk(tuple(parts), tuple(shared), reading.shared)


def homes_of(reading: Reading) -> Mapping[str, str]:
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
        agreements=tuple(reference for part in parts for reference in part.references),
        final=frozenset(reference for part in parts for reference in part.final),
        failed=failed,
        unreadable=bool(failed) or any(each.rule.startswith("SRC-") and each.severity == "error" for each in found),
    )
