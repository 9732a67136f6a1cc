"""A build that is killed: no output is half written, and the next build goes on where it was."""

from __future__ import annotations

import os
import random
import shutil
import signal
import time
from functools import cache
from pathlib import Path

import pytest

from dsagen.documents.library import Library
from dsagen.portfolio.build import BuildReport
from dsagen.portfolio.lock import read_lock
from dsagen.portfolio.outputs import Outputs, file_digest
from dsagen.portfolio.plan import Formats
from dsagen.workspace import Reading, read_workspace
from tests.portfolio.building import built
from tests.portfolio.riverdale import riverdale

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are killed as Unix does it")

FORMATS = Formats(["docx", "text"], ["docx", "text"])
KILLS = 100
IN_FLIGHT = 1
"""Files are put in their places by one process, one after the other."""


def hashes(root: Path) -> dict[str, str | None]:
    """Give the hash of every file in the output folder, with those that should not be there."""
    folder = root / "build"
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): file_digest(path) for path in files}


@cache
def library(root: Path) -> Library:
    """Give the templates, read once."""
    return Library(root / "templates")


def build(reading: Reading, jobs: int = 1) -> BuildReport:
    """Build the notices."""
    folder = reading.root / "build"
    return built(reading, folder, ["privacy_notice"], FORMATS, jobs=jobs, library=library(reading.root))


def killed(reading: Reading, after: float, jobs: int) -> None:
    """Build in another process, and kill it after a time."""
    child = os.fork()
    if not child:
        try:
            build(reading, jobs)
        finally:
            os._exit(0)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def clean(root: Path) -> None:
    """Take away what was built, as if nothing had been."""
    shutil.rmtree(root / "build")
    shutil.rmtree(root / ".dsagen", ignore_errors=True)
    (root / "dsagen.lock").unlink(missing_ok=True)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Reading, dict[str, str | None], float]:
    """Give a workspace, what its outputs must be, and how long a build takes."""
    root = riverdale(tmp_path_factory.mktemp("killed") / "riverdale", 3)
    reading = read_workspace(root)
    build(reading)
    clean(root)
    started = time.perf_counter()
    build(reading)
    taken = time.perf_counter() - started
    return reading, hashes(root), taken


def test_a_killed_build_leaves_whole_files_and_the_next_goes_on(
    whole: tuple[Reading, dict[str, str | None], float],
) -> None:
    reading, wanted, taken = whole
    root, chance = reading.root, random.Random(20261123)
    interrupted = 0
    for number in range(KILLS):
        clean(root)
        killed(reading, chance.uniform(0, taken * 1.2), jobs=1 + number % 2)
        there = {name: digest for name, digest in hashes(root).items() if not name.rpartition("/")[2].startswith(".")}
        assert all(wanted[name] == digest for name, digest in there.items()), "a file is half written"
        read_lock(root)
        interrupted += 0 < len(there) < len(wanted)
        report = build(reading)
        assert hashes(root) == wanted, "something is missing, or was left over"
        again = sum(file.outcome == "written" for file in report.files)
        assert again <= len(wanted) - len(there) + IN_FLIGHT
        with Outputs(root / "build", root, dry=True) as outputs:
            assert len(outputs.entries) == len(wanted)
    assert interrupted > KILLS / 10, "hardly any build was stopped in the middle"
