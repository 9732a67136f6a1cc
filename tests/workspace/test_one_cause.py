"""One slip is one problem, however many places it spoils."""

from __future__ import annotations

from tests.workspace.builder import Builder, said

FILE = "agreements/riv-001.yaml"
A_SECOND_FLOW = """\
  F02:
    title: The school tells the council again
    from: north-school
    to: [river-council]
    dataset: attendance
    purposes: [early-help]
    fields:
      child-name: To find the child.
"""


def test_a_wrong_id_is_reported_once_with_its_other_lines(workspace: Builder) -> None:
    workspace.write(FILE, (workspace.root / FILE).read_text() + A_SECOND_FLOW)
    workspace.replace("    child-name:", "    childs-name:", "datasets/all.yaml")
    problems = said(workspace.read())
    assert [line.partition(" | ")[0] for line in problems] == [
        f"{FILE}:19:38: `child-name` is not a field of any dataset that serves this purpose",
        f"{FILE}:28:7: `child-name` is not a field of the dataset `attendance`; also on line 43",
    ]
    assert all("Did you mean `childs-name`?" in line for line in problems)


def test_a_group_that_is_not_defined_is_reported_once(workspace: Builder) -> None:
    workspace.replace("child:", "children:", "people/all.yaml")
    workspace.replace("detail: band}", "detail: band, people: [child]}", "datasets/all.yaml")
    assert [line.partition(" | ")[0] for line in said(workspace.read())] == [
        "datasets/all.yaml:4:12: there is no group of people `child` in `people/`; also on line 7"
    ]


def test_an_id_that_is_not_written_as_one_spoils_nothing_else(workspace: Builder) -> None:
    workspace.replace("north-school:", "North School:", "parties/all.yaml")
    workspace.replace("    child-name:", "    Child Name:", "datasets/all.yaml")
    reading = workspace.read()
    assert [str(problem.source) for problem in reading.problems] == ["datasets/all.yaml:6:5", "parties/all.yaml:1:1"]
    assert reading.failed == (FILE,)


def test_flows_and_purposes_under_a_wrong_key_are_not_reported_again(workspace: Builder) -> None:
    workspace.replace("flows:\n", "assessment: {risks: {R01: {flows: [F01]}}}\nflow:\n")
    assert not any("is not a flow" in line for line in said(workspace.read()))
    workspace.replace("flow:\n", "flows:\n")
    workspace.replace("purposes:\n", "purpose:\n")
    assert not any("is not a purpose" in line for line in said(workspace.read()))


def test_a_wrong_word_as_a_key_names_the_map_that_it_is_in(workspace: Builder) -> None:
    workspace.replace("flows:\n", "assessment: {screening: {wp248_larg_scale: x}}\nflows:\n")
    (problem,) = said(workspace.read())
    assert "`wp248_larg_scale` is not one of the words for `screening` | Did you mean `wp248_large_scale`?" in problem


def test_a_reference_with_slashes_is_offered_one_that_is_right(workspace: Builder) -> None:
    workspace.replace("reference: RIV-001", 'reference: "../etc/RIV #1 %"')
    assert "it has no slash: write `etc-RIV-1` |" in said(workspace.read())[0]


def test_several_lines_where_one_belongs(workspace: Builder) -> None:
    workspace.replace("title: Attendance marks for early help", "title: |\n  One\n  two")
    (problem,) = said(workspace.read())
    assert problem.startswith(f"{FILE}:2:8: `title` takes one line of plain text, and several lines are written | ")
