"""Edits of people's YAML by the tool: the lines that an edit does not touch stay as they are, byte for byte.

Why targeted edits of the text, and not a file that is loaded and written again: writing again re-wraps long lines,
moves comments and changes quotation marks, and then a person's one-line change is lost among a hundred.
"""

from __future__ import annotations

from dsagen.workspace.edit.edits import Edited, add_to_list, remove, set_value
from dsagen.workspace.edit.errors import EditRefused
from dsagen.workspace.edit.rewriting import Rewrite, rewritten
from dsagen.workspace.edit.together import Change, make_changes
from dsagen.workspace.edit.whole import replace_files
from dsagen.workspace.edit.written import Value

__all__ = [
    "Change",
    "EditRefused",
    "Edited",
    "Rewrite",
    "Value",
    "add_to_list",
    "make_changes",
    "remove",
    "replace_files",
    "rewritten",
    "set_value",
]
