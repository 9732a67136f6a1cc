"""Trace words of a document to what they come from, and to every other place that shows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Literal

from dsagen.documents.library import Library
from dsagen.portfolio.origins import Origin, Origins
from dsagen.portfolio.passages import Passage, PassageReader, Place, Run
from dsagen.portfolio.plan import PlannedDocument
from dsagen.portfolio.pool import Crashed, processors, spread
from dsagen.portfolio.sides import Side
from dsagen.portfolio.sought import Sought, folded
from dsagen.workspace import Reading

__all__ = ["Others", "Trace", "Traced", "trace"]

Others = Literal["none", "few", "all"]
"""Which other agreements are looked at."""

_TOGETHER = 4
"""So many documents are read in one process: a pool would cost more than it saves."""
_EVERYWHERE = frozenset({"law", "clauses", "settings"})
"""What any agreement may show."""
_FEW = 24
"""So many other agreements are looked at unasked: more would take minutes."""
_NEAREST = 3
_LIKE = 0.6
"""How much alike words are that are offered instead."""


@dataclass
class Traced:
    """One source of the words, and where it is shown."""

    origin: Origin
    words: str
    """What it says where the words were found."""
    places: list[Place] = field(default_factory=list)


@dataclass(frozen=True)
class Trace:
    """What became of the search."""

    sources: tuple[Traced, ...]
    found_in: tuple[Place, ...]
    """Where the words stand."""
    nearest: tuple[str, ...]
    """Where they stand nowhere: what is most like them."""
    elsewhere: bool = False
    """Whether the document that was asked for does not say them, and others do."""
    problems: tuple[str, ...] = ()
    """Which documents could not be composed, and why."""
    not_read: tuple[str, ...] = ()
    """Other agreements that may show the same, and that were not looked at because they are many."""


def trace(
    reading: Reading,
    reference: str,
    words: str,
    document: PlannedDocument | None = None,
    *,
    others: Others = "few",
    jobs: int = 0,
) -> Trace:
    """Trace words in the documents of an agreement: in one of them first, where one is named.

    `others` says whether other agreements, which may show the same values, are looked at: none of them, all of them, or
    all of them where they are few.
    """
    return _Tracer(reading, jobs or processors()).trace(reference, Sought(words), document, others)


class _Tracer:
    def __init__(self, reading: Reading, jobs: int) -> None:
        self._side = Side(reading)
        self._library = Library(reading.root / "templates")
        self._origins = Origins(reading, self._library)
        self._jobs = jobs
        self._problems: list[str] = []

    def trace(self, reference: str, sought: Sought, document: PlannedDocument | None, others: Others) -> Trace:
        documents = [each for each in self._side.wanted.documents if each.agreement == reference]
        if document is not None and document not in documents:
            documents.append(document)
        passages = list(self._read(documents))
        inside = [passage for passage in passages if document in (None, passage.place.document)]
        hits = _hits(inside, sought)
        elsewhere = not hits and document is not None
        hits = hits or _hits(passages, sought)
        if not hits:
            return Trace((), (), tuple(_nearest(inside or passages, sought)), problems=tuple(self._problems))
        values, templates = self._sources(hits)
        self._show(values, passages)
        also = self._others(reference, values) if others != "none" else []
        not_read = also if others == "few" and len(also) > _FEW else []
        if not not_read:
            wanted = set(also)
            self._show(values, self._read([each for each in self._side.wanted.documents if each.agreement in wanted]))
        found = dict.fromkeys(passage.place for passage, _ in hits)
        sources = (*values.values(), *templates.values())
        return Trace(sources, tuple(found), (), elsewhere, tuple(self._problems), tuple(not_read))

    def _sources(self, hits: Sequence[tuple[Passage, Sequence[Run]]]) -> tuple[dict[str, Traced], dict[Origin, Traced]]:
        """Group what was found by its source, and the words of templates by their line."""
        values: dict[str, Traced] = {}
        templates: dict[Origin, Traced] = {}
        for passage, runs in hits:
            for run in runs:
                if run.source:
                    words = _words(run, passage)
                    values.setdefault(run.source, Traced(self._origins.of_source(run.source, words), words))
                    continue
                origin = self._origins.of_template(passage.template, run.words)
                traced = templates.setdefault(origin, Traced(origin, " ".join(run.words.split())))
                if passage.place not in traced.places:
                    traced.places.append(passage.place)
        return values, templates

    def _show(self, values: dict[str, Traced], passages: Iterable[Passage]) -> None:
        for passage in passages:
            for source in dict.fromkeys(run.source for run in passage.runs):
                if source in values and passage.place not in values[source].places:
                    values[source].places.append(passage.place)

    def _others(self, reference: str, values: Iterable[str]) -> list[str]:
        """Give the other agreements that may show one of some values."""
        entities = {"/".join(source.split("/")[:2]) for source in values}
        anywhere = any(source.partition("/")[0] in _EVERYWHERE for source in values)
        inputs = self._side.inputs
        return [
            other
            for other in self._side.reading.workspace.agreements
            if other != reference and (anywhere or any(path in entities for path, _ in inputs.entities(other)))
        ]

    def _read(self, documents: Sequence[PlannedDocument]) -> Iterator[Passage]:
        reader = PassageReader(self._side.maker, self._library)
        places = {document: place for place, document in enumerate(documents)}
        found: dict[int, tuple[Passage, ...]] = {}
        expected = 0
        for document, answer in spread(reader, documents, min(self._jobs, max(1, len(documents) // _TOGETHER))):
            problem = answer.reason if isinstance(answer, Crashed) else answer
            if isinstance(problem, str):
                self._problems.append(f"{document.file('')}: {problem}")
            found[places[document]] = problem if isinstance(problem, tuple) else ()
            while expected in found:
                yield from found.pop(expected)
                expected += 1


def _hits(passages: Iterable[Passage], sought: Sought) -> list[tuple[Passage, list[Run]]]:
    """Give each passage that says the words, with what of it says them. Whole words come before parts of words."""
    held = list(passages)
    for parts in (False, True):
        found = [
            (passage, runs)
            for passage in held
            for start, end in sought.spans(passage.words, parts=parts)
            if (runs := list(_within(passage, start, end)))
        ]
        if found:
            return found
    return []


def _within(passage: Passage, start: int, end: int) -> Iterator[Run]:
    """Give the values that a stretch of a passage touches, whole, and what of it is the template's own words."""
    at = 0
    for run in passage.runs:
        part = run.words[max(0, start - at) : max(0, end - at)]
        at += len(run.words)
        if any(letter.isalnum() for letter in part):
            yield run if run.source else Run(part)


