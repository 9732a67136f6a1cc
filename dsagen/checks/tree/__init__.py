"""Rules on what a privacy notice says when it is made: its sentences, its grade and its length.

A rule on the model reads what people wrote, and has its place for nothing. What composing makes of it is only known
when a notice is made. So `build` asks these, and `check`, which makes no documents, does not.
"""

from dsagen.checks.tree.notice import MADE, Notice, Passage, found_in_notice

__all__ = ["MADE", "Notice", "Passage", "found_in_notice"]
