"""What was found about each agreement when its documents were made, so that it need not be found again."""

from __future__ import annotations

import json
from collections.abc import Mapping
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

    def get(self, reference: str, key: str) -> tuple[Finding, ...] | None:
        """Give what was found about an agreement, where it still holds."""
        record = self._records.get(reference)
        if not isinstance(record, Mapping) or record.get("key") != key:
            return None
        try:
            return tuple(finding_of(each) for each in record["findings"])
        except (TypeError, ValueError, KeyError, AttributeError):
            return None

    def put(self, reference: str, key: str, findings: tuple[Finding, ...]) -> None:
        """Remember what was found about an agreement."""
        self._records[reference] = {"key": key, "findings": [finding_record(finding) for finding in findings]}

    def write(self) -> None:
        """Keep it for the next time, if that can be done."""
        with suppress(OSError):
            replace_file(self._file, json.dumps(self._records, sort_keys=True).encode())
