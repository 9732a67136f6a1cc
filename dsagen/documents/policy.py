"""Which controllers need an appropriate policy document, and for which conditions."""

from __future__ import annotations

from dsagen.checks.relied_on import relied_on
from dsagen.law.catalogue import Catalogue
from dsagen.model.agreement import Agreement
from dsagen.model.flow import Flow
from dsagen.model.vocabulary import PolicyMode
from dsagen.model.workspace import Workspace

__all__ = ["needs_policy", "policy_layout", "policy_paragraphs"]


def policy_paragraphs(flow: Flow, party: str, workspace: Workspace, law: Catalogue) -> list[int]:
    """Give the paragraphs of Schedule 1 for which a party to a flow needs an appropriate policy document.

    A party that only discloses to competent authorities needs none for paragraph 10. A council is one for some of its
    functions only, so it does not count.

    Source: Data Protection Act 2018 Schedule 1 paragraphs 1, 5, 10 and 38 to 41.
    """
    basis = flow.bases.get(party)
    if basis is None:
        return []
    types = [workspace.parties[recipient].type for recipient in flow.to]
    to_authorities = flow.from_ == party and all(law.party_types[kind].competent_authority == "yes" for kind in types)
    named = [number for number in relied_on(basis) if number in law.schedule1]
    return law.needs_policy_document(named, to_competent_authority=to_authorities)


def needs_policy(agreement: Agreement, party: str, workspace: Workspace, law: Catalogue) -> bool:
    """Tell whether a party relies on anything that calls for an appropriate policy document.

    Source: as for `policy_paragraphs`, and sections 35(4), 35(5) and 42 of the Act for sensitive processing.
    """
    flows = [flow for flow in agreement.flows.values() if party in flow.bases and not flow.withdrawn_in]
    sensitive = any(flow.bases[party].regime == "part3" and flow.bases[party].schedule8 for flow in flows)
    return sensitive or any(policy_paragraphs(flow, party, workspace, law) for flow in flows)


def policy_layout(party: str, workspace: Workspace) -> PolicyMode | None:
    """Give the layout of a party's policy document, or nothing for the whole document.

    Why: a supplement or rows to paste in say little without the corporate document, so a party without one has neither.
    """
    corporate = workspace.parties[party].appropriate_policy
    if corporate is None:
        return None
    mode = corporate.mode or workspace.settings.policy_mode
    return None if mode == "standalone" else mode
