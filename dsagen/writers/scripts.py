"""Words of scripts that are read from right to left, inside sentences that are not."""

from __future__ import annotations

import re

__all__ = ["RIGHT_TO_LEFT"]

_LETTER = r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"

RIGHT_TO_LEFT = re.compile(rf"({_LETTER}(?:[^\w<>&;]*{_LETTER})*)")
"""A run of such words with what stands between them: it is set apart, so that its neighbours keep their places.

Standard: the Unicode bidirectional algorithm (UAX 9), strong characters of the classes R and AL.
"""
