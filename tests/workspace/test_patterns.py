"""Patterns: one source, many agreements."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dsagen.workspace.edit.errors import EditRefused
from dsagen.workspace.edit.walk import find
from tests.workspace.builder import AGREEMENT, Builder


def _pattern(each: str, more: str = "") -> str:
    body = AGREEMENT.replace("RIV-001", "RIV-{code}").replace("Attendance marks for", "Marks of {school.name} for")
    body = body.replace("north-school", '"{school}"', 1)
    return f"for_each:\n  school: {each}\n{more}agreement:\n" + "".join(f"  {line}\n" for line in body.splitlines())


def _builder(root: Path) -> Builder:
    builder = Builder(root)
    (root / "agreements/riv-001.yaml").unlink()
    return builder


@settings(max_examples=15, deadline=None)
@given(st.lists(st.from_regex(r"[a-z][0-9]{1,4}", fullmatch=True), min_size=1, max_size=5, unique=True))
def test_rows_give_what_hand_written_files_give(tmp_path_factory: pytest.TempPathFactory, codes: list[str]) -> None:
    rows = "".join(f"north-school,{code}\n" for code in codes)
    made = _builder(tmp_path_factory.mktemp("pattern"))
    made.write("patterns/marks.yaml", _pattern("{table: schools.csv}"))
    made.write("schools.csv", f"school,code\n{rows}")
    hand = _builder(tmp_path_factory.mktemp("hand"))
    for code in codes:
        text = AGREEMENT.replace("RIV-001", f"RIV-{code}")
        hand.write(f"agreements/{code}.yaml", text.replace("Attendance marks for", "Marks of North School for"))
    one, other = made.read(), hand.read()
    assert one.problems == () and other.problems == ()
    assert list(one.workspace.agreements) == [f"RIV-{code}" for code in codes]
    assert one.workspace.agreements == other.workspace.agreements


def test_a_wrong_placeholder_is_found_at_its_line(tmp_path: Path) -> None:
    builder = _builder(tmp_path)
    builder.write("patterns/marks.yaml", _pattern("{table: t.csv}").replace("{code}", "{cod}"))
    builder.write("t.csv", "school,code\nnorth-school,a\n")
    found = next(each for each in builder.read().problems if "{cod}" in each.message)
    assert found.source is not None and (found.source.file, found.source.line) == ("patterns/marks.yaml", 4)
    assert "north-school, row 1 of t.csv" in found.message and "`code`" in found.fix


def test_a_wrong_cell_is_found_in_the_table_and_other_rows_stand(tmp_path: Path) -> None:
    builder = _builder(tmp_path)
    builder.write("patterns/marks.yaml", _pattern("{table: t.csv}").replace("{school.name}", "a school"))
    builder.write("t.csv", "\ufeffcode;school\na;north-school\nb;north-schol\n")
    reading = builder.read()
    assert list(reading.workspace.agreements) == ["RIV-a"]
    assert any(each.source and (each.source.file, each.source.line) == ("t.csv", 3) for each in reading.problems)


@pytest.mark.parametrize("table", ["", "school,code\n", "school,code\nnorth-school,=1+1\n", "code\nx\n"])
def test_a_poor_table_is_a_finding(tmp_path: Path, table: str) -> None:
    builder = _builder(tmp_path)
    builder.write("patterns/marks.yaml", _pattern("{table: t.csv}"))
    builder.write("t.csv", table)
    assert builder.read().has_errors


@pytest.mark.parametrize("path", ["../t.csv", "/etc/hosts", "missing.csv"])
def test_a_table_stays_inside_the_workspace(tmp_path: Path, path: str) -> None:
    builder = _builder(tmp_path)
    builder.write("patterns/marks.yaml", _pattern(f"{{table: {path}}}"))
    assert builder.read().has_errors


def test_a_reference_used_by_hand_as_well_names_both(tmp_path: Path) -> None:
    builder = Builder(tmp_path)
    builder.write("patterns/marks.yaml", _pattern("[{school: north-school, code: '001'}]"))
    found = next(each for each in builder.read().problems if "another agreement has" in each.message)
    assert found.source is not None and found.source.file == "patterns/marks.yaml"
    assert "agreements/riv-001.yaml" in found.message


def test_nothing_is_edited_for_one_agreement_alone(tmp_path: Path) -> None:
    builder = _builder(tmp_path)
    builder.write("patterns/marks.yaml", _pattern("[{school: north-school, code: a}]"))
    with pytest.raises(EditRefused, match=r"patterns/marks\.yaml") as refused:
        find(builder.read(), "agreements/RIV-a/flows/F01/title")
    assert refused.value.source is not None and refused.value.source.file == "patterns/marks.yaml"


def test_a_table_is_among_what_the_pattern_rests_on(tmp_path: Path) -> None:
    builder = _builder(tmp_path)
    builder.write("patterns/marks.yaml", _pattern("{table: t.csv}"))
    builder.write("t.csv", "school,code\nnorth-school,a\n")
    reading = builder.read()
    assert reading.used["patterns/marks.yaml"] == {"patterns/marks.yaml", "t.csv"}


def test_an_override_changes_one_row(tmp_path: Path) -> None:
    builder = _builder(tmp_path)
    text = _pattern("[{school: north-school, code: a}]", "overrides:\n  north-school: {status: agreed}\n")
    builder.write("patterns/marks.yaml", text)
    assert builder.read().workspace.agreements["RIV-a"].status == "agreed"


def test_a_placeholder_alone_needs_no_quotation_marks(tmp_path: Path) -> None:
    builder = Builder(tmp_path)
    content = (tmp_path / "agreements/riv-001.yaml").read_text("utf-8").replace("RIV-001", '"RIV-{school}"')
    content = content.replace("[north-school, river-council]", "[{school}, river-council]")
    body = "".join(f"  {line}\n" for line in content.replace("from: north-school", "from: {school}").splitlines())
    builder.write("patterns/schools.yaml", f"for_each:\n  school: [north-school]\nagreement:\n{body}")
    reading = builder.read()
    assert not reading.problems
    assert reading.workspace.agreements["RIV-north-school"].parties == ["north-school", "river-council"]


@pytest.mark.parametrize(("key", "value"), [("overrides", "[north-school]"), ("except", "[{north-school: x}]")])
def test_what_has_another_shape_is_named(tmp_path: Path, key: str, value: str) -> None:
    builder = Builder(tmp_path)
    content = (tmp_path / "agreements/riv-001.yaml").read_text("utf-8").replace("RIV-001", '"RIV-{school}"')
    body = "".join(f"  {line}\n" for line in content.splitlines())
    builder.write("patterns/schools.yaml", f"for_each:\n  school: [north-school]\n{key}: {value}\nagreement:\n{body}")
    assert [found.message for found in builder.read().problems if f"`{key}`" in found.message]
