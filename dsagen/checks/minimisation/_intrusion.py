"""How far a flow reaches into private life: one point for each of eight things.

Source: section 6.4 of the data protection note. It is a guide for attention and no legal test.
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.minimisation._groups import is_connected
from dsagen.checks.subjects import FlowSubject

__all__ = ["HIGH", "intrusions"]

HIGH = 4
"""The number of points from which a flow needs its balance written down."""


def intrusions(flow: FlowSubject) -> tuple[str, ...]:
    """Give what makes a flow intrusive, in words."""
    return tuple(_intrusions(flow))


def _intrusions(flow: FlowSubject) -> Iterator[str]:
    if flow.is_routine:
        yield "a routine feed"
    if flow.special or flow.is_criminal:
        yield "sensitive information"
    if any(item.is_free_text for item in flow.items):
        yield "free text"
    if any(not recipient.is_public_authority for recipient in flow.recipients):
        yield "a recipient that is no public authority"
    if any(is_connected(group) for group in flow.people.values()):
        yield "people around the person concerned"
    if any(recipient.key not in flow.flow.retention for recipient in flow.recipients):
        yield "no end to keeping it"
    if flow.case.agreement.transparency.telling is None:
        yield "people who are not told"
    if flow.flow.method == "direct_access":
        yield "direct access to a system"
