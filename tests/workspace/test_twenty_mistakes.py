"""A broken copy of a workspace with twenty mistakes: all twenty in one run, each at its line and column."""

from __future__ import annotations

from tests.workspace.builder import Builder, said

A, P, D = "agreements/riv-001.yaml", "parties/all.yaml", "datasets/all.yaml"
MISTAKES = [
    # file, what stood there, what stands there now, where it is reported, a word of the message
    ("dsagen.yaml", "name: R", "nam: R", "2:1", "`nam` is not a key"),
    ("dsagen.yaml", "nation: england", "nation: englnd", "3:9", "`englnd`"),
    (P, "  type: school", "  type: scool", "3:9", "`scool`"),
    (P, "{role: school office}", "{email: office@school.example}", "4:3", "`role` is missing"),
    (P, "{title: Early help team}", "Early help team", "9:17", "`early-help`, where a mapping"),
    ("people/all.yaml", "  label: Children", "  label: Children\n  label: Young people", "3:3", "a second time"),
    (D, "holder: north-school", "holder: noth-school", "3:11", "no party `noth-school`"),
    (D, "kind: name", "kind: nam", "6:37", "`nam` is not one of the words"),
    (A, "form: one_way_disclosure", "kind: one_way_disclosure", "3:1", "`kind` is not a key"),
    (A, "status: draft", "status: drafted", "4:9", "`drafted`"),
    (A, "lead: river-council", "lead: river-councel", "5:7", "`river-councel`"),
    (A, "starts: 2026-12-01", "starts: 2026-11-31", "7:9", "no such day"),
    (A, "review_by: 2027-11-30", "review_by: 30/11/2027", "8:12", "`30/11/2027`"),
    (A, "    kind: early_help", "    kind: early_hlp", "16:11", "`early_hlp`"),
    (A, "[child-name, absence]", "[child-name, absense]", "19:50", "`absense`"),
    (A, "    title: The school tells the council\n", "", "21:3", "`title` is missing"),
    (A, "    to: [river-council]", "    to: river-council", "23:9", "where a list is expected"),
    (A, "purposes: [early-help]", "purposes: [early-halp]", "25:16", "`early-halp`"),
    (A, "[children-act-1989-s17]", "[children-act-1989-s177]", "32:20", "`children-act-1989-s177`"),
    (A, "schedule1: [18]", "schedule1: [81]", "34:21", "paragraph 81"),
]


def test_all_twenty_are_reported(workspace: Builder) -> None:
    for file, old, new, _, _ in MISTAKES:
        workspace.replace(old, new, file)
    reading = workspace.read()
    expected = sorted((file, place, words) for file, _, _, place, words in MISTAKES)
    found = sorted(
        (problem.source.file, f"{problem.source.line}:{problem.source.column}")
        for problem in reading.problems
        if problem.source
    )
    assert found == sorted((file, place) for file, place, _ in expected), "\n".join(said(reading))
    for file, place, words in expected:
        assert any(line.startswith(f"{file}:{place}: ") and words in line for line in said(reading)), (
            file,
            place,
            words,
        )
    assert all(problem.fix for problem in reading.problems)
    assert reading.failed == (A,)
