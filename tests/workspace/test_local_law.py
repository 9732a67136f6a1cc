"""A workspace's `law/` folder: what it adds to the catalogue, and what is refused there."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dsagen.law import catalogue
from tests.workspace.builder import Builder, said
from tests.workspace.test_hostile import NASTY, read, replaced

GATEWAY = """\
local-act-1901-s3:
  title: A local Act
  plain: The council may give the harbour board what it needs to keep children safe at the docks.
  citation: River Harbour Act 1901 s.3
  url: https://www.legislation.gov.uk/ukla/1901/1
  extent: [E]
  nation: [england]
  kind: power_to_disclose
  effect: may
  express: yes
  discloser_types: [local_authority, {type: any, function: relevant_agency}]
  recipient_types: [any]
  purposes: [docks]
  purpose_kinds: [safeguard_child]
  conditions: The child is at the docks.
  restrictions: Nothing else.
  lifts_confidence: "no"
  periods:
    - {from: 1901-01-01, until: null, nation: [england], state: in_force}
  in_force_note: "1901-01-01"
  art6: ["6(1)(e)"]
  notes: Invented.
  source: Read by the council.
  confidence: verified
  coverage: full
  checked_on: 2026-11-20
"""
CONFIRMATIONS = """\
children-act-2004-s16la:
  in_force_from: 2026-10-01
  confirmed_on: 2026-11-01
  confirmed_by: head of legal services
  source: The commencement regulations
"""
INSTRUMENT = """\
identifier-regulations:
  title: Identifier Regulations
  citation: SI 2027/1
  url: https://www.legislation.gov.uk/uksi/2027/1
  under: children-act-2004-s16lc
  identifier: nhs_number
  nation: [england]
  in_force_from: 2027-04-01
  designated: [local_authority, {type: any, function: relevant_agency}]
  confirmed_on: 2027-02-01
  confirmed_by: head of legal services
  source: The regulations
