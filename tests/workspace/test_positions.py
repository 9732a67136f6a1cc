"""Every mistake is reported at its own line and column, with what was expected."""

from __future__ import annotations

import pytest

from tests.workspace.builder import AGREEMENT, Builder, said

FILE = "agreements/riv-001.yaml"
CASES = [
    # what stands there, what a person writes instead, where it is reported, words of the message, words of the fix
    ("form: one", "kind: x\nform: one", "3:1", "`kind` is not a key of an agreement", "Did you mean `form`?"),
    ("starts: 2026-12-01", "start: 2026-12-01", "7:1", "`start` is not a key of an agreement", "`starts`"),
    ("review_by:", "review_date:", "8:1", "`review_date` is not a key", "`review_by`"),
    ("lead: river", "country: wales\nlead: river", "5:1", "`country` is not a key", "`nation`"),
    ("lead: river", "dpia: {}\nlead: river", "5:1", "`dpia` is not a key", "`assessment`"),
    ("    viewers: [", "    recipient_roles: [", "30:5", "`recipient_roles` is not a key of a flow", "`viewers`"),
    ("    title: Offer", "    titel: Offer", "17:5", "`titel` is not a key of a purpose", "`title`"),
    ("status: draft", "trigger: a call\nstatus: draft", "4:1", "`trigger` is not a key", "key of a flow"),
    ("title: Attendance marks for early help\n", "", "1:1", "the key `title` is missing", "Add `title:`"),
    ("    dataset: attendance\n", "", "21:3", "the key `dataset` is missing in a flow", "Add `dataset:`"),
    ("form: one_way_disclosure", "form: one_way", "3:7", "`one_way` is not one of the words", "`one_way_disclosure`"),
    ("status: draft", "status: agred", "4:9", "`agred` is not one of the words for `status`", "mean `agreed`"),
    (
        "    kind: early_help",
        "    kind: early_halp",
        "16:11",
        "`early_halp` is not one of",
        "Did you mean `early_help`",
    ),
    (
        "to: [river-council]",
        "to: river-council",
        "24:9",
        "one value is written for `to`, where a list",
        "[river-council]",
    ),
    ("purposes: [early-help]", "purposes: {a: b}", "26:5", "keys with values are written for `purposes`", "hyphen"),
    ("starts: 2026-12-01", "starts: 2026-02-30", "7:9", "no such day as 2026-02-30", "February 2026 has 28 days"),
    ("starts: 2026-12-01", "starts: 01/12/2026", "7:9", "`01/12/2026` is not a date", "Did you mean `2026-12-01`"),
    ("starts: 2026-12-01", "starts: 1 December 2026", "7:9", "is not a date", "Did you mean `2026-12-01`?"),
    ("starts: 2026-12-01", "starts: 31.12.2026", "7:9", "is not a date", "Did you mean `2026-12-31`?"),
    ("starts: 2026-12-01", "starts: 2026-13-01", "7:9", "no such day", "month is a number from 01 to 12"),
    ("starts: 2026-12-01", "starts: [2026-12-01]", "7:1", "a list is written for `starts`", "such as `2026-12-01`"),
    ("reference: RIV-001", "reference: RIV/001", "1:12", "it has no slash: write `RIV-001`", "Expected"),
    ("  F01:", "  f01:", "21:3", "`f01` cannot be used as a name", "`F01`, `F02`"),
    ("  early-help:\n", "  Early Help:\n", "15:3", "`Early Help` cannot be used", "Did you mean `early-help`?"),
    ("title: Attendance", "title: [x]\nsummary: Attendance", "2:1", "a list is written for `title`", "beside the key"),
    (
        "      child-name: To find the child.",
        "      child-name: {justification: x}",
        "28:7",
        "keys with",
        "beside the key",
    ),
    ("        article6: e", "        article6: z", "34:19", "`z` is not one of the words for `article6`", "`ea`"),
    ("[18]", "[eighteen]", "35:21", "`eighteen` is not a whole number", "such as `2`"),
    ("        article6: e", "        annex1: 9\n        article6: e", "34:17", "outside the numbers", "at most 7"),
    (
        "parties: [north-school, river-council]",
        "parties: [north-school]",
        "6:1",
        "has 1 where at least 2",
        "at least 2",
    ),
    ("lead: river-council", "lead:", "5:1", "nothing is written for `lead`", "Write the text"),
    ("lead: river-council", "binding: maybe\nlead: river-council", "5:10", "neither yes nor no", "`yes` or `no`"),
    ("    viewers: [early help workers]", "    viewers: [[x]]", "30:15", "a list is written for", "Write the text"),
]


