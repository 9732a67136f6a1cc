"""A tiny workspace that is sound, to be changed by a test."""

from __future__ import annotations

from pathlib import Path

from dsagen.workspace import Reading, read_workspace

SETTINGS = """\
format: 1
name: Riverdale partnership
nation: england
"""
PARTIES = """\
north-school:
  name: North School
  type: school
  contact: {role: school office}
river-council:
  name: River Council
  type: local_authority
  teams:
    early-help: {title: Early help team}
"""
PEOPLE = """\
child:
  label: Children
"""
DATASETS = """\
attendance:
  title: Attendance marks
  holder: north-school
  people: [child]
  fields:
    child-name: {label: Name, kind: name, detail: text}
    absence: {label: Days absent, kind: status, detail: band}
"""
AGREEMENT = """\
reference: RIV-001
title: Attendance marks for early help
form: one_way_disclosure
status: draft
lead: river-council
parties: [north-school, river-council]
starts: 2026-12-01
review_by: 2027-11-30
versions:
  "1.0":
    date: 2026-11-20
    author: information governance lead
    reason: First edition
purposes:
  early-help:
    kind: early_help
    title: Offer early help
    needs:
      Which child is often absent?: [child-name, absence]
flows:
  F01:
    title: The school tells the council
    from: north-school
    to: [river-council]
    dataset: attendance
    purposes: [early-help]
    fields:
      child-name: To find the child.
      absence: To see whether help is needed.
    viewers: [early help workers]
    bases:
      river-council:
        gateways: [children-act-1989-s17]
        article6: e
        schedule1: [18]
"""
FILES = {
    "dsagen.yaml": SETTINGS,
    "parties/all.yaml": PARTIES,
    "people/all.yaml": PEOPLE,
    "datasets/all.yaml": DATASETS,
    "agreements/riv-001.yaml": AGREEMENT,
}


class Builder:
    """Write the files of a workspace, change them, and read it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        for file, content in FILES.items():
            self.write(file, content)

    @classmethod
    def at(cls, root: Path) -> Builder:
        """Change the files of a workspace that is there."""
        builder = cls.__new__(cls)
        builder.root = root
        return builder

    def write(self, file: str, content: str | bytes) -> Path:
        """Write a file, as it is."""
        path = self.root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def replace(self, old: str, new: str, file: str = "agreements/riv-001.yaml") -> None:
        """Change one thing in a file. The old words must be there once."""
        content = (self.root / file).read_bytes().decode()
        assert content.count(old) == 1, (old, content.count(old))
        self.write(file, content.replace(old, new))

    def read(self) -> Reading:
        """Read the workspace."""
        return read_workspace(self.root)


def said(reading: Reading) -> list[str]:
    """Give the problems as people see them: place, message and what to do."""
    return [f"{problem.source}: {problem.message} | {problem.fix}" for problem in reading.problems]
