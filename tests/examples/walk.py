"""Run the command lines of a README and compare what they print with what it shows."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_GIT = {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "Information governance lead"), ("EMAIL", "governance@westmere-council.example"))
}
_ANYTHING = "…"


@dataclass(frozen=True)
class Step:
    """One `$ ` line of a README, and the lines that are shown under it."""

    command: str
    shown: tuple[str, ...]


def steps(readme: str) -> list[Step]:
    """List the command lines in the fenced blocks of a README, in order."""
    found: list[Step] = []
    shown: list[str] = []
    command, fenced = "", False
    for line in [*readme.splitlines(), "```"]:
        fence = line.startswith("```")
        if command and (fence or line.startswith("$ ")):
            found.append(Step(command, tuple(shown)))
            command = ""
        if fence:
            fenced = not fenced
        elif fenced and line.startswith("$ "):
            command, shown = line[2:], []
        elif command:
            shown.append(line)
    return found


def run(command: str, folder: Path) -> list[str]:
    """Run one command line in a folder, `dsagen` being this source, and give what it prints. It must end well."""
    words = shlex.split(command)
    if words[0] == "dsagen":
        words = [sys.executable, "-m", *words]
    done = subprocess.run(
        words, cwd=folder, env=os.environ | _GIT, capture_output=True, text=True, timeout=240, check=False
    )
    printed = [line.rstrip() for line in (done.stdout + done.stderr).splitlines()]
    assert done.returncode == 0, (command, printed)
    return printed


def is_shown(shown: Sequence[str], printed: Sequence[str]) -> bool:
    """Tell whether a README shows what was printed: line for line, where `…` stands for any lines."""
    if not shown:
        return not printed
    if shown[0] == _ANYTHING:
        return any(is_shown(shown[1:], printed[at:]) for at in range(len(printed) + 1))
    return bool(printed) and shown[0] == printed[0] and is_shown(shown[1:], printed[1:])
