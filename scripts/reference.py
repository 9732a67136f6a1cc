"""Write the pages of docs/ that are made from the program: the YAML reference, the commands and the clauses.

Run `make docs` after a change of the model, a command or a clause. A test compares them.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from typer.testing import CliRunner  # noqa: E402

from dsagen.cli.app import app  # noqa: E402
from dsagen.cli.exit_codes import ExitCode, first_of  # noqa: E402
from dsagen.documents.library import Library  # noqa: E402
from dsagen.model import base, vocabulary  # noqa: E402
from dsagen.model.agreement import AgreementFile  # noqa: E402
from dsagen.model.assessment import Assessment  # noqa: E402
from dsagen.model.base import Entity, Gap  # noqa: E402
from dsagen.model.dataset import Dataset  # noqa: E402
from dsagen.model.party import Party  # noqa: E402
from dsagen.model.people import People  # noqa: E402
from dsagen.model.workspace import Settings  # noqa: E402

MADE = "<!-- Made by scripts/reference.py. Change the program, not this page. -->\n"
FILES: tuple[tuple[str, str, type[Entity]], ...] = (
    ("`dsagen.yaml`", "The settings of the workspace.", Settings),
    ("`parties/*.yaml`", "A mapping: each key is a party's id.", Party),
    ("`people/*.yaml`", "A mapping: each key is the id of a group of people.", People),
    ("`datasets/*.yaml`", "A mapping: each key is a dataset's id.", Dataset),
    ("`agreements/*.yaml`", "One agreement a file.", AgreementFile),
    ("`assessments/*.yaml`", "The assessment of an agreement, where the agreement includes it.", Assessment),
)
WORDS: tuple[tuple[Any, str], ...] = (
    (base.Line, "one line of text"),
    (base.Prose, "narrative"),
    (base.Id, "id"),
    (base.ClauseId, "id of a clause"),
    (base.Reference, "reference: letters, digits, `.`, `_` and `-`"),
    (base.FlowReference, "flow, such as `F01`"),
    (base.RiskReference, "risk, such as `R01`"),
    (base.MeasureReference, "measure, such as `M01`"),
    (base.VersionNumber, 'version, such as `"1.0"`'),
    (base.Address, "web address, `https://…`"),
    (base.Date, "date, such as `2026-12-01`"),
    (base.YesNo, "`yes` or `no`"),
    (base.PeriodText, "period, such as `12 months`"),
    (int, "whole number"),
    (str, "text"),
)
LIBRARY = Library()
LISTS = {get_args(value): name for name, value in vars(vocabulary).items() if get_origin(value) is Literal}
"""The words of each closed list -> its name. Lists that belong to one key are added as they are met."""


def title(name: str) -> str:
    """Give a class's name in words: `DataField` as `Data field`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])|[._]", " ", name.strip("_")).capitalize()


def anchor(heading: str) -> str:
    return re.sub(r"[^a-z0-9 -]", "", heading.lower()).replace(" ", "-")


def link(heading: str) -> str:
    return f"[{heading.lower()}](#{anchor(heading)})"


def kind_in_words(hint: Any, entity: str, name: str) -> str:
    """Say what kind of value an attribute takes."""
    for known, words in WORDS:
        if hint == known:
            return words
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return kind_in_words(arguments[0], entity, name)
    if origin in (Union, UnionType):
        kinds = [argument for argument in arguments if argument is not type(None)]
        return ", or ".join(kind_in_words(kind, entity, name) for kind in kinds)
    if origin is Literal:
        if f"{entity}.{name}" in LIBRARY.labels.groups:
            LISTS.setdefault(arguments, f"{entity}.{name}")
        if arguments in LISTS:
            return f"one of [{title(LISTS[arguments]).lower()}](#{anchor(list_heading(LISTS[arguments]))})"
        return "one of " + ", ".join(f"`{word}`" for word in arguments)
    if origin is list:
        return f"list: {kind_in_words(arguments[0], entity, name)}"
    if origin is dict:
        key, value = (kind_in_words(argument, entity, name) for argument in arguments)
        return f"mapping: {key} → {value}"
    return link(title(hint.__name__))


def need(entity: type[Entity], name: str, hint: Any) -> str:
    """Say whether an attribute must be there."""
    info = entity.model_fields[name]
    gap = next((mark for mark in info.metadata if isinstance(mark, Gap)), None)
    if gap is not None:
        return "gap, in some cases" if gap.when else "gap"
    if info.is_required():
        return "required"
    default = info.get_default(call_default_factory=True)
    if default is None or isinstance(default, Entity) or default in ({}, []):
        return "optional"
    shown = ", ".join(default) if isinstance(default, list) else {True: "yes", False: "no"}.get(default, default)
    return f"optional: `{shown}`"


