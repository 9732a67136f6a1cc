"""Run the command lines of a README and compare what they print with what it shows."""

from __future__ import annotations

import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Step:
    """One `$ ` line of a README, the lines shown under it, and where those lines stand."""

    command: str
    shown: tuple[str, ...]
    start: int


def steps(readme: str) -> list[Step]:
    """List the command lines in the fenced blocks of a README, in order."""
    found: list[Step] = []
    shown: list[str] = []
    command, start, fenced = "", 0, False
    for number, line in enumerate([*readme.splitlines(), "```"]):
        fence = line.startswith("```")
        if command and (fence or line.startswith("$ ")):
            found.append(Step(command, tuple(shown), start))
            command = ""
        if fence:
            fenced = not fenced
        elif fenced and line.startswith("$ "):
            command, shown, start = line[2:], [], number + 1
        elif command:
            shown.append(line)
    return found


def run(command: str, folder: Path) -> list[str]:
    """Run one command line in a folder, `dsagen` being this source, and give what it prints."""
    words = shlex.split(command)
    if words[0] == "dsagen":
        words = [sys.executable, "-m", *words]
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True, timeout=240, check=False)
    return [line.rstrip() for line in (done.stdout + done.stderr).splitlines()]


def first_missing(shown: tuple[str, ...], printed: list[str]) -> str | None:
    """Give the first shown line that is not printed in its place; a line of "…" stands for any lines."""
    rest = iter(printed)
    for line in shown:
        if line.strip() not in ("", "…") and line.rstrip() not in rest:
            return line
    return None


def filled(readme: str, printed: list[list[str]]) -> str:
    """Put what each command printed in place of what the README shows under it."""
    lines = readme.splitlines()
    for step, output in reversed(list(zip(steps(readme), printed, strict=True))):
        lines[step.start : step.start + len(step.shown)] = output
    return "\n".join(lines) + "\n"
