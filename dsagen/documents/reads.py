"""What a document really used: every leaf, length and law record that was read while its templates ran."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

__all__ = ["Reads"]


class Reads:
    """Record what is read, by source id.

    Why: a later build can tell from it whether a document could have changed, without rendering it.
    """

    def __init__(self) -> None:
        self._values: dict[str, str] = {}

    def note(self, source: str, value: object) -> None:
        """Record that the value with this id was read."""
        self._values[source] = str(value)

    def include(self, other: Reads) -> None:
        """Record what was read for another document that this one is compared with."""
        self._values.update(other.values)

    @property
    def values(self) -> Mapping[str, str]:
        """Give every id that was read, with what it held."""
        return self._values

    def key(self) -> str:
        """Give a hash of everything that was read."""
        text = json.dumps(self._values, sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()
