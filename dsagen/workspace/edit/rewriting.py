"""Other words in the place of some, and words taken out, all over a file at once."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from dsagen.model.finding import Source
from dsagen.workspace.edit.additions import Splice, replaced
from dsagen.workspace.edit.edits import same_comments
from dsagen.workspace.edit.errors import EditRefused
from dsagen.workspace.edit.layout import Layout, Place
from dsagen.workspace.edit.removals import removed
from dsagen.workspace.parse import parse
from dsagen.workspace.text import Text

__all__ = ["Rewrite", "rewritten"]

_BY_HAND = "Make the change by hand."


@dataclass(frozen=True)
class Rewrite:
    """A word to be written anew: a key, or a single value."""

    source: Source
    """Where it stands."""
    is_key: bool
    word: str | None
    """What stands there afterwards. None takes it out: a key with its value, or the item of a list."""


def rewritten(text: Text, rewrites: Collection[Rewrite]) -> str:
    """Give the content of a file with words written anew. Everything else stays as it is, comments and order too.

    Raises `EditRefused` where a place is to be written in two ways, or leaves no room for it.
    """
    wanted: dict[tuple[Source, bool], Rewrite] = {}
    for rewrite in rewrites:
        if wanted.setdefault((rewrite.source, rewrite.is_key), rewrite) != rewrite:
            reason = "this is shared, and the places that use it need different words"
            raise EditRefused(str(rewrite.source), reason, source=rewrite.source, fix="Write it out in each place.")
    layout = Layout(text.content)
    words = {(text.source(place.start), is_key): place for place, is_key in _words(layout)}
    missing = next((place for place in wanted if place not in words), None)
    if missing is not None:
        raise EditRefused(str(missing[0]), "no word stands here", source=missing[0], fix=_BY_HAND)
    placed = sorted(((words[place], rewrite) for place, rewrite in wanted.items()), key=_start, reverse=True)
    content = text.content
    for place, rewrite in placed:
        content = _splice(layout, content, place, rewrite).into(content)
    if any(rewrite.word is None for _, rewrite in placed):
        _check(text, layout, content)
    return content


def _check(text: Text, layout: Layout, content: str) -> None:
    """Refuse to take out what is used elsewhere, or a comment. Other words in the place of some can do neither."""
    _, problems = parse(Text(text.file, content))
    if problems:
        reason = f"once it is edited, {problems[0].message}"
        raise EditRefused(text.file, reason, source=problems[0].source, fix="Write the values out first.")
    if not same_comments(layout, content):
        raise EditRefused(text.file, "a comment would be lost", source=Source(text.file, 1, 1), fix=_BY_HAND)


def _start(placed: tuple[Place, Rewrite]) -> int:
    return placed[0].start


def _words(layout: Layout) -> Iterator[tuple[Place, bool]]:
    """Give every word of a file, with whether it is a key."""
    keys = {id(key) for key, _ in layout.pairs}
    for place in layout.root.walk() if layout.root is not None else ():
        if place.kind == "scalar":
            yield place, id(place) in keys


def _splice(layout: Layout, content: str, place: Place, rewrite: Rewrite) -> Splice:
    """Give the splice of one rewrite.

    Why from the end of the file to its start: what stands above a change keeps its place. What is taken out is looked
    up in the text as it is by then, since its neighbours below may have gone.
    """
    if rewrite.word is None:
        now = Layout(content)
        return removed(now, *_held(now, place.start, rewrite))
    splice = replaced(layout, place, rewrite.word)
    anchor = f"&{place.anchor} " if place.anchor and layout.content.startswith("&", place.start) else ""
    return Splice(splice.start, splice.end, anchor + splice.text)


def _held(layout: Layout, at: int, rewrite: Rewrite) -> tuple[Place, int]:
    """Give what holds the word, and which one of its parts it is."""
    for holder in layout.root.walk() if layout.root is not None else ():
        parts = [key for key, _ in holder.keys] if rewrite.is_key else holder.items
        for index, part in enumerate(parts):
            if part.start == at and part.kind == "scalar":
                return holder, index
    raise EditRefused(str(rewrite.source), "this is not part of a list or a mapping", source=rewrite.source)