def entities(hint: Any) -> Iterator[type[Entity]]:
    """Give the entities that a type is made of."""
    if isinstance(hint, type) and issubclass(hint, Entity):
        yield hint
    for part in get_args(hint):
        yield from entities(part)


def entity_page(entity: type[Entity], told: set[type[Entity]]) -> Iterator[str]:
    """Give the table of an entity, and of each entity in it that has not been told."""
    told.add(entity)
    yield f"\n### {title(entity.__name__)}\n\n{' '.join((entity.__doc__ or '').split())}\n"
    yield "| Key | What it says | Kind | Needed |\n|---|---|---|---|"
    hints = get_type_hints(entity, include_extras=True)
    for name, info in entity.model_fields.items():
        words = kind_in_words(hints[name], entity.__name__, name)
        description = f"{info.description}".replace("|", "\\|")
        yield f"| `{info.alias or name}` | {description} | {words} | {need(entity, name, hints[name])} |"
    for name in entity.model_fields:
        for inner in entities(hints[name]):
            if inner not in told:
                yield from entity_page(inner, told)


def list_heading(name: str) -> str:
    return f"List: {title(name).lower()}"


def yaml_reference() -> str:
    """Give the page of every key."""
    told: set[type[Entity]] = set()
    parts = [
        MADE,
        "# YAML reference\n",
        "Every key that a workspace may hold. A key that is not here is refused.\n",
        "- **Required**: the file is refused without it.\n"
        "- **Gap**: a final document needs it. Until it is written, documents show it and `check` reports it.\n"
        "- **Optional**: leave it out where it does not apply. A value after the colon is used where none is given.\n",
        "Narrative may use light Markdown: paragraphs, lists, `**bold**`, `*emphasis*`, links. Other text is plain.\n",
        "A mapping that holds only `include: folder/file.yaml` is replaced by that file. The path starts at the root "
        "of the workspace.",
    ]
    for name, meaning, entity in FILES:
        parts.append(f"\n## {name}\n\n{meaning}")
        if entity in told:
            parts.append(f"Its keys are those of the {link(title(entity.__name__))}.")
        else:
            parts += entity_page(entity, told)
    parts.append("\n## Closed lists\n\nThe words that a key may have, and what the documents print for each.")
    groups = LIBRARY.labels.groups
    for words, name in LISTS.items():
        labels = groups[name]
        parts.append(f"\n### {list_heading(name)}\n\n| Word | In the documents |\n|---|---|")
        parts += [f"| `{word}` | {labels[str(word)]} |" for word in words]
    return "\n".join(parts) + "\n"


def commands() -> str:
    """Give the page of every command."""
    parts = [MADE, "# Commands\n", "What `dsagen COMMAND --help` prints, for each command."]
    for command in [None, *(entry.name for entry in app.registered_commands)]:
        arguments = [*([command] if command else []), "--help"]
        shown = CliRunner().invoke(app, arguments, prog_name="dsagen", terminal_width=100, max_content_width=100)
        heading = f"dsagen {command}" if command else "dsagen"
        parts.append(f"\n## {heading}\n\n```text\n{shown.stdout.strip()}\n```")
    order = ", ".join(str(int(code)) for code in precedence())
    parts.append(
        "\n## Exit codes\n\n| Code | What it means |\n|---|---|\n"
        + "\n".join(f"| {int(code)} | {code.meaning} |" for code in ExitCode)
        + f"\n\nWhen several apply, the first of {order} wins."
    )
    return "\n".join(parts) + "\n"


def precedence() -> list[ExitCode]:
    """Give the codes in the order in which they win."""
    left, order = [code for code in ExitCode if code not in (ExitCode.FINE, ExitCode.FAULT)], []
    while left:
        order.append(first_of(left))
        left.remove(order[-1])
    return order


def clauses() -> str:
    """Give the page of every standard clause."""
    parts = [
        MADE,
        "# Standard clauses\n",
        "Every clause that the documents use, and the values that a workspace may set in it. "
        "[Templates and clauses](templates-and-clauses.md) says how.",
    ]
    for identifier in LIBRARY.clause_ids():
        clause = LIBRARY.clause(identifier)
        file = f"../templates/clauses/{identifier}.yaml"
        parts.append(f"\n## `{identifier}`\n\n[{clause.title}]({file}), version {clause.version}.")
        if clause.authority:
            parts.append(f"It answers: {clause.authority}.")
        if clause.parameters:
            parts.append("\n| Value | What it is | Unless you set it |\n|---|---|---|")
            parts += [f"| `{name}` | {value.meaning} | {value.default} |" for name, value in clause.parameters.items()]
    return "\n".join(parts) + "\n"


PAGES = {"yaml-reference.md": yaml_reference, "commands.md": commands, "clauses.md": clauses}


def main() -> None:
    for name, make in PAGES.items():
        (ROOT / "docs" / name).write_text(make(), encoding="utf-8", newline="\n")
        print(f"docs/{name}")


if __name__ == "__main__":
    main()
