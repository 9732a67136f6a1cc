"""How much a template may do, so that a slip in one never stops a build for good."""

from __future__ import annotations

from jinja2.exceptions import SecurityError

__all__ = ["LONGEST", "Budget"]

STEPS = 2_000_000
"""Turns of loops, and calls, in one section. The longest that we know of takes a thousandth of this."""
LONGEST = 20_000_000
"""Characters that one section may write, in all."""


class Budget:
    """Count what one section does, and refuse what has no end.

    Why: a workspace brings its own templates. A loop in a loop, or words that double at every turn, would take the
    computer's time or memory without a word of explanation.
    """

    def __init__(self) -> None:
        self._steps = 0
        self._written = 0

    def step(self) -> None:
        """Take a step. Raise `SecurityError` where there are too many."""
        self._steps += 1
        if self._steps > STEPS:
            raise SecurityError(f"it takes more than {STEPS:,} steps: look for loops inside loops")

    def write(self, characters: int) -> None:
        """Write some characters. Raise `SecurityError` where there are too many."""
        self._written += characters
        if self._written > LONGEST:
            raise SecurityError(f"it writes more than {LONGEST:,} characters: look for words that are repeated")
