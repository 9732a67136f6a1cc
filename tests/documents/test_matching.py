"""How records are matched: what the agreement, the assessment and the notices say of it, each thing once."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal, get_args

import pytest

from dsagen.documents.compose import Composition, Subject, compose
from dsagen.documents.library import Library
from dsagen.documents.tree import words_of
from dsagen.model.vocabulary import Afterwards, Comparison
from tests.checks.pages import read_changed
from tests.documents.sections import section_of, words_in

GROUPS = """
flows:
  F01: {matching: {groups: [{group: Renamed, missed: 3 in 100, wrong: none, measure: former names are compared}]}}
  F02:
    matching:
      groups:
        - {group: Renamed, missed: 5 in 100, wrong: none, measure: the lead rings}
        - {group: Twins, missed: nobody knows yet, wrong: 1 in 100}
"""
SETS = """
flows:
  F01:
    matching:
      any_of: [[child-name, child-postcode]]
      why_more: some move
"""
NEVER_TO_A_CHILD = re.compile(r"\b([Cc]ontroller|[Pp]rocessor|[Dd]ata subject|[Ll]awful basis|[Aa]rticle|Act)\b")


def composed(
    changes: str, folder: Path, kind: Literal["dsa", "dpia", "privacy_notice"], party: str | None = None
) -> Composition:
    reading = read_changed(changes, folder)
    assert not reading.problems
    agreement = reading.workspace.agreements["FER-001"]
    return compose(Subject(reading.workspace, reading.law, agreement, kind, party), Library())


def captions(composition: Composition, section: str) -> list[str]:
    return [words_of(caption) for caption in section_of(composition, section).iter("caption")]


def notice(changes: str, folder: Path) -> str:
    return words_in(composed(changes, folder, "privacy_notice", "council"), "notice.link")


def test_flows_that_match_alike_share_a_table_and_silent_ones_a_sentence(tmp_path: Path) -> None:
    dsa = composed("title: As it is\n", tmp_path, "dsa")
    assert captions(dsa, "dsa.8.matching") == ["Matching in F01 and F02"]
    assert words_in(dsa, "dsa.8.matching").count("All three agree with one record") == 1
    assert words_in(dsa, "dsa.8.matching").count("No records are matched in F03, F04, F05 and F06.") == 1


def test_flows_that_differ_in_anything_that_is_printed_have_their_own_tables(tmp_path: Path) -> None:
    dsa = composed("flows: {F02: {matching: {threshold: All three agree}}}\n", tmp_path, "dsa")
    assert captions(dsa, "dsa.8.matching") == ["Matching in F01", "Matching in F02"]


def test_the_assessment_says_for_whom_it_goes_wrong(tmp_path: Path) -> None:
    dpia = composed(GROUPS, tmp_path, "dpia")
    tables = [
        [[words_of(cell) for cell in row] for row in table.iter("tr")][1:]
        for table in section_of(dpia, "dpia.8.matching").iter("table")
    ]
    assert tables == [
        [["Renamed", "3 in 100", "none", "former names are compared"]],
        [
            ["Renamed", "5 in 100", "none", "the lead rings"],
            ["Twins", "nobody knows yet", "1 in 100", "Nothing is recorded"],
        ],
    ]


def test_one_set_and_what_is_a_check_beside_it(tmp_path: Path) -> None:
    dsa = words_in(composed(SETS, tmp_path, "dsa"), "dsa.8.matching")
    assert "Child's name and Child's postcode sector" in dsa
    assert "Compared as a check, where it is there: Child's date of birth" in dsa
    assert "Why more than one way travels: Some move." in dsa


def test_the_notice_says_what_is_compared_and_what_is_enough(tmp_path: Path) -> None:
    said = notice(SETS, tmp_path)
    assert "What is compared:Child's name and Child's postcode sector" in said
    assert "Where it is there, as a check: Child's date of birth." in said


def test_the_notice_names_each_group_once_with_all_that_is_done(tmp_path: Path) -> None:
    said = notice(GROUPS, tmp_path)
    assert said.count("RenamedFormer names are compared.The lead rings.") == said.count("Renamed") == 1
    assert said.count("Twins") == 1
    assert said.count("Tell us if you think that records were mixed up.") == 1


@pytest.mark.parametrize("attribute", ["compared", "afterwards"])
def test_the_notice_has_plain_words_for_every_way(attribute: str, tmp_path: Path) -> None:
    words = get_args(Comparison if attribute == "compared" else Afterwards)
    without = notice("title: As it is\n", tmp_path)
    said = {notice(f"flows: {{F01: {{matching: {{{attribute}: {word}}}}}}}\n", tmp_path) for word in words}
    assert len(said) == len(words)
    assert without not in said
    assert not [each for each in said if "_" in each]


def test_the_notice_says_which_number_and_for_what(tmp_path: Path) -> None:
    field = "{label: Pupil number, kind: identifier, detail: none, identifier: upn}"
    said = notice(f"registers: {{datasets: {{attendance: {{fields: {{pupil-name: {field}}}}}}}}}\n", tmp_path)
    assert said.count("This number stands for a person:Unique pupil number: It tells one pupil's education") == 1


def test_its_own_words_can_stand_in_a_notice_for_children() -> None:
    template = (Path(__file__).parents[2] / "templates" / "privacy_notice" / "link.html").read_text(encoding="utf-8")
    printed = re.sub(r"{%.*?%}|{{.*?}}|<[^>]*>", "", template, flags=re.DOTALL) + " ".join(
        re.findall(r'"([^"]*)"', template)
    )
    assert "Records are compared" in printed and "turned into codes" in printed
    assert not NEVER_TO_A_CHILD.findall(printed)
