"""The command as a whole: help, version, speed of start, faults."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from dsagen import __version__
from dsagen.cli import app as application
from dsagen.cli.app import app
from tests.workspace.builder import Builder

COMMANDS = [command.name for command in app.registered_commands if command.name]
WORKFLOW = [
    "init", "new", "check", "build", "house", "status", "impact", "diff", "redline", "gateways", "explain", "minimise",
    "trace", "verify", "succeed", "export", "import", "schema", "doctor",
]  # fmt: skip
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}


def dsagen(*arguments: str, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run dsagen in a process of its own."""
    command = [sys.executable, "-m", "dsagen", *arguments]
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", cwd=folder, check=False, env=ENVIRONMENT
    )


def loaded(code: str) -> set[str]:
    """Give the modules that a piece of code has imported, in a process of its own."""
    script = f"import sys\n{code}\nprint(*sorted(sys.modules), file=sys.stderr)"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, env=ENVIRONMENT)
    return set(run.stderr.split())


def test_commands_stand_in_the_order_of_the_work() -> None:
    assert [name for name in WORKFLOW if name in COMMANDS] == COMMANDS
    help_text = CliRunner().invoke(app, ["--help"]).stdout
    places = [help_text.index(f"\n  {name} ") for name in COMMANDS]
    assert places == sorted(places)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command: str) -> None:
    result = CliRunner().invoke(app, [command, "--help"])
    assert result.exit_code == 0
    assert f"Example: dsagen {command}" in result.stdout


def test_the_version() -> None:
    assert CliRunner().invoke(app, ["--version"]).stdout == f"dsagen {__version__}\n"


def test_no_command_gives_the_help() -> None:
    result = dsagen()
    assert result.returncode == 2
    assert "Commands:" in result.stdout + result.stderr


def test_a_wrong_command_or_option_is_wrong_usage() -> None:
    assert dsagen("chek").returncode == 2
    assert "Did you mean 'check'" in dsagen("chek").stderr
    assert dsagen("check", "--colour").returncode == 2


def test_help_imports_nothing_heavy() -> None:
    code = "from dsagen.cli.app import app\ntry:\n    app(['--help'])\nexcept SystemExit:\n    pass"
    modules = loaded(code)
    assert not modules & {"weasyprint", "docx", "pydantic", "ruamel.yaml", "rich", "jinja2", "lxml"}


def test_check_imports_no_writer(tmp_path: Path) -> None:
    folder = str(Builder(tmp_path).root)
    code = f"from dsagen.cli.app import app\ntry:\n    app(['check', {folder!r}])\nexcept SystemExit:\n    pass"
    modules = loaded(code)
    assert "dsagen.checks.gaps" in modules
    assert not modules & {"weasyprint", "docx", "jinja2", "lxml", "rich"}


def test_bad_input_gives_no_traceback(tmp_path: Path) -> None:
    builder = Builder(tmp_path)
    builder.write("agreements/riv-001.yaml", b"\xff\xfe\x00[" * 500)
    result = dsagen("check", folder=tmp_path)
    assert result.returncode == 3
    assert "Traceback" not in result.stdout + result.stderr
    assert "agreements/riv-001.yaml:1:1: error: the file is saved as UTF-16" in result.stdout


def test_output_that_is_cut_off_gives_no_traceback(tmp_path: Path) -> None:
    Builder(tmp_path)
    command = [sys.executable, "-m", "dsagen", "check", str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()


@pytest.mark.parametrize("debug", [False, True])
def test_a_fault_of_ours_asks_for_a_report(
    debug: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = typer.Typer(pretty_exceptions_enable=False)

    @broken.command()
    def fail() -> None:
        raise ZeroDivisionError("a fault")

    monkeypatch.setattr(application, "app", broken)
    monkeypatch.setattr(sys, "argv", ["dsagen", *(["--debug"] if debug else [])])
    with pytest.raises(ZeroDivisionError if debug else SystemExit) as caught:
        application.main()
    if not debug:
        assert caught.value.args == (70,)
        said = capsys.readouterr().err
        assert "This is not your mistake" in said
        assert "dsagen --debug" in said


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
def test_a_full_disk_is_not_a_fault_of_dsagen(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "dsagen", "check", str(Builder(tmp_path).root)]
    with Path("/dev/full").open("w") as full:
        result = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert result.returncode == 4
    assert result.stderr.startswith("dsagen cannot go on: ")
    assert "has failed" not in result.stderr
