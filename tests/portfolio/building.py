"""Building a workspace from a test, as the command does."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from dsagen.documents.house import make_house
from dsagen.documents.library import Library
from dsagen.model.vocabulary import DocumentKind
from dsagen.portfolio.build import Building, BuildReport, Choices, build_whole
from dsagen.portfolio.outputs import Outputs
from dsagen.portfolio.plan import Formats
from dsagen.workspace import Reading, read_workspace

TEXT = Formats(["text"], ["text"])


def built(
    workspace: Path | Reading,
    folder: Path,
    kinds: Collection[DocumentKind] | None = None,
    formats: Formats = TEXT,
    *,
    jobs: int = 1,
    force: bool = False,
    dry: bool = False,
    library: Library | None = None,
) -> BuildReport:
    """Build documents of some kinds, or those of the settings."""
    reading = read_workspace(workspace) if isinstance(workspace, Path) else workspace
    house = make_house(reading.workspace.settings, reading.house)
    library = library or Library(reading.root / "templates")
    folder.mkdir(exist_ok=True, parents=True)
    with Outputs(folder, reading.root, dry=dry) as outputs:
        building = Building(library, house, outputs, Choices(formats, jobs, force=force, dry=dry))
        return build_whole(building, reading, kinds or reading.workspace.settings.documents)
