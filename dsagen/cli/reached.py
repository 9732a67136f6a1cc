"""What `impact` prints of a name: which documents it reaches."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from dsagen.cli.rows import agreement_of, csv_of, knowing, party_name
from dsagen.cli.saying import counted
from dsagen.portfolio.reaches import Reached
from dsagen.portfolio.sides import Side

__all__ = ["ReachedReport"]

_BOUND = (
    "This is the most that an edit of it could change. For what an edit does change, make it and run "
    "`dsagen impact --since HEAD`, or try it with `--set`."
)


class ReachedReport:
    """The documents that a name reaches, as they are printed."""

    def __init__(self, side: Side, name: str, reached: Sequence[Reached]) -> None:
        self._sides = (side,)
        self._name = name
        self._reached = reached

    def lines(self) -> Iterator[str]:
        """Give the lines of the text report, grouped by agreement."""
        if not self._reached:
            yield f"No document holds `{self._name}`."
            return
        groups: dict[str, list[Reached]] = {}
        for each in self._reached:
            groups.setdefault(each.document.agreement, []).append(each)
        documents = f"{counted(len(self._reached), 'document')} of {counted(len(groups), 'agreement')}"
        yield f"`{self._name}` reaches {documents}."
        yield _BOUND
        for reference, reached in groups.items():
            agreement = agreement_of(self._sides, reference)
            yield ""
            yield f"{reference}  {agreement.title}"
            yield from _named("Read it", [each for each in reached if each.reads])
            yield from _named(
                "Change only if something is found, or found no more", [each for each in reached if not each.reads]
            )
            if len(reached[0].chain.steps) > 1:
                yield f"  By way of: {reached[0].chain}"
            parties = list(dict.fromkeys(party for each in reached for party in each.parties))
            yield f"  Concerned: {'; '.join(knowing(self._sides, agreement, parties))}"

    def json(self) -> str:
        """Give everything as JSON."""
        records = [
            {
                "agreement": each.document.agreement,
                "document": each.document.kind,
                "party": each.document.party,
                "layout": each.document.layout,
                "reads": each.reads,
                "parties": [{"id": party, "name": party_name(self._sides, party)} for party in each.parties],
                "chain": each.chain.steps,
            }
            for each in self._reached
        ]
        return json.dumps({"version": 1, "upper_bound": True, "documents": records}, indent=2, ensure_ascii=False)

    def csv(self) -> str:
        """Give a line for each party and agreement."""
        rows: dict[tuple[str, str], list[str]] = {}
        for each in self._reached:
            for party in each.parties:
                rows.setdefault((party, each.document.agreement), []).append(each.document.file("").name)
        return csv_of(
            self._sides,
            [
                (party, agreement_of(self._sides, reference), documents, [], [self._name])
                for (party, reference), documents in rows.items()
            ],
        )


def _named(words: str, reached: Sequence[Reached]) -> Iterator[str]:
    if reached:
        yield f"  {words}: {', '.join(each.document.file('').name for each in reached)}"
