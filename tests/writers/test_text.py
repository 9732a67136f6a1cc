from __future__ import annotations

from dsagen.writers.text import render
from tests.writers.sample_tree import sample_tree, small_tree


def _text(body: str) -> str:
    text = render(small_tree(body)).decode()
    opening = "# A small document\n\n## One\n\n"
    assert text.startswith(opening)
    return text.removeprefix(opening)


def test_one_sentence_a_line():
    assert (
        _text("<p>See Art. 6. It is <strong>short.</strong> So there.</p>") == "See Art. 6.\nIt is short.\nSo there.\n"
    )


def test_clauses_carry_their_number():
    body = '<div class="clause" id="c" data-number="5.1"><p>The party acts. It says so.</p><ul><li>One</li></ul></div>'
    assert _text(body) == "5.1 The party acts.\nIt says so.\n\n- One\n"


def test_lists_hang_under_their_marks():
    body = (
        '<ol><li data-number="1.">First. Then more.<ul><li>Inner<ol><li data-number="(a)">Deep</li></ol></li></ul></li>'
        '<li data-number="2."><p>Second.</p><p>Again.</p></li></ol>'
    )
    assert _text(body) == ("1. First.\n   Then more.\n   - Inner\n     (a) Deep\n2. Second.\n   Again.\n")


def test_one_row_of_a_table_is_a_block():
    body = (
        '<table id="t" class="grid" data-widths="50 50" data-description="d"><caption>What goes where</caption>'
        '<thead><tr><th scope="col">Ref</th><th scope="col">Fields</th></tr></thead><tbody>'
        '<tr><th scope="row">F01</th><td><p>Two:</p><ul><li>name</li><li>date</li></ul></td></tr>'
        '<tr><th scope="row">F02</th><td>One only. Really.</td></tr></tbody></table>'
    )
    assert _text(body) == (
        "What goes where\n\n| Ref | Fields |\n\n| F01\n| Two:\n  - name\n  - date\n\n| F02\n| One only.\n  Really.\n"
    )


def test_boxes_are_set_off():
    body = (
        '<div class="box urgent" id="b"><p class="box-title">Now</p><p>Ring. Then write.</p><ul><li>One</li></ul></div>'
    )
    assert _text(body) == "> Now\n>\n> Ring.\n> Then write.\n>\n> - One\n"


def test_links_are_their_words():
    assert _text('<p>Ask <a href="mailto:team@example.org">the team</a>.</p>') == "Ask the team.\n"


def test_nothing_is_wrapped_and_there_is_one_line_at_the_end():
    text = render(sample_tree()).decode()
    assert text.endswith("without a number.\n")
    assert "\n\n\n" not in text
    assert not any(line.endswith(" ") for line in text.splitlines())
    assert "#### 2.2.1 Limits\n" in text
    assert max(map(len, text.splitlines())) > 100


def test_a_changed_fact_is_a_changed_line():
    body = "<p>It starts in May. It ends in June.</p><ul><li>One</li><li>Two</li></ul>"
    before = _text(body).splitlines()
    after = _text(body.replace("June", "July")).splitlines()
    assert [line for line in after if line not in before] == ["It ends in July."]
    assert len(before) == len(after)
