"""The house style as documents have it: its measures, its hash, and that it is no part of a tree."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dsagen.documents.assembler import fingerprint
from dsagen.documents.compose import Subject, compose
from dsagen.documents.house import PLAIN, House, Logo, Picture, WordPart, WordReference, make_house
from dsagen.documents.library import Library
from dsagen.law.catalogue import catalogue
from dsagen.model.workspace import Settings
from dsagen.workspace.house import FontFile, HouseFiles
from tests.documents.filled import filled
from tests.house import picture

LOGO = Logo(Picture(picture(), "image/png", 300, 100), "Riverdale", Picture(picture(), "image/png", 300, 100))
WHOLE = House("#0b6e4f", "Verdana", (FontFile("regular", b"font"),), LOGO, WordReference(b"styles", WordPart(b"theme")))


@pytest.mark.parametrize(
    ("type", "width", "height", "size"),
    [
        ("image/png", 300, 100, (70.0, 23.33)),
        ("image/png", 100, 300, (8.33, 25.0)),
        ("image/png", 96, 48, (25.4, 12.7)),
        ("image/svg+xml", 9, 3, (70.0, 23.33)),
    ],
    ids=["wide", "high", "small is never blown up", "a drawing fills the frame"],
)
def test_a_logo_is_fitted_into_its_frame(type, width, height, size) -> None:
    assert Logo(Picture(b"", type, width, height), "Riverdale").size == pytest.approx(size, abs=0.01)


def _changed() -> list[House]:
    logo, reference = WHOLE.logo, WHOLE.reference
    assert logo is not None and reference is not None
    return [
        replace(WHOLE, accent="#0b6e50"),
        replace(WHOLE, font="Calibri"),
        replace(WHOLE, fonts=(FontFile("regular", b"Font"),)),
        replace(WHOLE, fonts=(FontFile("bold", b"font"),)),
        replace(WHOLE, logo=replace(logo, alternative="River")),
        replace(WHOLE, logo=replace(logo, picture=replace(logo.picture, data=picture() + b"\0"))),
        replace(WHOLE, logo=replace(logo, word=None)),
        replace(WHOLE, reference=replace(reference, styles=b"Styles")),
        replace(WHOLE, reference=replace(reference, theme=WordPart(b"Theme"))),
        replace(WHOLE, reference=replace(reference, headers=(("default", WordPart(b"")),))),
        replace(WHOLE, reference=None),
        PLAIN,
    ]


def test_every_byte_counts_in_the_digest() -> None:
    digests = [house.digest for house in (WHOLE, *_changed())]
    assert len(set(digests)) == len(digests)
    assert replace(WHOLE).digest == WHOLE.digest


def test_a_workspace_without_a_house_style_looks_plain() -> None:
    assert make_house(Settings.model_validate({"format": "1", "name": "Riverdale"}), HouseFiles()) == PLAIN


def test_the_logo_is_called_by_the_name_of_the_workspace_unless_it_has_its_own() -> None:
    def called(logo: object) -> str:
        style = {"logo": logo}
        settings = Settings.model_validate({"format": "1", "name": "Riverdale", "house_style": style})
        made = make_house(settings, HouseFiles(logo=LOGO.picture)).logo
        assert made is not None
        return made.alternative

    assert called("logo.png") == "Riverdale"
    assert called({"file": "logo.png", "alternative": "Riverdale partners"}) == "Riverdale partners"


def test_a_house_style_changes_no_tree() -> None:
    workspace, _ = filled()
    subject = Subject(workspace, catalogue(), workspace.agreements["T-1"], "dsa")
    plain, styled = compose(subject, Library()), compose(replace(subject, house=WHOLE), Library())
    assert (plain.tree.properties.house, styled.tree.properties.house) == (PLAIN, WHOLE)
    assert fingerprint(plain.tree.root) == fingerprint(styled.tree.root)
    assert plain.fingerprint == styled.fingerprint
