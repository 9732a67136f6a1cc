"""The lines above and below every page: ours, and with them those of the house's reference document.

Why: a house's header and footer are its letter-head, and the reference, version, page and marking are what a signed
document needs. Both stand there. The marking stays outermost, and our line stands nearest to the words of the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from docx.oxml.ns import qn
from lxml import etree
from lxml.etree import _Element

from dsagen.documents.house import House, WordPart
from dsagen.documents.tree import Properties
from dsagen.writers.docx.markup import DECLARATION, NAMESPACES, field, paragraph, run
from dsagen.writers.docx.package import Attached, part_relationships
from dsagen.writers.docx.reference import renamed
from dsagen.writers.html import running_line

__all__ = ["further_parts", "has_first_page", "has_picture", "running_parts", "with_pictures"]

_ROOTS = {"header": "hdr", "footer": "ftr"}
_APART = {"header": '<w:spacing w:before="80" w:after="200"/>', "footer": '<w:spacing w:before="80"/>'}
"""How far our line keeps from the house's own and from the page, whose styles may leave no room."""
_FIRST = {"header": "header-first", "footer": "footer-first"}


def running_parts(properties: Properties, ids: Mapping[str, str]) -> dict[str, str | bytes]:
    """Write the running lines: one for all pages, and one for the first where the house has one.

    `ids` are the new ids of the house's styles.
    """
    house, found = properties.house, dict[str, str | bytes]()
    for name in _ROOTS:
        found |= _part(name, name, _of_house(house, name, "default"), properties, ids)
        if has_first_page(house):
            part = _of_house(house, name, "first")
            found |= _part(name, _FIRST[name], part, properties, ids)
    return found


def further_parts(house: House) -> list[Attached]:
    """Give the parts that the document points at because of the running lines of a first page."""
    return [Attached(f"rFirst-{name}", name, f"{_FIRST[name]}.xml") for name in _ROOTS] if has_first_page(house) else []


def has_first_page(house: House) -> bool:
    """Tell whether the first page has running lines of its own."""
    reference = house.reference
    return reference is not None and any(kind == "first" for kind, _ in (*reference.headers, *reference.footers))


def has_picture(house: House) -> bool:
    """Tell whether the header of the first page shows a picture: the logo, most likely."""
    part = _of_house(house, "header", "first" if has_first_page(house) else "default")
    return part is not None and bool(part.pictures)


def _of_house(house: House, name: str, kind: str) -> WordPart | None:
    if house.reference is None:
        return None
    return dict(house.reference.headers if name == "header" else house.reference.footers).get(kind)  # type: ignore[call-overload, no-any-return]


def _lines(name: str, properties: Properties, spacing: str) -> tuple[str, str]:
    """Write the marking, and the line that says what document this is."""
    marking = paragraph("Marking", run(properties.marking)) if properties.marking else ""
    if name == "header":
        draft = run("DRAFT", '<w:rStyle w:val="DraftMark"/>') + run("  ") if properties.draft else ""
        return marking, paragraph("Header", draft + run(f"{properties.reference} · {properties.short_title}"), spacing)
    pages = f"{run('Page ')}{field('PAGE', run('1'))}{run(' of ')}{field('NUMPAGES', run('1'))}"
    return marking, paragraph("Footer", run(f"{running_line(properties)} · ") + pages, spacing)


def _part(
    name: str, file: str, part: WordPart | None, properties: Properties, ids: Mapping[str, str]
) -> dict[str, str | bytes]:
    """Write a part. In a header the house's own stands between the marking and our line, in a footer above both."""
    marking, line = _lines(name, properties, "" if part is None else _APART[name])
    root, path = _ROOTS[name], f"word/{file}.xml"
    if part is None:
        content = marking + line if name == "header" else line + marking
        return {path: f"{DECLARATION}<w:{root} {NAMESPACES}>{content}</w:{root}>"}
    holder = etree.fromstring(part.content)
    renamed(holder, ids)
    _describe(holder, properties)
    before, after = (marking, line) if name == "header" else ("", line + marking)
    for at, element in enumerate(_elements(before)):
        holder.insert(at, element)
    holder.extend(_elements(after))
    return {path: DECLARATION.encode() + etree.tostring(holder), **with_pictures(part, file)}


def with_pictures(part: WordPart, file: str) -> dict[str, str | bytes]:
    """Give the pictures that a part of the house's shows, and its relationships with them."""
    if not part.pictures and not part.addresses:
        return {}
    attached, found = [], dict[str, str | bytes]()
    for position, (key, ending, data) in enumerate(part.pictures, 1):
        target = f"media/{file}-{position}.{ending}"
        attached.append(Attached(key, "image", target))
        found[f"word/{target}"] = data
    attached += [Attached(key, "hyperlink", address, outside=True) for key, address in part.addresses]
    return {**found, f"word/_rels/{file}.xml.rels": part_relationships(attached)}


def _elements(content: str) -> Iterator[_Element]:
    return etree.fromstring(f"<w:hdr {NAMESPACES}>{content}</w:hdr>").iterchildren()


def _describe(holder: _Element, properties: Properties) -> None:
    """Take out the marks of editing sessions, and give each picture an alternative where it has none."""
    logo = properties.house.logo
    session = qn("w:rsidR")[: -len("R")]
    for element in holder.iter("*"):
        for name in [name for name, _ in element.items() if str(name).startswith(session)]:
            del element.attrib[name]
        if element.tag == qn("wp:docPr") and not element.get("descr") and _is_picture(element):
            element.set("descr", logo.alternative if logo is not None else properties.author)


def _is_picture(named: _Element) -> bool:
    """Tell a picture from a text box, whose words say what it is."""
    holder = named.getparent()
    return holder is not None and next(holder.iter(qn("pic:pic")), None) is not None
