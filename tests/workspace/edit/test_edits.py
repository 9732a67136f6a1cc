"""Edits of YAML by the tool: what was asked for, and not a byte more."""

from __future__ import annotations

import os
import stat

import pytest

from dsagen.workspace import read_workspace
from dsagen.workspace.edit import EditRefused, add_to_list, remove, set_value
from tests.workspace.builder import Builder

FILE = "agreements/riv-001.yaml"
FLOW = "agreements/RIV-001/flows/F01"
COUNCIL = f"{FLOW}/bases/river-council/gateways"
SCHOOL = f"{FLOW}/bases/north-school/gateways"
BASES = "    bases:\n      river-council:\n        gateways: [children-act-1989-s17]\n        article6: e\n"


def text(workspace: Builder) -> str:
    """Give the agreement's file."""
    return (workspace.root / FILE).read_bytes().decode()


def test_an_item_is_added_to_a_list_in_brackets(workspace: Builder) -> None:
    before = text(workspace)
    edited = add_to_list(workspace.read(), COUNCIL, "children-act-2004-s10")
    assert text(workspace) == before.replace(
        "[children-act-1989-s17]", "[children-act-1989-s17, children-act-2004-s10]"
    )
    assert edited.line.strip() == "gateways: [children-act-1989-s17, children-act-2004-s10]"
    assert edited.source == workspace.read().sources.value(f"{COUNCIL}/1")


@pytest.mark.parametrize(
    ("written", "becomes"),
    [
        ("gateways: []", "gateways: [x]"),
        ("gateways: [a, ]  # why", "gateways: [a, x, ]  # why"),
        (
            "gateways: [a,  # first\n          b  # second\n        ]",
            "gateways: [a,  # first\n          b, x  # second\n        ]",
        ),
        ("gateways:", "gateways: [x]"),
        ("gateways:  # none yet", "gateways: [x]  # none yet"),
        ("gateways: ~  # none yet", "gateways: [x]  # none yet"),
        ("gateways: null", "gateways: [x]"),
        (
            "gateways:\n          - a  # one\n          # two\n",
            "gateways:\n          - a  # one\n          # two\n          - x\n",
        ),
        ("gateways:\n        - a\n        # article\n", "gateways:\n        - a\n        - x\n        # article\n"),
        ("gateways:\n          - a\n\n", "gateways:\n          - a\n          - x\n\n"),
        ("gateways: !!seq [a]", None),
    ],
)
def test_lists_as_people_write_them(workspace: Builder, written: str, becomes: str | None) -> None:
    workspace.replace("gateways: [children-act-1989-s17]", written)
    before = text(workspace)
    if becomes is None:
        with pytest.raises(EditRefused):
            add_to_list(workspace.read(), COUNCIL, "x")
        assert text(workspace) == before
        return
    add_to_list(workspace.read(), COUNCIL, "x")
    assert text(workspace) == before.replace(written, becomes)


def test_a_missing_party_is_added_in_lines(workspace: Builder) -> None:
    before = text(workspace)
    add_to_list(workspace.read(), SCHOOL, "education-act-2002-s175")
    assert text(workspace) == before + "      north-school:\n        gateways: [education-act-2002-s175]\n"


def test_a_missing_party_is_added_in_brackets_where_its_neighbour_is(workspace: Builder) -> None:
    workspace.replace(BASES + "        schedule1: [18]\n", "    bases:\n      river-council: {article6: e}\n")
    before = text(workspace)
    add_to_list(workspace.read(), SCHOOL, "education-act-2002-s175")
    assert text(workspace) == before + "      north-school: {gateways: [education-act-2002-s175]}\n"


@pytest.mark.parametrize(
    ("written", "becomes"),
    [
        ("", "    bases:\n      north-school:\n        gateways: [x]\n"),
        ("    bases:\n", "    bases:\n      north-school:\n        gateways: [x]\n"),
        ("    bases:  # later\n", "    bases:  # later\n      north-school:\n        gateways: [x]\n"),
        ("    bases: {}\n", "    bases: {north-school: {gateways: [x]}}\n"),
        ("    bases: ~\n", "    bases: {north-school: {gateways: [x]}}\n"),
        (
            "    bases: {river-council: {article6: e}}\n",
            "    bases: {river-council: {article6: e}, north-school: {gateways: [x]}}\n",
        ),
        ("    bases:\n      north-school:\n", "    bases:\n      north-school:\n        gateways: [x]\n"),
        ("    bases:\n      north-school: {}\n", "    bases:\n      north-school: {gateways: [x]}\n"),
        (
            "    bases:\n      river-council:\n        gateways:\n        - a\n        # of the council\n",
            "    bases:\n      river-council:\n        gateways:\n        - a\n        # of the council\n"
            "      north-school:\n        gateways:\n          - x\n",
        ),
    ],
)
def test_what_holds_the_list_is_made(workspace: Builder, written: str, becomes: str) -> None:
    workspace.replace(BASES + "        schedule1: [18]\n", written)
    before = text(workspace)
    add_to_list(workspace.read(), SCHOOL, "x")
    assert text(workspace) == before[: len(before) - len(written)] + becomes


