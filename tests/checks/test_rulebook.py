"""The rulebook is whole: every rule of the notes is checked, waits, is guaranteed, or is retired."""

from __future__ import annotations

from collections import Counter

from dsagen.checks.not_asked import ELSEWHERE, GUARANTEED, RETIRED, WAITING
from dsagen.checks.rulebook import GROUPS, rulebook

NUMBERS = {
    "DP-LAW": 13, "DP-PUR": 7, "DP-ART9": 13, "DP-ART10": 4, "DP-LE": 10, "DP-CONF": 8, "DP-GW": 10, "DP-NEC": 7,
    "DP-MIN": 14, "DP-TRN": 9, "DP-CHD": 7, "DP-LNK": 7, "DP-CTL": 5, "DP-SEC": 3, "DP-TRF": 2, "DP-REV": 4,
    "DP-DPIA": 8, "DP-CNS": 8, "DOC": 41,
}  # fmt: skip
"""The highest number of each family in the catalogue of rules and in the list of reviewers' objections."""
EVERY = {f"{family}-{number:03d}" for family, highest in NUMBERS.items() for number in range(1, highest + 1)}


def test_every_rule_has_exactly_one_place() -> None:
    places = Counter([*rulebook(), *WAITING, *GUARANTEED, *RETIRED, *(key for key in ELSEWHERE if key in EVERY)])
    assert {key for key, count in places.items() if count > 1} == set()
    assert EVERY - places.keys() == set()
    others = {key for key in places if key not in EVERY}
    assert {key.rpartition("-")[0] for key in others} == {"TRAP", "ACC", "NEED", "PROP", "LINK", "PAGE", "RISK"}


def test_the_counts_are_those_of_the_notes() -> None:
    """138 rules, of which 8 are guaranteed; 35 objections: 8 guaranteed, 2 wait, 1 is found elsewhere."""
    law = [key for key in rulebook() if key.startswith("DP-")]
    shape = [key for key in rulebook() if key.startswith("DOC-")]
    assert (len(law), len(shape)) == (130, 25)
    assert Counter(key.partition("-")[0] for key in GUARANTEED) == {"DP": 8, "DOC": 8}
    assert Counter(key.partition("-")[0] for key in WAITING) == {"DOC": 2}


def test_a_rule_yields_to_rules_that_exist() -> None:
    for written in rulebook().values():
        assert set(written.rule.yields_to) <= rulebook().keys() - {written.rule.id}, written.rule.id


def test_ids_stand_in_the_modules_that_have_their_names() -> None:
    for key, written in rulebook().items():
        assert written.check.__module__ == f"dsagen.checks.{written.group}.{key.lower().replace('-', '_')}"


def test_what_takes_the_place_of_a_retired_rule_is_checked() -> None:
    assert set(RETIRED.values()) <= rulebook().keys()
    assert not ELSEWHERE.keys() & rulebook().keys()
    assert all(any(written.group == group for written in rulebook().values()) for group in GROUPS)
