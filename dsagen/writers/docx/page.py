"""The page: A4 with even margins. Distances are in twentieths of a point, Word's own unit."""

from __future__ import annotations

__all__ = ["SECTION", "TEXT_WIDTH"]

_WIDTH, _HEIGHT = 11906, 16838
_SIDE, _TOP, _BOTTOM, _EDGE = 1021, 1474, 1304, 567

TEXT_WIDTH = _WIDTH - 2 * _SIDE

SECTION = (
    "<w:sectPr>"
    '<w:headerReference w:type="default" r:id="{header}"/><w:footerReference w:type="default" r:id="{footer}"/>'
    f'<w:pgSz w:w="{_WIDTH}" w:h="{_HEIGHT}"/>'
    f'<w:pgMar w:top="{_TOP}" w:right="{_SIDE}" w:bottom="{_BOTTOM}" w:left="{_SIDE}"'
    f' w:header="{_EDGE}" w:footer="{_EDGE}" w:gutter="0"/>'
    "</w:sectPr>"
)
"""The properties of the one Word section, to be filled in with the relationship ids of the running lines."""
