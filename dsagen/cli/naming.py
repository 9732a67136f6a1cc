"""The name of a thing, as it is written on the command line, and the values that belong to it."""

from __future__ import annotations

import typer

from dsagen.cli.words import known_word
from dsagen.documents.library import Library
from dsagen.portfolio.reaches import Wanted, templates_with
from dsagen.portfolio.sides import Side

__all__ = ["wanted_of"]


def wanted_of(side: Side, option: str, name: str) -> Wanted:
    """Give what an option asks about. Raise `typer.BadParameter` for a name that is not known."""
    workspace = side.reading.workspace
    if option == "--party":
        known_word(name, list(workspace.parties), option, "party")
        return Wanted((f"parties/{name}",), entity=f"parties/{name}")
    if option == "--dataset":
        known_word(name, list(workspace.datasets), option, "dataset")
        return Wanted((f"datasets/{name}",), entity=f"datasets/{name}")
    if option == "--field":
        return _field(side, name)
    if option == "--gateway":
        known_word(name, list(side.reading.law.gateways), option, "gateway")
        return Wanted((f"law/gateways/{name}",), word=name)
    library = Library(side.reading.root / "templates")
    if option == "--clause":
        known_word(name, list(library.clause_ids()), option, "clause")
        return Wanted((f"clauses/{name}",), word=name)
    return _template(library, name.removeprefix("templates/"))


def _field(side: Side, name: str) -> Wanted:
    datasets = side.reading.workspace.datasets
    known = [f"{dataset}/{field}" for dataset, held in datasets.items() for field in held.fields]
    match = [each for each in known if each == name or each.partition("/")[2] == name]
    if len(match) > 1:
        raise typer.BadParameter(f"`{name}` is in several datasets: {', '.join(match)}.", param_hint="--field")
    found = match[0] if match else known_word(name, known, "--field", "field")
    dataset, _, field = found.partition("/")
    flows = [
        f"agreements/{reference}/flows/{key}/fields/{field}"
        for reference, agreement in side.reading.workspace.agreements.items()
        for key, flow in agreement.flows.items()
        if flow.dataset == dataset and field in flow.fields
    ]
    return Wanted((f"datasets/{dataset}/fields/{field}", *flows), entity=f"datasets/{dataset}")


def _template(library: Library, name: str) -> Wanted:
    names = [found for found in library.environment.list_templates() if found.endswith(".html")]
    known_word(name, names, "--template", "template")
    return Wanted(templates_with(library, name))
