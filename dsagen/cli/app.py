"""The command `dsagen`: its commands in the order of the work, and what happens when it fails."""

from __future__ import annotations

import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from dsagen import __version__
from dsagen.cli import build, check, doctor, explain, house, impact, minimise, schema, status, succeed, trace, verify
from dsagen.cli.exit_codes import ExitCode
from dsagen.cli.gateways import gateways

__all__ = ["app", "main"]

_ORDER = (
    *("init", "new", "check", "build", "house", "status", "impact", "diff", "redline", "gateways", "explain"),
    *("minimise", "trace", "verify", "succeed", "export", "import", "schema", "doctor"),
)


class _InOrder(TyperGroup):
    """The commands in the order of the work, whether or not they have commands of their own."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Give the names of the commands."""
        return sorted(super().list_commands(ctx), key=_ORDER.index)


app = typer.Typer(
    name="dsagen",
    cls=_InOrder,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Start by copying a folder from examples/. Example: dsagen check examples/young-carer-flag",
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"dsagen {__version__}")
        raise typer.Exit


@app.callback()
def dsagen(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_print_version, is_eager=True)
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show where dsagen itself failed, for a report.")] = False,
) -> None:
    """Check data sharing agreements written in YAML, and make their documents in Word and PDF."""
    context.obj = debug or context.obj


app.command("check", epilog=check.EXAMPLE)(check.check)
app.command("build", epilog=build.EXAMPLE)(build.build)
app.command("house", epilog=house.EXAMPLE)(house.house)
app.command("status", epilog=status.EXAMPLE)(status.status)
app.command("impact", epilog=impact.EXAMPLE)(impact.impact)
app.add_typer(gateways)
app.command("explain", epilog=explain.EXAMPLE)(explain.explain)
app.command("minimise", epilog=minimise.EXAMPLE)(minimise.minimise)
app.command("trace", epilog=trace.EXAMPLE)(trace.trace)
app.command("verify", epilog=verify.EXAMPLE)(verify.verify)
app.command("succeed", epilog=succeed.EXAMPLE)(succeed.succeed)
app.command("schema", epilog=schema.EXAMPLE)(schema.schema)
app.command("doctor", epilog=doctor.EXAMPLE)(doctor.doctor)


def main() -> None:
    """Run the command. A fault in dsagen itself gives a short message; `--debug`, anywhere, gives the traceback."""
    arguments = [argument for argument in sys.argv[1:] if argument != "--debug"]
    debug = len(arguments) < len(sys.argv) - 1
    try:
        app(arguments, prog_name="dsagen", obj=debug)
    except OSError as error:
        if debug:
            raise
        typer.echo(f"dsagen cannot go on: {error.strerror or type(error).__name__}.", err=True)
        sys.exit(ExitCode.DOCUMENT)
    except Exception as error:
        if debug:
            raise
        _say_fault(error)
        sys.exit(ExitCode.FAULT)


def _say_fault(error: Exception) -> None:
    typer.echo(
        f"dsagen itself has failed ({type(error).__name__}). This is not your mistake.\n"
        "Please report it, with what `dsagen --debug` and the rest of your command print. "
        "Take out what is confidential first.",
        err=True,
    )
