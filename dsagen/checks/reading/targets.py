"""What each reader of a notice can follow: the longest sentence, the grade and the length, each with its reason."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from dsagen.model.vocabulary import NoticeAudience

__all__ = ["AGES", "CHILDREN", "TARGETS", "Target", "words_not_for_children"]


CHILDREN = (7, 11)
"""The ages of the readers of the notice for children, both included."""
AGES: Mapping[NoticeAudience, tuple[int, int]] = MappingProxyType({"young_people": (12, 17), "children": CHILDREN})
"""The ages that a notice is written for. A notice that is not here is for any age.

**Why:** one text cannot be plain to an adult and to a child of seven (UK GDPR Article 12(1); the regulator's guidance
on children asks for several versions where the ages differ much). Children under seven are told by an adult.
"""


@dataclass(frozen=True)
class Target:
    """What a text may ask of one kind of reader."""

    readers: str
    longest: int
    """The longest sentence, in words."""
    grade: float
    """The highest Flesch-Kincaid grade."""
    length: int | None
    """The most words, without headings, tables and addresses. None where there is no limit."""
    reason: str


TARGETS: Mapping[str, Target] = MappingProxyType(
    {
        target.readers: target
        for target in (
            Target(
                "children",
                15,
                4.0,
                300,
                "A child of nine reads at grade 4. The regulator's own notice for children was tested for age 14, "
                "which is too hard here; GOV.UK writes for about age 9.",
            ),
            Target("young_people", 20, 6.0, 600, "The notice has to be followed at 12: age 11 is grade 6."),
            Target("key_facts", 25, 7.0, 150, "Half a page that a tired parent reads in a minute."),
            Target("just_in_time", 25, 7.0, None, "One or two sentences a line: each line is measured by itself."),
            Target("full", 25, 8.0, None, "Guidance on plain English: sentences of 25 words or fewer, and age 13."),
        )
    }
)
"""By audience. The law sets no reading age: UK GDPR Article 12(1) asks for clear and plain language, above all to a
child. The figures are ours, and follow the guidance that the law note names."""

_ACT = r"[A-Z][\w'’]*(?: [\w'’]+)* (?:Act|Regulations|Measure|Order) \d{4}"
_NEVER = re.compile(
    r"\b(?:controllers?|processors?|data subjects?|(?:lawful|legal) bas[ie]s|gateways?|UK GDPR|GDPR|Articles? \d"
    rf"|Schedule \d|[Ss]ection \d|{_ACT})\b"
)


def words_not_for_children(text: str) -> list[str]:
    """Give the words of a text that no notice for children uses: terms of data protection, and names of statutes."""
    return list(dict.fromkeys(_NEVER.findall(text)))
