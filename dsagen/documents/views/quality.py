"""The checklist of a quality assurance group, answered from the description."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dsagen.documents.told import Told
from dsagen.documents.views.agreement import AgreementView, agreement_view
from dsagen.documents.views.base import World
from dsagen.model.finding import Finding
from dsagen.workspace.paths import join_path

__all__ = ["QualityCheck", "quality_checks"]


@dataclass(frozen=True)
class QualityCheck:
    """A question that a reviewer asks, the answer, and the section of the agreement to look in."""

    question: str
    answer: Told
    section: str


def quality_checks(world: World, findings: Sequence[Finding]) -> list[QualityCheck]:
    """Answer every question of the checklist for the world's agreement."""
    agreement = agreement_view(world)
    source = join_path("agreements", world.agreement.reference)
    checks = [(question, section, answer(agreement)) for question, section, answer in _CHECKS]
    checks.append(("Is every part of the description complete?", "dsa.control", not findings))
    return [
        QualityCheck(question, Told("Yes" if holds else "No", source, holds), section)
        for question, section, holds in checks
    ]


def _parties_match(agreement: AgreementView) -> bool:
    parties = {party.key.value for party in agreement.parties}
    in_flows = {side.party.key.value for side in agreement.sides}
    return parties == in_flows == set(agreement._entity.signatories)


def _law_in_force(agreement: AgreementView) -> bool:
    return all(provision.gateway.state.value == "in_force" for provision in agreement.provisions)


def _conditions(agreement: AgreementView) -> bool:
    sides = [side for side in agreement.sides if side.flow.special and side.basis]
    return all(side.basis.special_condition or side.basis.sensitive_conditions for side in sides)


_CHECKS: tuple[tuple[str, str, Callable[[AgreementView], bool]], ...] = (
    ("Is every party in a flow and in the signatures, and nobody else?", "dsa.2", _parties_match),
    ("Does every purpose say what the recipient does?", "dsa.3", lambda a: all(p.action for p in a.purposes)),
    ("Does every party to every flow have a legal basis?", "dsa.5", lambda a: all(s.basis for s in a.sides)),
    ("Is every provision that is relied on in force?", "dsa.5", _law_in_force),
    ("Does special category information have its condition on each side?", "dsa.5", _conditions),
    ("Is the duty of confidence answered for every flow?", "dsa.5", lambda a: all(f.confidentiality for f in a.flows)),
    ("Does every field have a reason?", "dsa.s2", lambda a: all(i.reason for f in a.flows for i in f.fields)),
    ("Does every flow say what starts it?", "dsa.7", lambda a: all(f.trigger for f in a.flows)),
    (
        "Does every recipient say who may see the information?",
        "dsa.9",
        lambda a: all(side.viewers for flow in a.flows for side in flow.recipients),
    ),
    (
        "Does every recipient say how long it keeps the information?",
        "dsa.11",
        lambda a: all(side.retention for flow in a.flows for side in flow.recipients),
    ),
    ("Has anyone reviewed a draft?", "dsa.control", lambda a: bool(a.consulted)),
    ("Is there a day by which the agreement is reviewed?", "dsa.18", lambda a: bool(a.review_by)),
    ("Has the impact assessment been decided?", "dsa.19", lambda a: bool(a.assessment.decision)),
)
