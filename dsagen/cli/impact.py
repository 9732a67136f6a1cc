"""`dsagen impact`: what an edit changes, and what a name reaches."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dsagen.cli.exit_codes import ExitCode
from dsagen.cli.options import WorkspaceArgument

if TYPE_CHECKING:
    from dsagen.portfolio.sides import Side
    from dsagen.workspace import Reading

__all__ = ["EXAMPLE", "impact"]

EXAMPLE = "Example: dsagen impact --since HEAD    or: dsagen impact --set 'parties/northmoor-council/name=Moor Council'"


class _Format(StrEnum):
    TEXT = "text"
    JSON = "json"
    CSV = "csv"


_Since = Annotated[
    str | None,
    typer.Option(metavar="REVISION", help="Compare with the files as git had them. Example: --since HEAD~1"),
]
_AsAt = Annotated[
    str | None,
    typer.Option(
        metavar="DATE", help="Compare with documents that had a new version of this day. Example: --as-at 2027-09-01"
    ),
]
_Set = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="PATH=VALUE",
        help="Compare with a value that you think of; nothing is changed. Nothing after `=` takes the value out. "
        "Give it again for another. Example: --set 'datasets/attendance/title=Attendance marks'",
    ),
]
_Party = Annotated[str | None, typer.Option(metavar="ID", help="Which documents hold this party.")]
_Dataset = Annotated[str | None, typer.Option(metavar="ID", help="Which documents hold this dataset.")]
_Field = Annotated[str | None, typer.Option(metavar="DATASET/FIELD", help="Which documents hold this field.")]
_Gateway = Annotated[str | None, typer.Option(metavar="ID", help="Which documents hold this duty or power.")]
_Clause = Annotated[str | None, typer.Option(metavar="ID", help="Which documents hold this standard clause.")]
_Template = Annotated[
    str | None,
    typer.Option(
        metavar="FILE", help="Which documents this template is part of. Example: --template dsa/01-parties.html"
    ),
]
_Jobs = Annotated[int, typer.Option(min=0, metavar="NUMBER", help="How many processes work. 0: one a processor.")]
_Form = Annotated[
    _Format,
    typer.Option("--format", help="For people, programs or a mail merge: text, json, csv. Example: --format csv"),
]
_ExitCode = Annotated[bool, typer.Option("--exit-code", help="End with exit code 1 where anything changes.")]


def impact(
    path: WorkspaceArgument = None,
    since: _Since = None,
    as_at: _AsAt = None,
    change: _Set = None,
    party: _Party = None,
    dataset: _Dataset = None,
    field: _Field = None,
    gateway: _Gateway = None,
    clause: _Clause = None,
    template: _Template = None,
    jobs: _Jobs = 0,
    form: _Form = _Format.TEXT,
    exit_code: _ExitCode = False,
) -> None:
    """Say what an edit changes: which documents, which sections, why, and who must know.

    For an edit (`--since`, `--as-at`, `--set`) the answer is exact: every document is composed before and after, and
    compared. For a name alone it is what the name reaches: the most that an edit of it could change.
    Exit code 0: fine, whatever is found, unless --exit-code asks otherwise. 2: no such name, or a change that dsagen
    cannot make. 3: an agreement could not be read.
    """
    from dsagen.cli.opening import open_workspace
    from dsagen.portfolio.sides import Side

    names = {
        "--party": party,
        "--dataset": dataset,
        "--field": field,
        "--gateway": gateway,
        "--clause": clause,
        "--template": template,
    }
    asked = [
        option for option, value in {"--since": since, "--as-at": as_at, "--set": change, **names}.items() if value
    ]
    if len(asked) != 1:
        _refuse(asked)
    reading = open_workspace(path, "impact")
    here = Side(reading)
    if asked[0] in names:
        found = _reached(here, asked[0], str(names[asked[0]]), jobs, form)
    else:
        found = _changed(here, path or Path(), (since, as_at, change or []), jobs, form)
    for file in reading.failed:
        typer.echo(f"{file} could not be read, so nothing is said of it. Run `dsagen check`.", err=True)
    if reading.failed:
        raise typer.Exit(ExitCode.SOURCE)
    if exit_code and found:
        raise typer.Exit(ExitCode.FINDINGS)


def _refuse(asked: list[str]) -> None:
    """Say that one question at a time is answered."""
    words = f"{' and '.join(asked)} ask different questions. Ask one at a time" if asked else "no edit and no name"
    raise typer.BadParameter(
        f"{words}. For an edit: --since, --as-at or --set. "
        "For a name: --party, --dataset, --field, --gateway, --clause or --template."
    )


def _changed(
    here: Side, start: Path, asked: tuple[str | None, str | None, list[str]], jobs: int, form: _Format
) -> bool:
    from dsagen.cli.impacted import Impacted
    from dsagen.portfolio.impact import compare
    from dsagen.workspace.parse import parsing_once

    since, as_at, _ = asked
    with parsing_once(), _sides(here, start, asked) as (before, after):
        found = compare(before, after, jobs)
        impacted = Impacted(before, after, found)
        _print(impacted.json() if form is _Format.JSON else impacted.csv() if form is _Format.CSV else None)
        if form is _Format.TEXT:
            _print("\n".join(impacted.lines()))
            if as_at is not None and found:
                typer.echo("This is what they say after a new version is dated: nothing is out of date before that.")
    if since is not None and before.reading.failed:
        typer.echo(f"At {since}, some agreements could not be read: {', '.join(before.reading.failed)}.", err=True)
    return bool(found)


@contextmanager
def _sides(here: Side, start: Path, asked: tuple[str | None, str | None, list[str]]) -> Iterator[tuple[Side, Side]]:
    """Give the workspace before the edit, and after it."""
    from tempfile import TemporaryDirectory

    from dsagen.cli.as_at import day_of
    from dsagen.portfolio.sides import Side

    since, as_at, changes = asked
    if as_at is not None:
        yield here, Side(here.reading, day_of(as_at))
        return
    with TemporaryDirectory(prefix="dsagen-") as folder:
        if since is not None:
            yield Side(_as_of(here.reading, start, since, Path(folder))), here
        else:
            yield here, Side(_edited(here.reading, start, changes, Path(folder)))


def _as_of(reading: Reading, start: Path, revision: str, into: Path) -> Reading:
    from dsagen.workspace import WorkspaceNotFound, read_workspace
    from dsagen.workspace.revision import RevisionUnknown, take_out

    try:
        copy = take_out(reading.root, revision, into)
        return read_workspace(copy / start.resolve().relative_to(reading.root.resolve()))
    except (RevisionUnknown, WorkspaceNotFound) as problem:
        reason = str(problem) if isinstance(problem, RevisionUnknown) else f"there was no workspace at `{revision}`"
        raise typer.BadParameter(f"{reason}.", param_hint="--since") from None


def _edited(reading: Reading, start: Path, changes: list[str], into: Path) -> Reading:
    from dsagen.cli.setting import change_of
    from dsagen.portfolio.proposed import with_changes
    from dsagen.workspace.edit import EditRefused

    wanted = [change_of(written, reading) for written in changes]
    try:
        return with_changes(reading, start, wanted, into)
    except EditRefused as refused:
        fix = f" {refused.fix}" if refused.fix else ""
        place = f" ({refused.source})" if refused.source else ""
        raise typer.BadParameter(f"{refused}{place}.{fix}", param_hint="--set") from None


def _reached(here: Side, option: str, name: str, jobs: int, form: _Format) -> bool:
    from dsagen.cli.naming import wanted_of
    from dsagen.cli.reached import ReachedReport
    from dsagen.portfolio.reaches import reached

    found = reached(here, wanted_of(here, option, name), jobs)
    report = ReachedReport(here, name, found)
    _print(
        report.json() if form is _Format.JSON else report.csv() if form is _Format.CSV else "\n".join(report.lines())
    )
    return bool(found)


def _print(words: str | None) -> None:
    if words is not None:
        typer.echo(words)
