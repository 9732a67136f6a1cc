"""Applying chosen proposals of `minimise` to the YAML."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import typer

from dsagen.checks.reductions import Proposal, proposals_of
from dsagen.checks.subjects import Case
from dsagen.cli.exit_codes import ExitCode
from dsagen.cli.saying import reached
from dsagen.cli.words import known_word
from dsagen.workspace import Reading
from dsagen.workspace.edit import Change, EditRefused, make_changes

__all__ = ["apply_proposals"]


def apply_proposals(read: Callable[[], Reading], cases: Sequence[Case], names: Sequence[str]) -> None:
    """Make the changes of the named proposals, all or none, and say where each was written.

    Exits with 2 where a name is unknown, a proposal is for a person to carry out, or a file leaves no room for it.
    """
    known = {proposal.key: proposal for case in cases for proposal in proposals_of(case)}
    if not known:
        _stop("Nothing could be left out, so there is nothing to write.")
    chosen = [known[known_word(name, list(known), "--write", "proposal")] for name in dict.fromkeys(names)]
    for proposal in chosen:
        if not proposal.changes:
            _stop(f"{proposal.key} is for a person to carry out. {proposal.finding.fix}")
    reading = read()
    try:
        made = make_changes(read, _together(chosen))
    except EditRefused as refused:
        where = f"{reached(reading.root / refused.source.file)}:{refused.source.line}: " if refused.source else ""
        _stop(f"{where}Nothing was written: {refused.reason}. {refused.fix}".rstrip())
    for edited in made:
        typer.echo(f"{reached(reading.root / edited.source.file)}:{edited.source.line}: {edited.line.strip()}")
    typer.echo(f"Written: {', '.join(proposal.key for proposal in chosen)}. The choice is yours. Run `dsagen check`.")


def _together(chosen: Sequence[Proposal]) -> Iterator[Change]:
    """Give the changes of all proposals, each once, the items of lists from the last to the first."""
    changes = dict.fromkeys(change for proposal in chosen for change in proposal.changes)
    items = [change for change in changes if change.path.rpartition("/")[2].isdigit()]
    yield from (change for change in changes if change not in items)
    yield from sorted(items, key=lambda change: int(change.path.rpartition("/")[2]), reverse=True)


def _stop(words: str) -> None:
    typer.echo(words, err=True)
    raise typer.Exit(ExitCode.USAGE)
