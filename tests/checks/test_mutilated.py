"""Rules bear any legal agreement, however little it says."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import Any

import pytest
from pydantic import BaseModel

from dsagen.checks.rulebook import rulebook
from dsagen.checks.run import check_rules
from dsagen.checks.subjects import Case
from dsagen.model.workspace import Workspace
from dsagen.workspace import read_workspace
from tests.golden.composed import ROOT

DAY = date(2026, 11, 23)


def mutilated(value: Any, chance: Random, share: float) -> Any:
    """Give a value with some of what may be missing taken out, at every depth."""
    if isinstance(value, BaseModel):
        changed = {
            name: info.get_default(call_default_factory=True)
            if not info.is_required() and chance.random() < share
            else mutilated(getattr(value, name), chance, share)
            for name, info in type(value).model_fields.items()
        }
        return type(value).model_construct(None, **changed)
    if isinstance(value, dict):
        return {key: mutilated(item, chance, share) for key, item in value.items()}
    if isinstance(value, list):
        return [mutilated(item, chance, share) for item in value]
    return value


@pytest.mark.parametrize("example", ["young-carer-flag", "police-call-out"])
@pytest.mark.parametrize("share", [0.02, 0.1, 0.5])
@pytest.mark.parametrize("seed", range(3))
def test_no_rule_fails_on_a_mutilated_agreement(example: str, share: float, seed: int) -> None:
    chance = Random(seed)
    reading = read_workspace(ROOT / "examples" / example)
    workspace: Workspace = mutilated(reading.workspace, chance, share)
    whole = workspace.model_copy(
        update={
            name: mutilated(getattr(reading.workspace, name), chance, share)
            for name in ("parties", "people", "datasets", "agreements")
        }
    )
    (agreement,) = whole.agreements.values()
    found = list(check_rules(Case(agreement, whole, reading.law, DAY)))
    assert found
    for finding in found:
        assert finding.rule in rulebook()
        assert finding.path
        assert finding.message.rstrip('”"`)').endswith((".", "?", "!", ":")), finding
        assert len(finding.facts) in (0, 12)
