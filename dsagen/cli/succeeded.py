"""What `succeed` says: what is new, what a person decides, the edit, and what to rebuild."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import typer

from dsagen.cli.saying import counted, reached
from dsagen.model.finding import SEVERITIES, Finding, Source
from dsagen.portfolio.succession import Brought, Left, Proposal

__all__ = ["print_nothing", "print_proposal", "print_rebuild"]


def print_nothing(proposal: Proposal) -> None:
    """Say why there is nothing to write."""
    for line in _untouched(proposal):
        typer.echo(line)
    names = ", ".join(f"`{old}`" for old in proposal.asked.olds)
    typer.echo(f"Nothing to write: {names} stands nowhere where `{proposal.asked.new}` is to stand.")


def print_proposal(proposal: Proposal, found: Brought) -> None:
    """Print what is new, what a person decides, and the edit."""
    for line in (*_findings(proposal, found), *_decisions(proposal), *_mentions(proposal, found)):
        typer.echo(line)
    for line in _untouched(proposal):
        typer.echo(line)
    typer.echo("\nThe edit")
    for name in proposal.contents:
        for line in proposal.diff(name):
            typer.echo(line)


def print_rebuild(proposal: Proposal, found: Brought, *, written: bool) -> None:
    """Print what was written, and what is to be built anew."""
    typer.echo()
    files = counted(len(proposal.contents), "file")
    typer.echo(f"Written: {files}." if written else f"Nothing was written. Without --dry-run it would be {files}.")
    by_agreement: dict[str, list[str]] = {}
    for document in found.documents:
        by_agreement.setdefault(document.agreement, []).append(document.file("").name)
    unread = [reference for reference in proposal.versions if reference not in proposal.after.workspace.agreements]
    for reference in unread:
        typer.echo(f"{reference} cannot be built until what is left for a person is decided.")
    if by_agreement:
        documents = counted(len(found.documents), "document")
        agreements = counted(len(by_agreement), "agreement")
        typer.echo(f"To rebuild, where their text changes: {documents} of {agreements}.")
    for reference, names in by_agreement.items():
        typer.echo(f"  {reference}: {', '.join(names)}")
    if by_agreement:
        typer.echo("Run `dsagen build`.")


def _findings(proposal: Proposal, found: Brought) -> Iterator[str]:
    day = proposal.asked.day
    if not found.findings:
        yield f"New findings on {day}: none."
    else:
        yield f"New findings on {day}, which were not there before. The lines are those after the edit."
    for finding in sorted(found.findings, key=_order):
        where = _where(proposal, finding.source) or finding.path or finding.agreement
        yield f"{where}: {finding.severity}: {finding.message} [{finding.rule}]"
        yield from [f"    Mend: {finding.fix}"] if finding.fix else []
    for reference in found.unchecked:
        yield f"{reference} cannot be checked to the end until what is wrong in it is mended."


def _order(finding: Finding) -> tuple[object, ...]:
    place = finding.source or Source("", 0, 0)
    return SEVERITIES.index(finding.severity), finding.agreement, place, finding.rule, finding.message


def _decisions(proposal: Proposal) -> Iterator[str]:
    if proposal.decisions:
        yield "\nLeft for a person to decide. Until then these agreements are not sound."
        yield from _each(proposal, proposal.decisions)
    if proposal.dated:
        yield "\nDone by an old body. The new one has not done it."
        yield from _each(proposal, proposal.dated)


def _each(proposal: Proposal, found: Sequence[Left]) -> Iterator[str]:
    placed = [(proposal.after.sources.key(each.path) or Source("", 0, 0), each) for each in found]
    for source, each in sorted(placed, key=lambda pair: pair[0]):
        yield f"{_where(proposal, source) if source.line else each.path}: {each.message}"
        yield f"    Mend: {each.fix}"


def _mentions(proposal: Proposal, found: Brought) -> Iterator[str]:
    if found.mentions:
        yield "\nWords that name an old body. dsagen changes no sentences."
    for mention in found.mentions:
        yield f"{_where(proposal, mention.source)}: {mention.line}"


def _untouched(proposal: Proposal) -> Iterator[str]:
    if proposal.untouched:
        yield "\nLeft alone, because they do not run on that day"
    for each in proposal.untouched:
        yield f"{each.reference}: {each.why}."


def _where(proposal: Proposal, source: Source | None) -> str:
    """Give a place as it is reached from where the command runs."""
    if source is None:
        return ""
    return f"{reached(proposal.before.root / source.file)}:{source.line}:{source.column}"
