"""Cross-references and the contents list, made from the numbers that the assembler gave."""

from __future__ import annotations

from lxml.etree import SubElement, _Element

from dsagen.documents.problems import TemplateProblem
from dsagen.documents.tree import words_of

__all__ = ["fill_contents", "identify", "name_of", "resolve"]


def identify(article: _Element) -> dict[str, _Element]:
    """Give every block by its id. Raise `TemplateProblem` for an id that is used twice."""
    found: dict[str, _Element] = {}
    for block in article.iter():
        identifier = block.get("id")
        if identifier is None:
            continue
        if identifier in found:
            raise TemplateProblem(str(article.get("id")), f"the block id `{identifier}` is used twice")
        found[identifier] = block
    return found


def name_of(block: _Element) -> str:
    """Say a block as a reference does: `section 9`, `clause 9.2`, `Schedule 1`, or the words of its heading."""
    number = block.get("data-number")
    if number is None:
        heading = block[0] if block.tag in ("section", "header") else None
        return words_of(heading) if heading is not None else "above"
    if number.startswith(("Schedule", "Annex", "Appendix")):
        return number
    return f"{'clause' if block.tag == 'div' else 'section'} {number}"


def resolve(article: _Element, blocks: dict[str, _Element]) -> None:
    """Give every empty link to a block its words. Raise `TemplateProblem` for a link to nothing."""
    for link in article.iter("a"):
        target = link.get("href", "")
        if not target.startswith("#"):
            continue
        block = blocks.get(target[1:])
        if block is None:
            raise TemplateProblem(str(article.get("id")), f"a link goes to `{target[1:]}`, and there is no such block")
        if not link.text and len(link) == 0:
            link.text = name_of(block)


def fill_contents(article: _Element) -> None:
    """Fill the contents list: the numbered sections, or every section where none has a number.

    Why: one level fits on a page. The numbers of what stands below a section follow from its own.
    """
    for contents in article.iter("nav"):
        sections = article.findall("section")
        own = contents.getparent()
        numbered = [section for section in sections if section.get("data-number")]
        entries = SubElement(contents, "ul")
        for section in numbered or [section for section in sections if section is not own]:
            link = SubElement(SubElement(entries, "li"), "a", {"href": f"#{section.get('id')}"})
            number, words = section.get("data-number"), words_of(section[0])
            link.text = f"{number} {words}" if number else words
