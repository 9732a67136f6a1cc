"""Planted defects: the loader refuses them and says where."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dsagen.law import Catalogue, LawDataError
from dsagen.law.reading import DATA, read

ACT = "children-act-1989"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy = tmp_path / "data"
    shutil.copytree(DATA, copy)
    return copy


def plant(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (
            "discloser_types: [local_authority]",
            "discloser_types: [local_council]",
            "`local_council` is no party type",
        ),
        ("function: housing_authority", "function: housing_office", "`housing_office` is no function"),
        (
            "purpose_kinds: [child_protection_enquiry",
            "purpose_kinds: [child_care",
            "`child_care` is no purpose kind",
        ),
        ("kind: function_implied_power", "kind: implied_power", "children-act-1989-s17: kind"),
        ("effect: incidental", "effect: perhaps", "children-act-1989-s17: effect"),
        ('lifts_confidence: "no"', "lifts_confidence: never", "children-act-1989-s17: lifts_confidence"),
        ("extent: [E, W]", "extent: [E, X]", "children-act-1989-s17: extent"),
        ("state: in_force", "state: live", "children-act-1989-s17: periods.0.state"),
        ("coverage: full", "coverage: whole", "children-act-1989-s17: coverage"),
        ("confidence: verified", "confidence: sure", "children-act-1989-s17: confidence"),
        ("coverage: full", "coverage: partial", "says in `unseen`"),
        ("  notes:", "  remarks:", "children-act-1989-s17: remarks"),
        ("url: https://www.legislation", "url: http://www.legislation", "children-act-1989-s17: url"),
        ('art6: ["6(1)(e)"]', 'art6: ["6(1)(z)"]', "children-act-1989-s17: art6.0"),
        ("checked_on: 2026-11-22", "checked_on: 2026-02-31", "children-act-1989-s17: checked_on"),
        ("children-act-1989-s17:", "children-act-2004-s17:", "does not begin with `children-act-1989`"),
        ("children-act-1989-s17za:", "children-act-1989-s17:", "is given twice"),
        ("nation: [england]", "nation: &here [england]", "anchors and tags"),
    ],
)
def test_a_defect_in_a_gateway_is_refused(folder: Path, old: str, new: str, says: str) -> None:
    plant(folder / "gateways" / f"{ACT}.yaml", old, new)
    with pytest.raises(LawDataError) as caught:
        list(Catalogue(folder).gateways)
    assert caught.value.path.name == f"{ACT}.yaml"
    assert says in str(caught.value)


def test_every_defect_of_a_file_is_reported(folder: Path) -> None:
    path = folder / "gateways" / f"{ACT}.yaml"
    plant(path, "effect: incidental", "effect: perhaps")
    plant(path, "effect: must_if_asked", "effect: must_if_begged")
    with pytest.raises(LawDataError) as caught:
        list(Catalogue(folder).gateways)
    assert len(caught.value.problems) == 2


def test_a_bad_act_does_not_stop_another(folder: Path) -> None:
    plant(folder / "gateways" / f"{ACT}.yaml", "effect: incidental", "effect: perhaps")
    assert Catalogue(folder).gateway("children-act-2004-s10").effect == "incidental"


@pytest.mark.parametrize(
    ("name", "attribute", "old", "new"),
    [
        ("vocabulary", "vocabulary", "  must_if_asked:", "  must_if_begged:"),
        ("vocabulary", "vocabulary", "declared: true", "declared: perhaps"),
        ("article6", "article6", "public_authority: rarely", "public_authority: seldom"),
        ("article9", "article9", "verified: partly", "verified: mostly"),
        ("schedule1", "schedule1", "policy_document: except", 'policy_document: "yes"'),
        ("rights", "rights", 'applies: "yes"', "applies: sometimes"),
        ("risk_matrix", "risk_matrix", "remote: low", "remote: tiny"),
        ("dpia_triggers", "dpia_triggers", "listed_by: ico", "listed_by: icon"),
        ("confidentiality", "confidentiality", "lifts_as: consent", "lifts_as: hope"),
        ("notice_items", "notice_items", "checked_on: 2026-11-22", "checked_on: recently"),
        ("regulator", "regulator", "state: prospective", "state: in_force"),
    ],
)
def test_a_defect_in_a_table_is_refused(folder: Path, name: str, attribute: str, old: str, new: str) -> None:
    plant(folder / f"{name}.yaml", old, new)
    with pytest.raises(LawDataError) as caught:
        getattr(Catalogue(folder), attribute)
    assert caught.value.path.name == f"{name}.yaml"


@pytest.mark.parametrize("text", ["", "- a list\n", "just words\n", "a: [1, 2\n", "a: 1\n b: 2\n"])
def test_a_file_that_holds_no_mapping_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LawDataError):
        read(path)


def test_plain_words_are_read_for_what_they_are(tmp_path: Path) -> None:
    path = tmp_path / "good.yaml"
    path.write_text('{a: null, b: true, c: 12, d: "12", e: no, f: 007, g: [x, {h: false}]}\n', encoding="utf-8")
    assert read(path) == {
        "a": None,
        "b": True,
        "c": 12,
        "d": "12",
        "e": "no",
        "f": "007",
        "g": ["x", {"h": False}],
    }
