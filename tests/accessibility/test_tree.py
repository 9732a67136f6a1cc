"""Each question that is asked of a tree finds the defect that it is for, and the sample has none."""

from __future__ import annotations

import pytest
from lxml import etree

from dsagen.writers import render
from tests.accessibility.tree import problems_of_html, problems_of_tree
from tests.writers.sample_tree import sample_tree, small_tree

TABLE = (
    '<table id="t"><caption>c</caption><thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead>'
    '<tbody><tr><th scope="row">c</th><td>d</td></tr></tbody></table>'
)


def test_the_sample_has_no_problem():
    assert problems_of_tree(sample_tree().root) == []
    assert problems_of_html(render(sample_tree(), "html")) == []


def _article(blocks: str) -> str:
    return f"<article><header><h1>Title</h1></header><section><h2>One</h2>{blocks}</section></article>"


SOUND = [
    TABLE,
    '<p><a href="#a">section 1</a> and <a href="#a">section 1</a></p>',
    '<p><a href="https://a.example/">https://a.example</a></p>',
    '<figure aria-label="Who sends what to whom"><svg/></figure>',
    '<figure><img alt="Three parties and the five flows between them"/></figure>',
    '<svg aria-hidden="true"/>',
]


@pytest.mark.parametrize("blocks", SOUND)
def test_what_is_sound_is_left_alone(blocks):
    assert problems_of_tree(etree.fromstring(_article(blocks))) == []


DEFECTS = {
    "<h4>Deep</h4>": "heading “Deep” skips a level",
    "<h3> </h3>": "a heading is empty",
    "<h1>Again</h1>": "2 titles",
    TABLE.replace("<caption>c</caption>", ""): "table `t` has no caption",
    TABLE.replace('<th scope="col">a', "<th>a"): "table `t` has no row of column headers",
    TABLE.replace('<th scope="row">c</th>', "<td>c</td>"): "a row of table `t` has no row header",
    TABLE.replace("<td>d", '<td colspan="2">d'): "a cell of table `t` is merged",
    TABLE.replace("<td>d", "<td> "): "a cell of table `t` is empty",
    "<figure><svg/></figure>": "the alternative of a `figure` says nothing: “”",
    '<img alt="flows.png"/>': "the alternative of a `img` says nothing: “flows.png”",
    '<img alt="Diagram"/>': "the alternative of a `img` says nothing: “Diagram”",
    '<a href="#a"> </a>': "the link to #a has no words",
    '<a href="#a">Click here</a>': "the words “Click here” of a link do not say where it goes",
    '<a href="https://b.example">https://a.example</a>': "the link “https://a.example” goes to https://b.example",
    '<p><a href="#a">the rules</a> <a href="#b">the rules</a></p>': "“the rules” goes to #a and to #b",
}


@pytest.mark.parametrize("blocks", DEFECTS)
def test_a_planted_defect_is_found(blocks):
    assert problems_of_tree(etree.fromstring(_article(blocks))) == [DEFECTS[blocks]]


@pytest.mark.parametrize(
    ("right", "wrong", "problem"),
    [
        (' lang="en-GB"', "", "the page has no language"),
        ("<title>", "<title></title><title>", "the page has no title"),
        ("</main>", "</main><main></main>", "the page has not one main part"),
        ('id="t.1"', 'id="t.cover"', "an id is used twice"),
        ('href="#t.1"', 'href="#t.9"', "a link goes to #t.9, which is not there"),
    ],
)
def test_a_defect_of_a_page_is_found(right, wrong, problem):
    page = render(small_tree('<p><a href="#t.1">One</a></p>'), "html").decode()
    assert problems_of_html(page.encode()) == []
    assert right in page
    assert problem in problems_of_html(page.replace(right, wrong, 1).encode())
