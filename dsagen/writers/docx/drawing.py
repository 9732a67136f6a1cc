"""Pictures in line with words (ECMA-376 Part 1, 20.4.2.8)."""

from __future__ import annotations

from dsagen.writers.docx.markup import attribute

__all__ = ["drawing"]

_MAIN = "http://schemas.openxmlformats.org/drawingml/2006"
_MILLIMETRE = 36_000
"""In the unit of drawings, of which an inch has 914,400."""


def drawing(key: str, number: int, name: str, alternative: str, size: tuple[float, float]) -> str:
    """Write a picture with its alternative. `key` is its relationship, `number` its own, `size` in millimetres."""
    across, down = (round(side * _MILLIMETRE) for side in size)
    named = f'id="{number}" name="{attribute(name)}" descr="{attribute(alternative)}"'
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_MAIN}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{across}" cy="{down}"/><wp:docPr {named}/>'
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{_MAIN}/main" noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic xmlns:a="{_MAIN}/main"><a:graphicData uri="{_MAIN}/picture">'
        f'<pic:pic xmlns:pic="{_MAIN}/picture"><pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{key}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{across}" cy="{down}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )
