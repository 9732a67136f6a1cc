"""The records that an agreement takes from law enforcement, each once."""

from __future__ import annotations

from dsagen.checks.law_enforcement._regime import holds_under_part3
from dsagen.checks.subjects import FlowSubject
from dsagen.model.dataset import Dataset

__all__ = ["part3_dataset"]


def part3_dataset(flow: FlowSubject) -> Dataset | None:
    """Give the dataset of a flow where it is held under Part 3, and no earlier flow uses it in that way."""
    if not holds_under_part3(flow):
        return None
    for earlier in flow.case.flows:
        if earlier.key == flow.key:
            break
        if earlier.flow.dataset == flow.flow.dataset and holds_under_part3(earlier):
            return None
    return flow.dataset
