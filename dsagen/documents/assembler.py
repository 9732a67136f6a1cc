"""From the markup of each section to one checked, numbered and linked tree."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element
from markupsafe import Markup

from dsagen.documents.cards import deal_cards
from dsagen.documents.links import fill_contents, identify, resolve
from dsagen.documents.numbering import number
from dsagen.documents.outline import Outline, OutlineSection
from dsagen.documents.subset import parse, tidy, validate

__all__ = ["Rendered", "assemble", "chapter", "fingerprint", "gateways_in", "parse_cover", "parse_section"]


@dataclass(frozen=True)
class Rendered:
    """One part of a document as a template wrote it: the cover, or a section."""

    id: str
    title: str
    numbering: str
    new_page: bool
    template: str
    markup: str
    landscape: bool = False


def parse_section(part: Rendered) -> _Element:
    """Read and check one section. Raise `TemplateProblem` for anything outside the subset."""
    attributes = Markup(' class="new-page"') if part.new_page else Markup("")
    attributes += Markup(' data-orientation="landscape"') if part.landscape else Markup("")
    opening = Markup('<section id="{}" data-numbering="{}"{}>').format(part.id, part.numbering, attributes)
    heading = Markup("<heading>{}</heading>").format(part.title)
    return _checked(f"{opening}{heading}{part.markup}</section>", part.template)


def parse_cover(part: Rendered) -> _Element:
    """Read and check the cover."""
    opening = Markup('<header id="{}"><h1>{}</h1>').format(part.id, Markup(part.title))
    return _checked(f"{opening}{part.markup}</header>", part.template)


def chapter(section: OutlineSection, parts: Sequence[_Element]) -> _Element:
    """Put sections into a chapter of a layout, under its heading."""
    attributes = {"id": section.id, "data-numbering": section.numbering}
    element = etree.Element("section", {**attributes, **({"class": "new-page"} if section.new_page else {})})
    etree.SubElement(element, "heading").text = section.title
    element.extend(parts)
    return element


def _checked(markup: str, template: str) -> _Element:
    element = parse(markup, template)
    validate(element, template)
    tidy(element)
    deal_cards(element)
    return element


def assemble(outline: Outline, language: str, cover: Rendered, sections: Sequence[_Element]) -> _Element:
    """Put the parts together, number them and resolve what points from one to another."""
    article = etree.Element("article", {"id": outline.id, "lang": language})
    article.append(parse_cover(cover))
    article.extend(sections)
    number(article, first=outline.first_number, numbered=outline.numbered, letters=outline.appendices == "letters")
    blocks = identify(article)
    resolve(article, blocks)
    fill_contents(article)
    return article


def fingerprint(article: _Element) -> str:
    """Give the SHA-256 of a tree in canonical form (Canonical XML 1.0), as hexadecimal digits."""
    return hashlib.sha256(etree.tostring(article, method="c14n")).hexdigest()


def gateways_in(article: _Element) -> list[str]:
    """Give the ids of the gateways that the words of a tree come from, in order of first use."""
    sources = (data.get("value", "").split("/") for data in article.iter("data"))
    return list(dict.fromkeys(parts[2] for parts in sources if parts[:2] == ["law", "gateways"]))
