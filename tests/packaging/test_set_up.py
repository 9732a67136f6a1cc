"""The scripts of the fresh-machine path, with stand-ins for what they would start."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

INSTALL_PANGO = "sudo apt-get install -y libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
PANGO_IS_MISSING = """case "$*" in *weasyprint*) [ -e pango ] ;; esac"""


class Clone:
    """A folder with a script, and a path on which only the named commands are found."""

    def __init__(self, root: Path, folder: Path) -> None:
        self.folder = folder
        self.commands = folder / "commands"
        # Not links: a stand-in written over a link would replace the machine's own command.
        for name in ("cat", "cmp", "dirname", "env", "grep", "id", "ls", "sed", "true"):
            self.command(f"commands/{name}", f'exec {shutil.which(name)} "$@"')
        shutil.copytree(root / "scripts", folder / "scripts")
        for name in ("pyproject.toml", "constraints.txt", "tools/package-lock.json"):
            (folder / name).parent.mkdir(exist_ok=True)
            shutil.copy(root / name, folder / name)

    def command(self, path: str, script: str) -> None:
        (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / path).write_text(f"#!/bin/sh\n{script}\n")
        (self.folder / path).chmod(0o755)

    def environment(self, python: str = "exit 0") -> None:
        """Stand in for a whole .venv that was made from the clone as it is."""
        self.command(".venv/bin/python", python)
        made_from = ("pyproject.toml", "scripts/set-up", "tools/package-lock.json", "constraints.txt")
        stamp = f"{self.folder.resolve()}\n" + "".join((self.folder / name).read_text() for name in made_from)
        (self.folder / ".venv/set-up-constraints").write_text(stamp)
        (self.folder / ".venv/pyvenv.cfg").write_text(f"command = python3 -m venv {self.folder.resolve()}/.venv\n")

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["/bin/sh", *command],
            cwd=self.folder,
            env={"PATH": str(self.commands)},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
        )


@pytest.fixture
def clone(root: Path, tmp_path: Path) -> Clone:
    return Clone(root, tmp_path)


def test_an_unknown_word_is_wrong_usage(clone: Clone):
    done = clone.run("scripts/set-up", "everything")
    assert (done.returncode, done.stderr) == (2, "usage: scripts/set-up [tests]\n")


def test_without_python_it_says_what_is_needed(clone: Clone):
    clone.command("commands/python3", "exit 1")  # too old
    done = clone.run("scripts/set-up")
    assert done.returncode == 1
    assert "Python 3.11 or later is needed" in done.stderr


def test_it_says_nothing_when_there_is_nothing_to_do(clone: Clone):
    clone.environment()
    done = clone.run("scripts/set-up")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize("name", ["pyproject.toml", "constraints.txt"])
def test_a_change_of_what_the_environment_was_made_from_is_installed_once(clone: Clone, name: str):
    clone.environment()
    (clone.folder / name).write_text("changed")
    assert clone.run("scripts/set-up").stderr == "set-up: installing the packages in constraints.txt\n"
    assert clone.run("scripts/set-up").stderr == ""


def test_an_environment_that_was_moved_is_made_again(clone: Clone):
    clone.environment()
    (clone.folder / ".venv/set-up-constraints").write_text("")
    (clone.folder / ".venv/pyvenv.cfg").write_text("command = python3 -m venv /elsewhere/.venv\n")
    clone.command("commands/python3", "[ $1 = -c ] || echo Python 3.12.0")
    assert clone.run("scripts/set-up").stderr.startswith("set-up: making .venv with Python 3.12.0\n")


def test_without_pango_it_prints_one_line_to_run_and_goes_on(clone: Clone):
    clone.environment(python=PANGO_IS_MISSING)
    clone.command("commands/apt-get", "exit 100")
    done = clone.run("scripts/set-up")
    assert done.returncode == 0
    assert done.stderr.splitlines()[-1] == f"set-up:     {INSTALL_PANGO}"


@pytest.mark.parametrize("user", ["0", "1000"])
def test_it_installs_pango_where_it_may(clone: Clone, user: str):
    clone.environment(python=PANGO_IS_MISSING)
    clone.command("commands/id", f"echo {user}")
    clone.command("commands/sudo", """[ "$1" = -n ] && shift && exec env "$@" """)
    clone.command("commands/apt-get", """case "$*" in *libpango-1.0-0*) : >pango ;; esac""")
    done = clone.run("scripts/set-up")
    assert (done.returncode, done.stderr) == (0, "set-up: installing Pango, which PDF files need\n")


def test_it_never_lets_sudo_ask_for_a_password(clone: Clone):
    clone.environment(python=PANGO_IS_MISSING)
    clone.command("commands/id", "echo 1000")
    clone.command("commands/sudo", """printf "%s " "$1" >>asked; exit 1""")
    clone.command("commands/apt-get", ": >>started")
    done = clone.run("scripts/set-up")
    assert done.returncode == 0
    assert done.stderr.splitlines()[-1] == f"set-up:     {INSTALL_PANGO}"
    assert set((clone.folder / "asked").read_text().split()) == {"-n"}
    assert not (clone.folder / "started").exists()


def test_one_example_that_fails_stops_no_other_and_fails_the_whole(clone: Clone):
    for name in ("broken", "good"):
        (clone.folder / "examples" / name).mkdir(parents=True)
        (clone.folder / "examples" / name / "dsagen.yaml").touch()
    (clone.folder / "examples/good/build/one").mkdir(parents=True)
    clone.command(".venv/bin/dsagen", """echo "built $2"; [ "$2" != examples/broken ]""")
    done = clone.run("scripts/build-examples")
    assert done.returncode == 1
    assert "built examples/good" in done.stdout
    assert "The documents are in:\nexamples/good/build/one/\n" in done.stdout
    assert done.stderr == "Not built: examples/broken\n"


def test_make_alone_lists_every_target(root: Path):
    targets = re.search(r"^\.PHONY: help (.+)$", (root / "Makefile").read_text(), re.M)
    listed = subprocess.run(["make"], cwd=root, capture_output=True, text=True, check=True).stdout
    assert targets
    for target in targets[1].split():
        assert re.search(rf"^  make {target}\s+[A-Z]", listed, re.M), target
