"""The page: A4 with even margins, upright or on its side. Distances are in twentieths of a point, Word's own unit."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["LANDSCAPE", "PORTRAIT", "Page"]

_SHORT, _LONG = 11906, 16838
_SIDE, _TOP, _BOTTOM, _EDGE = 1021, 1474, 1304, 567


@dataclass(frozen=True)
class Page:
    """A sheet of A4, and how it lies."""

    width: int
    height: int
    turned: str = ""
    """What a printer is told of a sheet on its side."""

    @property
    def text_width(self) -> int:
        """Give the width between the margins."""
        return self.width - 2 * _SIDE

    def section(self, header: str, footer: str) -> str:
        """Write the properties of a Word section, with the relationship ids of its running lines (Part 1, 17.6.17)."""
        return (
            "<w:sectPr>"
            f'<w:headerReference w:type="default" r:id="{header}"/>'
            f'<w:footerReference w:type="default" r:id="{footer}"/>'
            f'<w:pgSz w:w="{self.width}" w:h="{self.height}"{self.turned}/>'
            f'<w:pgMar w:top="{_TOP}" w:right="{_SIDE}" w:bottom="{_BOTTOM}" w:left="{_SIDE}"'
            f' w:header="{_EDGE}" w:footer="{_EDGE}" w:gutter="0"/>'
            "</w:sectPr>"
        )


PORTRAIT = Page(_SHORT, _LONG)
LANDSCAPE = Page(_LONG, _SHORT, ' w:orient="landscape"')
