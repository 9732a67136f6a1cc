"""Gaps and findings about one missing thing, as one.

**Why:** a missing review date is both a gap in the documents and a breach of a rule. Someone who reads the report
should see one line for it. While an agreement is a draft, what is not yet written is work to do; once it claims to be
agreed, it is a failure, with the rule and the authority behind it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dsagen.model.finding import Finding

__all__ = ["folded"]


def folded(gaps: Sequence[Finding], found: Sequence[Finding], *, final: bool) -> Iterator[Finding]:
    """Give gaps and findings, a gap that a finding is about as that finding.

    `final` says whether the agreement claims to be agreed or later. In a draft such a finding counts as a gap. In a
    final agreement it fails either way, whatever the rule's own severity.
    """
    asked = {gap.path: gap for gap in gaps}
    taken = set()
    for finding in found:
        holder = _gap_over(finding.path, asked) if not finding.is_accepted else None
        if holder is None:
            yield finding
            continue
        taken.add(holder)
        if final:
            yield finding if finding.severity == "error" else replace(finding, severity="gap")
        elif finding.path == holder:
            yield replace(finding, severity="gap", message=asked[holder].message, fix=asked[holder].fix)
        else:
            yield replace(finding, severity="gap")
    yield from (gap for path, gap in asked.items() if path not in taken)


def _gap_over(path: str, gaps: dict[str, Finding]) -> str | None:
    """Give the path of the gap that a path is, or lies in."""
    while path:
        if path in gaps:
            return path
        path = path.rpartition("/")[0]
    return None
