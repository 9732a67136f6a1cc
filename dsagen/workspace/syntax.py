"""YAML's own complaints, in words for people who do not know its grammar."""

from __future__ import annotations

from ruamel.yaml.error import MarkedYAMLError, YAMLError

from dsagen.model.finding import Finding, Source
from dsagen.workspace.text import Text

__all__ = ["problem", "say_syntax"]

_COLON = (
    "there is a second colon on this line, or the line above is not finished",
    "Put the words in quotation marks if they hold a colon; otherwise check the indentation.",
)
_UNSEEN_BREAKS = "\x85\u2028\u2029"
"""Line breaks for YAML that most editors do not show."""
_WORDS = {
    "mapping values are not allowed in this context": _COLON,
    "did not find expected key": (
        "this line does not stand under the one that it belongs to",
        "Indent it by as many spaces as the other lines of its group, and check quotation marks on the line.",
    ),
    "did not find expected '-' indicator": (
        "a list ends here, but this line is indented as if it were part of it",
        "Start the line with a hyphen, or give it the indentation of the key that it belongs to.",
    ),
    "did not find expected ',' or ']'": (
        "the list in square brackets is not closed",
        "Add the comma, or the closing `]`.",
    ),
    "did not find expected ',' or '}'": (
        "the mapping in curly brackets is not closed",
        "Add the comma, or the closing `}`.",
    ),
    "could not find expected ':'": ("a key has no colon after it", "Write `key: value`."),
    "block sequence entries are not allowed in this context": (
        "a list cannot start on the line of its key",
        "Start the list on the next line, or write it in square brackets.",
    ),
    "found unexpected ':'": (
        "a colon inside `{ }` or `[ ]` is read as the start of a value",
        'Put quotation marks around the text, for instance around a web address: "https://…".',
    ),
    "found unknown escape character": (
        "a backslash in double quotation marks starts a special character, and this is none that YAML knows",
        "Use single quotation marks.",
    ),
    "found invalid Unicode character escape code": (
        "a backslash in double quotation marks stands for a character that does not exist",
        "Type the character itself, or use single quotation marks.",
    ),
    "did not find expected <document start>": (
        "something follows where the file should end",
        "Keep one mapping in the file; quote words that hold `&` or `*`.",
    ),
    "did not find expected node content": ("a value is missing here", "Write the value, or take the comma away."),
    "did not find expected comment or line break": (
        "after `|` or `>` the text starts on the next line",
        "Put the words on the next line, or in quotation marks.",
    ),
    "did not find expected alphabetic or numeric character": (
        "`&` and `*` at the start of a value have a meaning of their own in YAML",
        "Put the value in quotation marks.",
    ),
}


def problem(source: Source, message: str, fix: str = "", rule: str = "SRC-YAML") -> Finding:
    """Make a finding about the way that a file is written."""
    return Finding(rule=rule, severity="error", message=message, fix=fix, source=source)


def say_syntax(error: YAMLError, text: Text) -> Finding:
    """Say where a file stops being YAML, and what to do."""
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return problem(Source(text.file, 1, 1), "the file is not YAML that can be read", "Compare it with an example.")
    place = text.source(error.problem_mark.index)
    said = str(error.problem or "")
    tab = _tab_before(text, place)
    if tab is not None:
        return problem(tab, "a tab is used for indentation", "Use spaces: YAML does not allow tabs there.")
    unseen = _unseen_break(text, place)
    if unseen is not None:
        return unseen
    if said == "found unexpected end of stream" and error.context_mark is not None:
        quoted = text.source(error.context_mark.index)
        return problem(
            quoted, "the quotation mark that opens here is never closed", "Close it at the end of the value."
        )
    if said == "found character that cannot start any token":
        character = text.line(place.line)[place.column - 1 : place.column]
        return problem(place, f"a value cannot start with `{character}`", "Put the value in quotation marks.")
    words, fix = _WORDS.get(said, (f"this is not YAML that can be read: {said}", "Compare the line with an example."))
    opened = _opened(error, text, place)
    return problem(place, words + opened, fix)


def _opened(error: MarkedYAMLError, text: Text, place: Source) -> str:
    """Name the line on which a bracket was opened."""
    if error.context_mark is None or "flow" not in str(error.context):
        return ""
    line = text.source(error.context_mark.index).line
    return "" if line == place.line else f"; it was opened on line {line}"


def _unseen_break(text: Text, place: Source) -> Finding | None:
    """Find a line break that editors do not show, on the line of `place` or on the one above."""
    for number in (place.line, place.line - 1):
        for column, character in enumerate(text.line(number), 1):
            if character in _UNSEEN_BREAKS:
                message = f"there is an invisible line break here (U+{ord(character):04X})"
                fix = "It often comes with pasted text. Delete it, or type the line again."
                return problem(Source(text.file, number, column), message, fix)
    return None


def _tab_before(text: Text, place: Source) -> Source | None:
    """Find a tab in the indentation of the line of `place`."""
    line = text.line(place.line)
    indentation = line[: len(line) - len(line.lstrip(" \t"))]
    column = indentation.find("\t")
    return Source(text.file, place.line, column + 1) if column >= 0 else None
