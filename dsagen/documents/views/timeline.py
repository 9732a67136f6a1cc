"""The dates of an agreement as templates see them: a list in order of time, and the same as a picture."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from markupsafe import Markup, escape

from dsagen.documents.pictures.timeline import Moment, timeline_drawings
from dsagen.documents.pictures.words import Words
from dsagen.documents.told import Told
from dsagen.documents.views.pictures import Picture

__all__ = ["Dated", "dates_of_agreement", "dates_of_assessment", "timeline_pictures"]


@dataclass(frozen=True)
class Dated:
    """A day and what happens on it: as markup whose facts know their source, and as plain words for the picture."""

    date: Told
    what: Markup
    words: str
    tone: str = "white"

    @property
    def day(self) -> datetime.date:
        """Give the day for the calendar."""
        assert isinstance(self.date.value, datetime.date)
        return self.date.value


def dates_of_agreement(agreement: Any) -> list[Dated]:
    """Give the dates of an agreement in order of time: versions, reviews of drafts, signatures and its term."""
    return _in_order([*_versions(agreement), *_drafts(agreement), *_term(agreement), *_measures(agreement)])


def dates_of_assessment(agreement: Any) -> list[Dated]:
    """Give the dates of an assessment in order of time, with the versions and term of its agreement."""
    return _in_order([*_versions(agreement), *_asked(agreement.assessment), *_term(agreement), *_measures(agreement)])


def _in_order(dates: Iterable[Dated]) -> list[Dated]:
    once = {(each.day, each.words): each for each in dates}
    return sorted(once.values(), key=lambda each: each.day)


def _versions(agreement: Any) -> Iterator[Dated]:
    for number, version in agreement.versions.items():
        yield from _dated(version.date, "Version ", number, ": ", version.reason)


def _drafts(agreement: Any) -> Iterator[Dated]:
    for each in agreement.consulted:
        yield from _dated(each.date, "A draft is reviewed: ", each.role, ", ", each.body)


def _term(agreement: Any) -> Iterator[Dated]:
    for key, day in agreement.signed.items():
        signer = next((party.called for party in agreement.parties if party.key.value == key.value), key)
        yield from _dated(day, "Signed for ", signer)
    yield from _dated(agreement.starts, "The sharing starts", tone="strong")
    for strand in agreement.strands.values():
        yield from _dated(strand.starts, "This strand starts: ", strand.title)
    for each in agreement.accepted:
        found = (each.title, " (", each.rule, ")") if each.title else (each.rule,)
        yield from _dated(each.until, "Accepted until this day: ", *found)
    yield from _dated(agreement.review_by, "Review of the agreement, by this day", tone="strong")
    yield from _dated(agreement.ends, "The agreement ends", tone="strong")


def _measures(agreement: Any) -> Iterator[Dated]:
    for measure in agreement.assessment.measures.values():
        yield from _dated(measure.due, "Measure ", measure.key, " is due: ", measure.title, tone="tint")


def _asked(assessment: Any) -> Iterator[Dated]:
    for each in assessment.consultation:
        yield from _dated(each.date, "Asked for their views: ", each.group)
    if assessment.advice:
        yield from _dated(assessment.advice.date, "Advice of the data protection officer: ", assessment.advice.by)
    if assessment.decision:
        yield from _dated(assessment.decision.date, "Decision on the assessment: ", assessment.decision.by)


def _dated(day: Any, *parts: str, tone: str = "white") -> Iterator[Dated]:
    """Give a date where there is one: a gap or nothing stands on no line of time."""
    if isinstance(day, Told):
        yield Dated(day, Markup("").join(map(escape, parts)), "".join(map(str, parts)), tone)


def timeline_pictures(dates: Sequence[Dated]) -> list[Picture]:
    """Draw dates, over as many pictures as they need."""
    moments = [_moment(list(same)) for _, same in groupby(dates, key=lambda each: each.day)]
    drawn = timeline_drawings(moments)
    return [_picture(position, len(drawn), *one) for position, one in enumerate(drawn, 1)]


def _moment(same: Sequence[Dated]) -> Moment:
    tones = [each.tone for each in same]
    tone = next((tone for tone in ("strong", "tint") if tone in tones), "white")
    happens = tuple(Words(each.words, each.date.source, "(see the table of dates)") for each in same)
    return Moment(same[0].day, Words(str(same[0].date), same[0].date.source), happens, tone)


def _picture(position: int, pictures: int, drawing: object, moments: tuple[Moment, ...]) -> Picture:
    part = f", picture {position} of {pictures}" if pictures > 1 else ""
    said = " ".join(f"{each.said.text}: {'; '.join(words.text for words in each.happens)}." for each in moments)
    return Picture(
        str(position),
        "timeline",
        f"Dates in order of time{part}",
        f"Timeline of the dates{part}. {said}",
        Markup("{}").format(drawing),
    )
