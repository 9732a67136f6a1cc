"""The house style: the values of `templates/shared/style.css`, so that all formats look alike.

Sizes and distances are in points, indents in twentieths of a point. Space stands mostly before a paragraph, so that
what follows a table keeps clear of it.
"""

from __future__ import annotations

from dataclasses import dataclass

from dsagen.writers.docx.numbering import STYLE_LISTS
from dsagen.writers.docx.places import BOX_INDENT, LEVEL_INDENT

__all__ = ["ACCENT", "CHARACTERS", "INK", "PARAGRAPHS", "RULE", "TINT", "Look", "edge"]

ACCENT, TINT = "%accent%", "%tint%"
"""Filled in with the house's own when the styles are written."""
INK, RULE = "1A1A1A", "B8C2D0"
_MUTED, _GAP_TINT = "404854", "FFF3C4"
_URGENT, _URGENT_TINT = "8A1C1C", "FBEEEE"
_DRAFT_TINT = "F4F4F4"


@dataclass(frozen=True)
class Look:
    """A style of paragraphs. What is None or empty comes from the style that it is based on."""

    id: str
    name: str
    """The name that Word knows the style by; Word shows its own styles in the language of the person."""
    base: str | None = "Normal"
    following: str | None = None
    size: float | None = None
    bold: bool = False
    colour: str | None = None
    space: tuple[float, float] | None = None
    """Above and below."""
    line: float | None = None
    """The height of a line, as a multiple of the letters'."""
    left: int | None = None
    hanging: int = 0
    right: int = 0
    centred: bool = False
    keep_next: bool = False
    keep_lines: bool = False
    level: int | None = None
    """The level of a heading, counted from 0."""
    list_id: int | None = None
    frame: str = ""
    """Borders and shading, as properties of the paragraph."""
    own: bool = False
    """Whether the style is ours and not one of Word's."""


def edge(side: str, colour: str, size: int, space: int) -> str:
    """Draw one edge of a frame: its width in eighths of a point, its distance in points."""
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'


def _rule(side: str) -> str:
    return f"<w:pBdr>{edge(side, RULE, 6, 4)}</w:pBdr>"


def _box(colour: str, tint: str) -> str:
    """Draw a bar on the left and a tint. The other edges have the colour of the tint: they only make room.

    Why: Word may draw top and bottom between paragraphs of different indents. Edges that cannot be seen cannot look
    broken.
    """
    edges = edge("top", tint, 4, 6), edge("left", colour, 36, 10), edge("bottom", tint, 4, 6), edge("right", tint, 4, 8)
    return f'<w:pBdr>{"".join(edges)}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="{tint}"/>'


def _heading(level: int, size: float, space: tuple[float, float], frame: str = "") -> Look:
    """Make a heading that is numbered by the list of plain sections."""
    name = f"eading {level + 1}"
    return Look(
        f"H{name}".replace(" ", ""),
        f"h{name}",
        following="BodyText",
        size=size,
        bold=True,
        colour=ACCENT,
        space=space,
        line=1.1,
        keep_next=True,
        keep_lines=True,
        level=level,
        list_id=1,
        frame=frame,
    )


def _boxes(prefix: str, name: str, colour: str, tint: str, *, whole: bool = False) -> tuple[Look, ...]:
    """Give the looks of a box. A `whole` one is short and never breaks across pages."""
    text, item = f"{prefix}Text", BOX_INDENT + 397
    frame = _box(colour, tint)
    return (
        Look(
            text,
            f"{name} Text",
            space=(3, 3),
            left=BOX_INDENT,
            right=170,
            keep_lines=True,
            keep_next=whole,
            frame=frame,
            own=True,
        ),
        Look(
            f"{prefix}Title",
            f"{name} Title",
            text,
            text,
            size=13,
            bold=True,
            colour=colour,
            space=(14, 3),
            keep_next=True,
            own=True,
        ),
        Look(f"{prefix}Bullet", f"{name} Bullet", text, left=item, hanging=397, right=170, own=True),
        Look(f"{prefix}Number", f"{name} Number", text, left=item, hanging=397, right=170, own=True),
    )


PARAGRAPHS = (
    Look("Normal", "Normal", None, colour=INK),
    Look("BodyText", "Body Text", space=(6, 2)),
    Look(
        "Title",
        "Title",
        following="Subtitle",
        size=24,
        bold=True,
        colour=ACCENT,
        space=(24, 4),
        line=1.1,
        keep_next=True,
    ),
    Look("Subtitle", "Subtitle", following="BodyText", size=14, colour=_MUTED, space=(2, 10), keep_next=True),
    _heading(0, 16, (24, 6), _rule("bottom")),
    _heading(1, 13.5, (16, 3)),
    _heading(2, 12, (12, 2)),
    _heading(3, 12, (10, 2)),
    Look("ClauseText", "Clause Text", "BodyText", left=LEVEL_INDENT, own=True),
    Look("ListBullet", "List Bullet", "BodyText", space=(3, 1), list_id=STYLE_LISTS["ListBullet"]),
    Look("ListNumber", "List Number", "BodyText", space=(3, 1), list_id=STYLE_LISTS["ListNumber"]),
    Look("Note", "Note", "BodyText", size=11, colour=_MUTED, own=True),
    Look("Marking", "Marking", bold=True, centred=True, space=(3, 3), own=True),
    Look("SectionEnd", "Section End", size=1, line=0.1, own=True),
    Look("Caption", "caption", following="BodyText", size=11, bold=True, colour=ACCENT, space=(14, 4), keep_next=True),
    Look("TableText", "Table Text", size=11, space=(1, 1), line=1.1, own=True),
    Look("TableHeading", "Table Heading", "TableText", bold=True, colour=ACCENT, keep_next=True, own=True),
    Look("TableRowHeading", "Table Row Heading", "TableText", bold=True, own=True),
    Look("TableBullet", "Table Bullet", "TableText", own=True),
    Look("TableNumber", "Table Number", "TableText", own=True),
    *_boxes("Box", "Box", ACCENT, TINT),
    *_boxes("UrgentBox", "Urgent Box", _URGENT, _URGENT_TINT, whole=True),
    *_boxes("DraftBox", "Draft Box", INK, _DRAFT_TINT),
    Look("TOC1", "toc 1", following="BodyText", space=(2.5, 0), left=567, hanging=567),
    Look("TOC2", "toc 2", following="BodyText", space=(2, 0), left=1247, hanging=680),
    Look("Header", "header", size=10, colour=_MUTED, space=(0, 10), line=1, frame=_rule("bottom")),
    Look("Footer", "footer", size=10, colour=_MUTED, space=(10, 0), line=1, frame=_rule("top")),
)

CHARACTERS = {
    "Strong": "<w:b/><w:bCs/>",
    "Emphasis": "<w:i/><w:iCs/>",
    "Hyperlink": f'<w:color w:val="{ACCENT}"/><w:u w:val="single"/>',
    "Gap": f'<w:b/><w:bCs/><w:color w:val="{INK}"/><w:bdr w:val="dashed" w:sz="6" w:space="0" w:color="{INK}"/>'
    f'<w:shd w:val="clear" w:color="auto" w:fill="{_GAP_TINT}"/>',
    "Draft Mark": f'<w:b/><w:bCs/><w:color w:val="{INK}"/><w:spacing w:val="20"/>'
    f'<w:bdr w:val="single" w:sz="12" w:space="0" w:color="{INK}"/>',
}
"""The run properties of each style of words, by its name."""
