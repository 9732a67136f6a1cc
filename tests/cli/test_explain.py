"""`dsagen explain`, as people type it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from dsagen.checks.not_asked import GUARANTEED, WAITING
from dsagen.checks.rulebook import rulebook
from tests.cli.test_check import run


def as_json(*arguments: str) -> Any:
    """Give what is printed as JSON."""
    return json.loads(run("explain", *arguments, "--format", "json").stdout)


@pytest.mark.parametrize("written", ["DP-LAW-006", "dp-law-006", " dp_law_006 "])
def test_a_rule_has_a_page(written: str) -> None:
    result = run("explain", written)
    assert result.exit_code == 0
    assert result.stdout.startswith("DP-LAW-006: A power is not a duty (error)\n")
    for part in (
        "Wrong:",
        "Right:",
        "\nWhy: ",
        "\nMend: ",
        "\nLaw: UK GDPR Article 6(1)(c)",
        "\nIt may be wrong to fire: ",
    ):
        assert part in result.stdout


def test_a_gateway_has_a_page() -> None:
    result = run("explain", "children-act-2004-s10")
    assert result.exit_code == 0
    assert "Children Act 2004 s.10" in result.stdout
    assert "last checked on 2026-11-22" in result.stdout


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("DOC-030", "waiting"),
        ("DP-CNS-001", "guaranteed"),
        ("DOC-GAP", "found by reading"),
        ("DP-MIN-010", "DP-MIN-009 took its place"),
    ],
)
def test_rules_that_are_not_asked_are_explained(key: str, words: str) -> None:
    assert words in run("explain", key).stdout


def test_an_unknown_id_is_wrong_usage_and_offers_the_nearest() -> None:
    result = run("explain", "DP-LAW-06")
    assert result.exit_code == 2
    assert "Did you mean `DP-LAW-006`?" in result.stderr
    assert run("explain").exit_code == 2


def test_the_list_names_everything_and_counts_it() -> None:
    shown = run("explain", "--list").stdout
    listed = as_json("--list")
    states = [rule["state"] for rule in listed["rules"]]
    assert listed["version"] == 1
    assert states.count("checked") == len(rulebook())
    assert (states.count("waiting"), states.count("guaranteed")) == (len(WAITING), len(GUARANTEED))
    assert len(listed["gateways"]) == 78
    assert shown.rstrip().endswith(
        f"{len(rulebook())} rules are checked, {len(WAITING)} wait, {len(GUARANTEED)} are guaranteed. 78 gateways."
    )
    assert all(f" {rule['id']} " in shown for rule in listed["rules"])


def test_json_of_one_rule() -> None:
    (rule,) = as_json("DP-LAW-006")["rules"]
    assert rule["id"] == "DP-LAW-006"
    assert "Wrong:" in rule["page"]
    (gateway,) = as_json("children-act-2004-s10")["gateways"]
    assert gateway["id"] == "children-act-2004-s10"
