"""Whatever stands in a file, reading gives findings and never raises."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from dsagen.workspace import Reading
from tests.workspace.builder import AGREEMENT, DATASETS, FILES, Builder

NASTY = [
    ":",
    "-",
    "[",
    "]",
    "{",
    "}",
    "*a",
    "&a ",
    "!",
    "|",
    ">",
    "'",
    '"',
    "\t",
    "\r",
    "\x85",
    "\x00",
    "#",
    "<<: ",
    "? ",
    "---\n",
    "...\n",
    "%",
    "@",
    "~",
    "include: ",
    "\ufeff",
    "\u2028",
    "𝄞",
    "\ud7ff",
    "\n",
    "  ",
    "null",
    "1e999",
    "F01",
]


def read(files: dict[str, bytes]) -> Reading:
    """Read a workspace with some files changed."""
    with tempfile.TemporaryDirectory() as folder:
        builder = Builder(Path(folder))
        for file, content in files.items():
            builder.write(file, content)
        return builder.read()


def sound(reading: Reading) -> None:
    """Every problem has words, and a place that is in its file."""
    for problem in reading.problems:
        assert problem.severity == "error"
        assert problem.message
        assert problem.source is not None
        assert problem.source.line >= 1
        assert problem.source.column >= 1
    assert bool(reading.failed) or len(reading.workspace.agreements) == 1


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(FILES)), st.binary(max_size=200))
def test_any_bytes(file: str, content: bytes) -> None:
    sound(read({file: content}))


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(sorted(FILES)),
    st.lists(st.tuples(st.floats(0, 1), st.sampled_from(NASTY), st.integers(0, 9)), max_size=4),
)
def test_any_change_to_the_text(file: str, changes: list[tuple[float, str, int]]) -> None:
    text = FILES[file]
    for where, put, taken in changes:
        at = int(where * len(text))
        text = text[:at] + put + text[at + taken :]
    sound(read({file: text.encode("utf-8")}))


VALUES = st.recursive(
    st.sampled_from(["x", "~", "", "1", "2026-12-01", "[]", "{}", "river-council", "'no'"]),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: "[" + ", ".join(items) + "]"),
        st.dictionaries(st.sampled_from(["a", "lead", "from", "title", "include", "F01"]), inner, max_size=3).map(
            lambda pairs: "{" + ", ".join(f"{key}: {value}" for key, value in pairs.items()) + "}"
        ),
    ),
    max_leaves=6,
)


@settings(max_examples=200, deadline=None)
@given(st.integers(0, len(AGREEMENT.splitlines()) - 1), VALUES, st.integers(0, len(DATASETS.splitlines()) - 1), VALUES)
def test_any_value_in_the_place_of_another(line: int, value: str, other_line: int, other: str) -> None:
    sound(
        read(
            {
                "agreements/riv-001.yaml": replaced(AGREEMENT, line, value),
                "datasets/all.yaml": replaced(DATASETS, other_line, other),
            }
        )
    )


def replaced(text: str, number: int, value: str) -> bytes:
    """Put another value after the colon of a line, and drop what hung on it."""
    lines = text.splitlines()
    key = lines[number].partition(":")[0]
    indentation = len(key) - len(key.lstrip())
    rest = number + 1
    while rest < len(lines) and len(lines[rest]) - len(lines[rest].lstrip()) > indentation:
        rest += 1
    return "\n".join([*lines[:number], f"{key}: {value}", *lines[rest:]]).encode()
