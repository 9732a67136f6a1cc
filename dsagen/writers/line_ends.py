"""A mend of WeasyPrint's line breaks where the spaces at the ends of lines are kept.

Under `white-space: pre-wrap` a space at the end of a line hangs, and is not counted when the line is fitted (CSS Text
Module Level 3, section 4.1.3). WeasyPrint 70 counts it where the line holds several runs, finds that the line is too
long, and breaks it in an earlier run: in the middle of a bold label or of a link, with the rest of the line empty.
"""

from __future__ import annotations

from typing import Any

__all__ = ["let_spaces_hang"]


def let_spaces_hang() -> None:
    """Let WeasyPrint leave kept spaces at the end of a line out of its width, once in a process.

    Where a later WeasyPrint has no such function any more, nothing is changed.
    """
    from weasyprint.layout import inline

    measure = getattr(inline, "trailing_whitespace_size", None)
    if measure is None or hasattr(measure, "measures_kept"):
        return

    def width_of_spaces(context: Any, box: Any) -> float:
        last = _last(box)
        text = getattr(last, "text", "")
        if last is None or last.style["white_space"] != "pre-wrap" or not text.endswith(" "):
            return float(measure(context, box))
        kept = len(text) - len(text.rstrip(" "))
        return float(inline.split_first_line(" " * kept, last.style, context, None, last.justification_spacing)[3])

    width_of_spaces.measures_kept = True  # type: ignore[attr-defined]
    inline.trailing_whitespace_size = width_of_spaces


def _last(box: Any) -> Any:
    """Give the last box of words in a box, or nothing where it ends with something else."""
    while getattr(box, "children", ()):
        box = box.children[-1]
    return box if hasattr(box, "text") else None