@pytest.mark.parametrize(("old", "new", "place", "message", "fix"), CASES, ids=[f"{new!r}" for _, new, *_ in CASES])
def test_position(workspace: Builder, old: str, new: str, place: str, message: str, fix: str) -> None:
    workspace.replace(old, new)
    found = [line for line in said(workspace.read()) if line.startswith(f"{FILE}:{place}: ")]
    assert found, said(workspace.read())
    before, _, after = found[0].partition(" | ")
    assert message in before
    assert fix in after


@pytest.mark.parametrize(
    ("period", "right"),
    [("12 months", True), ("1 months", True), ("2 day", True), ("0 days", False), ("a year", False), ("12", False)],
)
def test_a_period_takes_either_form_for_any_number(workspace: Builder, period: str, right: bool) -> None:
    kept = f"    retention:\n      river-council: {{period: {period}, trigger: marks received, action: delete}}\n"
    workspace.replace("    viewers:", f"{kept}    viewers:")
    problems = said(workspace.read())
    assert (problems == []) is right
    if not right:
        assert problems[0].startswith(f"{FILE}:31:31: `{period}` is not a period | Expected a whole number")


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n", "\x85"])
@pytest.mark.parametrize("start", ["", "\ufeff"])
def test_line_endings_and_a_byte_order_mark_change_no_position(workspace: Builder, end: str, start: str) -> None:
    written = AGREEMENT.replace("status: draft", "status: agred").replace("title: A", "title: ✎é 𝄞 A")
    workspace.write(FILE, start + written.replace("\n", end))
    reading = workspace.read()
    assert [str(problem.source) for problem in reading.problems] == [f"{FILE}:4:9"]
    source = reading.problems[0].source
    assert source is not None
    assert reading.sources.line_text(source) == "status: agred"


def test_columns_count_characters(workspace: Builder) -> None:
    workspace.replace("    bases:\n", "    procedure: [{who: 𝄞é✎, dose: x}]\n    bases:\n")
    assert f"{FILE}:31:28: `dose` is not a key of a step" in said(workspace.read())[0]


def test_a_next_line_character_inside_a_file_does_not_move_lines(workspace: Builder) -> None:
    workspace.replace("title: Attendance", "title: Attendance\x85 and")
    workspace.replace("status: draft", "status: agred")
    assert [str(problem.source) for problem in workspace.read().problems] == [f"{FILE}:4:9"]


def test_gentle_values(workspace: Builder) -> None:
    """What YAML 1.1 would have turned into something else stays as it was written."""
    workspace.replace("reference: RIV-001", "reference: 007")
    workspace.replace("title: Attendance marks for early help", "title: no")
    workspace.replace("author: information governance lead", "author: 1:30")
    workspace.replace("reason: First edition", "reason: 1e3")
    workspace.replace("contact: {role: school office}", "contact: {role: on, telephone: 0071}", "parties/all.yaml")
    reading = workspace.read()
    assert said(reading) == []
    agreement = reading.workspace.agreements["007"]
    assert (agreement.title, agreement.versions["1.0"].author, agreement.versions["1.0"].reason) == (
        "no",
        "1:30",
        "1e3",
    )
    contact = reading.workspace.parties["north-school"].contact
    assert contact is not None
    assert (contact.role, contact.telephone) == ("on", "0071")


@pytest.mark.parametrize("blank", ["", " ~", " null"])
def test_a_key_left_empty_counts_as_not_written(workspace: Builder, blank: str) -> None:
    workspace.replace("    viewers: [early help workers]", f"    viewers:{blank}\n    trigger:{blank}")
    workspace.replace("starts:", f"security:{blank}\nstarts:")
    reading = workspace.read()
    assert said(reading) == []
    assert reading.workspace.agreements["RIV-001"].flows["F01"].viewers == {}


def test_quoted_null_is_text(workspace: Builder) -> None:
    workspace.replace("title: Attendance marks for early help", 'title: "null"')
    assert workspace.read().workspace.agreements["RIV-001"].title == "null"