def _words(run: Run, passage: Passage) -> str:
    """Give what a source says: a clause as a whole, with the values in it; anything else as it is printed."""
    if run.source.startswith("clauses/") and "/parameters/" not in run.source:
        number = 0 if passage.runs[0].source else len(passage.runs[0].words)
        return " ".join(passage.words[number:].split())
    return " ".join(run.words.split())


def _nearest(passages: Sequence[Passage], sought: Sought) -> list[str]:
    """Give what is most like the words: values as they are printed, or else the passage that has most of the words."""
    scores: dict[str, float] = {}
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(sought.words)
    for run in dict.fromkeys(run for passage in passages for run in passage.runs if run.source):
        words = " ".join(run.words.split())
        matcher.set_seq1(folded(words)[0])
        if matcher.real_quick_ratio() >= _LIKE and matcher.quick_ratio() >= _LIKE:
            scores[words] = max(scores.get(words, 0), matcher.ratio())
    best = sorted((words for words, score in scores.items() if score >= _LIKE), key=lambda each: (-scores[each], each))
    return best[:_NEAREST] or _sharing(passages, set(sought.words.split()))


def _sharing(passages: Sequence[Passage], wanted: set[str]) -> list[str]:
    """Give the shortest passage that has most of some words, where it has half of them."""
    texts = dict.fromkeys(" ".join(passage.words.split()) for passage in passages)
    shared = {text: len(wanted.intersection(folded(text)[0].split())) for text in texts}
    best = min(shared, key=lambda text: (-shared[text], len(text)), default=None)
    return [best] if best is not None and shared[best] * 2 >= len(wanted) else []
