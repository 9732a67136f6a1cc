"""`dsagen gateways`: look gateways up, and be shown which could carry a flow."""

from __future__ import annotations

import typer

from dsagen.cli.gateways import listing, showing, suggesting

__all__ = ["EXAMPLE", "gateways"]

EXAMPLE = "Example: dsagen gateways list --party gp_practice    or: dsagen gateways suggest"

gateways = typer.Typer(
    name="gateways",
    rich_markup_mode=None,
    no_args_is_help=True,
    help="Look up the law that lets or makes bodies share, and see what could carry a flow.",
    epilog=EXAMPLE,
)
gateways.command("list", epilog=listing.EXAMPLE)(listing.list_gateways)
gateways.command("show", epilog=showing.EXAMPLE)(showing.show)
gateways.command("suggest", epilog=suggesting.EXAMPLE)(suggesting.suggest_gateways)
