"""A build that is killed: no output is half written, and the next build goes on where it was."""

from __future__ import annotations

import os
import random
import shutil
import signal
import time
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

import pytest

from dsagen.documents.library import Library
from dsagen.portfolio import many
from dsagen.portfolio.build import BuildReport
from dsagen.portfolio.lock import read_lock
from dsagen.portfolio.outputs import Outputs, file_digest
from dsagen.portfolio.plan import Formats
from dsagen.workspace import Reading, read_workspace
from tests.portfolio.building import built, rebuilt
from tests.portfolio.riverdale import riverdale
from tests.workspace.builder import Builder

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are killed as Unix does it")

FORMATS = Formats(["docx", "text"], ["docx", "text"])
WHOLE, KILLS, IN_PARTS = 100, 30, 5
"""How often a build is killed: where `--whole` is asked for, otherwise, and where it is made in parts."""
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


def killed(build: Callable[[], object], after: float) -> None:
    """Build in another process, and kill it after a time."""
    child = os.fork()
    if not child:
        try:
            build()
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
    whole: tuple[Reading, dict[str, str | None], float], request: pytest.FixtureRequest
) -> None:
    reading, wanted, taken = whole
    kills = WHOLE if request.config.getoption("--whole") else KILLS
    root, chance = reading.root, random.Random(20261123)
    interrupted = 0
    for number in range(kills):
        clean(root)
        killed(partial(build, reading, 1 + number % 2), chance.uniform(0, taken * 1.2))
        interrupted += goes_on(root, wanted, partial(build, reading))
    assert interrupted > kills / 10, "hardly any build was stopped in the middle"


def goes_on(root: Path, wanted: dict[str, str | None], build: Callable[[], BuildReport]) -> bool:
    """See that nothing is half written, and that a build makes what is missing and no more.

    Tell whether there was something of what is wanted, and not all.
    """
    there = {name: digest for name, digest in hashes(root).items() if not name.rpartition("/")[2].startswith(".")}
    assert all(wanted[name] == digest for name, digest in there.items()), "a file is half written"
    read_lock(root)
    report = build()
    assert hashes(root) == wanted, "something is missing, or was left over"
    again = sum(file.outcome == "written" for file in report.files)
    assert again <= len(wanted) - len(there) + IN_FLIGHT
    with Outputs(root / "build", root, dry=True) as outputs:
        assert len(outputs.entries) == len(wanted)
    return 0 < len(there) < len(wanted)


def test_a_killed_build_in_parts_goes_on_as_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("FEW", "BATCH", "ROWS"):
        monkeypatch.setattr(many, name, 1)
    root = riverdale(tmp_path / "riverdale", 3)
    Builder.at(root).replace("documents: [dsa, privacy_notice]\n", "documents: [privacy_notice]\n", "dsagen.yaml")
    assert many.many_at(root) is not None
    build = partial(rebuilt, root)
    build()
    clean(root)
    started = time.perf_counter()
    build()
    taken, wanted = time.perf_counter() - started, hashes(root)
    chance, interrupted = random.Random(20261124), 0
    for _ in range(IN_PARTS):
        clean(root)
        killed(build, chance.uniform(0, taken * 1.2))
        interrupted += goes_on(root, wanted, build)
    assert interrupted, "no build was stopped in the middle"
