"""Every id leads to something, and the facts of an agreement fit together."""

from __future__ import annotations

import pytest

from tests.workspace.builder import AGREEMENT, Builder, said

FILE = "agreements/riv-001.yaml"
CASES = [
    (
        "parties: [north-school, river",
        "parties: [north-scool, river",
        "6:11",
        "no party `north-scool` in `parties/`",
        "mean `north-school`",
    ),
    ("parties: [north-school, river", "parties: [north-school, north-school, river", "6:25", "is named twice", "once"),
    (
        "lead: river-council",
        "lead: river-concil",
        "5:7",
        "`river-concil` is not one of the parties",
        "mean `river-council`",
    ),
    (
        "    from: north-school",
        "    from: nort-school",
        "23:11",
        "`nort-school` is not one of the parties",
        "`north-school`",
    ),
    (
        "    to: [river-council]",
        "    to: [rivr-council]",
        "24:10",
        "`rivr-council` is not one of the parties",
        "`river-council`",
    ),
    (
        "    to: [river-council]",
        "    to: [river-council, north-school]",
        "24:25",
        "both sends and receives",
        "another recipient",
    ),
    (
        "    to: [river-council]",
        "    to: [river-council, river-council]",
        "24:25",
        "named twice among the recipients",
        "once",
    ),
    (
        "    dataset: attendance",
        "    dataset: atendance",
        "25:14",
        "no dataset `atendance` in `datasets/`",
        "`attendance`",
    ),
    ("purposes: [early-help]", "purposes: [early-hlp]", "26:16", "`early-hlp` is not a purpose", "mean `early-help`"),
    (
        "      absence: To",
        "      absences: To",
        "29:7",
        "`absences` is not a field of the dataset `attendance`",
        "`absence`",
    ),
    ("[child-name, absence]", "[child-name, absense]", "19:50", "`absense` is not a field of any dataset", "`absence`"),
    (
        "    bases:\n      river-council:",
        "    bases:\n      river-concil:",
        "32:7",
        "`river-concil` is not a party to this flow",
        "`river-council`",
    ),
    (
        "    viewers: [early",
        "    viewers: {other: [early]}\n    cohort: [early",
        "30:15",
        "no place in `viewers`",
        "Expected one of",
    ),
    (
        "    viewers:",
        "    teams: {river-council: early-hlp}\n    viewers:",
        "30:28",
        "`early-hlp` is not a team of `river-council`",
        "`early-help`",
    ),
    (
        "    viewers:",
        "    matching: {identifiers: [nam], rule: x}\n    viewers:",
        "30:30",
        "`nam` is not a field",
        "`child-name`",
    ),
    (
        "[children-act-1989-s17]",
        "[children-act-1989-s71]",
        "33:20",
        "is not a gateway of the catalogue",
        "`children-act-1989-s17`",
    ),
    (
        "[18]",
        "[38]",
        "35:21",
        "Schedule 1 to the Data Protection Act 2018 has no condition in paragraph 38",
        "from 1 to 37",
    ),
    ("[18]", "[0]", "35:21", "has no condition in paragraph 0", "from 1 to 37"),
    ("schedule1: [18]", "schedule8: [10]", "35:21", "Schedule 8 to the Data Protection Act 2018", "from 1 to 9"),
    (
        "review_by: 2027-11-30",
        "review_by: 2026-11-30",
        "8:12",
        "(2026-11-30) is not after `starts` (2026-12-01, line 7)",
        "after 2026-12-01",
    ),
    ("review_by:", "ends: 2026-12-01\nreview_by:", "8:7", "`ends` (2026-12-01) is not after `starts`", "after"),
    ("starts:", "signatories: {river: x}\nstarts:", "7:15", "`river` is not one of the parties", "Expected one of"),
    ("starts:", "contact_point: school\nstarts:", "7:16", "`school` is not one of the parties", "Expected one of"),
    (
        "starts:",
        "allocation: {notices: {lead: river-councl}}\nstarts:",
        "7:30",
        "not one of the parties",
        "`river-council`",
    ),
    (
        "starts:",
        "allocation: {notices: {lead: river-council, support: [x]}}\nstarts:",
        "7:55",
        "`x` is not one of",
        "Expected",
    ),
    (
        "starts:",
        "assessment: {sign_off: [{item: review, party: x, role: r}]}\nstarts:",
        "7:47",
        "`x` is not one of",
        "Expected",
    ),
    (
        "starts:",
        "accepted: [{rule: A, reason: b, by: c, on: 2026-11-20, until: 2026-11-20}]\nstarts:",
        "7:63",
        "`until` (2026-11-20) is not after `on`",
        "after 2026-11-20",
    ),
    (
        "starts:",
        "processors: {host: {name: n, acts_for: rivr-council, does: d, contract: c, flows: [F02]}}\nstarts:",
        "7:40",
        "`rivr-council` is not one of the parties",
        "`river-council`",
    ),
    (
        "starts:",
        "processors: {host: {name: n, acts_for: river-council, does: d, contract: c, flows: [F02]}}\nstarts:",
        "7:85",
        "`F02` is not a flow of the agreement",
        "`F01`",
    ),
]


