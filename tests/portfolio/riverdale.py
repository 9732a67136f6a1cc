"""A workspace of many small agreements that share parties, people and datasets: no two of them alike."""

from __future__ import annotations

from pathlib import Path

from dsagen.documents.library import Library
from tests.workspace.builder import AGREEMENT, Builder

__all__ = ["SCHOOLS", "riverdale"]

SCHOOLS = 40
_SETTINGS = """\
format: 1
name: Riverdale partnership
nation: england
documents: [dsa, privacy_notice]
formats: [docx, text]
notice_formats: [text]
defaults: {layout: short}
"""
_SHORT = {"dsa.front", "dsa.summary", "dsa.2", "dsa.5", "dsa.18", "dsa.s1", "dsa.colophon"}
"""The sections of the layout: the workspace is for many builds, so its documents are short."""
_GATEWAYS = ("children-act-1989-s17", "children-act-2004-s10", "education-act-2002-s175")


def riverdale(folder: Path, agreements: int) -> Path:
    """Write the workspace into a folder that does not exist, and give the folder."""
    builder = Builder(folder)
    builder.write("dsagen.yaml", _SETTINGS)
    builder.write("parties/all.yaml", "".join(_parties()))
    builder.write("people/all.yaml", "child:\n  label: Children\npupil:\n  label: Pupils\n")
    builder.write("datasets/all.yaml", "".join(_dataset(number) for number in range(SCHOOLS)))
    builder.write("templates/dsa/layouts/short.yaml", _layout())
    (folder / "agreements/riv-001.yaml").unlink()
    for number in range(1, agreements + 1):
        builder.write(f"agreements/riv-{number:03d}.yaml", _agreement(number))
        builder.write(f"assessments/riv-{number:03d}.yaml", f"out_of_scope: What could go wrong in area {number}.\n")
    return folder


def _layout() -> str:
    sections = [section.id for section in Library().outline("dsa", None).each()]
    own = "".join(f"  - {{id: {section}}}\n" for section in sections if section in _SHORT)
    out = "".join(f"  {section}: It stands in our handbook.\n" for section in sections if section not in _SHORT)
    return f"sections:\n{own}left_out:\n{out}"


def _parties() -> list[str]:
    schools = [
        f"school-{number:02d}:\n  name: North School {number}\n  type: school\n  contact: {{role: school office}}\n"
        "  notices: {audiences: []}\n"
        for number in range(SCHOOLS)
    ]
    council = (
        "river-council:\n  name: River Council\n  type: local_authority\n  teams:\n"
        "    early-help: {title: Early help team}\n  notices: {audiences: []}\n"
    )
    return [council, *schools]


def _dataset(number: int) -> str:
    people = "pupil" if number % 10 == 0 else "child"
    return (
        f"attendance-{number:02d}:\n  title: Attendance marks {number}\n  holder: school-{number:02d}\n"
        f"  people: [{people}]\n  fields:\n"
        "    child-name: {label: Name, kind: name, detail: text}\n"
        f"    absence: {{label: Days absent {number}, kind: status, detail: band}}\n"
    )


def _agreement(number: int) -> str:
    school = number % SCHOOLS
    content = (
        AGREEMENT.replace("RIV-001", f"RIV-{number:03d}")
        .replace("north-school", f"school-{school:02d}")
        .replace("dataset: attendance", f"dataset: attendance-{school:02d}")
        .replace("title: Attendance marks for early help", f"title: Attendance marks for early help in area {number}")
        .replace("children-act-1989-s17", _GATEWAYS[number // SCHOOLS % len(_GATEWAYS)])
    )
    content += f"assessment: {{include: assessments/riv-{number:03d}.yaml}}\n"
    if number % 20 == 0:
        content = content.replace(
            "form:", "layout: tier2\nunder: {reference: RIV-001, title: Attendance marks}\nform:", 1
        )
    if number % 15 == 0:
        content = content.replace("gateways: [", "gateways: [children-act-2004-s16la, ")
    return content