def test_no_final_line_break_stays_so(workspace: Builder) -> None:
    workspace.write(FILE, text(workspace).rstrip("\n"))
    add_to_list(workspace.read(), SCHOOL, "x")
    assert text(workspace).endswith("        schedule1: [18]\n      north-school:\n        gateways: [x]")


def test_windows_lines_and_a_byte_order_mark_stay(workspace: Builder) -> None:
    workspace.write(FILE, "\ufeff" + text(workspace).replace("\n", "\r\n"))
    add_to_list(workspace.read(), SCHOOL, "x")
    content = text(workspace)
    assert content.startswith("\ufeffreference")
    assert content.endswith("\r\n      north-school:\r\n        gateways: [x]\r\n")
    assert content.count("\n") == content.count("\r\n")


def test_an_item_that_is_there_is_refused(workspace: Builder) -> None:
    with pytest.raises(EditRefused, match="the list has `children-act-1989-s17` already"):
        add_to_list(workspace.read(), COUNCIL, "children-act-1989-s17")


def test_an_included_file_is_edited_where_it_stands(workspace: Builder) -> None:
    workspace.replace(BASES + "        schedule1: [18]\n", "    bases: {include: bases/f01.yaml}\n")
    workspace.write("bases/f01.yaml", "# the bases\nriver-council:\n  gateways: {include: bases/gateways.yaml}\n")
    workspace.write("bases/gateways.yaml", "- children-act-1989-s17\n")
    before = text(workspace)
    add_to_list(workspace.read(), COUNCIL, "x")
    edited = add_to_list(workspace.read(), SCHOOL, "z")
    assert text(workspace) == before
    assert (workspace.root / "bases/gateways.yaml").read_text() == "- children-act-1989-s17\n- x\n"
    assert (workspace.root / "bases/f01.yaml").read_text() == (
        "# the bases\nriver-council:\n  gateways: {include: bases/gateways.yaml}\nnorth-school:\n  gateways: [z]\n"
    )
    assert str(edited.source) == "bases/f01.yaml:5:3"


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("{include: ../outside.yaml}", "outside the workspace"),
        ("{include: link.yaml}", "outside the workspace"),
        ("{include: bases/round.yaml}", "in a circle"),
        ("{include: bases/nowhere.yaml}", "not an ordinary file"),
    ],
)
def test_an_include_leads_to_no_other_place(workspace: Builder, written: str, words: str) -> None:
    workspace.replace(BASES + "        schedule1: [18]\n", f"    bases: {written}\n")
    outside = workspace.root.parent / "outside.yaml"
    outside.write_text("north-school: {}\n")
    (workspace.root / "link.yaml").symlink_to(outside)
    workspace.write("bases/round.yaml", "include: bases/about.yaml\n")
    workspace.write("bases/about.yaml", "include: bases/round.yaml\n")
    with pytest.raises(EditRefused, match=words):
        add_to_list(workspace.read(), SCHOOL, "x")
    assert outside.read_text() == "north-school: {}\n"


def test_registers_and_settings(workspace: Builder) -> None:
    set_value(workspace.read(), "settings/nation", "wales")
    add_to_list(workspace.read(), "parties/river-council/functions", "housing_authority")
    assert (workspace.root / "dsagen.yaml").read_text() == "format: 1\nname: Riverdale partnership\nnation: wales\n"
    parties = (workspace.root / "parties/all.yaml").read_text()
    assert parties.endswith("Early help team}\n  functions: [housing_authority]\n")


def test_registers_inside_an_agreement(workspace: Builder) -> None:
    inside = "\nregisters:\n  parties:\n    river-council: {name: River Council, type: local_authority}\n"
    path = workspace.write("alone/riv.yaml", text(workspace) + inside.lstrip("\n"))
    add_to_list(read_workspace(path), "parties/river-council/functions", "housing_authority")
    assert path.read_text().endswith("type: local_authority, functions: [housing_authority]}\n")


