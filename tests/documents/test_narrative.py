"""Narrative: what people type comes out as words, and never as markup or template code."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsagen.documents.environment import TemplateEnvironment
from dsagen.documents.narrative import narrative_markup
from dsagen.documents.subset import parse, validate
from dsagen.documents.told import Narrated
from dsagen.documents.tree import words_of

_HEAD = '<section id="s"><heading>Heading</heading><div id="d" class="box">'
_TAIL = "</div></section>"


def _tree(text: str) -> str:
    return str(narrative_markup(text, "agreements/A-1/summary"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\n\nTwo.", "<p>One.</p><p>Two.</p>"),
        ("- one\n- two", "<ul><li><p>one</p></li><li><p>two</p></li></ul>"),
        ("1. one\n2. two", "<ol><li><p>one</p></li><li><p>two</p></li></ol>"),
        ("**bold** and *soft*", "<p><strong>bold</strong> and <em>soft</em></p>"),
        ("[the form](https://north.example/form)", '<p><a href="https://north.example/form">the form</a></p>'),
        ("line\nbroken", "<p>line broken</p>"),
    ],
)
def test_light_markdown_becomes_blocks(text: str, expected: str) -> None:
    assert re.sub(r"</?data[^>]*>", "", _tree(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "# A heading",
        "<b>bold</b>",
        "<script>alert(1)</script>",
        "`code`",
        "| a | b |",
        "[bad](javascript:alert)",
        "{{ 7 * 7 }} {% for x in y %}",
        "&nbsp; &lt;",
        "2019. The year it began.",
    ],
)
def test_anything_else_is_printed_as_it_was_typed(text: str) -> None:
    assert words_of(parse(f"<x>{_tree(text)}</x>", "t")) == text


def test_every_run_of_words_carries_its_source() -> None:
    assert _tree("One.\n\nTwo.").count('<data value="agreements/A-1/summary">') == 2


def test_template_code_in_a_value_never_runs() -> None:
    template = TemplateEnvironment([]).from_string("{{ value }}")
    assert "{{ 7 * 7 }}" in template.render(value=Narrated("{{ 7 * 7 }}", "x"))


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_whatever_is_typed_stays_inside_the_subset(text: str) -> None:
    element = parse(f"{_HEAD}{_tree(text) or '<p>x</p>'}{_TAIL}", "t")
    validate(element, "t")


@given(
    st.lists(
        st.sampled_from(["- a", "  - b", "    - c", "      - d", "1. e", "   1. f", "7. g", "", "text"]), max_size=12
    )
)
def test_lists_of_any_depth_keep_their_words(lines: list[str]) -> None:
    text = "\n".join(lines)
    element = parse(f"{_HEAD}{_tree(text) or '<p>x</p>'}{_TAIL}", "t")
    validate(element, "t")
    typed = [letter for line in lines for letter in re.findall(r"\b[a-g]\b|text", line)]
    words = " ".join(str(run) for run in element[1].itertext())
    assert re.findall(r"\b[a-g]\b|text", words) == typed
