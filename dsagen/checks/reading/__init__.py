"""How easy a text is to read: its sentences, its words, and the school year that can follow it."""

from dsagen.checks.reading.measures import Measures, hard_words, measured, words_in
from dsagen.checks.reading.passages import passages
from dsagen.checks.reading.targets import CHILDREN, TARGETS, Target, words_not_for_children

__all__ = [
    "CHILDREN",
    "TARGETS",
    "Measures",
    "Target",
    "hard_words",
    "measured",
    "passages",
    "words_in",
    "words_not_for_children",
]
