"""Words written anew all over a file: they and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsagen.model.finding import Source
from dsagen.workspace.edit import EditRefused, Rewrite, rewritten
from dsagen.workspace.edit.layout import Layout, Place
from dsagen.workspace.nodes import plain
from dsagen.workspace.parse import parse
from dsagen.workspace.text import Text

TEXT = """\
# At the top.
lead: old  # leads
parties: [old, "other", 'old']
bases:
  # Before the first.
  old:  # the first
    gateways: [a]
  other: {gateways: [b]}
  &here third: &shared {article6: e}  # for two
  fourth: *shared
to:
  - old   # one
  # between
  - other  # two
  - old
"""


def source(place: Place, text: str = TEXT) -> Source:
    """Give the place of a word."""
    return Text("a.yaml", text).source(place.start)


def spots(text: str = TEXT) -> list[tuple[Place, bool]]:
    """Give every word, with whether it is a key."""
    layout = Layout(text)
    assert layout.root is not None
    keys = {id(key) for key, _ in layout.pairs}
    return [(place, id(place) in keys) for place in layout.root.walk() if place.kind == "scalar"]


def said(text: str) -> object:
    """Give what a text says."""
    node, problems = parse(Text("a.yaml", text))
    assert node is not None and not problems, problems
    return plain(node)


def test_words_keep_their_quotation_marks_anchors_and_comments() -> None:
    found = [Rewrite(source(place), is_key, "new") for place, is_key in spots() if place.text in ("old", "third", "e")]
    found = [
        each if each.source.line != 9 or not each.is_key else Rewrite(each.source, True, "newer") for each in found
    ]
    expected = TEXT.replace("old", "new").replace("third", "newer").replace("article6: e", "article6: new")
    assert rewritten(Text("a.yaml", TEXT), found) == expected


@given(st.sets(st.integers(0, len(spots()) - 1)))
def test_any_words_and_nothing_else(chosen: set[int]) -> None:
    places = spots()
    found = [Rewrite(source(places[at][0]), places[at][1], f"word-{at}") for at in chosen]
    expected = TEXT
    for at in sorted(chosen, reverse=True):
        place, _ = places[at]
        written = expected[place.start : place.end].replace(place.text or "", f"word-{at}")
        expected = expected[: place.start] + written + expected[place.end :]
    assert rewritten(Text("a.yaml", TEXT), found) == expected


@given(st.sets(st.sampled_from([0, 1, 2])), st.sets(st.sampled_from([0, 1, 2])))
def test_items_are_taken_out_and_comments_stay(brackets: set[int], lines: set[int]) -> None:
    layout = Layout(TEXT)
    assert layout.root is not None
    places = {key: layout.root.entry(key) for key in ("parties", "to")}
    found, expected = [], said(TEXT)
    assert isinstance(expected, dict)
    for key, gone in (("parties", brackets), ("to", lines)):
        pair = places[key]
        assert pair is not None
        found += [Rewrite(source(pair[1].items[at]), False, None) for at in gone]
        expected[key] = [item for at, item in enumerate(expected[key]) if at not in gone]
    after = rewritten(Text("a.yaml", TEXT), found)
    assert said(after) == expected
    assert [text for _, text in Layout(after).comments()] == [text for _, text in layout.comments()]


def test_a_key_is_taken_out_with_its_value() -> None:
    place = next(place for place, is_key in spots() if is_key and place.text == "old")
    after = rewritten(Text("a.yaml", TEXT), [Rewrite(source(place), True, None)])
    assert "old" not in said(after)["bases"]  # type: ignore[index]
    assert "# Before the first.\n" in after and "# the first\n" in after


def test_a_value_that_is_used_elsewhere_is_not_taken_out() -> None:
    place = next(place for place, is_key in spots() if is_key and place.text == "third")
    with pytest.raises(EditRefused, match=r"\*shared"):
        rewritten(Text("a.yaml", TEXT), [Rewrite(source(place), True, None)])


def test_one_place_is_not_written_in_two_ways() -> None:
    place, is_key = spots()[1]
    with pytest.raises(EditRefused, match="different words"):
        rewritten(Text("a.yaml", TEXT), [Rewrite(source(place), is_key, word) for word in ("one", "two")])


def test_a_place_without_a_word_is_refused() -> None:
    with pytest.raises(EditRefused, match="no word stands here"):
        rewritten(Text("a.yaml", TEXT), [Rewrite(Source("a.yaml", 1, 1), False, "new")])
