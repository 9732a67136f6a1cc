"""`dsagen gateways list`: every record, or those that fit."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from dsagen.cli.as_at import AsAtOption, day_of
from dsagen.cli.gateways.opening import Folder, Format, FormatOption, law_of, word
from dsagen.cli.saying import counted

if TYPE_CHECKING:
    from dsagen.law.gateway import Gateway, PartyMatch

__all__ = ["EXAMPLE", "list_gateways"]

EXAMPLE = "Example: dsagen gateways list --party police_force --purpose domestic_abuse --nation england"

_WIDEST = 50
"""Columns for one thing. What is longer pushes the rest of its own line only."""

_Party = Annotated[
    str | None, typer.Option("--party", metavar="TYPE", help="Only what reaches a type of party. Example: --party icb")
]
_Function = Annotated[
    str | None,
    typer.Option(
        "--function", metavar="NAME", help="That the party has this function. Example: --function public_health"
    ),
]
_Role = Annotated[
    str | None,
    typer.Option("--role", metavar="ROLE", help="Whether the party is `discloser` or `recipient`. Either, without it."),
]
_Nation = Annotated[str | None, typer.Option("--nation", metavar="NATION", help="Only what is for a nation.")]
_Purpose = Annotated[
    str | None,
    typer.Option("--purpose", metavar="KIND", help="Only what serves a kind of purpose. Example: --purpose attendance"),
]
_Effect = Annotated[
    str | None,
    typer.Option("--effect", metavar="EFFECT", help="One of must, must_if_asked, may, incidental and none."),
]


def list_gateways(
    party: _Party = None,
    function: _Function = None,
    role: _Role = None,
    nation: _Nation = None,
    purpose: _Purpose = None,
    effect: _Effect = None,
    as_at: AsAtOption = None,
    folder: Folder = None,
    form: FormatOption = Format.TEXT,
) -> None:
    """List gateways, one a line: id, citation, what it does, and how it stands on a day.

    Records that give no power are listed too, and say so: people look them up to see why. What only a function
    brings in is listed for a type of party, and says so in `gateways show`.
    Exit code 0: fine, even if nothing is found. 2: a word that is not in the lists.
    """
    from dsagen.cli.gateways.records import effect_words, mark, nations, record, state_words

    law = law_of(folder, "gateways list")
    words = law.vocabulary
    day = day_of(as_at)
    kind = word(party, [name for name in words.party_types if name != "any"], "--party", "type of party")
    has = word(function, words.functions, "--function", "function")
    side = word(role, ("discloser", "recipient"), "--role", "role")
    named = word(nation, words.nations, "--nation", "nation")
    place = next((one for one in words.nations if one == named), None)
    serves = word(purpose, words.purpose_kinds, "--purpose", "kind of purpose")
    does = word(effect, words.effects, "--effect", "effect")
    found = [
        gateway
        for gateway in law.gateways.values()
        if (place is None or place in nations(gateway))
        and (serves is None or serves in gateway.purpose_kinds)
        and (does is None or does == gateway.effect)
        and _reaches(gateway, kind, has, side)
    ]
    if form is Format.JSON:
        records = [record(gateway, law, day) for gateway in found]
        typer.echo(json.dumps({"version": 1, "gateways": records}, indent=2, ensure_ascii=False))
        return
    rows = [
        (
            gateway.id,
            gateway.short_citation or gateway.citation,
            effect_words(gateway),
            state_words(gateway, law, day, place),
        )
        for gateway in found
    ]
    widths = [max((len(row[column]) for row in rows if len(row[column]) <= _WIDEST), default=0) for column in range(3)]
    for row in rows:
        typer.echo("  ".join([*(cell.ljust(width) for cell, width in zip(row[:3], widths, strict=True)), row[3]]))
    others = sum(bool(mark(gateway)) for gateway in found)
    less = f", {others} of them no gateway" if others else ""
    typer.echo(f"{chr(10) if rows else ''}{counted(len(found), 'record')}{less}, as at {day}.")


def _reaches(gateway: Gateway, kind: str | None, function: str | None, role: str | None) -> bool:
    if kind is None and function is None:
        return True
    matches = [
        *(gateway.discloser_types if role != "recipient" else ()),
        *(gateway.recipient_types if role != "discloser" else ()),
    ]
    return any(_matches(match, kind, function) for match in matches)


def _matches(match: PartyMatch, kind: str | None, function: str | None) -> bool:
    """Tell whether a party of this type, with this function, is among those that a provision names.

    A type alone is also met by a provision for that type with some function. A function alone: what turns on it.
    """
    if kind is None:
        return match.function == function
    if match.type == kind:
        return function is None or match.function in (None, function)
    return match.type == "any" and (match.function is None or match.function == function)
