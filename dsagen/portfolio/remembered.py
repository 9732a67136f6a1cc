"""What was found about each agreement when its documents were made, so that it need not be found again."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from dsagen.model.finding import Finding
from dsagen.portfolio.kept import finding_of, finding_record
from dsagen.portfolio.replacing import replace_file

__all__ = ["Remembered"]


class Remembered:
    """Remember findings by the key of what they rest on. A file that cannot be read is as good as none."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._records: dict[str, Any] = {}
        with suppress(OSError, ValueError):
            held = json.loads(file.read_text(encoding="utf-8"))
            self._records = held if isinstance(held, dict) else {}

    def recall(
        self,
        name: str,
        key: str,
        known: Mapping[str, tuple[Finding, ...]],
        again: Callable[[], tuple[Finding, ...]],
    ) -> tuple[Finding, ...]:
        """Give what is known of something by its name: from this build, from the one before, or by looking again."""
        found = known[name] if name in known else self._get(name, key)
        found = again() if found is None else found
        self._records[name] = {"key": key, "findings": [finding_record(finding) for finding in found]}
        return found

    def _get(self, name: str, key: str) -> tuple[Finding, ...] | None:
        record = self._records.get(name)
        if not isinstance(record, Mapping) or record.get("key") != key:
            return None
        try:
            return tuple(finding_of(each) for each in record["findings"])
        except (TypeError, ValueError, KeyError, AttributeError):
            return None

    def write(self) -> None:
        """Keep it for the next time, if that can be done."""
        with suppress(OSError):
            replace_file(self._file, json.dumps(self._records, sort_keys=True).encode())
