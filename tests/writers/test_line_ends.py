"""Lines break where they are full: a space that is kept at the end of a line takes none of its room."""

from __future__ import annotations

from typing import Any

import pytest

from dsagen.writers.pdf import _weasyprint

STYLE = "@page { size: 80mm 60mm; margin: 5mm } p { white-space: pre-wrap; font: 12pt 'Liberation Sans' }"


def _lines(markup: str) -> list[str]:
    weasyprint = _weasyprint()
    document = weasyprint.HTML(string=markup).render(stylesheets=[weasyprint.CSS(string=STYLE)])
    return ["".join(words) for words in _words_of_lines(document.pages[0]._page_box)]


def _words_of_lines(box: Any) -> list[list[str]]:
    if type(box).__name__ == "LineBox":
        return [[each.text for each in box.descendants() if hasattr(each, "text")]]
    return [line for child in getattr(box, "children", ()) for line in _words_of_lines(child)]


@pytest.mark.parametrize("letters", range(1, 18))
def test_a_label_is_not_broken_while_its_line_has_room(letters: int) -> None:
    lines = _lines(f"<p><b>The parties:</b> {'x' * letters} one two three four five six seven</p>")
    assert lines[0].startswith("The parties: x")
    assert all(line.endswith(" ") for line in lines[:-1])


def test_a_line_that_is_too_long_still_breaks_before_the_word_that_does_not_fit() -> None:
    assert _lines(f"<p><b>The parties:</b> {'x' * 24} one</p>")[0] == "The parties: "
