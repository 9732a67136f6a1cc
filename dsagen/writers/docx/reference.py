"""The styles of a house's reference document, joined with ours: theirs by name, ours where they have none.

Why: people set the look of a style in Word and expect that look here, as with pandoc. Numbers stay ours, since what
Word counts must equal what the other formats print.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy

from docx.oxml.ns import qn
from lxml import etree
from lxml.etree import _Element

__all__ = ["joined", "renamed", "style_ids", "without_extensions"]

_TYPE, _ID, _VALUE, _DEFAULT = qn("w:type"), qn("w:styleId"), qn("w:val"), qn("w:default")
_BEFORE = qn("w:before")
_REFERENCES = (*(qn(f"w:{name}") for name in ("basedOn", "next", "link")),)
_IN_TEXT = (*(qn(f"w:{name}") for name in ("pStyle", "rStyle", "tblStyle")),)
_KEPT = ("keepNext", "keepLines", "numPr", "outlineLvl")
"""What a style of a heading or list has from us: its number, its level, and that it stays with what follows."""
_AFTER_TABLES = frozenset({"BodyText"})
"""What has nothing of that, and still follows tables."""
_ORDER = (
    *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "suppressLineNumbers"),
    *("pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct"),
    *("autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing"),
    *("mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl"),
    *("divId", "cnfStyle", "rPr", "sectPr", "pPrChange"),
)
"""The properties of a paragraph in the order of the schema (Part 1, 17.3.1.26)."""
_BEFORE_PARAGRAPH = frozenset(
    qn(f"w:{name}")
    for name in (
        *("name", "aliases", "basedOn", "next", "link", "autoRedefine", "hidden", "uiPriority", "semiHidden"),
        *("unhideWhenUsed", "qFormat", "locked", "personal", "personalCompose", "personalReply", "rsid"),
    )
)


def style_ids(theirs: _Element, ours: _Element) -> dict[str, str]:
    """Give the new id of every style of theirs: that of ours for one of the same name, and for no other."""
    known = {_key(style): style.get(_ID, "") for style in ours.iterfind(qn("w:style"))}
    taken = set(known.values())
    found: dict[str, str] = {}
    for style in theirs.iterfind(qn("w:style")):
        written = style.get(_ID, "")
        if not written or written in found:
            continue
        new = known.get(_key(style), "")
        if not new or new in found.values():
            new = written
            while new in taken:
                new = f"House{new}"
            taken.add(new)
        found[written] = new
    return found


def joined(ours: _Element, theirs: _Element, language: str) -> Iterator[_Element]:
    """Give the defaults and every style: ours, each in their look where they have it, then the rest of theirs."""
    theirs = deepcopy(theirs)
    without_extensions(theirs)
    ids = style_ids(theirs, ours)
    yield _defaults(ours, theirs, language)
    looks: dict[str, _Element] = {}
    for style in theirs.iterfind(qn("w:style")):
        new = ids.get(style.get(_ID, ""), "")
        if new and new not in looks and style.get(_TYPE) != "numbering":
            style.set(_ID, new)
            looks[new] = style
    own = {style.get(_ID, ""): style for style in ours.iterfind(qn("w:style"))}
    for new, look in looks.items():
        _refer(look, ids, looks)
        _settle(look, own.get(new))
    _name_apart(looks, own)
    _uncounted(looks, own)
    for new, style in own.items():
        yield looks.get(new, style)
    for new, look in looks.items():
        if new not in own:
            yield look


def renamed(root: _Element, ids: Mapping[str, str]) -> None:
    """Give the paragraphs, words and tables of a running line the new ids of their styles, and take out their lists."""
    for element in root.iter(*_IN_TEXT):
        element.set(_VALUE, ids.get(element.get(_VALUE, ""), element.get(_VALUE, "")))
    for element in list(root.iter(qn("w:numPr"))):
        _drop(element)


def without_extensions(root: _Element) -> None:
    """Take out what newer versions of Word add beside the standard, and the marks of editing sessions."""
    main = qn("w:p")[: -len("p")]
    for element in list(root.iter("*")):
        if not str(element.tag).startswith(main) or element.tag == qn("w:rsid"):
            _drop(element)
            continue
        for name in [name for name, _ in element.items() if not str(name).startswith(main)]:
            del element.attrib[name]
        for name in [name for name, _ in element.items() if str(name).startswith(f"{main}rsid")]:
            del element.attrib[name]


def _key(style: _Element) -> tuple[str, str]:
    return style.get(_TYPE, ""), _name(style)


def _name(style: _Element) -> str:
    name = style.find(qn("w:name"))
    return name.get(_VALUE, "").strip().lower() if name is not None else ""


def _drop(element: _Element) -> None:
    holder = element.getparent()
    if holder is not None:
        holder.remove(element)


def _defaults(ours: _Element, theirs: _Element, language: str) -> _Element:
    """Give their defaults, in the language of the document."""
    own, found = ours.find(qn("w:docDefaults")), theirs.find(qn("w:docDefaults"))
    assert own is not None
    words = found.find(f"{qn('w:rPrDefault')}/{qn('w:rPr')}") if found is not None else None
    if found is None or words is None:
        return own
    for old in words.findall(qn("w:lang")):
        words.remove(old)
    values = {qn(f"w:{name}"): language for name in ("val", "eastAsia", "bidi")}
    after = words.find(qn("w:eastAsianLayout"))
    language_of = etree.Element(qn("w:lang"), values)
    words.insert(len(words) if after is None else words.index(after), language_of)
    return found


def _refer(look: _Element, ids: Mapping[str, str], looks: Mapping[str, _Element]) -> None:
    """Give a style the new ids of the styles that it names, without those that are not there."""
    for reference in [child for child in look if child.tag in _REFERENCES]:
        new = ids.get(reference.get(_VALUE, ""), "")
        if new in looks:
            reference.set(_VALUE, new)
        else:
            look.remove(reference)


def _settle(look: _Element, own: _Element | None) -> None:
    """Take their numbers out of a style, and put ours in."""
    for old in list(look.iter(qn("w:numPr"))):
        _drop(old)
    if look.get(_DEFAULT) is not None:
        del look.attrib[_DEFAULT]
    if own is None:
        return
    if own.get(_DEFAULT) is not None:
        look.set(_DEFAULT, "1")
    holder = own.find(qn("w:pPr"))
    kept = [] if holder is None else [part for part in holder if etree.QName(part).localname in _KEPT]
    if not kept and own.get(_ID) not in _AFTER_TABLES:
        return
    properties = _paragraph_properties(look)
    if any(part.tag == qn("w:numPr") for part in kept):
        for name in ("ind", "tabs"):
            for old in properties.findall(qn(f"w:{name}")):
                properties.remove(old)
    for part in kept:
        _put(properties, deepcopy(part))
    _keep_clear(properties, holder)


def _keep_clear(properties: _Element, own: _Element | None) -> None:
    """Keep a paragraph clear of what is above it, where the house does not say how far.

    Why: Word's own caption and body text leave no space above. After a table they would stand on its last rule.
    """
    ours = own.find(qn("w:spacing")) if own is not None else None
    theirs = properties.find(qn("w:spacing"))
    if ours is None or ours.get(_BEFORE) is None:
        return
    if theirs is None:
        theirs = etree.Element(qn("w:spacing"))
        _put(properties, theirs)
    if theirs.get(_BEFORE) is None:
        theirs.set(_BEFORE, ours.get(_BEFORE, ""))


def _paragraph_properties(look: _Element) -> _Element:
    found = look.find(qn("w:pPr"))
    if found is None:
        found = etree.Element(qn("w:pPr"))
        look.insert(sum(1 for child in look if child.tag in _BEFORE_PARAGRAPH), found)
    return found


def _put(properties: _Element, part: _Element) -> None:
    """Put a property in its place, instead of one of the same name."""
    for old in properties.findall(part.tag):
        properties.remove(old)
    later = {qn(f"w:{name}") for name in _ORDER[_ORDER.index(etree.QName(part).localname) + 1 :]}
    position = next((at for at, child in enumerate(properties) if child.tag in later), len(properties))
    properties.insert(position, part)


def _uncounted(looks: Mapping[str, _Element], own: Mapping[str, _Element]) -> None:
    """Take out of the count what is no heading of ours, and only based on one, as a title often is."""
    counted = {new for new, style in own.items() if style.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None}
    for new, look in looks.items():
        if new not in counted and not counted.isdisjoint(_bases(look, looks, own)):
            properties = _paragraph_properties(look)
            numbers = etree.Element(qn("w:numPr"))
            etree.SubElement(numbers, qn("w:numId"), {_VALUE: "0"})
            _put(properties, numbers)
            _put(properties, etree.Element(qn("w:outlineLvl"), {_VALUE: "9"}))


def _bases(look: _Element, looks: Mapping[str, _Element], own: Mapping[str, _Element]) -> Iterator[str]:
    """Give the styles that a style is based on, one after the other."""
    base = look.find(qn("w:basedOn"))
    while base is not None:
        at = base.get(_VALUE, "")
        yield at
        base = (looks[at] if at in looks else own[at]).find(qn("w:basedOn"))


def _name_apart(looks: Mapping[str, _Element], own: Mapping[str, _Element]) -> None:
    """Give every style a name of its own: Word takes two styles of one name for a damaged file."""
    taken = {_name(style) for style in own.values()}
    for new, look in looks.items():
        if new in own:
            continue
        name = look.find(qn("w:name"))
        if name is None:
            name = etree.SubElement(look, qn("w:name"), {_VALUE: new})
            look.insert(0, name)
        while _name(look) in taken:
            name.set(_VALUE, f"House {name.get(_VALUE, '')}")
        taken.add(_name(look))
