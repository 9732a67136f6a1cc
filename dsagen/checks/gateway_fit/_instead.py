"""What a party can cite in the place of a provision that is not for it."""

from __future__ import annotations

from dataclasses import replace

from dsagen.checks.subjects import Citation
from dsagen.checks.suggestions.fit import Obstacle, fit
from dsagen.checks.suggestions.near_misses import instead
from dsagen.checks.suggestions.question import Question, Who

__all__ = ["cite_instead"]


def cite_instead(citation: Citation) -> str:
    """Say what does the same work for this party, or how to find it."""
    party = citation.side.party
    question = Question(
        party=Who(party.party.type, tuple(party.party.functions), party.is_public_authority),
        role=citation.side.role,
        others=(),
        kinds=tuple(sorted(citation.side.flow.kinds)),
        nation=party.nation,
        as_at=citation.side.case.as_at,
    )
    law = citation.side.case.law
    misfit = fit(citation.gateway, question, law)
    if citation.is_elsewhere:  # also where it was the law here once, so that only its end is told
        misfit = replace(misfit, obstacles=(*misfit.obstacles, Obstacle("nation", "")))
    other = instead(misfit, question, law)
    if other is None:
        return "Cite a provision of this party's own: `dsagen gateways suggest` lists candidates."
    gateway = law.gateway(other)
    return (
        f"{gateway.short_citation or gateway.citation} (`{other}`) does this work for {party.called}: see if it fits."
    )