def test_inherited_values_are_refused(workspace: Builder) -> None:
    workspace.replace(
        "nation: england\n", "nation: england\ndefaults:\n  prohibited_uses: [debt recovery]\n", "dsagen.yaml"
    )
    with pytest.raises(EditRefused, match=r"inherited: it is written at dsagen\.yaml:5:3"):
        add_to_list(workspace.read(), "agreements/RIV-001/prohibited_uses", "y")
    workspace.replace("status: draft", "status: draft\nprohibited_uses:")
    with pytest.raises(EditRefused, match="inherited"):
        add_to_list(workspace.read(), "agreements/RIV-001/prohibited_uses", "y")
    with pytest.raises(EditRefused, match="inherited"):
        set_value(workspace.read(), "agreements/RIV-001/nation", "wales")


def test_a_list_for_every_recipient_is_refused(workspace: Builder) -> None:
    with pytest.raises(EditRefused, match="there is a list at"):
        add_to_list(workspace.read(), f"{FLOW}/viewers/river-council", "duty manager")


SHARED = "    bases:\n      river-council: &one\n        gateways: &list [a]\n      north-school: {}\n"


@pytest.mark.parametrize(
    ("other", "path", "words"),
    [
        ("north-school: *one", COUNCIL, r"`\*one` at agreements/riv-001.yaml:\d+:21 uses it as well"),
        ("north-school: *one", SCHOOL, r"`\*one` at .* stands for a value that is written elsewhere"),
        ("north-school: {gateways: *list}", COUNCIL, r"`\*list` at .* uses it as well"),
        ("north-school: {gateways: *list}", SCHOOL, r"`\*list` at .* stands for"),
        ("north-school: {<<: *one, article6: e}", SCHOOL, r"merged in by `<<` at .*; it is written at .*:\d+:9"),
        ("north-school: {<<: *one, article6: e}", COUNCIL, r"uses it as well"),
    ],
)
def test_shared_and_merged_values_are_refused(workspace: Builder, other: str, path: str, words: str) -> None:
    workspace.replace(BASES + "        schedule1: [18]\n", SHARED.replace("north-school: {}", other))
    before = text(workspace)
    with pytest.raises(EditRefused, match=words):
        add_to_list(workspace.read(), path, "x")
    assert text(workspace) == before


def test_an_anchor_that_nothing_uses_is_no_hindrance(workspace: Builder) -> None:
    workspace.replace(BASES + "        schedule1: [18]\n", SHARED)
    add_to_list(workspace.read(), COUNCIL, "x")
    assert "gateways: &list [a, x]\n" in text(workspace)


@pytest.mark.parametrize(
    "path", ["agreements/NONE", "agreements", "parties/nobody/type", "", "nothing/at/all", f"{FLOW}/title/x"]
)
def test_what_is_not_there_is_refused(workspace: Builder, path: str) -> None:
    with pytest.raises(EditRefused):
        set_value(workspace.read(), path, "x")


def test_a_file_with_mistakes_is_refused(workspace: Builder) -> None:
    reading = workspace.read()
    workspace.replace("status: draft", "status: draft\nstatus: agreed")
    with pytest.raises(EditRefused, match="`status` is here a second time"):
        set_value(reading, "agreements/RIV-001/title", "x")


@pytest.mark.parametrize(
    ("written", "value", "becomes"),
    [
        ("title: Old  # said", "New: one", 'title: "New: one"  # said'),
        ('title: "Old"', "New", 'title: "New"'),
        ("title: 'Old'", "It's new", "title: 'It''s new'"),
        ("title: Old", "No", "title: No"),
        ('title: "Old"', "No", 'title: "No"'),
        ("title:", "No", 'title: "No"'),
        ("title: Old", "# no comment", 'title: "# no comment"'),
        ("title: >-  # said\n  Old\n  words\n", "New", "title: New # said\n"),
        ("title: |\n  Old\n\n", "New", "title: New\n\n"),
        ("title: Old\n  words", "New", "title: New"),
        ("title: Old", True, "title: yes"),
        ("title: Old", None, "title: null"),
        ("title: Old", "null", "title: 'null'"),
        ("title: Old", ["a", "b, c"], 'title: [a, "b, c"]'),
        ("title: [a, b]", "c", "title: c"),
        ("title:\n  - a\n  - b\n", ["c", "d"], "title:\n  - c\n  - d\n"),
        ("title:\n- a\n- b\n", "c", "title: c\n"),
        ("title: {a: b}", {"a": "c"}, "title: {a: c}"),
        ("title:  # said\n  a: b\n", "c", "title: c  # said\n"),
        ("title:  # said\n  a: b  # why\n", "c", "title: c  # said\n    # why\n"),
        ("title:\n  # said\n  - a\n", "c", "title: c\n  # said\n"),
    ],
)
def test_values_are_set(workspace: Builder, written: str, value: object, becomes: str) -> None:
    workspace.replace("title: Attendance marks for early help", written)
    before = text(workspace)
    set_value(workspace.read(), "agreements/RIV-001/title", value)  # type: ignore[arg-type]
    assert text(workspace) == before.replace(written, becomes, 1)


