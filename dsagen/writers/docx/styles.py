"""The house style as the XML of Word's styles."""

from __future__ import annotations

from dsagen.documents.house import House
from dsagen.writers.docx.looks import ACCENT, CHARACTERS, PARAGRAPHS, RULE, TINT, Look, edge
from dsagen.writers.docx.markup import attribute

__all__ = ["definitions"]

_OWN_CHARACTERS = frozenset({"Gap", "Draft Mark"})


def definitions(language: str, house: House) -> str:
    """Write the defaults and every style in a house's colours and font, as the content of a `styles` element."""
    paragraphs = "".join(_paragraph(look) for look in PARAGRAPHS)
    characters = "".join(_character(name, properties) for name, properties in CHARACTERS.items())
    written = f"{_defaults(language, house.font)}{paragraphs}{_DEFAULT_CHARACTER}{characters}{_DEFAULT_TABLE}{_TABLE}"
    return written.replace(ACCENT, _hexadecimal(house.accent)).replace(TINT, _hexadecimal(house.tint))


def _hexadecimal(colour: str) -> str:
    return colour.removeprefix("#").upper()


def _twips(points: float) -> int:
    return round(points * 20)


def _defaults(language: str, font: str) -> str:
    fonts = "".join(f' w:{script}="{attribute(font)}"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts{fonts}/><w:sz w:val="24"/><w:szCs w:val="24"/>'
        f'<w:lang w:val="{language}" w:eastAsia="{language}" w:bidi="{language}"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault><w:pPr><w:widowControl/><w:suppressAutoHyphens/>"
        '<w:spacing w:before="0" w:after="0" w:line="288" w:lineRule="auto"/><w:jc w:val="left"/>'
        "</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def _paragraph(look: Look) -> str:
    kind = ' w:default="1"' if look.base is None else ' w:customStyle="1"' if look.own else ""
    base = f'<w:basedOn w:val="{look.base}"/>' if look.base else ""
    following = f'<w:next w:val="{look.following}"/>' if look.following else ""
    return (
        f'<w:style w:type="paragraph"{kind} w:styleId="{look.id}"><w:name w:val="{look.name}"/>{base}{following}'
        f"<w:qFormat/><w:pPr>{_paragraph_properties(look)}</w:pPr><w:rPr>{_run_properties(look)}</w:rPr></w:style>"
    )


def _paragraph_properties(look: Look) -> str:
    """Write the properties in the order of the schema (Part 1, 17.3.1.26)."""
    level = f'<w:ilvl w:val="{look.level}"/>' if look.level else ""
    above_below = f' w:before="{_twips(look.space[0])}" w:after="{_twips(look.space[1])}"' if look.space else ""
    line = f' w:line="{round(look.line * 240)}" w:lineRule="auto"' if look.line else ""
    hanging = f' w:hanging="{look.hanging}"' if look.hanging else ""
    right = f' w:right="{look.right}"' if look.right else ""
    parts = (
        "<w:keepNext/>" if look.keep_next else "",
        "<w:keepLines/>" if look.keep_lines else "",
        "" if look.list_id is None else f'<w:numPr>{level}<w:numId w:val="{look.list_id}"/></w:numPr>',
        look.frame,
        f"<w:spacing{above_below}{line}/>" if above_below or line else "",
        "" if look.left is None else f'<w:ind w:left="{look.left}"{right}{hanging}/>',
        '<w:jc w:val="center"/>' if look.centred else "",
        "" if look.level is None else f'<w:outlineLvl w:val="{look.level}"/>',
    )
    return "".join(parts)


def _run_properties(look: Look) -> str:
    size = (
        "" if look.size is None else f'<w:sz w:val="{round(look.size * 2)}"/><w:szCs w:val="{round(look.size * 2)}"/>'
    )
    colour = f'<w:color w:val="{look.colour}"/>' if look.colour else ""
    return ("<w:b/><w:bCs/>" if look.bold else "") + colour + size


def _character(name: str, properties: str) -> str:
    own = ' w:customStyle="1"' if name in _OWN_CHARACTERS else ""
    return (
        f'<w:style w:type="character"{own} w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr>{properties}</w:rPr></w:style>'
    )


_DEFAULT_CHARACTER = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
)
_DEFAULT_TABLE = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
)
_RULES = edge("top", RULE, 6, 0) + edge("bottom", RULE, 6, 0) + edge("insideH", RULE, 6, 0)
_TABLE = (
    '<w:style w:type="table" w:customStyle="1" w:styleId="HouseTable"><w:name w:val="House Table"/>'
    f'<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblBorders>{_RULES}</w:tblBorders><w:tblCellMar>'
    '<w:top w:w="70" w:type="dxa"/><w:left w:w="113" w:type="dxa"/>'
    '<w:bottom w:w="70" w:type="dxa"/><w:right w:w="113" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    f'<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders>{edge("bottom", ACCENT, 12, 0)}</w:tcBorders>'
    f'<w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/></w:tcPr></w:tblStylePr></w:style>'
)
"""The one table style: thin rules between rows, and a tinted header row over a heavier rule."""
