"""The sandbox: a template may choose, loop and join, and nothing more."""

from __future__ import annotations

import pytest
from jinja2.exceptions import SecurityError, TemplateAssertionError, UndefinedError

from dsagen.documents.environment import TemplateEnvironment
from dsagen.documents.told import Absent, Missing, Told

ENVIRONMENT = TemplateEnvironment([])
NAME = Told("North <School>", "parties/north-school/name", "north")


def _render(template: str, **values: object) -> str:
    return ENVIRONMENT.from_string(template).render(name=NAME, **values)


def test_a_value_is_escaped_and_says_where_it_came_from() -> None:
    assert _render("{{ name }}") == '<data value="parties/north-school/name">North &lt;School&gt;</data>'


@pytest.mark.parametrize(
    "template", ["{{ name ~ '!' }}", "{{ [name, 'x']|join(', ') }}", "{{ [name]|map(attribute='source')|join }}"]
)
def test_joining_is_allowed(template: str) -> None:
    assert "north-school/name" in _render(template)


def test_joining_keeps_the_source() -> None:
    assert _render("{{ [name, name]|join(' and ') }}").count("<data") == 2


@pytest.mark.parametrize(
    "name", ["upper", "lower", "replace", "format", "safe", "striptags", "title", "truncate", "attr"]
)
def test_filters_that_rewrite_words_do_not_exist(name: str) -> None:
    with pytest.raises(TemplateAssertionError):
        _render("{{ name|" + name + " }}")


@pytest.mark.parametrize(
    "template", ["{{ name.upper() }}", "{{ name.format() }}", "{{ name.__class__ }}", "{{ name.value.__class__ }}"]
)
def test_methods_and_inner_parts_are_refused(template: str) -> None:
    with pytest.raises(SecurityError):
        _render(template)


@pytest.mark.parametrize("template", ["{{ name + 'x' }}", "{{ name * 2 }}", "{{ name[0] }}", "{{ name[:3] }}"])
def test_taking_words_apart_is_refused(template: str) -> None:
    with pytest.raises((SecurityError, TypeError)):
        _render(template)


def test_an_unknown_name_stops_the_document() -> None:
    with pytest.raises(UndefinedError):
        _render("{{ nmae }}")


def test_a_missing_value_prints_a_gap_and_is_false() -> None:
    gap = Missing("what starts this flow", "agreements/A-1/flows/F01/trigger", block=False)
    shown = _render("{{ gap }}{% if gap %}yes{% else %}no{% endif %}", gap=gap)
    assert shown == (
        '<mark class="gap"><data value="agreements/A-1/flows/F01/trigger">'
        "To be completed: what starts this flow</data></mark>no"
    )


def test_an_absent_value_refuses_to_be_printed() -> None:
    with pytest.raises(ValueError, match="agreements/A-1/ends"):
        _render("{{ ends }}", ends=Absent("agreements/A-1/ends"))


def test_bare_gives_words_for_an_attribute() -> None:
    assert _render('<p class="{{ ("a/" ~ name)|bare }}"></p>') == '<p class="a/North &lt;School&gt;"></p>'
