"""The risks of the library that the structure of an agreement suggests, and what was done about each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dsagen.checks.risks.signs import SIGNS
from dsagen.checks.subjects.case import Case
from dsagen.law.assessment import LibraryRisk
from dsagen.workspace.paths import join_path

__all__ = ["SuggestedRisk", "suggested_risks"]


@dataclass(frozen=True)
class SuggestedRisk:
    """A risk of the library, the facts that suggest it, and what the assessment does about it."""

    key: str
    entry: LibraryRisk
    facts: tuple[str, ...]
    """What suggests it, in words. None where nothing does, and the assessment has it all the same."""
    taken_up: tuple[str, ...]
    """The risks of the assessment that are based on it."""
    set_aside: str | None
    """Why it is not taken up."""
    path: str
    """The id of the place where an author would set it aside."""

    @property
    def is_open(self) -> bool:
        """Tell whether it is suggested and nobody has dealt with it."""
        return bool(self.facts) and not self.taken_up and self.set_aside is None


def suggested_risks(case: Case) -> Iterator[SuggestedRisk]:
    """Give each risk of the library that is suggested, taken up or set aside, in the order of the library."""
    assessment, base = case.agreement.assessment, join_path(case.path, "assessment", "set_aside")
    for key, entry in case.law.risks.items():
        facts = tuple(fact for sign in entry.suggested_by if (fact := SIGNS[sign](case)))
        taken_up = tuple(risk for risk, each in assessment.risks.items() if each.library == key)
        set_aside = assessment.set_aside.get(key)
        if facts or taken_up or set_aside is not None:
            yield SuggestedRisk(key, entry, facts, taken_up, set_aside, join_path(base, key))
