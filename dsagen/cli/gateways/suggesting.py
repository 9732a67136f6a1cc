"""`dsagen gateways suggest`: what could carry each flow, for each party. A person decides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from dsagen.cli.as_at import AsAtOption, day_of
from dsagen.cli.exit_codes import ExitCode
from dsagen.cli.gateways.opening import Format, FormatOption
from dsagen.cli.options import WorkspaceArgument
from dsagen.cli.words import known_word

if TYPE_CHECKING:
    from datetime import date

    from dsagen.checks.subjects import Side
    from dsagen.workspace import Reading

__all__ = ["EXAMPLE", "suggest_gateways"]

EXAMPLE = (
    "Example: dsagen gateways suggest examples/young-carer-flag --flow F01    "
    "or: dsagen gateways suggest --write F01 northmoor-council children-act-1989-s17"
)

_Flow = Annotated[str | None, typer.Option("--flow", metavar="FLOW", help="Only this flow. Example: --flow F01")]
_Party = Annotated[str | None, typer.Option("--party", metavar="ID", help="Only this party, by its id.")]
_Agreement = Annotated[
    str | None,
    typer.Option("--agreement", metavar="REFERENCE", help="Only this agreement. Example: --agreement NYC-001"),
]
_Write = Annotated[
    tuple[str, str, str] | None,
    typer.Option(
        "--write",
        metavar="FLOW PARTY ID",
        help="Record your choice in the YAML: the gateway ID for PARTY in FLOW. Nothing else in the file changes.",
    ),
]


def suggest_gateways(
    path: WorkspaceArgument = None,
    flow: _Flow = None,
    party: _Party = None,
    agreement: _Agreement = None,
    write: _Write = None,
    as_at: AsAtOption = None,
    form: FormatOption = Format.TEXT,
) -> None:
    """Suggest gateways for each flow and each party, ranked, each with its reasons and with what it still needs.

    What nearly fits is shown with why it fails. The lists propose, and a person decides.
    Exit code 0: fine, whatever is found. 2: no such flow, party, agreement or gateway, or a change that dsagen cannot
    make. 3: an agreement could not be read.
    """
    from dsagen.checks.suggestions import suggest
    from dsagen.cli.gateways.answers import answers_as_json, answers_as_text
    from dsagen.cli.gateways.recording import record_choice
    from dsagen.cli.opening import open_workspace

    day = day_of(as_at)
    reading = open_workspace(path, "gateways suggest")
    agreements = [known_word(agreement, _references(reading), "--agreement", "agreement")] if agreement else None
    if write is not None:
        record_choice(reading, agreements[0] if agreements else None, write, day)
        return
    sides = list(_sides(reading, agreements, day, flow, party))
    answers = [(side, suggest(side)) for side in sides]
    if form is Format.JSON:
        typer.echo(answers_as_json(reading, answers, day))
    else:
        for line in answers_as_text(reading, answers, day):
            typer.echo(line)
    for file in reading.failed:
        typer.echo(f"{file} could not be read, so nothing is suggested for it. Run `dsagen check`.", err=True)
    if reading.failed:
        raise typer.Exit(ExitCode.SOURCE)


def _references(reading: Reading) -> list[str]:
    return list(reading.workspace.agreements)


def _sides(
    reading: Reading, references: list[str] | None, day: date, flow: str | None, party: str | None
) -> list[Side]:
    from dsagen.checks.subjects import Case

    chosen = [reading.workspace.agreements[key] for key in references or _references(reading)]
    sides = [side for found in chosen for side in Case(found, reading.workspace, reading.law, day).sides]
    if not sides:
        return sides
    if flow is not None:
        known_word(flow, list(dict.fromkeys(side.flow.key for side in sides)), "--flow", "flow")
        sides = [side for side in sides if side.flow.key == flow]
    if party is not None:
        known_word(party, list(dict.fromkeys(side.party.key for side in sides)), "--party", "party in these flows")
        sides = [side for side in sides if side.party.key == party]
    return sides
