"""Rules that nobody is asked: those that wait for a later part of dsagen, and those that cannot be broken."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["ELSEWHERE", "GUARANTEED", "RETIRED", "WAITING", "NotAsked"]


@dataclass(frozen=True)
class NotAsked:
    """A rule that is listed and not checked."""

    title: str
    authority: str
    because: str
    """What it waits for, or what makes it impossible to break, with the test that proves it."""


WAITING: Mapping[str, NotAsked] = {
    "DOC-030": NotAsked(
        "One language is missing, or says something else, in Wales",
        "Welsh Language (Wales) Measure 2011",
        "Waits for documents in two languages.",
    ),
    "DOC-034": NotAsked(
        "A withheld value stands in the public edition",
        "Freedom of information practice",
        "Waits for a public edition of the documents.",
    ),
}

_ONE_SOURCE = "Every document is a view of one model"

GUARANTEED: Mapping[str, NotAsked] = {
    "DP-CNS-001": NotAsked(
        "Documents disagree on the lawful basis",
        "UK GDPR Article 5(2)",
        f"{_ONE_SOURCE}: tests/checks/test_guaranteed.py.",
    ),
    "DP-CNS-002": NotAsked(
        "A recipient or category is missing from a notice",
        "UK GDPR Articles 13 and 14",
        f"{_ONE_SOURCE}: tests/checks/test_guaranteed.py.",
    ),
    "DP-CNS-003": NotAsked(
        "Documents disagree on retention", "UK GDPR Article 5(1)(e)", f"{_ONE_SOURCE}: tests/checks/test_guaranteed.py."
    ),
    "DP-CNS-004": NotAsked(
        "A policy document omits a paragraph",
        "Data Protection Act 2018 Schedule 1 paragraph 39",
        "The policy document lists every paragraph that the controller cites: tests/checks/test_guaranteed.py.",
    ),
    "DP-CNS-005": NotAsked(
        "A field travels that no schedule names",
        "UK GDPR Article 30",
        f"{_ONE_SOURCE}: tests/checks/test_guaranteed.py.",
    ),
    "DP-CNS-007": NotAsked(
        "A notice grants or denies the wrong right",
        "UK GDPR Chapter III",
        "The rights are made from the bases, by the catalogue's table: tests/checks/test_guaranteed.py.",
    ),
    "DP-CNS-008": NotAsked(
        "The regulator's name differs between documents",
        "Configuration of the workspace",
        "Every document prints the one configured name: tests/checks/test_guaranteed.py.",
    ),
    "DP-TRN-006": NotAsked(
        "The rights table offers erasure or portability that the basis excludes",
        "UK GDPR Articles 17 and 20",
        "The rights are made from the bases, by the catalogue's table: tests/checks/test_guaranteed.py.",
    ),
    "DOC-005": NotAsked(
        "Version, status or dates differ inside a document",
        "Quality assurance practice",
        f"{_ONE_SOURCE}: tests/checks/test_guaranteed.py.",
    ),
    "DOC-019": NotAsked(
        "A cross-reference leads nowhere", "Good drafting", "The assembler refuses it: tests/checks/test_guaranteed.py."
    ),
    "DOC-024": NotAsked(
        "The table of principles has an empty row",
        "Regulator's guidance on assessments",
        "A row that has no words shows a gap: tests/checks/test_guaranteed.py.",
    ),
    "DOC-026": NotAsked(
        "A policy document gives no paragraph numbers",
        "Data Protection Act 2018 Schedule 1 paragraph 39",
        "The policy document lists every paragraph that the controller cites: tests/checks/test_guaranteed.py.",
    ),
    "DOC-029": NotAsked(
        "A notice lists information without saying whose",
        "UK GDPR Article 14(1)(d)",
        "The notice groups every field by the people it is about: tests/checks/test_guaranteed.py.",
    ),
    "DOC-031": NotAsked(
        "A table has no header row, or a figure no words",
        "PDF/UA-1; OOXML",
        "The writers refuse or mark it: tests/checks/test_guaranteed.py.",
    ),
    "DOC-032": NotAsked(
        "A heading level is skipped, or title or language is missing",
        "PDF/UA-1; OOXML",
        "The assembler and the writers set them: tests/checks/test_guaranteed.py.",
    ),
    "DOC-037": NotAsked(
        "No statement of what to do in an emergency",
        "Working practice",
        "The section is in the outline of every agreement: tests/checks/test_guaranteed.py.",
    ),
}

RETIRED: Mapping[str, str] = {
    "DP-MIN-010": "DP-MIN-009",
    "DOC-008": "DP-ART9-008",
    "DOC-012": "DP-REV-001",
    "DOC-022": "DP-DPIA-007",
    "DOC-025": "DP-NEC-001",
    "DOC-036": "DP-MIN-013",
}
"""Ids that are never used again, each with the rule that took its place."""

ELSEWHERE: Mapping[str, NotAsked] = {
    "DOC-GAP": NotAsked(
        "Something that a final document needs is not written",
        "The outlines of the documents",
        "Found by looking for empty values. A draft may have gaps; an agreement that is agreed may not.",
    ),
    "DOC-CLAUSE": NotAsked(
        "A value is given for a clause or parameter that does not exist",
        "The library of clauses",
        "Found by comparing `clauses` with the library. Use a clause that `docs/clauses.md` lists.",
    ),
    "DOC-SECTION": NotAsked(
        "A measure names a section that the agreement does not have",
        "The outline of the agreement",
        "Found by comparing `section` with the outline. Use an id such as `dsa.9`.",
    ),
    "DOC-004": NotAsked(
        "Template headings or fixed wording altered",
        "WASPI quality assurance",
        "Found by comparing `templates/` with ours, where the layout is one of WASPI's. It is advice.",
    ),
    "DOC-LAYOUT": NotAsked(
        "An agreement names a layout that does not exist",
        "The layouts of the agreement",
        "Found by comparing `layout` with the layouts. Use one that `docs/layouts.md` lists, or your own.",
    ),
    "DOC-TEMPLATE": NotAsked(
        "A template of the workspace cannot be used",
        "The format of templates",
        "Found when the template is read. Mend the file, or take it away.",
    ),
    "SRC-FILE": NotAsked("A file cannot be read", "The format of a workspace", "Found when the file is opened."),
    "SRC-YAML": NotAsked("A file is not YAML", "YAML 1.2", "Found when the file is read."),
    "SRC-INCLUDE": NotAsked(
        "An include leads nowhere, or in a circle", "The format of a workspace", "Found when files are put together."
    ),
    "SRC-KEY": NotAsked(
        "A key is not known, is given twice, or is no id",
        "The model",
        "Found when a value is checked against the model.",
    ),
    "SRC-VALUE": NotAsked(
        "A value is not of its kind", "The model", "Found when a value is checked against the model."
    ),
    "SRC-REF": NotAsked(
        "A name leads to nothing",
        "The model",
        "Found when references are followed. The message offers the nearest name.",
    ),
    "SRC-HOUSE": NotAsked(
        "A file or colour of the house style cannot be used",
        "The format of a workspace",
        "Found when the logo, the font and the reference document are read. Documents then look as without it.",
    ),
    "SRC-DATE": NotAsked("Dates are in the wrong order", "The model", "Found when dates are compared."),
}
"""What is found by reading and by looking for gaps, beside the rules. Nobody can accept these."""