@pytest.mark.parametrize(("old", "new", "place", "message", "fix"), CASES, ids=[f"{new!r}" for _, new, *_ in CASES])
def test_reference(workspace: Builder, old: str, new: str, place: str, message: str, fix: str) -> None:
    workspace.replace(old, new)
    reading = workspace.read()
    found = [line for line in said(reading) if line.startswith(f"{FILE}:{place}: ")]
    assert found, said(reading)
    before, _, after = found[0].partition(" | ")
    assert message in before
    assert fix in after
    assert reading.failed == (FILE,)


RISKS = """\
assessment:
  risks:
    R01:
      title: t
      source: s
      affected: a
      right: r
      harm: h
      flows: [F01, F09]
      likelihood: remote
      likelihood_reason: l
      severity: some
      severity_reason: s
      measures: [M01, M02]
      residual_likelihood: remote
      residual_severity: minimal
      residual_reason: r
      owner: o
  measures:
    M01: {title: t, reduces: r, effect: reduced, owner: o, status: in_place}
"""


def test_risks_name_flows_and_measures_that_are_there(workspace: Builder) -> None:
    workspace.write(FILE, AGREEMENT + RISKS)
    assert said(workspace.read()) == [
        f"{FILE}:44:20: `F09` is not a flow of the agreement | Expected one of: `F01`.",
        f"{FILE}:49:23: `M02` is not a measure of the assessment | Expected one of: `M01`.",
    ]


def test_registers_refer_to_each_other(workspace: Builder) -> None:
    workspace.replace("holder: north-school", "holder: north-scool", "datasets/all.yaml")
    workspace.replace("people: [child]", "people: [chld]", "datasets/all.yaml")
    workspace.replace("detail: band}", "detail: band, people: [parent]}", "datasets/all.yaml")
    reading = workspace.read()
    assert [line.partition(" | ")[0] for line in said(reading)] == [
        "datasets/all.yaml:3:11: there is no party `north-scool` in `parties/`",
        "datasets/all.yaml:4:12: there is no group of people `chld` in `people/`",
        "datasets/all.yaml:7:72: there is no group of people `parent` in `people/`",
    ]
    assert reading.failed == (FILE,)


def test_an_agreement_is_not_built_on_a_party_that_is_wrong(workspace: Builder) -> None:
    workspace.replace("type: school", "type: scool", "parties/all.yaml")
    reading = workspace.read()
    assert [str(problem.source) for problem in reading.problems] == ["parties/all.yaml:3:9"]
    assert reading.failed == (FILE,)
    assert set(reading.workspace.parties) == {"river-council"}


