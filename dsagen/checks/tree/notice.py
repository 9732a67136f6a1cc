"""A privacy notice as its readers get it: too long, too hard, or in words that children do not know."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dsagen.checks.reading import TARGETS, Target, measured, passages, words_in, words_not_for_children
from dsagen.checks.rule import Found

__all__ = ["MADE", "Notice", "Passage", "found_in_notice"]

_FOR_CHILDREN = frozenset({"children", "young_people"})
_A_NAME = re.compile(r"^(parties|people)/|/(viewers|not_told|child_roles|help|given_by)/|/processors/[^/]+/name$")
"""Values that name someone: an organisation, a group, a role, or whom to talk to."""
MADE = frozenset({"DOC-033", "DP-CHD-002"})
"""The rules that a build asks about a notice it has made, beside what they find in the model."""


@dataclass(frozen=True)
class Passage:
    """A paragraph or an item of a list, with the values in it."""

    words: str
    listed: bool
    """Whether it is an item of a list: it counts towards the length and not towards the grade."""
    sources: tuple[tuple[str, str], ...]
    """The id and the words of each value that somebody wrote, in order."""

    @property
    def sentences(self) -> list[str]:
        """Give its sentences. Whatever names someone is one word there, since nobody can choose another name."""
        words = self.words
        for source, name in self.sources:
            words = words.replace(name, "Name", 1) if _A_NAME.search(source) else words
        return passages(words)


@dataclass(frozen=True)
class Notice:
    """A notice, without its headings and tables."""

    audience: str
    """A layout, or `full`."""
    party: str
    path: str
    """The id of what to blame where no value is: the agreement's arrangements for telling people."""
    passages: Sequence[Passage]


def found_in_notice(notice: Notice) -> Iterator[tuple[str, Found]]:
    """Find where a notice asks too much of its readers, each with the id of the rule that it breaks."""
    target = TARGETS[notice.audience]
    rule = "DP-CHD-002" if notice.audience == "children" else "DOC-033"
    yield from ((rule, found) for found in _long_sentences(notice, target))
    yield from ((rule, found) for found in _too_hard(notice, target))
    yield from ((rule, found) for found in _too_long(notice, target))
    if notice.audience in _FOR_CHILDREN:
        yield from (("DP-CHD-002", found) for found in _terms(notice))


def _long_sentences(notice: Notice, target: Target) -> Iterator[Found]:
    for passage in notice.passages:
        for sentence in passage.sentences:
            length = len(words_in(sentence))
            blamed = _blamed(passage, sentence)
            if length > target.longest and blamed:
                yield Found(
                    blamed, f"In {_called(notice)}, a sentence has {length} words. {target.longest} is the most."
                )


def _too_hard(notice: Notice, target: Target) -> Iterator[Found]:
    read = [passage for passage in notice.passages if not passage.listed]
    grade = measured(sentence for passage in read for sentence in passage.sentences).grade
    if grade > target.grade:
        hardest = max(read, key=lambda passage: measured(passage.sentences).grade)
        yield Found(
            _blamed(hardest, hardest.words) or notice.path,
            f"{_called(notice, capital=True)} is at grade {grade:.1f}, for an age of about {grade + 5:.0f}. "
            f"The target is grade {target.grade:.0f}.",
        )


def _too_long(notice: Notice, target: Target) -> Iterator[Found]:
    """Find a notice that is too long. The value that crosses the limit is not to blame, so the longest one is."""
    lengths = [sum(len(words_in(sentence)) for sentence in each.sentences) for each in notice.passages]
    total = sum(lengths)
    if target.length is not None and total > target.length:
        sources = [source for passage in notice.passages for source in passage.sources]
        longest = max(sources, key=lambda source: len(source[1]), default=(notice.path, ""))[0]
        yield Found(
            longest,
            f"{_called(notice, capital=True)} has {total} words. {target.length} is the most.",
            "Say several things in the same words, and they are printed once. Shorten the longest texts.",
        )


def _terms(notice: Notice) -> Iterator[Found]:
    for passage in notice.passages:
        for term in words_not_for_children(passage.words):
            blamed = next((source for source, words in passage.sources if term in words), notice.path)
            yield Found(blamed, f"{_called(notice, capital=True)} says “{term}”.", "Say it in everyday words.")


def _blamed(passage: Passage, sentence: str) -> str:
    """Give the longest value in a sentence; nothing where nobody wrote any of it."""
    inside = [
        (len(words), source)
        for source, words in passage.sources
        if not _A_NAME.search(source) and (words[:40] in sentence or sentence in words)
    ]
    return max(inside)[1] if inside else ""


def _called(notice: Notice, *, capital: bool = False) -> str:
    named = {
        "children": "he notice for children",
        "young_people": "he notice for young people",
        "key_facts": "he key facts",
        "just_in_time": "he just-in-time lines",
    }
    return f"{'T' if capital else 't'}{named.get(notice.audience, 'he privacy notice')} of {notice.party}"
