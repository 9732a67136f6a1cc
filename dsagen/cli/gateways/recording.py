"""Recording a person's choice of a gateway in the YAML."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import NoReturn

import typer

from dsagen.checks.subjects import Case, Side
from dsagen.checks.suggestions import answer, question_of
from dsagen.cli.exit_codes import ExitCode
from dsagen.cli.gateways.showing import known_gateway
from dsagen.cli.saying import reached
from dsagen.law.gateway import Gateway
from dsagen.workspace import Reading, join_path
from dsagen.workspace.edit import EditRefused, add_to_list
from dsagen.workspace.suggest import did_you_mean

__all__ = ["record_choice"]


def record_choice(reading: Reading, reference: str | None, choice: tuple[str, str, str], as_at: date) -> None:
    """Add a gateway to what a party cites in a flow, and say where it was written.

    Exits with 2 where the flow, the party or the gateway is unknown or the file leaves no room for the change, and
    with 3 where the agreement could not be read. What is no candidate is written all the same, with a warning.
    """
    flow, party, written = choice
    case = Case(reading.workspace.agreements[_agreement(reading, reference)], reading.workspace, reading.law, as_at)
    side = _side(case, flow, party)
    gateway = known_gateway(written, reading.law)
    if gateway is None:
        raise typer.Exit(ExitCode.USAGE)
    cited = [key for key in (side.basis.gateways if side.basis else ()) if key in (gateway.id, *gateway.aliases)]
    if cited:
        place = reading.sources.key(join_path(side.path, "gateways"))
        where = f"{reached(reading.root / place.file)}:{place.line}" if place is not None else side.path
        typer.echo(f"{where}: {party} cites {cited[0]} in {flow} already. Nothing was written.")
        return
    _warn(side, gateway)
    try:
        edited = add_to_list(reading, join_path(side.path, "gateways"), gateway.id)
    except EditRefused as refused:
        where = f"{reached(reading.root / refused.source.file)}:{refused.source.line}: " if refused.source else ""
        _stop(f"{where}Nothing was written: {refused.reason}. {refused.fix}".rstrip())
    place = edited.source
    typer.echo(f"{reached(reading.root / place.file)}:{place.line}: {edited.line.strip()}")
    typer.echo(f"{gateway.id} is now cited by {party} in {flow} of {case.agreement.reference}. The choice is yours.")


def _agreement(reading: Reading, reference: str | None) -> str:
    known = list(reading.workspace.agreements)
    if reference is not None:
        return reference
    if reading.failed:
        files = ", ".join(reading.failed)
        _stop(f"{files} could not be read. Mend that first: `dsagen check` says how.", ExitCode.SOURCE)
    if not known:
        _stop("There is no agreement here.")
    if len(known) > 1:
        _stop(f"Say which agreement: --agreement {' or '.join(known[:8])}, or give its file as PATH.")
    return known[0]


def _side(case: Case, flow: str, party: str) -> Side:
    flows = [found.key for found in case.flows]
    if flow in case.agreement.flows and flow not in flows:
        _stop(f"The flow {flow} has ended, so nothing is recorded for it.")
    if flow not in flows:
        offer = did_you_mean(flow, flows, "one of") if flows else ""
        _stop(f"There is no flow `{flow}` in {case.agreement.reference}. {offer}".rstrip())
    sides = {side.party.key: side for side in case.sides if side.flow.key == flow}
    if party not in sides:
        _stop(f"`{party}` takes no part in {flow}. {did_you_mean(party, sides, 'one of')}")
    return sides[party]


def _warn(side: Side, gateway: Gateway) -> None:
    """Say on standard error why a gateway would not be suggested, if that is so."""
    question = question_of(side)
    suggestion = answer(replace(question, cited=(*question.cited, gateway.id)), side.case.law)
    misses = [miss for miss in suggestion.near_misses if miss.gateway.id == gateway.id]
    for miss in misses:
        reasons = " ".join(obstacle.text for obstacle in miss.obstacles)
        typer.echo(f"Warning: {gateway.id} is not among the candidates. {reasons}", err=True)


def _stop(words: str, code: ExitCode = ExitCode.USAGE) -> NoReturn:
    typer.echo(words, err=True)
    raise typer.Exit(code)
