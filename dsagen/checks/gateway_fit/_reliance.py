"""Whether anything rests on a provision whose start was announced and is not confirmed."""

from __future__ import annotations

from dsagen.checks.subjects import Citation

__all__ = ["rests_on"]


def rests_on(citation: Citation) -> str:
    """Say what rests on a citation that is not in force, or nothing.

    It is the party's only power, or legal obligation rests on it, or a statutory duty that lifts confidence does
    (gateways note, J7).
    """
    side, basis = citation.side, citation.side.basis
    assert basis is not None
    others = [other for other in side.citations if other.index != citation.index]
    duty_beside = any(other.is_live_duty and other.coverage for other in others)
    if basis.article6 == "c" and not duty_beside:
        return "The legal obligation in `article6` rests on it."
    route = side.flow.flow.confidentiality
    if side.role == "discloser" and route is not None and route.route == "statutory_duty" and not duty_beside:
        return "The duty of confidence is answered by it."
    needs_power = side.is_public_task or basis.regime == "part3" or basis.article6 == "e"
    if needs_power and not any(other.is_power and other.state == "in_force" for other in others):
        return f"{side.party.called} cites no other power."
    return ""
