"""For which paragraphs a party needs an appropriate policy document."""

from __future__ import annotations

from dsagen.checks.subjects import PartySubject

__all__ = ["paragraphs_needing_policy"]


def paragraphs_needing_policy(party: PartySubject) -> list[int]:
    """Give the paragraphs of Schedule 1 for which a party's flows call for a policy document, in order.

    Source: Data Protection Act 2018 Schedule 1 paragraphs 1, 5, 10 and 38 to 41.
    """
    needed: set[int] = set()
    for flow in party.case.flows:
        basis = flow.flow.bases.get(party.key)
        if basis is not None:
            to_authorities = flow.sender.key == party.key and all(
                each.is_competent_authority for each in flow.recipients
            )
            needed |= set(party.case.law.needs_policy_document(basis.schedule1, to_competent_authority=to_authorities))
    return sorted(needed)
