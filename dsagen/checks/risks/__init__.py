"""Which risks of the library the structure of an agreement suggests, and which feared events its risks answer."""

from __future__ import annotations

from dsagen.checks.risks.feared import Feared, feared_events
from dsagen.checks.risks.suggested import SuggestedRisk, suggested_risks

__all__ = ["Feared", "SuggestedRisk", "feared_events", "suggested_risks"]
