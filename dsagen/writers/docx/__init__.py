"""The Word writer: a document tree becomes a `.docx` with real headings, lists, tables, fields and styles.

The tree is written straight into WordprocessingML (ECMA-376 Part 1). What every file shares is prepared once a process
from python-docx's default template. The package is zipped with fixed times, so the same tree gives the same bytes.
"""

from __future__ import annotations

from dsagen.writers.docx.document import render

__all__ = ["render"]
