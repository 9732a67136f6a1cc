"""What stops a template while it runs, in plain words and with its line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

__all__ = ["FAULTS", "say", "where"]

FAULTS = (
    TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    MemoryError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What a template can raise."""

_NO_ATTRIBUTE = re.compile(r"'(?:[\w.]+\.)?(\w+) object' has no attribute '(\w+)'")
_NOT_DEFINED = re.compile(r"'(\w+)' is undefined")


def say(error: BaseException) -> str:
    """Say what is wrong."""
    words = str(error) or type(error).__name__
    if isinstance(error, TemplateNotFound):
        return f"there is no template `{error.name}` in the folder `templates`"
    if isinstance(error, RecursionError):
        return "it includes or calls itself without end"
    if isinstance(error, (MemoryError, OverflowError)):
        return "it asks for more than can be done: look for large ranges, and for words that are repeated"
    if isinstance(error, UnicodeDecodeError):
        return "the file is not saved as UTF-8"
    if isinstance(error, OSError):
        return f"the file cannot be read: {error.strerror}"
    words = _NO_ATTRIBUTE.sub(r"`\2` is not an attribute of `\1`", words)
    return _NOT_DEFINED.sub(r"`\1` is not defined", words)


def where(error: BaseException, name: str, folders: Iterable[Path]) -> tuple[str, int | None]:
    """Give the template that was running, which may be included by another, and its line."""
    if isinstance(error, TemplateSyntaxError):
        return error.name or name, error.lineno
    trace, found = error.__traceback__, (name, None)
    places: list[tuple[str, int | None]] = [found]
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        known = _name_of(file, folders)
        if known is not None:
            places.append((known, trace.tb_lineno))
        trace = trace.tb_next
    return places[-1]


def _name_of(file: str, folders: Iterable[Path]) -> str | None:
    """Give the name of a template by the file that Jinja2 put into the traceback, or None for other code."""
    if not file.endswith((".html", ".yaml")) and "#" not in file:
        return None
    home = next((folder for folder in folders if Path(file).is_relative_to(folder)), None)
    return Path(file).relative_to(home).as_posix() if home is not None else file
