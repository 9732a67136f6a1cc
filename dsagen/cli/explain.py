"""`dsagen explain`: the manual page of a rule or a gateway."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dsagen.cli.as_at import today
from dsagen.cli.exit_codes import ExitCode
from dsagen.cli.gateways.opening import Folder, Format, FormatOption, law_of

if TYPE_CHECKING:
    from dsagen.law.catalogue import Catalogue

__all__ = ["EXAMPLE", "explain"]

EXAMPLE = "Example: dsagen explain DP-LAW-006    or: dsagen explain --list"

_Id = Annotated[str | None, typer.Argument(metavar="ID", help="The id of a rule or of a gateway.", show_default=False)]
_All = Annotated[bool, typer.Option("--list", help="List every rule and every gateway, with their counts.")]


def explain(
    identifier: _Id = None, everything: _All = False, form: FormatOption = Format.TEXT, folder: Folder = None
) -> None:
    """Explain a rule or a gateway: what it says, why, how to mend it, and on which authority.

    With --list: every rule that is checked, that waits or that cannot be broken, and every gateway, with their counts.
    Exit code 0: fine. 2: there is no such id.
    """
    from dsagen.cli.pages import listing, listing_records

    law = law_of(folder, "explain")
    if everything:
        _print(form, listing_records(law) if form is Format.JSON else {}, listing(law))
    elif identifier is None:
        raise typer.BadParameter("give the id of a rule or of a gateway, or --list.", param_hint="ID")
    else:
        _explain(identifier.strip(), law, form)


def _explain(written: str, law: Catalogue, form: Format) -> None:
    from dsagen.checks.not_asked import RETIRED
    from dsagen.cli.gateways.page import gateway_page
    from dsagen.cli.gateways.records import record
    from dsagen.cli.pages import page_record, rule_ids, rule_page

    key = written.upper().replace("_", "-")
    if key in rule_ids() or key in RETIRED:
        _print(form, page_record(key), rule_page(key))
        return
    gateway = law.gateways.get(written.lower())
    if gateway is not None:
        found = {"version": 1, "gateways": [record(gateway, law, today())]}
        _print(form, found, gateway_page(gateway, law, today()))
        return
    _refuse(written, law)


def _refuse(written: str, law: Catalogue) -> None:
    from dsagen.cli.pages import rule_ids
    from dsagen.workspace.suggest import nearest

    close = nearest(written, [*rule_ids(), *law.gateways])
    offer = f"Did you mean `{close}`? " if close else ""
    typer.echo(f"There is no rule or gateway `{written}`. {offer}See `dsagen explain --list`.", err=True)
    raise typer.Exit(ExitCode.USAGE)


def _print(form: Format, record: dict[str, Any], lines: Any) -> None:
    if form is Format.JSON:
        typer.echo(json.dumps(record, indent=2, ensure_ascii=False))
    else:
        for line in lines:
            typer.echo(line)
