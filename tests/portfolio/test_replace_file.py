"""A file is replaced whole or not at all."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsagen.portfolio.replacing import replace_file


@given(old=st.none() | st.binary(max_size=20), new=st.binary(max_size=20))
def test_afterwards_the_file_holds_the_new_bytes(
    old: bytes | None, new: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.mktemp("out") / "deep" / "file.txt"
    if old is not None:
        file.parent.mkdir()
        file.write_bytes(old)
    assert replace_file(file, new) == ("unchanged" if old == new else "written")
    assert file.read_bytes() == new
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.parametrize("step", ["write_bytes", "replace"])
def test_a_failure_leaves_the_old_file_and_nothing_else(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "file.txt"
    file.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, step, fail)
    with pytest.raises(OSError, match="No space left"):
        replace_file(file, b"new")
    monkeypatch.undo()
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


def test_a_folder_in_the_place_of_a_file_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file.txt").mkdir()
    with pytest.raises(OSError):
        replace_file(tmp_path / "file.txt", b"new")
