"""What was found about each agreement when its documents were made, so that it need not be found again."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dsagen.model.finding import Finding
from dsagen.portfolio.kept import finding_of, finding_record
from dsagen.portfolio.store import Store

__all__ = ["Remembered"]


class Remembered:
    """Remember findings by the key of what they rest on."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def recall(
        self,
        name: str,
        key: str,
        known: Mapping[str, tuple[Finding, ...]],
        again: Callable[[], tuple[Finding, ...]],
    ) -> tuple[Finding, ...]:
        """Give what is known of something by its name: from this build, from the one before, or by looking again."""
        held = self.held(name, key) if name not in known else None
        if held is not None:
            return held
        found = known[name] if name in known else again()
        self._store.put("found", name, key, {"findings": [finding_record(finding) for finding in found]})
        return found

    def held(self, name: str, key: str) -> tuple[Finding, ...] | None:
        """Give what the build before found, if it rests on the same."""
        record = self._store.value("found", name, key)
        try:
            return tuple(finding_of(each) for each in record["findings"]) if record is not None else None
        except (TypeError, ValueError, KeyError, AttributeError):
            return None
