"""Take each field of a flow away, and see what fails for a recipient."""

from __future__ import annotations

from dataclasses import dataclass

from dsagen.checks.needs.delivery import Delivery
from dsagen.checks.needs.requirement import Requirement

__all__ = ["Loss", "taken_away"]


@dataclass(frozen=True)
class Loss:
    """What taking one field out of one flow does to one recipient."""

    field: str
    fails: tuple[Requirement, ...]
    """What can no longer be done."""
    falls_back: tuple[tuple[Requirement, frozenset[str]], ...]
    """What can be done in another way, with the fields that then do it: the fewest."""

    @property
    def is_nothing(self) -> bool:
        """Tell whether nothing fails."""
        return not self.fails

    @property
    def is_explained(self) -> bool:
        """Tell whether somebody has said why it travels beside another way."""
        return bool(self.falls_back) and all(requirement.why_more for requirement, _ in self.falls_back)

    @property
    def needed_by_one(self) -> Requirement | None:
        """Give the one question that needs the field, where only one does."""
        questions = [requirement for requirement in self.fails if not requirement.is_matching]
        return questions[0] if len(questions) == 1 and len(self.fails) == 1 and not self.falls_back else None


def taken_away(delivery: Delivery) -> tuple[Loss, ...]:
    """Take each field away by itself, in the order in which they are written."""
    return tuple(_loss(delivery, field) for field in delivery.flow.flow.fields)


def _loss(delivery: Delivery, field: str) -> Loss:
    rest = delivery.fields - {field}
    touched = [requirement for requirement in delivery.requirements if field in requirement.fields]
    fails = tuple(requirement for requirement in touched if not requirement.is_met(rest))
    back = tuple(
        (requirement, min((one for one in requirement.sets if one <= rest), key=lambda one: (len(one), sorted(one))))
        for requirement in touched
        if requirement.is_met(rest)
    )
    return Loss(field, fails, back)
