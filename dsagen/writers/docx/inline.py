"""Words inside a paragraph: runs of one appearance, and links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from lxml.etree import _Element

from dsagen.writers.docx.markup import attribute, run
from dsagen.writers.docx.story import Story

__all__ = ["Piece", "Voice", "inline", "pieces", "runs"]


@dataclass(frozen=True)
class Voice:
    """How words appear. The source that a `data` element names is dropped: it is not for the reader."""

    href: str | None = None
    gap: bool = False
    strong: bool = False
    emphasis: bool = False
    language: str | None = None

    def inside(self, element: _Element) -> Voice:
        """Give how words appear inside an inline element."""
        match element.tag:
            case "a":
                return replace(self, href=element.get("href"))
            case "mark":
                return replace(self, gap=True)
            case "strong":
                return replace(self, strong=True)
            case "em":
                return replace(self, emphasis=True)
            case "span":
                return replace(self, language=element.get("lang"))
            case _:
                return self


Piece = tuple[str, Voice]


def inline(story: Story, element: _Element) -> str:
    """Write everything that an element says."""
    return runs(story, pieces(element, Voice()))


def pieces(element: _Element, voice: Voice) -> Iterator[Piece]:
    """Give the words inside an element, each with how it appears."""
    if element.text:
        yield element.text, voice
    for child in element:
        yield from pieces(child, voice.inside(child))
        if child.tail:
            yield child.tail, voice


def runs(story: Story, said: Iterable[Piece]) -> str:
    """Write words, one run for each appearance, and links around the runs that belong to them."""
    out: list[str] = []
    for href, linked in groupby(said, key=lambda piece: piece[1].href):
        target = None if href is None else story.link(href)
        content = "".join(
            run("".join(text for text, _ in same), _properties(voice, linked=target is not None))
            for voice, same in groupby(linked, key=lambda piece: piece[1])
        )
        out.append(content if target is None else f'<w:hyperlink {target} w:history="1">{content}</w:hyperlink>')
    return "".join(out)


def _properties(voice: Voice, *, linked: bool) -> str:
    """Write what a run looks like: one character style, and bold or italic that the style does not bring."""
    strong, emphasis, style = voice.strong, voice.emphasis, ""
    if voice.gap:
        style, strong = "Gap", False
    elif linked:
        style = "Hyperlink"
    elif strong:
        style, strong = "Strong", False
    elif emphasis:
        style, emphasis = "Emphasis", False
    out = f'<w:rStyle w:val="{style}"/>' if style else ""
    out += "<w:b/>" * strong + "<w:i/>" * emphasis
    if voice.language:
        tag = attribute(voice.language)
        out += f'<w:lang w:val="{tag}" w:eastAsia="{tag}" w:bidi="{tag}"/>'
    return out
