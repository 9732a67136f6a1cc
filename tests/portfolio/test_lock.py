"""The lock file: one line an output, in order, and readable after a merge."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsagen.portfolio.lock import LOCK_FILE, Entry, LockUnreadable, entries_of, line_of, read_lock, write_lock

HEX = st.text("0123456789abcdef", min_size=1, max_size=32)
ENTRIES = st.builds(Entry, *[HEX] * 8)
NAMES = st.from_regex(r"[A-Z]{2}-[0-9]{3}/[a-z% -]{1,20}\.docx", fullmatch=True).map(PurePosixPath)


def entry(file: str = "f") -> Entry:
    return Entry("i", "t", "h", "w", file, "c", "2026.11", "0.1.0")


@given(st.dictionaries(NAMES, ENTRIES, max_size=8))
def test_what_is_written_is_read(entries: dict[PurePosixPath, Entry]) -> None:
    lines = [line_of(path, each) for path, each in entries.items()]
    assert entries_of(lines, Path("x")) == entries
    assert all("\n" not in line for line in lines)


def test_lines_are_sorted_and_nothing_is_written_twice(tmp_path: Path) -> None:
    entries = {PurePosixPath("b.docx"): entry(), PurePosixPath("a.docx"): entry()}
    assert write_lock(tmp_path, entries)
    first = (tmp_path / LOCK_FILE).read_bytes()
    assert not write_lock(tmp_path, dict(reversed(entries.items())))
    assert (tmp_path / LOCK_FILE).read_bytes() == first
    assert [line.split()[0] for line in first.decode().splitlines()[2:]] == ["a.docx", "b.docx"]
    assert read_lock(tmp_path) == entries


def test_after_a_merge_with_conflicts_what_differs_is_built_again(tmp_path: Path) -> None:
    lines = [
        line_of(PurePosixPath("a.docx"), entry()),
        "<<<<<<< HEAD",
        line_of(PurePosixPath("b.docx"), entry("one")),
        "=======",
        line_of(PurePosixPath("b.docx"), entry("other")),
        ">>>>>>> branch",
    ]
    (tmp_path / LOCK_FILE).write_text("\n".join(lines), "utf-8")
    assert list(read_lock(tmp_path)) == [PurePosixPath("a.docx")]


@pytest.mark.parametrize(
    "line", ["a.docx", "a.docx inputs=1", line_of(PurePosixPath("a"), entry()) + " more=1", "a.docx " * 9]
)
def test_a_line_that_is_none_of_ours_is_named(tmp_path: Path, line: str) -> None:
    (tmp_path / LOCK_FILE).write_text(f"# head\n{line}\n", "utf-8")
    with pytest.raises(LockUnreadable) as refused:
        read_lock(tmp_path)
    assert refused.value.line == 2


def test_a_lock_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / LOCK_FILE).write_bytes(b"\xff\xfe\x00")
    with pytest.raises(LockUnreadable):
        read_lock(tmp_path)


def test_there_is_none_before_the_first_build(tmp_path: Path) -> None:
    assert read_lock(tmp_path) == {}