def flow(reference: str, sender: str, recipient: str) -> str:
    """Write another flow."""
    return (
        f"  {reference}:\n    title: t\n    from: {sender}\n    to: [{recipient}]\n    dataset: attendance\n"
        "    purposes: [early-help]\n    fields: {absence: To know.}\n"
    )


THREE = "\nhome:\n  name: Home\n  type: voluntary_org\n"


@pytest.mark.parametrize(
    ("hops", "refused"),
    [
        ([("river-council", "home")], []),
        ([("river-council", "north-school")], ["39:10"]),
        ([("river-council", "home"), ("home", "north-school")], ["46:10"]),
        ([("river-council", "home"), ("north-school", "home")], []),
        ([("river-council", "home"), ("home", "river-council")], ["46:10"]),
    ],
)
def test_no_flow_of_a_one_way_disclosure_returns(
    workspace: Builder, hops: list[tuple[str, str]], refused: list[str]
) -> None:
    workspace.write("parties/home.yaml", THREE)
    flows = "".join(flow(f"F0{number}", *hop) for number, hop in enumerate(hops, 2))
    workspace.write(FILE, (AGREEMENT + flows).replace("parties: [", "parties: [home, "))
    reading = workspace.read()
    assert [f"{problem.source}" for problem in reading.problems] == [f"{FILE}:{place}" for place in refused]
    assert all("from which the information comes" in problem.message for problem in reading.problems)
    workspace.replace("form: one_way_disclosure", "form: reciprocal_protocol")
    assert said(workspace.read()) == []


def test_a_flow_that_has_ended_returns_nothing(workspace: Builder) -> None:
    workspace.write(FILE, AGREEMENT + flow("F02", "river-council", "north-school") + '    withdrawn_in: "1.0"\n')
    assert said(workspace.read()) == []


@pytest.mark.parametrize(
    ("reference", "words"),
    [
        ("RIV-001", "another agreement has the reference `RIV-001`: agreements/riv-001.yaml:1:12"),
        ("riv-001", "`riv-001` and `RIV-001` (agreements/riv-001.yaml:1:12) name the same folder"),
        ("RIV-001.", "name the same folder"),
    ],
)
def test_two_agreements_with_one_folder(workspace: Builder, reference: str, words: str) -> None:
    workspace.write("agreements/second.yaml", AGREEMENT.replace("RIV-001", reference))
    reading = workspace.read()
    assert len(reading.problems) == 1
    assert str(reading.problems[0].source) == "agreements/second.yaml:1:12"
    assert words in reading.problems[0].message
    assert reading.failed == ("agreements/second.yaml",)
    assert list(reading.workspace.agreements) == ["RIV-001"]


def test_one_id_in_two_files(workspace: Builder) -> None:
    workspace.write("parties/more.yaml", "north-school: {name: Other, type: school}\n")
    assert said(workspace.read()) == [
        "parties/more.yaml:1:1: `north-school` is defined twice in parties: the first is at parties/all.yaml:1:1 | "
        "Keep one, or give the other an id of its own."
    ]


def test_a_slip_in_the_name_of_a_recipient_is_reported_once(workspace: Builder) -> None:
    workspace.replace("to: [river-council]", "to: [river-councl]")
    workspace.replace("viewers: [early help workers]", "viewers: {river-council: [workers], other: [x]}")
    assert [str(problem.source) for problem in workspace.read().problems] == [f"{FILE}:24:10", f"{FILE}:30:41"]


def test_who_took_over_from_a_party_is_a_party(workspace: Builder) -> None:
    workspace.replace("  type: school\n", "  type: school\n  succeeded_by: river-counsil\n", "parties/all.yaml")
    assert said(workspace.read()) == [
        "parties/all.yaml:4:17: there is no party `river-counsil` in `parties/` | "
        "Did you mean `river-council`? Expected one of: `north-school`, `river-council`."
    ]
