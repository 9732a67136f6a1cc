"""The assembler: what the subset refuses, the one numbering, links and contents."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from lxml.etree import _Element

from dsagen.documents.assembler import Rendered, assemble, fingerprint, parse_section
from dsagen.documents.outline import Outline, OutlineSection
from dsagen.documents.problems import TemplateProblem
from dsagen.documents.tree import words_of

TABLE = (
    '<table id="t" class="grid" data-widths="40 60" data-description="d"><caption>c</caption>'
    '<thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead>'
    '<tbody><tr><th scope="row">x</th><td>{cell}</td></tr></tbody></table>'
)


def _section(markup: str, identifier: str = "d.1", title: str = "First", numbering: str = "section") -> _Element:
    return parse_section(Rendered(identifier, title, numbering, False, "d/one.html", markup))


def _document(sections: Sequence[_Element], *, first: int = 1, numbered: bool = True) -> _Element:
    outline = Outline(
        id="d",
        title="T",
        name="D",
        cover="c",
        first_number=first,
        numbered=numbered,
        sections=[OutlineSection(id="d.1", title="x", file="x")],
    )
    return assemble(
        outline, "en-GB", Rendered("d.cover", "Title", "none", False, "d/cover.html", "<p>cover</p>"), sections
    )


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("<p>one", "not well formed"),
        ("<p>one</p>stray", "no paragraph"),
        ("<h2>x</h2>", "not part of the document tree"),
        ("<p><script>x</script></p>", "not part of the document tree"),
        ("<p><p>x</p></p>", "may not stand inside"),
        ('<p style="color: red">x</p>', "not an attribute"),
        ('<p class="loud">x</p>', "not a class"),
        ('<p><a href="javascript:x">x</a></p>', "a link goes to"),
        ('<div class="box"><p>x</p></div>', "needs an id"),
        ('<section id="d.1.1"><p>x</p></section>', "does not start with its heading"),
        (TABLE.format(cell=" "), "is empty"),
        (TABLE.format(cell="y").replace("40 60", "40 50"), "add up to 100"),
        (TABLE.format(cell="y").replace("<td>y</td>", ""), "has 1 cells"),
        (TABLE.format(cell="y").replace('<th scope="row">x</th>', "<td>x</td>"), "row header"),
        (TABLE.format(cell="y").replace("<caption>c</caption>", ""), "needs a caption"),
    ],
)
def test_what_is_outside_the_subset_is_refused(markup: str, words: str) -> None:
    with pytest.raises(TemplateProblem, match=words) as caught:
        _section(markup)
    assert caught.value.template == "d/one.html"


def test_white_space_is_folded_and_trimmed() -> None:
    section = _section(
        '<p>\n  one\n  <data value="x">two </data> <strong> three </strong>\n</p>'
        "<ul><li> a <ul><li>b</li></ul> </li></ul>"
    )
    assert words_of(section[1]) == "one two three"
    assert section[1].text == "one "
    assert words_of(section[2][0]) == "ab"


def test_sections_clauses_schedules_and_annexes_are_numbered_once() -> None:
    clause = '<div class="clause" id="{id}"><p>x</p></div>'
    document = _document(
        [
            _section(clause.format(id="a") + clause.format(id="b")),
            _section("<p>x</p>", "d.2", "Plain", "none"),
            _section(
                f'<section id="d.3.x"><heading>H</heading>{clause.format(id="c")}</section>{clause.format(id="e")}',
                "d.3",
            ),
            _section(clause.format(id="f"), "d.s1", "Cards", "schedule"),
            _section('<section id="d.a.x"><heading>H</heading><p>y</p></section>', "d.a", "More", "annex"),
        ]
    )
    numbers = {
        block.get("id"): block.get("data-number")
        for block in document.iter()
        if block.get("data-number") and block.get("id")
    }
    assert numbers == {
        "d.1": "1",
        "a": "1.1",
        "b": "1.2",
        "d.3": "2",
        "d.3.x": "2.1",
        "c": "2.1.1",
        "e": "2.2",
        "d.s1": "Schedule 1",
        "f": "S1.1",
        "d.a": "Annex A",
        "d.a.x": "A.1",
    }
    assert [heading.tag for heading in document.iter("h2", "h3")] == ["h2", "h2", "h2", "h3", "h2", "h2", "h3"]


def test_a_document_may_start_at_nought_or_have_no_numbers() -> None:
    assert _document([_section("<p>x</p>")], first=0).find("section").get("data-number") == "0"  # type: ignore[union-attr]
    assert _document([_section("<p>x</p>")], numbered=False).find("section").get("data-number") is None  # type: ignore[union-attr]


def test_lists_are_marked_by_level() -> None:
    section = _section("<ol><li>a<ol><li>b</li><li>c</li></ol></li><li>d</li></ol>")
    items = [(words_of(item)[0], item.get("data-number")) for item in _document([section]).iter("li")]
    assert items == [("a", "1."), ("b", "(a)"), ("c", "(b)"), ("d", "2.")]


def test_links_take_the_name_of_what_they_point_at() -> None:
    first = _section('<p><a href="#c"></a>, <a href="#d.s1"></a>, <a href="#d.2"></a>, <a href="#d.1">here</a></p>')
    clause = _section('<div class="clause" id="c"><p>x</p></div>', "d.2", "Second")
    document = _document([first, clause, _section("<p>x</p>", "d.s1", "Cards", "schedule")])
    assert words_of(document.find("section")[1]) == "clause 2.1, Schedule 1, section 2, here"  # type: ignore[index]


def test_the_space_around_a_link_that_gets_its_words_later_stays() -> None:
    first = _section('<p>see <a href="#d.2"></a> and <a href="#d.2"></a></p><p> <a href="#d.2"></a> says </p>')
    document = _document([first, _section("<p>x</p>", "d.2")])
    paragraphs = document.find("section").findall("p")  # type: ignore[union-attr]
    assert [words_of(paragraph) for paragraph in paragraphs] == ["see section 2 and section 2", "section 2 says"]


def test_a_link_to_nothing_and_an_id_used_twice_are_refused() -> None:
    with pytest.raises(TemplateProblem, match="no such block"):
        _document([_section('<p><a href="#nowhere"></a></p>')])
    with pytest.raises(TemplateProblem, match="used twice"):
        _document([_section("<p>x</p>"), _section("<p>x</p>")])


def test_contents_list_numbers_and_headings() -> None:
    contents = _section('<nav class="contents" id="d.contents.list"></nav>', "d.contents", "Contents", "none")
    inner = _section('<section id="d.1.a"><heading>Inner</heading><p>x</p></section>')
    document = _document([contents, inner, _section("<p>x</p>", "d.s1", "Cards", "schedule")])
    links = [(link.get("href"), link.text) for link in document.iter("a")]
    assert links == [("#d.1", "1 First"), ("#d.s1", "Schedule 1 Cards")]


def test_the_fingerprint_follows_the_words_and_nothing_else() -> None:
    one, same, other = (_document([_section(f"<p>{words}</p>")]) for words in ("x", "x", "y"))
    assert fingerprint(one) == fingerprint(same) != fingerprint(other)


TURNED = TABLE.replace("<table", '<table data-orientation="landscape"').format(cell="y")


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        (TURNED, "would leave its heading on the page before"),
        (f"<p>x</p>{TURNED.replace('landscape', 'sideways')}", "can only be `landscape`"),
        (
            f'<section id="s" data-orientation="landscape"><heading>h</heading><p>x</p>{TURNED}</section>',
            "already on its side",
        ),
    ],
)
def test_what_cannot_lie_on_its_side_is_refused(markup, words):
    with pytest.raises(TemplateProblem, match=words):
        _section(markup)


def test_a_section_of_the_outline_may_lie_on_its_side():
    part = Rendered("d.1", "First", "section", False, "d/one.html", TABLE.format(cell="y"), landscape=True)
    assert parse_section(part).get("data-orientation") == "landscape"
    assert "data-orientation" not in _section(f"<p>x</p>{TABLE.format(cell='y')}").attrib
