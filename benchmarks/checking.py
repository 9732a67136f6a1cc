"""`dsagen check` of many agreements: where the time goes, every processor, what is kept, and memory.

Every command is a process of its own, as a person would start it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Collection, Sequence
from datetime import date
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from benchmarks.measure import medians, show
from benchmarks.partnership import partnership
from dsagen.portfolio.checking import checked
from dsagen.portfolio.many import BATCH, agreement_files
from dsagen.portfolio.pool import processors
from dsagen.workspace import Reading, read_agreements

__all__ = ["checking"]

ROOT = Path(__file__).resolve().parent.parent
DSAGEN = (sys.executable, "-m", "dsagen")
DAY = date(2026, 11, 23)
EVERY, ONE = "check, every processor", "check, one processor"
COUNT_EVERY, COUNT_ONE = "count, every processor", "count, one processor"
PARTY, AGREEMENT, NOTHING = "one party changed", "one agreement changed", "nothing changed"
VERSION, HELP = "dsagen --version", "dsagen schema --help"


def checking(agreements: int, rounds: int) -> None:
    """Time the check of a generated workspace."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = partnership(ROOT / "examples", Path(temporary) / "partnership", agreements)
        fewer = partnership(ROOT / "examples", Path(temporary) / "fewer", max(1, agreements // 10))
        print(f"\nCheck of {agreements} agreements, median of {max(1, rounds // 2)} to {rounds} rounds")
        _reading_and_rules(folder)
        _commands(folder, agreements, rounds)
        _memory(folder, fewer, agreements)


def _reading_and_rules(folder: Path) -> None:
    """Time the two halves of a check, in one process, batch by batch."""
    files = agreement_files(folder)
    checked(read_agreements(folder, files[:1]), DAY)
    batches = [files[start : start + BATCH] for start in range(0, len(files), BATCH)]
    readings: list[Reading] = []

    def read(batch: list[str]) -> None:
        readings[:] = [read_agreements(folder, batch)]

    reading = rules = 0.0
    for batch in batches:
        taken = medians({"read": partial(read, batch), "rules": lambda: checked(readings[0], DAY)}, 1)
        reading += taken["read"]
        rules += taken["rules"]
    show("read, for each agreement", reading / len(files) * 1000, "ms")
    show("rules, for each agreement", rules / len(files) * 1000, "ms")
    show("reading, of both", reading / (reading + rules), "", "(target: over 0.5)")


def _commands(folder: Path, agreements: int, rounds: int) -> None:
    numbers = count()

    def changed(file: Path, before: str, command: Callable[[], object]) -> None:
        """Change a line of a file, so that it never is what it was, and run a command."""
        written = file.read_text("utf-8")
        line = next(line for line in written.splitlines() if line.strip().startswith(before))
        file.write_text(written.replace(line, f"{line.split(' (')[0]} (edition {next(numbers)})", 1), "utf-8")
        command()

    check = partial(_run, folder, "check")
    party = folder / "parties/northmoor-council.yaml"
    agreement = folder / f"agreements/nyc-{agreements // 2:04d}.yaml"
    slow: dict[str, Callable[[], object]] = {
        EVERY: partial(_run, folder, "check", "--fresh"),
        ONE: partial(_run, folder, "check", "--fresh", only={0}),
        PARTY: partial(changed, party, "address:", check),
        COUNT_EVERY: partial(_count, processors()),
        COUNT_ONE: partial(_count, 1),
    }
    quick: dict[str, Callable[[], object]] = {
        AGREEMENT: partial(changed, agreement, "title:", check),
        NOTHING: check,
        VERSION: partial(_run, folder, "--version"),
        HELP: partial(_run, folder, "schema", "--help"),
    }
    taken = medians(slow, max(1, rounds // 2))
    for step in quick.values():
        step()
    taken |= medians(quick, rounds)
    for name, seconds in taken.items():
        show(name, seconds, "s")
    cores = processors()
    show(f"one processor, against {cores}", taken[ONE] / taken[EVERY], "", f"(target: at least {0.9 * cores:.1f})")
    show("the same for a loop that only counts", taken[COUNT_ONE] / taken[COUNT_EVERY], "", "(what the machine gives)")
    show(f"{PARTY}, against everything", taken[PARTY] / taken[EVERY], "")
    show(f"{AGREEMENT}, against everything", taken[AGREEMENT] / taken[EVERY], "")
    show(f"{NOTHING}, against {VERSION}", taken[NOTHING] / taken[VERSION], "", "(target: at most 1.3)")
    show(f"{NOTHING}, against {HELP}", taken[NOTHING] / taken[HELP], "")


def _memory(folder: Path, fewer: Path, agreements: int) -> None:
    """Compare the largest process of a check of many agreements with that of a tenth of them."""
    many, few = (_largest(root) for root in (folder, fewer))
    show(f"largest process, {agreements} agreements", many, "MiB", "(target: under 200)")
    show(f"largest process, {max(1, agreements // 10)} agreements", few, "MiB")
    show("ten times as many agreements, against these", many / few, "", "(target: about 1)")


def _run(folder: Path, *arguments: str, only: Collection[int] = ()) -> None:
    """Run dsagen in a folder, on some processors or all. What it finds does not matter."""
    chosen = {"preexec_fn": partial(os.sched_setaffinity, 0, only)} if only else {}
    ended = _start([*DSAGEN, *arguments], folder, **chosen)
    if ended.returncode not in (0, 1):
        raise RuntimeError(ended.stderr.decode())


def _count(jobs: int) -> None:
    """Count in a loop in each processor's share: work that shares nothing, as a measure of the machine."""
    each = f"for _ in range({120_000_000 // jobs}): pass"
    started = [subprocess.Popen([sys.executable, "-c", each]) for _ in range(jobs)]
    for process in started:
        process.wait()


def _largest(folder: Path) -> float:
    """Give the memory of the largest process of a check, in MiB.

    Why between: a process counts as its own the memory of the one that started it, so a small one starts it.
    """
    between = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    started = _start([sys.executable, "-c", between, *DSAGEN, "check", "--fresh"], folder)
    return int(started.stdout) / 1024


def _start(command: Sequence[str], folder: Path, **options: Any) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, **options)
