"""What the structure of an agreement says of its risks: those that it suggests, the events that people fear, and how
bad each usually is.
"""

from __future__ import annotations

from dsagen.checks.risks.feared import Feared, feared_events
from dsagen.checks.risks.suggested import SuggestedRisk, suggested_risks
from dsagen.checks.risks.usual import UsualSeverity, usual_severities

__all__ = ["Feared", "SuggestedRisk", "UsualSeverity", "feared_events", "suggested_risks", "usual_severities"]
