"""What `impact` prints of an edit: text for people, JSON for programs, CSV for a mail merge."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from dsagen.cli.rows import agreement_of, csv_of, knowing, party_name, place_of
from dsagen.cli.saying import counted
from dsagen.model.agreement import Agreement
from dsagen.model.finding import Source
from dsagen.portfolio.impact import HOUSE_STYLE, Changed, Reason
from dsagen.portfolio.sides import Side

__all__ = ["Impacted"]

_MOST = 6
"""So many reasons are printed for one agreement; JSON has them all."""


class Impacted:
    """The documents that an edit changes, as they are printed."""

    def __init__(self, before: Side, after: Side, changed: Sequence[Changed]) -> None:
        self._before = before
        self._after = after
        self._changed = changed

    def lines(self) -> Iterator[str]:
        """Give the lines of the text report, grouped by agreement."""
        if not self._changed:
            yield "No document changes."
            return
        groups: dict[str, list[Changed]] = {}
        for each in self._changed:
            groups.setdefault(each.document.agreement, []).append(each)
        sections = counted(sum(len(each.sections) for each in self._changed), "section")
        documents = f"{counted(len(self._changed), 'document')} of {counted(len(groups), 'agreement')}"
        yield f"{documents} {'changes' if len(self._changed) == 1 else 'change'}, in {sections}."
        for reference, changed in groups.items():
            yield ""
            yield f"{reference}  {self._agreement(reference).title}"
            for each in changed:
                yield f"  {each.document.file('').name}: {_said(each)}"
            yield from self._why(changed)
            parties = list(dict.fromkeys(party for each in changed for party in each.parties))
            yield f"  Must know: {'; '.join(knowing(self._sides, self._agreement(reference), parties))}"

    def json(self) -> str:
        """Give everything as JSON."""
        return json.dumps(
            {"version": 1, "documents": [self._record(each) for each in self._changed]}, indent=2, ensure_ascii=False
        )

    def csv(self) -> str:
        """Give a line for each party and agreement."""
        rows: dict[tuple[str, str], list[Changed]] = {}
        for each in self._changed:
            for party in each.parties:
                rows.setdefault((party, each.document.agreement), []).append(each)
        return csv_of(
            self._sides,
            [
                (
                    party,
                    self._agreement(reference),
                    [each.document.file("").name for each in changed],
                    list(dict.fromkeys(section for each in changed for section in each.sections)),
                    list(dict.fromkeys(reason.path for each in changed for reason in each.reasons)),
                )
                for (party, reference), changed in rows.items()
            ],
        )

    @property
    def _sides(self) -> tuple[Side, Side]:
        return self._after, self._before

    def _agreement(self, reference: str) -> Agreement:
        return agreement_of(self._sides, reference)

    def _why(self, changed: Sequence[Changed]) -> Iterator[str]:
        # A line of a file that several flows include is told once.
        every = [reason for each in changed for reason in each.reasons]
        reasons = list({str(self._place(reason) or reason.path): reason for reason in reversed(every)}.values())[::-1]
        if not reasons:
            yield "  Why: the law, or what is found about the agreement, is another on that day"
        for reason in reasons[:_MOST]:
            place = self._place(reason)
            way = f", by way of {reason.chain}" if len(reason.chain.steps) > 1 else ""
            yield f"  Why: {reason.path}{f' ({place.file}:{place.line})' if place else ''}{way}"
        if len(reasons) > _MOST:
            yield f"  Why: and {counted(len(reasons) - _MOST, 'more change')} (`--format json` has them all)"

    def _place(self, reason: Reason) -> Source | None:
        return None if reason.path == HOUSE_STYLE else place_of(self._sides, reason.path)

    def _record(self, each: Changed) -> dict[str, object]:
        agreement = agreement_of(self._sides, each.document.agreement)
        return {
            "agreement": each.document.agreement,
            "document": each.document.kind,
            "party": each.document.party,
            "layout": each.document.layout,
            "what": each.what,
            "files": list(each.files),
            "sections": list(each.sections),
            "parties": [
                {"id": party, "name": party_name(self._sides, party), "signatory": agreement.signatories.get(party)}
                for party in each.parties
            ],
            "reasons": [
                {"path": reason.path, "place": str(self._place(reason) or "") or None, "chain": reason.chain.steps}
                for reason in each.reasons
            ],
            "problem": each.problem or None,
        }


def _said(each: Changed) -> str:
    if each.problem:
        return f"cannot be composed: {each.problem}"
    if each.what == "restyled":
        return "the look alone"
    if each.what in ("new", "gone"):
        return "a new document" if each.what == "new" else "asked for no more"
    if each.what == "new file":
        return f"another format ({', '.join(each.files)})"
    return "; ".join(each.sections) or "what it says about itself"
