"""Findings in other people's formats."""

from __future__ import annotations

import json
from datetime import date
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from dsagen.checks.rulebook import rulebook
from dsagen.exchange.github import annotation_lines, summary
from dsagen.exchange.junit import junit_report
from dsagen.exchange.sarif import sarif_log
from dsagen.model.agreement import Acceptance
from dsagen.model.finding import Finding, Source

PLACE = Source("agreements/a b.yaml", 7, 3)
WRONG = Finding("DP-LAW-006", "error", "50% is, no: duty\nat all", "a/b", "A-1", "why", "mend it", "Article 6", PLACE)
ACCEPTANCE = Acceptance.model_validate(
    {"rule": "DOC-013", "reason": "Later", "by": "owner", "on": date(2026, 1, 1), "until": date(2027, 1, 1)}
)
ACCEPTED = Finding("DOC-013", "warning", "no measure", "a/c", "A-1", acceptance=ACCEPTANCE, facts="abc")
PLACELESS = Finding("DOC-GAP", "gap", "To be completed", "a/d", "A-2")
EVERY = (WRONG, ACCEPTED, PLACELESS)
findings = st.lists(
    st.builds(
        Finding,
        rule=st.text(min_size=1),
        severity=st.sampled_from(["error", "gap", "warning", "advice"]),
        message=st.text(),
        agreement=st.text(),
        fix=st.text(),
        source=st.none() | st.builds(Source, st.text(min_size=1), st.integers(1, 9), st.integers(1, 9)),
        acceptance=st.none() | st.just(ACCEPTANCE),
    ),
    max_size=5,
)


def test_github_escapes_what_its_commands_would_read() -> None:
    first, second = annotation_lines(EVERY)
    assert first == (
        "::error file=agreements/a b.yaml,line=7,col=3,title=DP-LAW-006 (error)"
        "::50%25 is, no: duty%0Aat all%0Amend it%0AArticle 6"
    )
    assert second == "::warning title=DOC-GAP (gap)::To be completed"


def test_github_has_a_table_for_the_summary() -> None:
    text = summary([WRONG], "1 agreement read: 1 error.")
    assert "| error | DP-LAW-006 | agreements/a b.yaml:7:3 | 50% is, no: duty at all |" in text
    assert text.endswith("1 agreement read: 1 error.\n")


@given(findings)
def test_a_github_line_is_one_line(found: list[Finding]) -> None:
    assert all("\n" not in line and "\r" not in line for line in annotation_lines(found))


def test_junit_counts_suites_and_skips_what_is_accepted() -> None:
    root = ElementTree.fromstring(junit_report(EVERY, ["A-1", "A-3"]))
    assert {suite.get("name"): (suite.get("tests"), suite.get("failures"), suite.get("skipped")) for suite in root} == {
        "A-1": ("2", "1", "1"),
        "A-3": ("1", "0", "0"),
        "A-2": ("1", "1", "0"),
    }
    failure = root.find("testsuite/testcase/failure")
    assert failure is not None
    assert (failure.get("type"), failure.text) == ("error", "agreements/a b.yaml:7:3\nmend it\nArticle 6")


@given(findings)
def test_junit_is_xml_whatever_people_write(found: list[Finding]) -> None:
    assert ElementTree.fromstring(junit_report(found, [])).tag == "testsuites"


def test_sarif_has_rules_results_and_suppressions() -> None:
    log = json.loads(sarif_log(EVERY, rulebook(), "1.2.3"))
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert log["version"] == "2.1.0"
    assert [rule["id"] for rule in rules] == ["DP-LAW-006", "DOC-013", "DOC-GAP"]
    assert "Wrong:" in rules[0]["help"]["markdown"]
    wrong, accepted, gap = run["results"]
    assert (wrong["level"], accepted["level"], gap["level"]) == ("error", "warning", "warning")
    assert wrong["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "agreements/a%20b.yaml"},
        "region": {"startLine": 7, "startColumn": 3},
    }
    assert accepted["suppressions"] == [
        {"kind": "external", "status": "accepted", "justification": "Later (owner, until 2027-01-01)"}
    ]
    assert accepted["partialFingerprints"] == {"facts/v1": "abc"}
    assert "suppressions" not in wrong
    assert "locations" not in gap
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])


@given(findings)
def test_sarif_is_json_whatever_people_write(found: list[Finding]) -> None:
    assert len(json.loads(sarif_log(found, {}, "1"))["runs"][0]["results"]) == len(found)
