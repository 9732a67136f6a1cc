"""Which gateways a party could cite in a flow. It proposes, with its reasons; a person decides."""

from __future__ import annotations

from dsagen.checks.suggestions.fit import Obstacle
from dsagen.checks.suggestions.question import Question, Who, question_of
from dsagen.checks.suggestions.suggest import Candidate, NearMiss, Suggestion, answer, suggest

__all__ = ["Candidate", "NearMiss", "Obstacle", "Question", "Suggestion", "Who", "answer", "question_of", "suggest"]