"""
FILES = {
    "law/gateways/local.yaml": GATEWAY,
    "law/confirmations.yaml": CONFIRMATIONS,
    "law/instruments/identifier.yaml": INSTRUMENT,
}


@pytest.fixture
def local(workspace: Builder) -> Builder:
    """Give a workspace with law of its own."""
    for file, content in FILES.items():
        workspace.write(file, content)
    return workspace


def test_without_law_of_its_own_it_is_the_catalogue_itself(workspace: Builder) -> None:
    assert workspace.read().law is catalogue()
    workspace.write("law/confirmations.yaml", "")
    workspace.write("law/gateways/empty.yaml", "# nothing yet\n")
    reading = workspace.read()
    assert reading.law is catalogue()
    assert said(reading) == []


def test_what_it_adds_is_there_and_can_be_cited(local: Builder) -> None:
    local.replace("[children-act-1989-s17]", "[children-act-1989-s17, local-act-1901-s3]")
    reading = local.read()
    assert said(reading) == []
    assert list(reading.workspace.agreements) == ["RIV-001"]
    assert len(reading.law.gateways) == len(catalogue().gateways) + 1
    own = reading.law.gateway("local-act-1901-s3")
    assert (own.id, own.express, own.verified) == ("local-act-1901-s3", True, "verified")
    instrument = reading.law.instruments["identifier-regulations"]
    assert instrument.in_force_from == date(2027, 4, 1)
    assert instrument.designated[0].type == "local_authority"
    assert str(reading.sources.value("law/gateways/local-act-1901-s3/effect")) == "law/gateways/local.yaml:9:11"
    assert "local-act-1901-s3" not in catalogue().gateways
    assert not catalogue().instruments


def test_a_confirmation_puts_a_gateway_in_force_from_its_day(local: Builder) -> None:
    found = local.read().law.gateway("children-act-2004-s16la")
    assert found.state("england", date(2026, 9, 30)) == "prospective"
    assert found.state("england", date(2026, 10, 1)) == "in_force"
    assert found.state("wales", date(2026, 10, 1)) == "not_for_nation"
    assert found.confirmation is not None
    assert found.confirmation.confirmed_by == "head of legal services"
    assert catalogue().gateway("children-act-2004-s16la").state("england", date(2030, 1, 1)) == "announced"
    assert catalogue().gateway("children-act-2004-s16la").confirmation is None


def test_a_confirmation_for_one_nation_leaves_the_other(local: Builder) -> None:
    missing_education = CONFIRMATIONS.replace("children-act-2004-s16la", "education-act-1996-s436b-436g")
    local.write("law/confirmations.yaml", missing_education + "  nation: [wales]\n")
    reading = local.read()
    assert said(reading) == []
    found = reading.law.gateway("education-act-1996-s436b-436g")
    assert found.state("wales", date(2027, 1, 1)) == "in_force"
    assert found.state("england", date(2027, 1, 1)) == "prospective"


def test_an_own_gateway_can_be_confirmed_and_have_another_name(local: Builder) -> None:
    file = "law/gateways/local.yaml"
    local.replace("from: 1901-01-01", "from: null", file)
    local.replace("state: in_force", "state: prospective", file)
    local.replace("  title: A local Act", "  title: A local Act\n  aliases: [docks-act]", file)
    local.write("law/confirmations.yaml", CONFIRMATIONS.replace("children-act-2004-s16la", "local-act-1901-s3"))
    law = local.read().law
    assert law.gateway("docks-act") is law.gateway("local-act-1901-s3")
    assert law.gateway("docks-act").state("england", date(2026, 10, 1)) == "in_force"


def test_a_record_of_ours_is_replaced_only_where_it_says_so(local: Builder) -> None:
    replacing = GATEWAY.replace("local-act-1901-s3", "children-act-1989-s17")
    local.write("law/gateways/local.yaml", replacing)
    reading = local.read()
    assert said(reading) == [
        "law/gateways/local.yaml:1:1: the catalogue has a gateway `children-act-1989-s17` already | Give this one an "
        "id of its own, or write `replaces: yes` if it is to stand in the place of ours."
    ]
    assert reading.law.gateway("children-act-1989-s17").citation.startswith("Children Act 1989")
    local.write("law/gateways/local.yaml", replacing + "  replaces: yes\n")
    reading = local.read()
    assert said(reading) == []
    assert reading.law.gateway("children-act-1989-s17").citation == "River Harbour Act 1901 s.3"
    assert len(reading.law.gateways) == len(catalogue().gateways)


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        ("gateways/local", "  effect: may", "  efect: may",
         "9:3: `efect` is not a key of a gateway | Did you mean `effect`?"),
        ("gateways/local", "effect: may", "effect: might",
         "9:11: `might` is not one of the words for `effect` | "),
        ("gateways/local", "  source: Read by the council.\n", "",
         "1:1: the key `source` is missing in a gateway | Add `source:`."),
        ("gateways/local", "checked_on: 2026-11-20", "checked_on: 2026-02-30",
         "26:15: there is no such day as 2026-02-30 | February 2026 has 28 days."),
        ("gateways/local", "[local_authority, {", "[local_council, {",
         "11:21: `local_council` is not a type of party | There are 45 to choose from"),
        ("gateways/local", "function: relevant_agency", "function: relevant_agent",
         "11:60: `relevant_agent` is not a function of a party | Did you mean `relevant_agency`?"),
        ("gateways/local", "purpose_kinds: [safeguard_child]", "purpose_kinds: [safeguard_kid]",
         "14:19: `safeguard_kid` is not a kind of purpose | "),
        ("gateways/local", "  coverage: full\n", "",
         "1:1: a verified record, and no other, says how much was read in `coverage` | "),
        ("gateways/local", "state: in_force", "state: live", "19:65: `live` is not one of the words for `state` | "),
        ("gateways/local", "periods:\n    - {", "periods:\n    - {since: 1900-01-01, ",
         "19:8: `since` is not a key of a period | "),
        ("gateways/local", "local-act-1901-s3:", "Local_Act:", "1:1: `Local_Act` cannot be used as a name here | "),
        ("gateways/local", "  title: A local Act", "  id: other\n  title: A local Act",
         "2:3: the id of a gateway is its key, `local-act-1901-s3`, and it is written again here | "),
        ("gateways/local", "  title: A local Act", "  title: A local Act\n  aliases: [children-act-1989-s17]",
         "3:13: `children-act-1989-s17` is a gateway of the catalogue, "),
        ("gateways/local", "  title: A local Act", "  title: A local Act\n  replaces: yes",
         "3:13: `replaces: yes` is written, but the catalogue has no gateway `local-act-1901-s3` | "),
        ("gateways/local", "  title: A local Act\n", "  title:\n", "2:3: nothing is written for `title`"),
        ("gateways/local", "nation: [england]\n  kind", "nation: england\n  kind",
         "7:11: one value is written for `nation`, where a list is expected | Write `[england]`"),
        ("gateways/local", "[local_authority, {type: any, function: relevant_agency}]", "any",
         "11:20: one value is written for `discloser_types`, where a list is expected | Write `[any]`"),
        ("confirmations", "children-act-2004-s16la", "children-act-2004-s16al",
         "1:1: `children-act-2004-s16al` is not a gateway of the catalogue or of `law/gateways/` | "
         "Did you mean `children-act-2004-s16la`?"),
        ("confirmations", "children-act-2004-s16la", "children-act-1989-s17",
         "1:1: nothing of `children-act-1989-s17` waits to begin in England | "),
        ("confirmations", "  source: The commencement regulations", "  source: The regulations\n  nation: [wales]",
         "6:11: nothing of `children-act-2004-s16la` waits to begin in Wales | "),
        ("confirmations", "confirmed_by", "confirmed_bye",
         "4:3: `confirmed_bye` is not a key of a confirmation | Did you mean `confirmed_by`?"),
        ("confirmations", "in_force_from: 2026-10-01", "in_force_from: soon",
         "2:18: `soon` is not a date that can be read | "),
        ("confirmations", "in_force_from: 2026-10-01", "in_force_from: 1790937600",
         "2:18: `1790937600` is not a date that can be read | "),
        ("instruments/identifier", "under: children-act-2004-s16lc", "under: children-act-2004-s16ld",
         "5:10: `children-act-2004-s16ld` is not a gateway of the catalogue or of `law/gateways/` | Did you mean"),
        ("instruments/identifier", "identifier: nhs_number", "identifier: nhs_no",
         "6:15: `nhs_no` is not a number of the catalogue's identifiers | "),
        ("instruments/identifier", "designated: [local_authority, {type: any, function: relevant_agency}]",
         "designated: []", "9:3: `designated` has 0 where at least 1 is needed | "),
        ("instruments/identifier", "url: https://www.legislation", "url: http://www.legislation",
         "4:8: `http://www.legislation.gov.uk/uksi/2027/1` has not the form that `url` needs | "),
    ],
)  # fmt: skip
def test_a_mistake_is_a_finding_at_its_place_and_the_record_is_left_out(
    local: Builder, file: str, old: str, new: str, says: str
) -> None:
    local.replace(old, new, f"law/{file}.yaml")
    reading = local.read()
    found = said(reading)
    assert len(found) == 1, found
    assert found[0].startswith(f"law/{file}.yaml:{says}"), found[0]
    assert reading.problems[0].rule.startswith("SRC-")
    assert list(reading.workspace.agreements) == ["RIV-001"]
    assert ("local-act-1901-s3" in reading.law.gateways) == (file != "gateways/local")
    assert bool(reading.law.instruments) == (file != "instruments/identifier")
    confirmed = reading.law.gateway("children-act-2004-s16la").confirmation is not None
    assert confirmed == (file != "confirmations")


@pytest.mark.parametrize("content", ["- a\n- b\n", "words\n", "[a, b\n", "a: {b\n", "\x01", "&a [*a]\n", "1: 2: 3\n"])
@pytest.mark.parametrize("file", sorted(FILES))
def test_a_file_that_is_no_mapping_takes_nothing_else_with_it(local: Builder, file: str, content: str) -> None:
    local.write(file, content)
    reading = local.read()
    assert {problem.source.file for problem in reading.problems if problem.source} == {file}
    assert list(reading.workspace.agreements) == ["RIV-001"]


def test_an_agreement_that_cites_a_record_left_out_is_not_read_and_not_reported_again(local: Builder) -> None:
    local.replace("[children-act-1989-s17]", "[local-act-1901-s3]")
    local.replace("effect: may", "effect: might", "law/gateways/local.yaml")
    reading = local.read()
    assert [str(problem.source) for problem in reading.problems] == ["law/gateways/local.yaml:9:11"]
    assert reading.failed == ("agreements/riv-001.yaml",)


def test_an_id_may_stand_in_a_file_that_cannot_be_read(local: Builder) -> None:
    local.replace("[children-act-1989-s17]", "[local-act-1901-s3]")
    local.write("law/gateways/local.yaml", "[\n")
    reading = local.read()
    assert {problem.source.file for problem in reading.problems if problem.source} == {"law/gateways/local.yaml"}
    assert reading.failed == ("agreements/riv-001.yaml",)


def test_what_depends_on_a_record_left_out_is_left_out_in_silence(local: Builder) -> None:
    local.replace("effect: may", "effect: might", "law/gateways/local.yaml")
    local.write("law/confirmations.yaml", CONFIRMATIONS.replace("children-act-2004-s16la", "local-act-1901-s3"))
    local.replace("under: children-act-2004-s16lc", "under: local-act-1901-s3", "law/instruments/identifier.yaml")
    reading = local.read()
    assert len(reading.problems) == 1
    assert reading.law is catalogue()


def test_the_same_thing_twice_is_refused(local: Builder) -> None:
    local.write("law/gateways/other.yaml", GATEWAY)
    local.write("law/instruments/other.yaml", INSTRUMENT)
    assert [line.partition(" |")[0] for line in said(local.read())] == [
        "law/gateways/other.yaml:1:1: `local-act-1901-s3` is defined twice in gateways: the first is at "
        "law/gateways/local.yaml:1:1",
        "law/instruments/other.yaml:1:1: `identifier-regulations` is defined twice in instruments: the first is at "
        "law/instruments/identifier.yaml:1:1",
    ]


def test_a_confirmation_that_the_catalogue_agrees_with_is_no_mistake(local: Builder) -> None:
    agreeing = CONFIRMATIONS.replace("children-act-2004-s16la", "children-act-1989-s17")
    local.write("law/confirmations.yaml", agreeing.replace("2026-10-01", "1991-10-14"))
    assert said(local.read()) == []


def test_what_would_not_be_read_is_reported(local: Builder) -> None:
    local.write("law/confirmation.yaml", CONFIRMATIONS)
    local.write("law/gateway/local.yaml", GATEWAY)
    local.write("law/README.md", "Our law.")
    assert said(local.read()) == [
        "law/confirmation.yaml:1:1: `law/confirmation.yaml` is not read: the folder `law/` has no place for it | Did "
        "you mean `confirmations.yaml`? Expected one of: `confirmations.yaml`, `gateways/`, `instruments/`.",
        "law/gateway:1:1: `law/gateway` is not read: the folder `law/` has no place for it | Did you mean "
        "`gateways/`? Expected one of: `confirmations.yaml`, `gateways/`, `instruments/`.",
    ]


def test_an_old_gateway_is_answered_from_the_table_of_corrections(workspace: Builder) -> None:
    workspace.replace("[children-act-1989-s17]", "[children-act-2004-s14b]")
    (found,) = said(workspace.read())
    assert "`children-act-2004-s14b` is not a gateway" in found
    assert "Did you mean `children-act-2004-s16h`?" in found


@pytest.mark.parametrize(
    ("field", "rule", "says"),
    [
        ("child-name", "policy-approval", None),
        ("child-name", "hsca-2012-s251a", None),
        ("child-name", "local-act-1901-s3", None),
        ("child-name", "policy-aproval", "`policy-aproval` is not a rule of the catalogue's identifiers or a gateway | "
         "Did you mean `policy-approval`?"),
        ("child-nam", "policy-approval", "`child-nam` is not a field of the dataset `attendance` | Did you mean"),
    ],
)  # fmt: skip
def test_the_reason_to_hold_a_number_is_a_known_rule_or_a_gateway(
    local: Builder, field: str, rule: str, says: str | None
) -> None:
    written = f"        article6: e\n        identifiers: {{{field}: {{rule: {rule}}}}}\n"
    local.replace("        article6: e\n", written)
    found = said(local.read())
    assert len(found) == (says is not None)
    assert says is None or says in found[0]


def test_an_agreement_whose_rule_was_left_out_is_not_read(local: Builder) -> None:
    written = "        article6: e\n        identifiers: {child-name: {rule: local-act-1901-s3}}\n"
    local.replace("        article6: e\n", written)
    local.replace("effect: may", "effect: might", "law/gateways/local.yaml")
    reading = local.read()
    assert len(reading.problems) == 1
    assert reading.failed == ("agreements/riv-001.yaml",)


def test_an_old_name_of_a_gateway_can_be_cited(workspace: Builder) -> None:
    workspace.replace("[children-act-1989-s17]", "[education-act-2002-s157]")
    assert said(workspace.read()) == []


DEEP = "a: " + "[" * 5000 + "]" * 5000
LONG = "local-act:\n  purposes:\n" + "".join(f"    - tag {number}\n" for number in range(5000))


@pytest.mark.parametrize("file", sorted(FILES))
@pytest.mark.parametrize(
    "content", [DEEP, LONG, "x: &a [*a, *a]", "include: law/confirmations.yaml", "x" * 10000 + ": 1"]
)
def test_hostile_files_give_findings(local: Builder, file: str, content: str) -> None:
    local.write(file, content)
    reading = local.read()
    assert reading.problems
    assert all(problem.rule.startswith("SRC-") and problem.source is not None for problem in reading.problems)


VALUES = st.sampled_from(
    ["x", "~", "", "1", "2026-12-01", "[]", "{}", "[[x]]", "{a: b}", "'no'", "[{type: {}}]", "9" * 400]
)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(FILES)), st.integers(0, 30), VALUES)
def test_any_value_in_the_place_of_another(file: str, line: int, value: str) -> None:
    text = FILES[file]
    changed = replaced(text, line % len(text.splitlines()), value)
    reading = read({**{name: content.encode() for name, content in FILES.items()}, file: changed})
    for problem in reading.problems:
        assert problem.severity == "error"
        assert problem.message
        assert problem.source is not None
        assert problem.source.line >= 1
    for key in reading.law.gateways:
        assert reading.law.gateway(key).id == key


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(FILES)), st.floats(0, 1), st.sampled_from(NASTY), st.integers(0, 9))
def test_any_change_to_the_text(file: str, where: float, put: str, taken: int) -> None:
    text = FILES[file]
    at = int(where * len(text))
    changed = (text[:at] + put + text[at + taken :]).encode()
    reading = read({**{name: content.encode() for name, content in FILES.items()}, file: changed})
    assert all(problem.source is not None for problem in reading.problems)
    assert len(reading.law.gateways) >= len(catalogue().gateways)
