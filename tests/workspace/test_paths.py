"""Ids of values: what is joined is divided again, whatever the names hold."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dsagen.workspace import join_path, split_path

NAMES = st.text(alphabet="~/01aé ", min_size=1, max_size=6)


@given(names=st.lists(NAMES, min_size=1, max_size=5))
def test_what_is_joined_is_divided_again(names: list[str]) -> None:
    whole = join_path(names[0].replace("~", "~0").replace("/", "~1"), *names[1:])
    assert split_path(whole) == names
    assert whole == join_path("", *names)


@given(names=st.lists(NAMES, min_size=1, max_size=5))
def test_a_segment_is_escaped_as_in_a_json_pointer(names: list[str]) -> None:
    assert join_path("", *names) == "/".join(name.replace("~", "~0").replace("/", "~1") for name in names)


def test_nothing_has_no_segments() -> None:
    assert split_path("") == []
    assert join_path("") == ""
