"""The printed screening: the answers of the checks, in the document's words, with all that they were read from."""

from __future__ import annotations

from pathlib import Path

from dsagen.documents.library import Library
from dsagen.documents.views.base import World
from dsagen.documents.views.screening import TriggerView, screening
from tests.checks.pages import read_changed

HERE = "agreements/FER-001"


def _screened(changes: str, folder: Path) -> tuple[World, dict[str, TriggerView]]:
    reading = read_changed(changes, folder)
    assert not reading.problems, reading.problems
    library = Library()
    world = World(reading.workspace, reading.workspace.agreements["FER-001"], reading.law, library.labels)
    return world, {view.trigger.key.value: view for view in screening(world)}


def test_facts_know_where_an_author_would_say_them(tmp_path: Path) -> None:
    _, views = _screened("reference: FER-001\n", tmp_path)
    matching, scale = views["wp248_matching_datasets"], views["wp248_large_scale"]
    assert (str(matching.applies), str(matching.fact)) == ("Yes", "Records are matched in F01, F02.")
    assert (matching.applies.source, matching.fact.source) == (
        HERE,
        f"{HERE}/assessment/screening/wp248_matching_datasets",
    )
    assert (str(scale.applies), scale.fact.source) == ("No", f"{HERE}/assessment")


def test_what_an_author_says_has_its_own_source(tmp_path: Path) -> None:
    _, views = _screened("assessment: {screening: {wp248_large_scale: Every child.}}\n", tmp_path)
    said = views["wp248_large_scale"]
    source = f"{HERE}/assessment/screening/wp248_large_scale"
    assert (said.applies.source, said.fact.source, str(said.fact)) == (source, source, "Every child.")


def test_special_categories_have_the_printed_words(tmp_path: Path) -> None:
    changes = "flows: {F04: {withdrawn_in: '1.0'}}\n"
    world, views = _screened(changes, tmp_path)
    words = world.labels.word("SpecialCategory", "health")
    assert str(views["wp248_sensitive_data"].fact) == f"The flows carry, or let people infer: {words}."


def test_all_that_an_answer_was_worked_out_from_is_noted(tmp_path: Path) -> None:
    world, _ = _screened("reference: FER-001\n", tmp_path)
    assert {
        "people/child/label",
        "people/child/ages",
        "datasets/incidents/fields/worry-code/criminal",
        "datasets/young-carer-flags/fields/possible-young-carer/people",
        f"{HERE}/assessment/automated_decisions",
        f"{HERE}/transparency/exceptions",
    } <= world.reads.values.keys()
