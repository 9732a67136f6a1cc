from __future__ import annotations

from pathlib import Path

import pytest

from dsagen import bundled
from dsagen.bundled import BundledFolderMissing, bundled_folder


@pytest.fixture
def package(tmp_path, monkeypatch):
    """Pretend that the package lives in an empty place."""
    folder = tmp_path / "place" / "dsagen"
    folder.mkdir(parents=True)
    monkeypatch.setattr(bundled, "__file__", str(folder / "bundled.py"))
    bundled_folder.cache_clear()
    yield folder
    bundled_folder.cache_clear()


@pytest.mark.parametrize("name", ["templates", "examples", "fonts"])
def test_a_checkout_has_them_at_the_top(name):
    assert bundled_folder(name) == Path(__file__).parents[1] / name


def test_a_wheel_has_them_inside(package):
    (package / "_bundled" / "fonts").mkdir(parents=True)
    assert bundled_folder("fonts") == package / "_bundled" / "fonts"


def test_a_neighbour_of_the_package_is_not_ours(package):
    (package.parent / "examples").mkdir()
    with pytest.raises(BundledFolderMissing, match="examples") as caught:
        bundled_folder("examples")
    assert caught.value.name == "examples"
    (package.parent / "pyproject.toml").touch()
    assert bundled_folder("examples") == package.parent / "examples"


def test_the_fonts_are_there_with_their_licence():
    fonts = bundled_folder("fonts")
    assert sorted(path.name for path in fonts.glob("*.ttf")) == [
        f"LiberationSans-{style}.ttf" for style in ("Bold", "BoldItalic", "Italic", "Regular")
    ]
    assert "SIL OPEN FONT LICENSE Version 1.1" in (fonts / "LICENSE.txt").read_text(encoding="utf-8")
