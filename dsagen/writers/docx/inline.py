"""Words inside a paragraph: runs of one appearance, and links."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from lxml.etree import _Element

from dsagen.writers.docx.markup import attribute, field, run
from dsagen.writers.docx.story import Story, bookmark_name

__all__ = ["PLAIN", "Piece", "collect", "inline", "runs"]


class Voice(NamedTuple):
    """How words appear. The source that a `data` element names is dropped: it is not for the reader."""

    href: str | None = None
    gap: bool = False
    strong: bool = False
    emphasis: bool = False
    language: str | None = None

    def inside(self, element: _Element) -> Voice:
        """Give how words appear inside an inline element."""
        match element.tag:
            case "data":
                return self
            case "a":
                return self._replace(href=element.get("href"))
            case "mark":
                return self._replace(gap=True)
            case "strong":
                return self._replace(strong=True)
            case "em":
                return self._replace(emphasis=True)
            case "span":
                return self._replace(language=element.get("lang"))
            case _:
                return self


Piece = tuple[str, Voice]
PLAIN = Voice()


def inline(story: Story, element: _Element) -> str:
    """Write everything that an element says."""
    said: list[Piece] = []
    collect(element, PLAIN, said)
    return runs(story, said)


def collect(element: _Element, voice: Voice, said: list[Piece]) -> None:
    """Add the words inside an element to what is `said`, each with how it appears."""
    if element.text:
        said.append((element.text, voice))
    for child in element:
        collect(child, voice.inside(child), said)
        if child.tail:
            said.append((child.tail, voice))


def runs(story: Story, said: list[Piece]) -> str:
    """Write words, one run for each appearance, and links around the runs that belong to them."""
    if said and all(voice is PLAIN for _, voice in said):  # most paragraphs: no need to group
        return run("".join([text for text, _ in said]))
    out: list[str] = []
    for href, linked in groupby(said, key=lambda piece: piece[1].href):
        target = None if href is None else story.link(href)
        number = story.numbers.get(href[1:]) if href is not None and href.startswith("#") else None
        content = "".join(
            _linked("".join([text for text, _ in same]), voice, number, target)
            for voice, same in groupby(linked, key=itemgetter(1))
        )
        out.append(content if target is None else f'<w:hyperlink {target} w:history="1">{content}</w:hyperlink>')
    return "".join(out)


def _linked(text: str, voice: Voice, number: str | None, target: str | None) -> str:
    r"""Write words of one appearance. The number of a block that they refer to is a field, so that Word can renew it.

    `\n` gives the number as it stands before its paragraph, `\h` makes a link of it (Part 1, 17.16.5.48).
    """
    properties = _properties(voice, linked=target is not None)
    if not number or voice.href is None or not text.endswith(number):
        return run(text, properties)
    before = text.removesuffix(number)
    return (run(before, properties) if before else "") + field(
        f"REF {bookmark_name(voice.href[1:])} \\n \\h", run(number, properties)
    )


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
