"""Build the documents of many agreements: only what may have changed is read, a batch at a time."""

from __future__ import annotations

import gc
from collections.abc import Collection, Sequence
from typing import get_args

from dsagen.model.finding import Finding
from dsagen.model.vocabulary import DocumentKind
from dsagen.portfolio.alone import Alone
from dsagen.portfolio.build import Building, BuildReport, Built, new_in_notice, path_of
from dsagen.portfolio.inputs import Inputs
from dsagen.portfolio.many import Batch, batches_of, homes_of
from dsagen.portfolio.plan import Formats, PlannedDocument, planned
from dsagen.portfolio.untouched import Known, Untouched
from dsagen.portfolio.wanted import files_of
from dsagen.workspace import Reading, read_agreements

__all__ = ["build_many"]


def build_many(building: Building, shared: Reading, alone: Alone, kinds: Collection[DocumentKind]) -> BuildReport:
    """Build documents of some kinds of agreements that stand alone. `shared` is the workspace without any agreement.

    What is made, found and said is that of `build`.
    """
    return _Many(building, shared, alone, kinds).run()


class _Many:
    def __init__(self, building: Building, shared: Reading, alone: Alone, kinds: Collection[DocumentKind]) -> None:
        self._building, self._shared, self._alone, self._kinds = building, shared, alone, kinds
        settings = shared.workspace.settings
        self._asked = Formats(settings.formats, settings.notice_formats)
        self._inputs = Inputs(shared.workspace, shared.root)
        self._untouched = Untouched(shared, self._inputs, building.store)
        self._left = set(building.outputs.entries)
        """The outputs of earlier builds that nothing has asked for yet."""
        self._homes: dict[str, str] = {}
        """The file of each agreement that is done."""
        self._files = 0
        """So many are done, or being made."""

    def run(self) -> BuildReport:
        building, report = self._building, self._building.report
        families = self._alone.families(self._alone.agreements)
        waiting = [family for family in families if not self._spare(family)]
        building.last.add(self._inputs)
        for batch in batches_of(self._alone, waiting):
            self._build(batch)
            # What was read refers to itself. It is let go before more is read.
            gc.collect()
        self._untouched.forget(families)
        self._in_order()
        if not report.unreadable:
            report.left_over = sorted(self._left)
        building.end(whole=set(self._shared.workspace.settings.documents) <= set(self._kinds))
        return report

    def _spare(self, family: tuple[str, ...]) -> bool:
        """Report the documents of some agreements as they are, if nothing can have changed."""
        if self._building.choices.force:
            return False
        known = self._untouched.known(family)
        found = [self._as_built(agreement) for agreement in known or ()]
        if known is None or None in found:
            return False
        for agreement, findings in zip(known, found, strict=True):
            self._report_known(agreement, findings or ())
        return True

    def _report_known(self, agreement: Known, found: tuple[Finding, ...]) -> None:
        building, report, documents = self._building, self._building.report, self._wanted(agreement)
        report.agreements[agreement.reference] = agreement.status
        report.findings |= {agreement.reference: found} if documents else {}
        self._homes[agreement.reference] = agreement.file
        building.last.still(agreement.rests_on)
        self._ask(agreement.documents)
        self._expect(building.count(documents), 1)
        for document in documents:
            for format in building.choices.formats.of(document):
                building.done(Built(document, format, path_of(document, format), "unchanged"))

    def _as_built(self, agreement: Known) -> tuple[Finding, ...] | None:
        """Give what was found about an agreement, if every document of it that is asked for is as it would be made."""
        documents = self._wanted(agreement)
        for document in documents:
            key = self._inputs.key(document)
            for format in self._building.choices.formats.of(document):
                entry = self._building.entry(document, format)
                if entry is None or entry.inputs != key:
                    return None
        remembered, reference = self._building.remembered, agreement.reference
        found = remembered.held(reference, self._inputs.agreement_key(reference))
        for document in documents:
            if document.kind == "privacy_notice" and found is not None:
                own = remembered.held(str(document.file("")), self._inputs.key(document))
                found = found + new_in_notice(own, found) if own is not None else None
        return self._untouched.placed(agreement, found) if found is not None else None

    def _build(self, batch: Batch) -> None:
        building = self._building
        reading = read_agreements(self._shared.root, batch.files, batch.share)
        homes = homes_of(reading)
        self._homes |= {reference: homes[reference] for reference in reading.workspace.agreements}
        everything = planned(reading.workspace, reading.law, get_args(DocumentKind))
        documents = [document for document in everything if document.kind in self._kinds]
        self._ask(everything)
        self._expect(building.count(documents), len(reading.workspace.agreements))
        inputs = building.add(reading, documents)
        number, shares = batch.share
        for family in self._alone.families(batch.files):
            self._untouched.keep(family, reading, inputs, building.report.findings, last=number + 1 == shares)

    def _wanted(self, agreement: Known) -> list[PlannedDocument]:
        return [document for document in agreement.documents if document.kind in self._kinds]

    def _ask(self, documents: Sequence[PlannedDocument]) -> None:
        """Note what something asks for: this command, or the settings."""
        settled, outputs = self._shared.workspace.settings.documents, self._building.outputs
        asked = files_of((each for each in documents if each.kind in settled), self._asked)
        asked |= files_of((each for each in documents if each.kind in self._kinds), self._building.choices.formats)
        self._left.difference_update(outputs.name(path) for path in asked)

    def _expect(self, files: int, agreements: int) -> None:
        """Say how many files there are, if those to come are as many an agreement."""
        self._files += files
        left = max(0, self._alone.count - len(self._homes))
        self._building.progress.begins(self._files + round(left * files / max(1, agreements)))

    def _in_order(self) -> None:
        """Put what was done in the order of the files, as `build` does."""
        report, places = self._building.report, {file: place for place, file in enumerate(self._alone.agreements)}
        report.files.sort(key=lambda file: places[self._homes[file.document.agreement]])
        report.agreements = dict(sorted(report.agreements.items(), key=lambda each: places[self._homes[each[0]]]))
