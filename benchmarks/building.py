"""`dsagen build` of many agreements: all of them, and again after nothing, a comment, a party or a template changed.

Every command is a process of its own, as a person would start it. Word files alone: a PDF takes so much longer that
nothing else could be seen beside it.
"""

from __future__ import annotations

import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.measure import show
from benchmarks.partnership import SCHOOLS, partnership
from dsagen.portfolio.pool import processors

__all__ = ["building"]

ROOT = Path(__file__).resolve().parent.parent
DSAGEN = (sys.executable, "-m", "dsagen")
WORD = ("--to", "docx", "--quiet")
ALONE = ("--only", "dsa")


def building(agreements: int, *, alone: bool = False) -> None:
    """Time the builds of a generated workspace. Each is done once: a build for the second time is another thing.

    With `alone`, the agreements themselves are built, and none of their other documents.
    """
    with tempfile.TemporaryDirectory() as temporary:
        folder = partnership(ROOT / "examples", Path(temporary) / "partnership", agreements)
        print(f"\nBuild of {agreements} agreements{', without their other documents,' if alone else ''} as Word")
        command = ("build", *WORD, *(ALONE if alone else ()))
        whole, files = _first(folder, agreements, command)
        _again(folder, whole, files, command, "dsa/18-governance.html" if alone else "privacy_notice/review.html")


def _first(folder: Path, agreements: int, command: tuple[str, ...]) -> tuple[float, int]:
    few = partnership(ROOT / "examples", folder.with_name("few"), max(1, agreements // 10))
    one = _taken(few, *command, "--jobs", "1")
    _forget(few)
    every = _taken(few, *command)
    cores = processors()
    show(f"one process, against {cores}, a tenth of them", one / every, "", f"(target: at least {0.9 * cores:.1f})")
    whole = _taken(folder, *command)
    files = sum(1 for _ in (folder / "build").rglob("*.docx"))
    show("first build", whole, "s")
    show("documents a second", files / whole, "")
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    show("largest process", memory, "MiB", "(target: under 200)")
    return whole, files


def _again(folder: Path, whole: float, files: int, command: tuple[str, ...], name: str) -> None:
    version = min(_taken(folder, "--version") for _ in range(3))
    show("nothing changed, the first time", _taken(folder, *command), "s")
    nothing = min(_taken(folder, *command) for _ in range(3))
    show("nothing changed", nothing, "s")
    show("nothing changed, against dsagen --version", nothing / version, "", "(target: at most 1.3)")
    school = folder / "parties/ashdown-academy-07.yaml"
    template = folder / "templates" / name
    edits: dict[str, Callable[[], object]] = {
        "a comment": lambda: school.write_text(school.read_text("utf-8") + "# Ask again in May\n", "utf-8"),
        "one party renamed": lambda: school.write_text(_renamed(school.read_text("utf-8")), "utf-8"),
        "one template changed": lambda: _copied(template, "<p>We look at this page once a year.</p>\n"),
    }
    for what, edit in edits.items():
        before = _stamps(folder)
        edit()
        taken = _taken(folder, *command)
        now = _stamps(folder)
        written = sum(now[path] != before.get(path) for path in now)
        show(f"{what}: files written", written, "", f"(of {files})")
        show(f"{what}: against the first build", taken / whole, "", f"(its share of the files: {written / files:.3f})")
    print(f"  {SCHOOLS} schools share the agreements among them")


def _renamed(content: str) -> str:
    return re.sub(r"^( +name: .*)$", r"\1 (East)", content, count=1, flags=re.M)


def _copied(template: Path, more: str) -> None:
    template.parent.mkdir(parents=True)
    own = (ROOT / "templates" / template.parent.name / template.name).read_text("utf-8")
    template.write_text(own + more, "utf-8")


def _stamps(folder: Path) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in (folder / "build").rglob("*.docx")}


def _forget(folder: Path) -> None:
    for name in ("build", ".dsagen"):
        shutil.rmtree(folder / name)
    (folder / "dsagen.lock").unlink()


def _taken(folder: Path, *arguments: str) -> float:
    """Run dsagen in a folder, and give how long it took, in seconds. What it finds does not matter."""
    started = time.perf_counter()
    ended = subprocess.run(
        [*DSAGEN, *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    taken = time.perf_counter() - started
    if ended.returncode not in (0, 1):
        raise RuntimeError(ended.stderr.decode())
    return taken
