"""`dsagen trace`, as people type it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from typer.testing import CliRunner, Result

from dsagen.cli.app import app
from dsagen.portfolio import tracing
from tests.workspace.builder import AGREEMENT, SETTINGS, Builder
from tests.workspace.test_local_law import FILES as LOCAL_LAW

YAML = "riverdale/agreements/riv-001.yaml"
RETENTION = "{period: 6 years, trigger: case closed, action: delete the record}"


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Builder:
    """Give two agreements between the same parties, beside the folder that the command runs in."""
    monkeypatch.chdir(tmp_path)
    builder = Builder(tmp_path / "riverdale")
    builder.write("dsagen.yaml", f"{SETTINGS}documents: [dsa, dpia]\nformats: [docx, text]\n")
    builder.replace(
        "    viewers: [early help workers]",
        f"    viewers: [early help workers]\n    retention:\n      river-council: {RETENTION}",
    )
    second = AGREEMENT.replace("RIV-001", "RIV-002").replace("Offer early help", "Plan school transport")
    builder.write("agreements/riv-002.yaml", second)
    return builder


def run(*arguments: str) -> Result:
    """Run dsagen."""
    return CliRunner().invoke(app, list(arguments), prog_name="dsagen")


def trace(what: str, words: str, *arguments: str) -> Result:
    """Trace words in the tiny workspace."""
    return run("trace", what, words, "-C", "riverdale", *arguments)


def sources(what: str, words: str, *arguments: str) -> list[dict[str, Any]]:
    """Give what was found, as programs read it."""
    result = trace(what, words, "--format", "json", *arguments)
    assert result.exit_code == 0, result.stderr
    found = json.loads(result.stdout)
    assert found["version"] == 1
    records: list[dict[str, Any]] = found["sources"]
    return records


def line_of(words: str, file: str = YAML) -> int:
    """Give the number of the line of a file that has some words."""
    lines = Path(file).read_text("utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if words in line)


def test_a_value_is_traced_to_its_line_and_to_every_document_that_shows_it(workspace: Builder) -> None:
    result = trace("RIV-001", "six years")
    assert result.exit_code == 0
    shown = result.stdout.splitlines()
    line = line_of("period: 6 years")
    assert shown[0] == f"{YAML}:{line}:31: 6 years"
    assert shown[1] == "    agreements/RIV-001/flows/F01/retention/river-council/period"
    assert shown[2] == "    shown in:"
    assert shown[3].startswith("      agreement: 11.1 ")
    assert shown[4].startswith("      DPIA: ")


def test_a_value_of_a_register_is_shown_in_other_agreements_too(workspace: Builder) -> None:
    (found,) = [each for each in sources("RIV-001", "River Council") if each["path"] == "parties/river-council/name"]
    assert (found["file"], found["line"]) == ("riverdale/parties/all.yaml", 6)
    assert {place["agreement"] for place in found["shown_in"]} == {"RIV-001", "RIV-002"}
    assert {place["document"] for place in found["shown_in"]} == {"dsa", "dpia"}
    (alone,) = [
        each for each in sources("RIV-001", "River Council", "--alone") if each["path"] == "parties/river-council/name"
    ]
    assert {place["agreement"] for place in alone["shown_in"]} == {"RIV-001"}
    assert alone["shown_in"] == [place for place in found["shown_in"] if place["agreement"] == "RIV-001"]


def test_many_other_agreements_are_counted_and_read_when_that_is_asked_for(
    workspace: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tracing, "_FEW", 0)
    result = trace("RIV-001", "River Council")
    assert result.stdout.endswith("1 other agreement may show the same. `--everywhere` looks there too.\n")
    assert "RIV-002 agreement" not in result.stdout
    assert json.loads(trace("RIV-001", "River Council", "--format", "json").stdout)["not_read"] == ["RIV-002"]
    everywhere = trace("RIV-001", "River Council", "--everywhere").stdout
    assert "RIV-002 agreement" in everywhere
    assert "may show the same" not in everywhere


def test_alone_and_everywhere_are_opposites(workspace: Builder) -> None:
    assert trace("RIV-001", "six years", "--alone", "--everywhere").exit_code == 2


def test_a_value_of_one_agreement_is_not_looked_for_in_another(workspace: Builder) -> None:
    for found in sources("RIV-001", "Offer early help"):
        assert {place["agreement"] for place in found["shown_in"]} == {"RIV-001"}


def test_an_id_that_is_printed_stands_where_its_key_does(workspace: Builder) -> None:
    (found,) = [each for each in sources("RIV-001", "F01", "--alone") if each["path"] == "agreements/RIV-001/flows/F01"]
    assert (found["line"], found["column"]) == (line_of("  F01:"), 3)


def test_every_value_in_a_stretch_is_named_and_the_clause_around_it(workspace: Builder) -> None:
    found = sources("RIV-001", "the LEAD party, River Council, keeps the list of parties", "--alone")
    assert [each["kind"] for each in found] == ["clause", "value"]
    assert found[0]["path"] == "clauses/joining/list"
    assert found[0]["words"] == "The lead party, River Council, keeps the list of parties."
    assert found[1]["path"] == "parties/river-council/name"


def test_a_clause_that_ships_with_dsagen_is_named_with_its_line(workspace: Builder) -> None:
    shown = trace("RIV-001", "keeps the list of parties", "--alone").stdout
    line = line_of("keeps the list of parties", str(Path(__file__).parents[2] / "templates/clauses/joining.yaml"))
    assert shown.startswith(f"templates/clauses/joining.yaml:{line} (ships with dsagen): The lead party, ")


def test_a_clause_of_the_workspace_is_named_where_it_stands(workspace: Builder) -> None:
    bundled = Path(__file__).parents[2] / "templates/clauses/joining.yaml"
    workspace.write("templates/clauses/joining.yaml", f"# ours\n{bundled.read_text('utf-8')}")
    line = line_of("keeps the list of parties", "riverdale/templates/clauses/joining.yaml")
    (found,) = sources("RIV-001", "keeps the list of parties", "--alone")
    assert (found["file"], found["line"]) == ("riverdale/templates/clauses/joining.yaml", line)


def test_words_of_a_template_are_traced_to_the_template(workspace: Builder) -> None:
    (found,) = sources("RIV-001", "Each party relies on its own duty or power.", "--alone")
    assert (found["kind"], found["path"]) == ("template", "templates/dsa/05-legal-basis.html")
    template = str(Path(__file__).parents[2] / "templates/dsa/05-legal-basis.html")
    assert found["line"] == line_of("Each party relies on its own duty or power.", template)


def test_a_heading_is_traced_to_the_outline(workspace: Builder) -> None:
    found = sources("RIV-001", "5 Legal basis", "--alone")
    assert "templates/dsa/outline.yaml" in {each["path"] for each in found}


def test_a_law_record_is_named_with_what_explains_it(workspace: Builder) -> None:
    shown = trace("RIV-001", "Children Act 1989 s.17", "--alone").stdout
    record = "law record gateways children-act-1989-s17 (`dsagen explain children-act-1989-s17`): "
    assert shown.startswith(f"{record}Children Act 1989 s.17\n")


def test_a_law_record_of_the_workspace_has_a_line(workspace: Builder) -> None:
    for file, content in LOCAL_LAW.items():
        workspace.write(file, content)
    workspace.replace("[children-act-1989-s17]", "[children-act-1989-s17, local-act-1901-s3]")
    citations = [each for each in sources("RIV-001", "River Harbour Act 1901 s.3", "--alone") if each["kind"] == "law"]
    assert {each["file"] for each in citations} == {"riverdale/law/gateways/local.yaml"}
    assert all(each["line"] for each in citations)
    ours = sources("RIV-001", "Children Act 1989 s.17", "--alone")
    assert {each["file"] for each in ours if each["kind"] == "law"} == {""}


@pytest.mark.parametrize("extension", ["docx", "txt", "pdf", "html"])
def test_a_document_is_named_by_its_file(workspace: Builder, extension: str) -> None:
    run("build", "riverdale", "--only", "dsa", "--to", "docx,text,html", "--jobs", "1")
    result = run("trace", f"riverdale/build/RIV-001/data-sharing-agreement.{extension}", "six years")
    assert result.exit_code == 0
    assert result.stdout.startswith(f"{YAML}:")
    assert ("it is not there" in result.stderr) == (extension == "pdf")


def test_words_that_only_another_document_has_are_found_there(workspace: Builder) -> None:
    run("build", "riverdale", "--to", "text", "--jobs", "1")
    result = run("trace", "riverdale/build/RIV-001/dpia.txt", "keeps the list of parties", "--alone")
    assert result.exit_code == 0
    assert result.stdout.startswith(
        "riverdale/build/RIV-001/dpia.txt does not say “keeps the list of parties”. Other documents of RIV-001 do.\n"
    )


def test_a_file_that_somebody_changed_is_named(workspace: Builder) -> None:
    run("build", "riverdale", "--only", "dsa", "--to", "docx", "--jobs", "1")
    path = Path("riverdale/build/RIV-001/data-sharing-agreement.docx")
    document = Document(str(path))
    document.add_paragraph("Added by hand.")
    document.save(str(path))
    result = run("trace", str(path), "six years", "--alone")
    assert result.exit_code == 0
    assert f"{path}: somebody has changed it since it was built." in result.stderr


def test_a_copy_is_known_by_its_bytes(workspace: Builder) -> None:
    run("build", "riverdale", "--only", "dsa", "--to", "docx", "--jobs", "1")
    shutil.copy("riverdale/build/RIV-002/data-sharing-agreement.docx", "sent.docx")
    result = run("trace", "sent.docx", "Plan school transport", "-C", "riverdale", "--alone")
    assert result.exit_code == 0
    assert result.stdout.startswith("riverdale/agreements/riv-002.yaml:")


def test_a_folder_of_ones_own(workspace: Builder) -> None:
    run("build", "riverdale", "--only", "dsa", "--to", "text", "--output", "public", "--jobs", "1")
    result = trace("public/RIV-001/data-sharing-agreement.txt", "six years", "--alone")
    assert (result.exit_code, result.stderr) == (0, "")


def test_a_file_of_no_workspace_is_refused(workspace: Builder) -> None:
    Path("letter.docx").write_bytes(b"a letter")
    result = trace("letter.docx", "six years")
    assert result.exit_code == 2
    assert "`letter.docx` is no document of the workspace riverdale." in result.stderr
    assert "is not there, and no document of" in trace("absent.docx", "six years").stderr


def test_a_source_is_no_document(workspace: Builder) -> None:
    result = trace(YAML, "six years")
    assert result.exit_code == 2
    assert "is a source." in result.stderr


def test_nothing_found_says_what_is_nearest(workspace: Builder) -> None:
    result = trace("RIV-001", "River Counsel")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "No document of RIV-001 says “River Counsel”. The nearest: “River Council”" in result.stderr


def test_nothing_like_it_says_how_to_go_on(workspace: Builder) -> None:
    result = trace("RIV-001", "zymurgy")
    assert result.exit_code == 2
    assert "Give fewer words, as the document has them." in result.stderr


@pytest.mark.parametrize("words", ["", "  ", "…"])
def test_no_words_are_wrong_usage(workspace: Builder, words: str) -> None:
    result = trace("RIV-001", words)
    assert result.exit_code == 2
    assert "give at least one word to look for." in result.stderr


def test_an_unknown_agreement_is_wrong_usage(workspace: Builder) -> None:
    result = trace("RIV-01", "six years")
    assert result.exit_code == 2
    assert "there is no agreement `RIV-01`. Did you mean `RIV-001`?" in result.stderr


def test_an_agreement_that_cannot_be_read_ends_with_3(workspace: Builder) -> None:
    workspace.replace("form: one_way_disclosure", "form: unknown")
    result = trace("RIV-001", "six years")
    assert result.exit_code == 3
    assert f"{YAML} cannot be read" in result.stderr


def test_a_lock_that_cannot_be_read_ends_with_3(workspace: Builder) -> None:
    workspace.write("dsagen.lock", "what is this\n")
    result = trace("riverdale/build/RIV-001/dpia.docx", "six years")
    assert result.exit_code == 3
    assert "riverdale/dsagen.lock cannot be used" in result.stderr


def test_a_template_that_cannot_be_used_is_said(workspace: Builder) -> None:
    workspace.write("templates/dsa/03-purposes.html", "{% broken")
    result = trace("RIV-001", "zymurgy", "--alone")
    assert result.exit_code == 4
    assert "RIV-001/data-sharing-agreement: a template cannot be used: " in result.stderr
    assert trace("RIV-001", "six years", "--alone").exit_code == 0
