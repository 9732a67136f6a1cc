"""The outputs that the settings of a workspace ask for, and those that nothing asks for any more.

**Why here.** `build` removes what nothing asks for, `verify` names it, `status` does not count it, and `impact` says
what an edit adds to it. They must not differ.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import cached_property
from pathlib import PurePosixPath

from dsagen.model.vocabulary import FileFormat
from dsagen.portfolio.many import agreement_files
from dsagen.portfolio.outputs import Outputs
from dsagen.portfolio.plan import Formats, PlannedDocument, planned
from dsagen.workspace import Reading
from dsagen.writers import FORMATS

__all__ = ["Wanted", "files_of", "unasked"]


class Wanted:
    """What the settings ask for, of the agreements that were read."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        settings = reading.workspace.settings
        self._formats = Formats(settings.formats, settings.notice_formats)

    @cached_property
    def documents(self) -> tuple[PlannedDocument, ...]:
        """The documents, in the order in which they are built."""
        workspace = self._reading.workspace
        return tuple(planned(workspace, self._reading.law, workspace.settings.documents))

    def formats(self, document: PlannedDocument) -> tuple[FileFormat, ...]:
        """Give the formats of a document. None where the settings do not ask for it."""
        return tuple(self._formats.of(document)) if document in self._documents else ()

    def left_over(self, outputs: Outputs, besides: Collection[PurePosixPath] = ()) -> list[PurePosixPath]:
        """Give the outputs that nothing asks for, but for those of `besides`, by their names in the lock file.

        Why: where something cannot be read, it may be what asks for them. Then none is given.
        """
        if self._reading.failed or self._reading.has_errors:
            return []
        asked = {*files_of(self.documents, self._formats), *besides}
        return [name for name in unasked(outputs, asked) if self.concerns(name, outputs)]

    def concerns(self, name: PurePosixPath, outputs: Outputs) -> bool:
        """Tell whether an output may belong to what was read: to anything at all, unless one agreement was read."""
        inside = name.parts if outputs.home == outputs.folder else name.parts[1:]
        return self.is_whole or inside[0] in self._reading.workspace.agreements

    @cached_property
    def _documents(self) -> frozenset[PlannedDocument]:
        return frozenset(self.documents)

    @cached_property
    def is_whole(self) -> bool:
        """Whether every agreement of the workspace was read, as far as it can be."""
        return set(agreement_files(self._reading.root)) <= {*self._reading.used, *self._reading.failed}


def unasked(outputs: Outputs, asked: Collection[PurePosixPath]) -> list[PurePosixPath]:
    """Give the outputs that are not among those asked for, by their names in the lock file."""
    names = {outputs.name(path) for path in asked}
    return [name for name in sorted(outputs.entries) if name not in names]


def files_of(documents: Iterable[PlannedDocument], formats: Formats) -> set[PurePosixPath]:
    """Give the files of documents, inside the output folder."""
    return {document.file(FORMATS[format].extension) for document in documents for format in formats.of(document)}
