"""The logo: a picture inside the workspace, judged by its content."""

from __future__ import annotations

import pytest
from PIL import ImageFile

from dsagen.workspace import Reading
from tests.house import SVG, huge_picture, picture
from tests.workspace.builder import Builder, said


def read(workspace: Builder, logo: str, **files: bytes) -> Reading:
    """Read the tiny workspace with a logo."""
    workspace.write("dsagen.yaml", f"format: 1\nname: Riverdale partnership\nhouse_style: {{logo: {logo}}}\n")
    for name, content in files.items():
        workspace.write(name.replace("_", "."), content)
    return workspace.read()


@pytest.mark.parametrize(("kind", "type"), [("PNG", "image/png"), ("JPEG", "image/jpeg")])
@pytest.mark.parametrize("written", ["logo.png", "{file: logo.png, alternative: Riverdale}"])
def test_a_picture_is_taken_for_what_it_holds(workspace: Builder, kind: str, type: str, written: str) -> None:
    reading = read(workspace, written, logo_png=picture(kind))
    assert said(reading) == []
    logo = reading.house.logo
    assert logo is not None and logo == reading.house.word_logo
    assert (logo.type, logo.width, logo.height, logo.data) == (type, 300, 100, picture(kind))


def test_an_svg_takes_the_png_beside_it_for_word(workspace: Builder) -> None:
    reading = read(workspace, "logo.svg", logo_svg=SVG.encode(), logo_png=picture())
    assert said(reading) == []
    assert reading.house.logo is not None and reading.house.word_logo is not None
    assert (reading.house.logo.type, reading.house.word_logo.type) == ("image/svg+xml", "image/png")


def test_an_svg_alone_leaves_word_without_a_logo_and_says_so(workspace: Builder) -> None:
    reading = read(workspace, "logo.svg", logo_svg=SVG.encode())
    assert said(reading) == [
        "dsagen.yaml:3:21: Word documents have no logo: Word shows no SVG, and there is no `logo.png` beside "
        "`logo.svg` | Save the logo as `logo.png` too."
    ]
    assert [problem.severity for problem in reading.problems] == ["warning"]
    assert not reading.has_errors
    assert (reading.house.logo is None, reading.house.word_logo) == (False, None)


def test_an_svg_that_is_called_png_is_no_picture_for_word(workspace: Builder) -> None:
    reading = read(workspace, "logo.svg", logo_svg=SVG.encode(), logo_png=SVG.encode())
    assert "`logo.png` is an SVG picture, whatever its name says" in said(reading)[0]


def test_a_file_that_is_not_there_is_offered_by_its_nearest_name(workspace: Builder) -> None:
    workspace.write("brand/logo.png", picture())
    workspace.write("build/logos.png", picture())
    assert said(read(workspace, "{file: logos.png}")) == [
        "dsagen.yaml:3:28: there is no file `logos.png` in the workspace | Did you mean `brand/logo.png`? The path "
        "starts at the root of the workspace, whichever file it is written in."
    ]


@pytest.mark.parametrize("written", ["../logo.png", "/etc/passwd", "'C:\\logo.png'", "brand/../../logo.png"])
def test_nothing_outside_the_workspace_is_read(workspace: Builder, written: str) -> None:
    (workspace.root.parent / "logo.png").write_bytes(picture())
    reading = read(workspace, written)
    assert len(reading.problems) == 1
    assert reading.problems[0].rule == "SRC-HOUSE"
    assert "workspace" in reading.problems[0].message
    assert reading.house.logo is None
    assert not any("logo" in name or "passwd" in name for name in reading.shared)


def test_a_link_to_a_place_outside_is_refused(workspace: Builder) -> None:
    (workspace.root.parent / "logo.png").write_bytes(picture())
    (workspace.root / "logo.png").symlink_to("../logo.png")
    assert "`logo.png` is outside the workspace" in said(read(workspace, "logo.png"))[0]


def test_a_folder_is_no_picture(workspace: Builder) -> None:
    (workspace.root / "logo.png").mkdir()
    assert "`logo.png` is not an ordinary file" in said(read(workspace, "logo.png"))[0]


@pytest.mark.parametrize(
    ("content", "held"),
    [
        (b"", "it is empty"),
        (b"GIF89a...", "it is a GIF picture"),
        (picture("WEBP"), "it is a WebP picture"),
        (picture("BMP"), "it is a bitmap picture"),
        (b"%PDF-1.7", "it is a PDF"),
        (b"<!DOCTYPE html><html>", "it is a web page"),
        (b"\xef\xbb\xbf  <html>", "it is a web page"),
        (b"\xd0\xcf\x11\xe0", "it is an Office file of the old kind"),
        (b"logo", "it is a file of another kind"),
    ],
)
def test_a_file_of_another_kind_is_named(workspace: Builder, content: bytes, held: str) -> None:
    reading = read(workspace, "logo.png", logo_png=content)
    assert f"`logo.png` is not a PNG, JPEG or SVG picture: {held}" in said(reading)[0]
    assert said(reading)[0].endswith("| Use a PNG, JPEG or SVG file.")
    assert reading.house.logo is None


@pytest.mark.parametrize("content", [picture()[:200], picture()[:-40], picture("JPEG")[:100], b"\x89PNG\r\n\x1a\n"])
def test_a_damaged_picture_is_refused(workspace: Builder, content: bytes) -> None:
    assert "the picture `logo.png` is damaged" in said(read(workspace, "logo.png", logo_png=content))[0]


def test_a_damaged_picture_is_refused_after_a_pdf_was_made(workspace: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    """WeasyPrint sets this when it is imported."""
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    assert "is damaged" in said(read(workspace, "logo.png", logo_png=picture()[:200]))[0]
    assert ImageFile.LOAD_TRUNCATED_IMAGES is True


def test_a_huge_picture_is_refused_before_it_is_unpacked(workspace: Builder) -> None:
    reading = read(workspace, "logo.png", logo_png=huge_picture(7_000, 6_000))
    assert "`logo.png` is 7,000 by 6,000 pixels, and a logo has at most 5,000" in said(reading)[0]
    assert "`logo.png`" in said(read(workspace, "logo.png", logo_png=huge_picture()))[0]


def test_a_large_file_is_not_read(workspace: Builder) -> None:
    reading = read(workspace, "logo.png", logo_png=picture() + b"\0" * 2_000_000)
    assert "`logo.png` is larger than 2,000,000 bytes" in said(reading)[0]


def test_what_is_read_is_shared_by_every_agreement_and_what_is_missing_too(workspace: Builder) -> None:
    assert "logo.png" in read(workspace, "logo.png").shared
    assert {"logo.svg", "logo.png"} <= read(workspace, "logo.svg", logo_svg=SVG.encode()).shared


def test_a_house_style_may_stand_in_a_file_of_its_own(workspace: Builder) -> None:
    workspace.write("dsagen.yaml", "format: 1\nname: Riverdale partnership\nhouse_style: {include: brand/house.yaml}\n")
    workspace.write("brand/house.yaml", "accent: red\nlogo:\n  file: brand/logo.png\n")
    workspace.write("brand/logo.png", b"%PDF-1.7")
    assert [f"{problem.source}" for problem in workspace.read().problems] == [
        "brand/house.yaml:1:9",
        "brand/house.yaml:3:9",
    ]