def test_a_comment_inside_an_old_value_is_not_lost(workspace: Builder) -> None:
    workspace.replace("title: Attendance marks for early help", "title:\n  - a  # why\n  - b")
    before = text(workspace)
    with pytest.raises(EditRefused, match="comments stand inside"):
        set_value(workspace.read(), "agreements/RIV-001/title", "x")
    assert text(workspace) == before


@pytest.mark.parametrize("value", ["a\x07b", "a\u202eb"])
def test_what_no_document_can_print_is_refused(workspace: Builder, value: str) -> None:
    with pytest.raises(EditRefused):
        set_value(workspace.read(), "agreements/RIV-001/title", value)


@pytest.mark.parametrize(
    ("written", "path", "becomes"),
    [
        ("fields:\n      a: b  # why\n      c: d\n", "fields/a", "fields:\n      # why\n      c: d\n"),
        ("fields:\n      a: b\n      # of c\n      c: d\n", "fields/c", "fields:\n      a: b\n      # of c\n"),
        ("fields: {a: b, c: d}\n", "fields/a", "fields: {c: d}\n"),
        ("fields: {a: b, c: d}  # why\n", "fields/c", "fields: {a: b}  # why\n"),
        ("fields: {a: b, c: d,}\n", "fields/c", "fields: {a: b,}\n"),
        ("fields: {a: b}\n", "fields/a", "fields: {}\n"),
        ("fields: [a]\n", "fields/0", "fields: []\n"),
        ("fields:\n      a: b\n", "fields/a", "fields: {}\n"),
        ("fields:  # which\n      a: b  # why\n", "fields/a", "fields: {}  # which\n      # why\n"),
        ("fields:\n      # first\n      a: b\n", "fields/a", "fields: {}\n      # first\n"),
        ("fields:\n      - a\n      - b\n", "fields/0", "fields:\n      - b\n"),
        ("fields:\n    - a\n    - b # why\n", "fields/1", "fields:\n    - a\n    # why\n"),
        ("fields:\n    - a\n", "fields/0", "fields: []\n"),
        (
            "fields:\n      - {a: b}\n      - c: d\n        e: f\n",
            "fields/1/c",
            "fields:\n      - {a: b}\n      - e: f\n",
        ),
        ("fields:\n      - c: d\n", "fields/0/c", "fields:\n      - {}\n"),
        (
            "fields:\n      a: >-\n        words\n        # no comment\n\n      c: d\n",
            "fields/a",
            "fields:\n\n      c: d\n",
        ),
        ("fields:\n      a: b\n", "fields", ""),
    ],
)
def test_keys_and_items_are_removed(workspace: Builder, written: str, path: str, becomes: str) -> None:
    old = "fields:\n      child-name: To find the child.\n      absence: To see whether help is needed.\n"
    workspace.replace(old, written)
    before = text(workspace)
    remove(workspace.read(), f"{FLOW}/{path}")
    if becomes:
        assert text(workspace) == before.replace(written, becomes)
    else:
        assert text(workspace) == before.replace(f"    {written}", "")


def test_the_last_line_is_removed_from_a_file_without_a_final_line_break(workspace: Builder) -> None:
    before = text(workspace).rstrip("\n")
    workspace.write(FILE, before)
    remove(workspace.read(), f"{FLOW}/bases/river-council/schedule1")
    assert text(workspace) == before.removesuffix("\n        schedule1: [18]")


def test_removing_what_is_not_there_is_refused(workspace: Builder) -> None:
    for path in (f"{FLOW}/timeliness", "agreements/RIV-001", f"{COUNCIL}/7"):
        with pytest.raises(EditRefused):
            remove(workspace.read(), path)


def test_a_file_that_cannot_be_written_stays(workspace: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: object, target: object) -> None:
        raise OSError(28, "No space left on device")

    before = text(workspace)
    monkeypatch.setattr("pathlib.Path.replace", fail)
    with pytest.raises(OSError, match="No space"):
        add_to_list(workspace.read(), COUNCIL, "x")
    assert text(workspace) == before
    assert sorted(path.name for path in (workspace.root / "agreements").iterdir()) == ["riv-001.yaml"]


@pytest.mark.skipif(os.name != "posix", reason="permissions are those of POSIX")
def test_permissions_stay(workspace: Builder) -> None:
    (workspace.root / FILE).chmod(0o640)
    add_to_list(workspace.read(), COUNCIL, "x")
    assert stat.S_IMODE((workspace.root / FILE).stat().st_mode) == 0o640
