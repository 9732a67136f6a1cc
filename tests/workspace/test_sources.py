"""From ids to places and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsagen.model.finding import Source
from dsagen.workspace import join_path, split_path
from tests.workspace.builder import Builder

FILE = "agreements/riv-001.yaml"


@pytest.mark.parametrize(
    ("path", "key", "value"),
    [
        ("agreements/RIV-001/title", f"{FILE}:2:1", f"{FILE}:2:8"),
        ("agreements/RIV-001/parties/1", f"{FILE}:6:25", f"{FILE}:6:25"),
        ("agreements/RIV-001/flows/F01", f"{FILE}:21:3", f"{FILE}:22:5"),
        ("agreements/RIV-001/versions/1.0/date", f"{FILE}:11:5", f"{FILE}:11:11"),
        (
            "agreements/RIV-001/purposes/early-help/needs/Which child is often absent?/1",
            f"{FILE}:19:50",
            f"{FILE}:19:50",
        ),
        ("parties/north-school/name", "parties/all.yaml:2:3", "parties/all.yaml:2:9"),
        ("people/child/label", "people/all.yaml:2:3", "people/all.yaml:2:10"),
        ("datasets/attendance/fields/absence/kind", "datasets/all.yaml:7:35", "datasets/all.yaml:7:41"),
        ("settings/name", "dsagen.yaml:2:1", "dsagen.yaml:2:7"),
    ],
)
def test_a_value_is_where_it_was_written(workspace: Builder, path: str, key: str, value: str) -> None:
    sources = workspace.read().sources
    assert (str(sources.key(path)), str(sources.value(path))) == (key, value)


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("agreements/RIV-001/flows/F01/trigger", f"{FILE}:21:3"),
        ("agreements/RIV-001/flows/F01/retention/river-council", f"{FILE}:21:3"),
        ("agreements/RIV-001/assessment/decision", f"{FILE}:1:1"),
        ("parties/river-council/contact", "parties/all.yaml:5:1"),
        ("agreements/RIV-001/parties/9", f"{FILE}:6:1"),
    ],
)
def test_what_is_not_written_has_the_place_of_what_would_hold_it(workspace: Builder, path: str, place: str) -> None:
    assert str(workspace.read().sources.key(path)) == place


def test_nothing_is_known_of_other_ids(workspace: Builder) -> None:
    sources = workspace.read().sources
    assert sources.key("law/gateways/x") is None
    assert sources.value("") is None


def test_the_line_of_a_place(workspace: Builder) -> None:
    sources = workspace.read().sources
    assert sources.line_text(Source(FILE, 4, 1)) == "status: draft"
    assert sources.line_text(Source(FILE, 400, 1)) == ""
    assert sources.line_text(Source("no.yaml", 1, 1)) == ""


@given(st.lists(st.text(min_size=1), min_size=1))
def test_ids_keep_any_key(segments: list[str]) -> None:
    path = join_path("", *segments)
    assert split_path(path) == segments
    assert path.count("/") == len(segments) - 1
