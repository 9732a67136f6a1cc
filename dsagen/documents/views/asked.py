"""Questions that the checks answer as well: a document asks them of the same case, and notes all that was read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from dsagen.checks.subjects import Case
from dsagen.checks.watching import Reads, watched
from dsagen.documents.views.base import World
from dsagen.workspace.paths import join_path

__all__ = ["ask"]

_Answer = TypeVar("_Answer")


def ask(world: World, question: Callable[[Case], Iterable[_Answer]]) -> list[_Answer]:
    """Ask a question of the agreement, and note all that the answers were worked out from."""
    reads = Reads()
    path = join_path("agreements", world.agreement.reference)
    agreement, workspace = watched(world.agreement, path, reads), watched(world.workspace, "", reads)
    case = Case(agreement, workspace, world.catalogue, world.as_at)
    reads.open = True
    answers = list(question(case))
    for source, value in reads.values.items():
        world.reads.note(source, value)
    return answers
