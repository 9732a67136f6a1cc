"""Files that are replaced whole: all of them, or none."""

from __future__ import annotations

from pathlib import Path

import pytest

from dsagen.workspace.edit import replace_files


def test_all_are_replaced_and_keep_their_permissions(tmp_path: Path) -> None:
    first, second = tmp_path / "first.yaml", tmp_path / "second.yaml"
    first.write_text("a: 1\n")
    second.write_text("b: 1\n")
    first.chmod(0o640)
    replace_files({first: b"a: 2\n", second: b"b: 2\n"})
    assert first.read_text() == "a: 2\n" and second.read_text() == "b: 2\n"
    assert first.stat().st_mode & 0o777 == 0o640
    assert sorted(tmp_path.iterdir()) == [first, second]


def test_none_is_replaced_where_one_is_not_there(tmp_path: Path) -> None:
    first = tmp_path / "first.yaml"
    first.write_text("a: 1\n")
    with pytest.raises(FileNotFoundError):
        replace_files({first: b"a: 2\n", tmp_path / "gone.yaml": b"b: 2\n"})
    assert first.read_text() == "a: 1\n"
    assert list(tmp_path.iterdir()) == [first]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real.yaml", tmp_path / "link.yaml"
    real.write_text("a: 1\n")
    link.symlink_to(real)
    replace_files({link: b"a: 2\n"})
    assert link.is_symlink() and real.read_text() == "a: 2\n"
