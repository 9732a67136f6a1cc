"""`dsagen gateways show`: one record as a page."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from dsagen.cli.as_at import AsAtOption, day_of
from dsagen.cli.exit_codes import ExitCode
from dsagen.cli.gateways.opening import Folder, Format, FormatOption, law_of

if TYPE_CHECKING:
    from dsagen.law.catalogue import Catalogue
    from dsagen.law.gateway import Gateway

__all__ = ["EXAMPLE", "known_gateway", "show"]

EXAMPLE = "Example: dsagen gateways show children-act-2004-s10"

_Id = Annotated[
    str,
    typer.Argument(metavar="ID", help='A gateway\'s id, or its citation. Example: "Children Act 2004 s.10"'),
]


def show(identifier: _Id, as_at: AsAtOption = None, folder: Folder = None, form: FormatOption = Format.TEXT) -> None:
    """Show what a gateway does, for whom, when and within which limits, and how far the record was checked.

    An old id or citation leads to what stands in its place.
    Exit code 0: fine. 2: there is no such gateway.
    """
    from dsagen.cli.gateways.page import gateway_page
    from dsagen.cli.gateways.records import record

    law = law_of(folder, "gateways show")
    day = day_of(as_at)
    gateway = known_gateway(identifier, law)
    if gateway is None:
        raise typer.Exit(ExitCode.USAGE)
    if form is Format.JSON:
        found = {"version": 1, "gateways": [record(gateway, law, day)]}
        typer.echo(json.dumps(found, indent=2, ensure_ascii=False))
        return
    for line in gateway_page(gateway, law, day):
        typer.echo(line)


def known_gateway(written: str, law: Catalogue) -> Gateway | None:
    """Give the gateway that was meant, or say on standard error why there is none.

    An id in capital letters, an alias, a citation, and an old citation that the catalogue corrects are all understood;
    where the id is another than was written, that is said too.
    """
    key = written.strip().lower()
    found = law.gateways.get(key) or _by_citation(key, law)
    if found is not None:
        if found.id != key:
            typer.echo(f"`{written.strip()}` is here called {found.id}.", err=True)
        return found
    for match in law.corrections_in(written):
        correction = match.item
        typer.echo(f"{correction.says}: {correction.why} Instead: {correction.use_instead}", err=True)
        if correction.gateway is not None and correction.gateway in law.gateways:
            return law.gateway(correction.gateway)
        return None
    from dsagen.workspace.suggest import did_you_mean, kebab

    aliases = [alias for gateway in law.gateways.values() for alias in gateway.aliases]
    offer = did_you_mean(kebab(written), [*law.gateways, *aliases], "one of")
    typer.echo(f"There is no gateway `{written.strip()}`. {offer} See `dsagen gateways list`.", err=True)
    return None


def _by_citation(key: str, law: Catalogue) -> Gateway | None:
    plain = _plain(key)
    for gateway in law.gateways.values():
        if plain and plain in (_plain(gateway.citation), _plain(gateway.short_citation or "")):
            return gateway
    return None


def _plain(citation: str) -> str:
    words = citation.lower().replace("section ", "s").replace("s. ", "s").replace("s.", "s")
    return "".join(letter for letter in words if letter.isalnum())
