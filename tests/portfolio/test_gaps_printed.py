"""What the documents of an agreement show as missing is what `check` reports, and nothing else."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from dsagen.documents.compose import Composition
from dsagen.documents.tree import words_of
from dsagen.model.finding import Finding
from dsagen.portfolio.plan import PlannedDocument
from tests.golden.composed import AGREEMENTS as EVERY
from tests.portfolio.reading import composed
from tests.portfolio.stripping import Takes, copy, every_gap, every_word, strip

AGREEMENTS = list({agreement.partition("/")[0]: agreement for agreement in EVERY}.values())
"""One agreement of each example."""


def printed(composition: Composition) -> set[str]:
    """Give the source of every gap that a document shows."""
    marks = composition.tree.root.iter("mark")
    return {str(data.get("value")) for mark in marks for data in mark.iter("data")}


def listed(composition: Composition) -> str:
    """Give the words of the front sheet, in small letters."""
    front = [part for part in composition.tree.root if str(part.get("id")).endswith(".front")]
    return " ".join(words_of(part) for part in front).lower()


def compare(
    documents: Mapping[PlannedDocument, Composition], gaps: Sequence[Finding], findings: Sequence[Finding]
) -> None:
    """Compare what is printed in all documents with what is missing, and the front sheets with what is reported.

    A gap that a rule is about is listed in the words of the rule.
    """
    assert set().union(*(printed(composition) for composition in documents.values())) == {gap.path for gap in gaps}
    for composition in documents.values():
        assert composition.tree.properties.draft
        front = listed(composition)
        for gap in gaps:
            about = [each for each in findings if each.path == gap.path or each.path.startswith(f"{gap.path}/")]
            said = [each.message.removeprefix("To be completed: ").lower() for each in (gap, *about)]
            assert about and any(words in front for words in said), gap


@pytest.mark.parametrize("takes", [every_gap, every_word])
@pytest.mark.parametrize("agreement", AGREEMENTS)
def test_with_everything_taken_out(agreement: str, takes: Takes, tmp_path: Path) -> None:
    workspace = copy(agreement, tmp_path)
    strip(workspace, takes)
    compare(*composed(workspace))


@pytest.mark.parametrize("agreement", AGREEMENTS)
@settings(max_examples=1, phases=[Phase.generate], deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(chance=st.randoms(use_true_random=False), share=st.sampled_from([0.02, 0.2, 0.6]))
def test_with_some_of_it_taken_out(agreement: str, chance: Random, share: float) -> None:
    def some(info: Any, value: Any) -> bool:
        return every_gap(info, value) and chance.random() < share

    with tempfile.TemporaryDirectory() as folder:
        workspace = copy(agreement, Path(folder))
        strip(workspace, some)
        documents, gaps, findings = composed(workspace)
        if gaps:
            compare(documents, gaps, findings)


@pytest.mark.parametrize("agreement", AGREEMENTS[:1])
def test_an_agreed_agreement_with_a_gap_is_a_draft(agreement: str, tmp_path: Path) -> None:
    workspace = copy(agreement, tmp_path, status="agreed")
    strip(workspace, every_word)
    compare(*composed(workspace))
