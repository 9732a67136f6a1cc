"""Templates and clauses of a workspace that are wrong: each is refused in plain words, with its file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from dsagen.documents import budget
from dsagen.documents.compose import Subject, compose
from dsagen.documents.library import Library
from dsagen.documents.problems import TemplateProblem
from tests.workspace.builder import Builder

SECTION = "dsa/01-introduction.html"
CLAUSE = "clauses/breach.yaml"
HEAD = 'title: Breaches\nversion: "1"\ntext:\n  first: Ring us.\n'


def refusal(folder: Path, file: str, content: str | bytes) -> str:
    """Compose the agreement of a tiny workspace with one file of its own among the templates."""
    builder = Builder(folder)
    builder.write(f"templates/{file}", content)
    reading = builder.read()
    workspace = reading.workspace
    (agreement,) = workspace.agreements.values()
    with pytest.raises(TemplateProblem) as caught:
        compose(Subject(workspace, reading.law, agreement, "dsa"), Library(folder / "templates"))
    return str(caught.value)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<p>a</p>\n{% if x %}\n<p>c</p>", "3: Unexpected end of template"),
        ("<p>a</p>\n\n<p>{{ agremeent }}</p>", "3: `agremeent` is not defined"),
        ("<p>a</p>\n<p>{{ agreement.titel }}</p>", "2: `titel` is not an attribute of `AgreementView`"),
        ("{# c #}\n{% set z = 1 %}\n<p>b <strong>c</p>", "3: what it writes is not well formed: "),
        ("{% for i in range(3) %}\n<p>{{ i }}</p>\n{% endfor %}\n<script>x</script>", "4: `<script>` is not part"),
        ("<p>a</p>\n{% for i in [1] %}\n\n<p><img/></p>{% endfor %}", "4: `<img>` is not part of"),
        ("<p>a</p>\n{{ clause('breech') }}", "2: there is no standard clause `breech`. Did you mean `breach`?"),
        ("<p>a</p>\n{% include '/etc/passwd' %}", "2: there is no template `/etc/passwd`"),
        ("{% include '../dsagen.yaml' %}", "1: there is no template `../dsagen.yaml`"),
        ("{{ ''.__class__ }}", "1: access to attribute '__class__' of 'str' object is unsafe"),
        ("{{ agreement._entity }}", "1: access to attribute '_entity'"),
        ("<p>{{ settings }}</p>", "1: a View is not words"),
        ("<p>{{ agreement.flows }}</p>", "1: a list is not words"),
        ("{% set x = none %}<p>{{ x }}</p>", "1: a NoneType is not words"),
        ("<p>{{ agreement.title == 1 }}</p>", "1: a bool is not words"),
        ("<p>{{ lipsum() }}</p>", "1: `lipsum` is not defined"),
        ("<p>{{ 1 // 0 }}</p>", "1: integer division or modulo by zero"),
        (b"<p>caf\xe9</p>", " the file is not saved as UTF-8"),
        (
            '<table id="t" data-widths=""><caption>x</caption><thead></thead><tbody><tr/></tbody></table>',
            "1: table `t` has no row of headings",
        ),
        (
            '<section id="a"><heading>1</heading><section id="b"><heading>1</heading><section id="c">'
            "<heading>1</heading><p>x</p></section></section></section>",
            "1: sections stand in each other 3 deep at most",
        ),
    ],
)
def test_a_section(tmp_path: Path, content: str | bytes, expected: str) -> None:
    assert refusal(tmp_path, SECTION, content).startswith(f"{SECTION}:{expected}")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}",
            "it takes more than 100,000 steps",
        ),
        ("{% macro f(n) %}{{ f(n + 1) }}{% endmacro %}{{ f(1) }}", "it includes or calls itself without end"),
        (
            "{% macro f(n) %}{% if n %}{{ f(n + -1) }}{{ f(n + -1) }}{% endif %}{% endmacro %}{{ f(90) }}",
            "it takes more than 100,000 steps",
        ),
        ("{% include 'dsa/01-introduction.html' %}", "it includes or calls itself without end"),
        ("{% for i in range(1000000000) %}{% endfor %}", "it asks for more than can be done"),
        ("{{ 9 ** 9 ** 9 ** 9 }}", "`**` is not used"),
        ("{{ 'a' * 100000000 }}", "`*` is for whole numbers"),
        ("{{ '%9999999999d' % 3 }}", "`%` is for whole numbers"),
        ("{{ '{:>9999999999}'.format(3) }}", "access to attribute 'format'"),
        (
            "{% set n = namespace(s='aaaaaaaaaa') %}{% for i in range(60) %}{% set n.s = n.s ~ n.s %}{% endfor %}",
            "it joins more than 20,000,000",
        ),
        (
            "{% set n = namespace(s='aaaaaaaaaa') %}{% for i in range(60) %}{% set n.s = n.s + n.s %}{% endfor %}",
            "it joins more than 20,000,000",
        ),
        (
            "{% set n = namespace(s='aaaaaaaaaa') %}{% for i in range(60) %}{% set n.s %}{{ n.s }}{{ n.s }}{% endset %}"
            "{% endfor %}",
            "it writes more than 20,000,000",
        ),
    ],
)
def test_a_section_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str, expected: str) -> None:
    """Fewer steps are allowed here, since two million take half a minute."""
    monkeypatch.setattr(budget, "STEPS", 100_000)
    assert f"{SECTION}:1: {expected}" in refusal(tmp_path, SECTION, content)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("title: [x", "1: the list in square brackets is not closed"),
        ('title: x\ntitle: y\nversion: "1"\ntext: {a: b}\n', "2: the key `title` is here a second time"),
        ('title: x\nversion: "1"\n', "1: the key `text` is missing in a clause"),
        (HEAD + "  second: |\n    one\n    {{ nope }}\n", "7: `nope` is not defined"),
        (HEAD + '  second: "{% if %}"\n', "5: Expected an expression"),
        (HEAD + "  second: a <table>b\n", "5: what it writes is not well formed"),
        ("", " the file is empty"),
    ],
)
def test_a_clause(tmp_path: Path, content: str, expected: str) -> None:
    assert refusal(tmp_path, CLAUSE, content).startswith(f"{CLAUSE}:{expected}")


@pytest.mark.parametrize(
    ("file", "content", "expected"),
    [
        ("dsa/outline.yaml", "", " the file is empty"),
        ("shared/glossary.yaml", "- a\n", "1: a list is written, where a mapping"),
        ("shared/labels.yaml", "Form: x\n", "1: one value is written for `Form`, where a mapping"),
        ("shared/template-set.yaml", "name: Ours\n", "1: the key `version` is missing in a template set"),
    ],
)
def test_the_other_files(tmp_path: Path, file: str, content: str, expected: str) -> None:
    assert refusal(tmp_path, file, content).startswith(f"{file}:{expected}")


def test_the_fault_of_a_macro_is_given_with_its_own_file(tmp_path: Path) -> None:
    Builder(tmp_path).write("templates/dsa/own.html", "{% macro line() %}\n<p>{{ nope }}</p>\n{% endmacro %}")
    said = refusal(tmp_path, SECTION, "\n\n\n{% import 'dsa/own.html' as own %}{{ own.line() }}")
    assert said == "dsa/own.html:2: `nope` is not defined"


def test_some_labels_can_be_replaced(tmp_path: Path) -> None:
    path = tmp_path / "templates/shared/labels.yaml"
    path.parent.mkdir(parents=True)
    path.write_text("Status: {agreed: Settled}\n", "utf-8")
    labels = Library(tmp_path / "templates").labels
    assert labels.word("Status", "agreed") == "Settled"
    assert labels.word("Status", "draft") == Library().labels.word("Status", "draft")


def test_no_file_outside_the_templates_is_read() -> None:
    with pytest.raises(TemplateProblem, match="there is no such template"):
        Library().clause("../../examples/young-carer-flag/people/people")
