"""Which line of which template wrote a line of markup: looked for only when the markup cannot be used."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

__all__ = ["LineMarks", "lines_of", "without_marks"]

_MARK = re.compile("\ue000([^\ue000\ue001]+):(\\d+)\ue001")


class LineMarks(Extension):
    """Put the name and line of the template in front of every line of markup that it writes."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Mark the markup, and leave the code as it is."""
        for token in stream:
            if token.type == "data":
                lines = str(token.value).split("\n")
                marked = (f"\ue000{stream.name}:{token.lineno + at}\ue001{line}" for at, line in enumerate(lines))
                yield Token(token.lineno, "data", "\n".join(marked))
            else:
                yield token


def without_marks(markup: str) -> str:
    """Give markup as it would be without the marks."""
    return _MARK.sub("", markup)


def lines_of(markup: str) -> list[tuple[str, int]]:
    """Give, for each line of marked markup, the template and the line that wrote it."""
    found: list[tuple[str, int]] = []
    last = ("", 0)
    for line in markup.split("\n"):
        _, *parts = _MARK.split(line)
        marks = [
            ((name, int(number)), words)
            for name, number, words in zip(parts[::3], parts[1::3], parts[2::3], strict=True)
        ]
        last = marks[-1][0] if marks else last
        found.append(next((mark for mark, words in marks if words.strip()), last))
    return found
