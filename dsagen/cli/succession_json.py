"""What `succeed` says, for programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dsagen.cli.report import Report
from dsagen.cli.saying import reached
from dsagen.model.finding import Source
from dsagen.portfolio.succession import Brought, Left, Proposal

__all__ = ["json_of"]


def json_of(proposal: Proposal, found: Brought, *, written: bool) -> str:
    """Give everything that the text report says as JSON. Lines are those after the edit."""
    report = Report(proposal.before.root, found.findings, tuple(proposal.after.workspace.agreements))
    return report.json(
        files=[
            {"file": reached(proposal.before.root / name), "written": written, "diff": "\n".join(proposal.diff(name))}
            for name in proposal.contents
        ],
        versions=[
            {
                "agreement": reference,
                "version": number,
                "can_be_built": reference in proposal.after.workspace.agreements,
            }
            for reference, number in proposal.versions.items()
        ],
        decisions=list(_left(proposal, proposal.decisions)),
        done_by_an_old_body=list(_left(proposal, proposal.dated)),
        mentions=[
            {**_place(proposal, mention.source), "name": mention.name, "line_text": mention.line}
            for mention in found.mentions
        ],
        untouched=[{"agreement": each.reference, "why": each.why} for each in proposal.untouched],
        unchecked=[{"agreement": reference} for reference in found.unchecked],
        documents=[
            {
                "agreement": each.agreement,
                "document": each.kind,
                "party": each.party,
                "layout": each.layout,
                "name": each.file("").name,
            }
            for each in found.documents
        ],
    )


def _left(proposal: Proposal, left: Sequence[Left]) -> Iterator[Mapping[str, object]]:
    for each in left:
        place = _place(proposal, proposal.after.sources.key(each.path))
        yield {"path": each.path, **place, "message": each.message, "fix": each.fix}


def _place(proposal: Proposal, source: Source | None) -> Mapping[str, object]:
    if source is None:
        return {"file": "", "line": None, "column": None}
    return {"file": reached(proposal.before.root / source.file), "line": source.line, "column": source.column}
