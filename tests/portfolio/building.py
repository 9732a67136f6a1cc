"""Building a workspace from a test, as the command does."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from dsagen.documents.house import make_house
from dsagen.documents.library import Library
from dsagen.model.vocabulary import DocumentKind
from dsagen.portfolio.build import Building, BuildReport, Choices, build_whole
from dsagen.portfolio.build_many import build_many
from dsagen.portfolio.many import many_at
from dsagen.portfolio.outputs import Outputs
from dsagen.portfolio.plan import Formats
from dsagen.workspace import Reading, read_agreements, read_workspace

__all__ = ["TEXT", "built", "rebuilt"]

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


def rebuilt(root: Path) -> BuildReport:
    """Build what the settings ask for, in parts where the command would."""
    large = many_at(root)
    reading = read_agreements(large[0], ()) if large is not None else read_workspace(root)
    settings = reading.workspace.settings
    choices = Choices(Formats(settings.formats, settings.notice_formats), 1)
    (root / "build").mkdir(exist_ok=True)
    with Outputs(root / "build", root) as outputs:
        building = Building(Library(root / "templates"), make_house(settings, reading.house), outputs, choices)
        if large is not None:
            return build_many(building, reading, large[1], settings.documents)
        return build_whole(building, reading, settings.documents)
