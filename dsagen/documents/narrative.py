"""Light Markdown for narrative: paragraphs, lists, bold, emphasis and links, and nothing else.

Why: people write narrative, and it ends up in a legal document. Whatever they type comes out as words; no markup
or template code can be smuggled in. What is not light Markdown is printed as the characters that were typed.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup, escape

__all__ = ["narrative_markup"]

_DEEPEST_LIST = 2
_LINKS = ("https://", "mailto:", "tel:")
_INLINE = {"strong_open": "<strong>", "strong_close": "</strong>", "em_open": "<em>", "em_close": "</em>"}


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero").enable(["list", "emphasis", "link", "escape", "newline", "balance_pairs"])
    parser.validateLink = lambda url: url.lower().startswith(_LINKS)  # type: ignore[method-assign]
    return parser


def narrative_markup(text: str, source: str) -> Markup:
    """Turn light Markdown into blocks of the document tree, each carrying the id of its source."""
    tokens = _parser().parse(_printable(text))
    return Markup("".join(_blocks(tokens, f'<data value="{escape(source)}">')))


def _printable(text: str) -> str:
    """Drop the control characters that no document format can hold."""
    return "".join(character for character in text if character in "\n\t" or character >= " ")


def _blocks(tokens: Sequence[Token], opening: str) -> list[str]:
    out: list[str] = []
    lists: list[str] = []
    counters: list[int | None] = []
    for token in tokens:
        kind = token.type
        if kind in ("bullet_list_open", "ordered_list_open"):
            start = token.attrs.get("start")
            counters.append(int(start) if start is not None and int(start) != 1 else None)
            lists.append("ul" if kind.startswith("bullet") else "ol")
            if counters[-1] is None:
                out.append(f"<{lists[-1]}>" if _shown_depth(counters) <= _DEEPEST_LIST else "</li>")
        elif kind in ("bullet_list_close", "ordered_list_close"):
            if counters[-1] is None:
                out.append(f"</{lists[-1]}>" if _shown_depth(counters) <= _DEEPEST_LIST else "<li>")
            lists.pop()
            counters.pop()
        elif kind == "list_item_open" and counters[-1] is None:
            out.append("<li>")
        elif kind == "list_item_close":
            if counters[-1] is None:
                out.append("</li>")
        elif kind == "inline":
            number = counters[-1] if counters else None
            label = ""
            if number is not None:
                label, counters[-1] = f"{number}. ", number + 1
            words = "".join(_inline(token.children or ()))
            out.append(f"<p>{opening}{label}{words}</data></p>")
    return _without_empty_items(out)


def _shown_depth(counters: Sequence[int | None]) -> int:
    return sum(counter is None for counter in counters)


def _without_empty_items(parts: list[str]) -> list[str]:
    """Drop the empty items that flattening a deep list leaves behind."""
    kept: list[str] = []
    for part in parts:
        if part == "</li>" and kept and kept[-1] == "<li>":
            kept.pop()
        else:
            kept.append(part)
    return kept


def _inline(tokens: Sequence[Token]) -> list[str]:
    out: list[str] = []
    for token in tokens:
        if token.type == "text":
            out.append(str(escape(token.content)))
        elif token.type in ("softbreak", "hardbreak"):
            out.append(" ")
        elif token.type == "link_open":
            out.append(f'<a href="{escape(str(token.attrs["href"]))}">')
        elif token.type == "link_close":
            out.append("</a>")
        else:
            out.append(_INLINE.get(token.type, str(escape(token.content))))
    return out
