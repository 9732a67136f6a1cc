"""What nothing that anyone writes can break: every document is a view of one model.

The trees of all documents of all examples are asked. Each value in them names the fact that it came from.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from dsagen.checks.not_asked import GUARANTEED
from dsagen.documents.assembler import Rendered, assemble, parse_cover, parse_section
from dsagen.documents.compose import Composition
from dsagen.documents.library import Library
from dsagen.documents.policy import policy_paragraphs
from dsagen.documents.problems import TemplateProblem
from dsagen.documents.tree import words_of
from dsagen.law import catalogue
from dsagen.model.agreement import Agreement
from dsagen.model.workspace import Workspace
from dsagen.portfolio.plan import PlannedDocument
from dsagen.workspace import read_workspace
from tests.golden.composed import AGREEMENTS, ROOT, composed_for
from tests.portfolio.reading import composed as composed_in
from tests.portfolio.stripping import copy

EXAMPLE = pytest.mark.parametrize("example", AGREEMENTS)
NOTICE = "privacy_notice"


@cache
def model(example: str) -> tuple[Agreement, Workspace]:
    """Give an agreement of an example, and its workspace."""
    folder, _, reference = example.partition("/")
    workspace = read_workspace(ROOT / "examples" / folder).workspace
    return workspace.agreements[reference], workspace


def facts(composition: Composition) -> Iterator[tuple[str, str]]:
    """Give each value of a document: where it came from, and its words without signs and capital letters."""
    for value in composition.tree.root.iter("data"):
        yield str(value.get("value")), " ".join(re.findall(r"\w+", words_of(value).lower()))


def sources(composition: Composition) -> set[str]:
    """Give where the values of a document came from."""
    return {source for source, _ in facts(composition)}


def forms(documents: Mapping[PlannedDocument, Composition], pattern: str) -> dict[str, set[str]]:
    """Give the words in which each fact of a kind stands, over all documents."""
    found: dict[str, set[str]] = defaultdict(set)
    for composition in documents.values():
        for source, words in facts(composition):
            if re.search(pattern, source):
                found[source].add(words)
    return found


def by_party(example: str, kind: str) -> dict[str, Composition]:
    """Give the documents of a kind, by party, without the shorter notices."""
    found = composed_for(example).items()
    return {str(key.party): composition for key, composition in found if key.kind == kind and key.layout is None}


def of_kind(example: str, kind: str) -> Composition:
    """Give the one document of a kind."""
    (found,) = (composition for key, composition in composed_for(example).items() if key.kind == kind)
    return found


def codes(composition: Composition, table: str) -> set[str]:
    """Give the keys of the records of a table of the law that a document prints."""
    return {source.split("/")[2] for source in sources(composition) if source.startswith(f"law/{table}/")}


def bases(agreement: Agreement, party: str | None = None) -> Iterator[Any]:
    """Give the bases under the UK GDPR, of one party or of all."""
    for flow in agreement.flows.values():
        for key, basis in flow.bases.items():
            if party in (None, key) and basis.regime == "uk_gdpr":
                yield basis


@EXAMPLE
def test_dp_cns_001_documents_print_the_bases_of_the_model_and_no_other(example: str) -> None:
    agreement, _ = model(example)
    every = {basis.article6 for basis in bases(agreement)}
    assert codes(of_kind(example, "dsa"), "article6") == codes(of_kind(example, "dpia"), "article6") == every
    for party, notice in by_party(example, NOTICE).items():
        assert codes(notice, "article6") == {basis.article6 for basis in bases(agreement, party)}


@EXAMPLE
def test_dp_cns_002_a_notice_names_every_field_and_every_body_at_the_other_end(example: str) -> None:
    agreement, _ = model(example)
    for party, notice in by_party(example, NOTICE).items():
        printed = sources(notice)
        for flow in agreement.flows.values():
            if party not in (flow.from_, *flow.to):
                continue
            others = flow.to if party == flow.from_ else [flow.from_]
            assert all(any(f"parties/{each}/{name}" in printed for name in ("name", "short_name")) for each in others)
            for field in flow.fields:
                path = f"datasets/{flow.dataset}/fields/{field}"
                assert {f"{path}/label", f"{path}/plain"} & printed, (party, path)


@EXAMPLE
def test_dp_cns_003_a_period_reads_the_same_in_every_document(example: str) -> None:
    found = forms(composed_for(example), r"/retention/[^/]+/(period|trigger|action)$")
    assert found
    assert {source: words for source, words in found.items() if len(words) > 1} == {}


@EXAMPLE
def test_dp_cns_004_and_doc_026_a_policy_document_lists_every_paragraph(example: str) -> None:
    agreement, workspace = model(example)
    for party, policy in by_party(example, "appropriate_policy").items():
        flows = [flow for flow in agreement.flows.values() if party in flow.bases]
        needed = {str(n) for flow in flows for n in policy_paragraphs(flow, party, workspace, catalogue())}
        assert needed <= codes(policy, "schedule1")


@EXAMPLE
def test_dp_cns_005_every_field_that_travels_is_in_the_agreement_and_the_assessment(example: str) -> None:
    agreement, _ = model(example)
    fields = {f"datasets/{flow.dataset}/fields/{key}/label" for flow in agreement.flows.values() for key in flow.fields}
    assert fields <= sources(of_kind(example, "dsa"))
    assert fields <= sources(of_kind(example, "dpia"))


@EXAMPLE
def test_dp_cns_007_and_dp_trn_006_a_notice_gives_the_rights_that_the_bases_give(example: str) -> None:
    agreement, _ = model(example)
    for party, notice in by_party(example, NOTICE).items():
        answers = catalogue().rights_for(str(basis.article6) for basis in bases(agreement, party))
        told = {source.split("/")[2] for source in sources(notice) if re.fullmatch(r"law/rights/[^/]+/plain", source)}
        given = {answer.id for answer in answers if answer.applies == "yes"}
        assert {right for right in given if not right.startswith("complaint")} <= told  # complaints have a section
        assert not {answer.id for answer in answers if answer.applies == "no"} & told


def test_dp_cns_008_the_regulator_has_its_configured_name_everywhere(tmp_path: Path) -> None:
    workspace = copy("young-carer-flag/NYC-001", tmp_path)
    settings = workspace / "dsagen.yaml"
    own = "regulator: {name: Office of Tests, website: https://tests.example}\n"
    settings.write_text(settings.read_text("utf-8") + own.replace("https:", '"https:').replace("example}", 'example"}'))
    usual = catalogue().regulator.name
    for document, composition in composed_in(workspace)[0].items():
        words = words_of(composition.tree.root)
        assert usual not in words, document
        short = document.layout == "just_in_time"  # one or two sentences a line
    assert document.kind == "dpia" or short or "Office of Tests" in words, document


@EXAMPLE
def test_doc_005_version_status_and_dates_are_the_same_everywhere(example: str) -> None:
    agreement, _ = model(example)
    for composition in composed_for(example).values():
        properties = composition.tree.properties
        assert (properties.reference, properties.version) == (agreement.reference, agreement.current_version)
        assert properties.date == agreement.version_date
    found = forms(composed_for(example), r"^agreements/[^/]+/(starts|review_by|ends|status|reference)$")
    assert {source: words for source, words in found.items() if len(words) > 1} == {}


def test_doc_019_a_reference_to_nothing_is_refused() -> None:
    outline = Library().outline("dsa")
    cover = Rendered("dsa.cover", "Cover", "none", False, "cover.html", "<p>Cover</p>")
    section = Rendered("dsa.1", "One", "section", False, "one.html", '<p>See <a href="#dsa.nowhere"></a>.</p>')
    with pytest.raises(TemplateProblem):
        assemble(outline, "en-GB", cover, [parse_section(section)])
    assert parse_cover(cover) is not None


@EXAMPLE
def test_doc_024_no_row_of_the_principles_is_empty(example: str) -> None:
    (section,) = (part for part in of_kind(example, "dpia").tree.root if part.get("id") == "dpia.6")
    cells = list(section.iter("td", "th"))
    assert cells
    assert all(words_of(cell).strip() for cell in cells)


@EXAMPLE
def test_doc_029_a_notice_says_whose_every_field_is(example: str) -> None:
    agreement, workspace = model(example)
    for party, notice in by_party(example, NOTICE).items():
        printed = sources(notice)
        groups = {
            group
            for flow in agreement.flows.values()
            if party in (flow.from_, *flow.to)
            for field in flow.fields
            for group in workspace.datasets[flow.dataset].fields[field].people
            or workspace.datasets[flow.dataset].people
        }
        assert all({f"people/{group}/label", f"people/{group}/plain"} & printed for group in groups), party


@EXAMPLE
def test_doc_031_tables_have_header_rows_and_no_empty_cells(example: str) -> None:
    for composition in composed_for(example).values():
        for table in composition.tree.root.iter("table"):
            assert table.find(".//th") is not None
            assert all(words_of(cell).strip() for cell in table.iter("td", "th")), etree.tostring(table)[:300]
        assert all(figure.get("alt") for figure in composition.tree.root.iter("img"))


@EXAMPLE
def test_doc_032_headings_go_down_by_one_and_every_document_has_title_and_language(example: str) -> None:
    for composition in composed_for(example).values():
        levels = [
            int(str(heading.tag)[1]) for heading in composition.tree.root.iter("h1", "h2", "h3", "h4", "h5", "h6")
        ]
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))
        assert composition.tree.properties.title
        assert composition.tree.properties.language == "en-GB"


@EXAMPLE
def test_doc_037_every_agreement_says_what_to_do_in_an_emergency(example: str) -> None:
    parts = [part for part in of_kind(example, "dsa").tree.root if part.get("id") == "dsa.emergency"]
    assert parts
    assert "999" in words_of(parts[0]) or "emergency" in words_of(parts[0]).lower()


def test_every_guaranteed_rule_has_a_test_here() -> None:
    here = {name.replace("_", "-").upper() for name in globals() if name.startswith("test_")}
    tested = {match for name in here for match in re.findall(r"(?:DP-[A-Z]+|DOC)-\d{3}", name)}
    assert tested == set(GUARANTEED)
    assert all((ROOT / entry.because.rpartition(": ")[2].rstrip(".")).is_file() for entry in GUARANTEED.values())
