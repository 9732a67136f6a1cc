"""A workspace in which two councils share with a school, and are about to become one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from dsagen.portfolio.succession import Brought, Proposal, Succession, brought, propose
from dsagen.workspace import read_workspace
from dsagen.workspace.files import Files
from dsagen.workspace.nodes import plain
from tests.workspace.builder import AGREEMENT, DATASETS, FILES, PARTIES, Builder

DAY = date(2028, 4, 1)
MOOR = """
# Ends with the order.
moor-council:  # a district once
  name: Moor Council
  type: local_authority
moorland-council:
  name: Moorland Council
  type: local_authority  # from 2028
  teams:
    early-help: {title: Early help team}
"""
FLOWS = """\
  F02:
    title: The school tells both councils
    from: north-school
    to:
      - river-council  # first
      - moor-council   # second
    dataset: attendance
    purposes: [early-help]
    fields: {child-name: To find the child., absence: To see whether help is needed.}
    viewers: [early help workers]
    retention:
      river-council: {period: 12 months, trigger: the case is closed, action: delete}
      moor-council: {period: 12 months, trigger: the case is closed, action: delete}  # as its neighbour
    bases:
      # What the council rests on.
      river-council: &council
        gateways: [children-act-1989-s17]
        article6: e
        schedule1: [18]
      "moor-council": *council
allocation:
  notices: {lead: river-council, support: [north-school]}  # each its own
  access: {lead: north-school, support: [river-council, moor-council]}
contact_point: 'river-council'
processors:
  host:
    name: Hosting Limited
    acts_for: river-council
    does: keeps the records
    contract: C-1
accepted:
  - {rule: DP-LAW-001, reason: Weighed., by: officer, on: 2026-11-20, until: 2027-11-20,
     where: flows/F01/bases/river-council}
assessment: {include: assessments/riv-001.yaml}
signatories:
  # A role for each.
  river-council: director  # of children's services
  north-school: head teacher
signed: {river-council: 2026-11-30, north-school: 2026-12-01}
"""
ASSESSMENT = """\
# Shared words.
sign_off:
  - {item: adoption, party: river-council, role: director, date: 2026-11-19}
  - {item: review, party: river-council, role: director}
"""
FILE = "agreements/riv-001.yaml"


def moorland(root: Path) -> Builder:
    """Give the workspace."""
    builder = Builder(root)
    builder.write("parties/all.yaml", PARTIES + MOOR)
    agreement = AGREEMENT.replace("[north-school, river-council]", "[north-school, river-council, moor-council]")
    agreement = agreement.replace("form: one_way_disclosure", "form: joint_controllers  # since 2026")
    builder.write(FILE, agreement + FLOWS)
    builder.write("assessments/riv-001.yaml", ASSESSMENT)
    builder.write("datasets/all.yaml", DATASETS.replace("holder: north-school", "holder: moor-council  # for now"))
    assert set(FILES) <= {path.relative_to(root).as_posix() for path in root.rglob("*.yaml")}
    return builder


def asked(*parties: str, day: date = DAY) -> Succession:
    """Give what is asked for: those that end, and last the one that stands."""
    return Succession(parties[:-1], parties[-1], day)


def proposed(root: Path, *parties: str, day: date = DAY) -> Proposal:
    """Make the edit in a copy beside the workspace."""
    reading = read_workspace(root)
    assert not reading.problems, [f"{problem.source} {problem.message}" for problem in reading.problems]
    into = root.parent / f"{root.name}-copy"
    into.mkdir()
    return propose(reading, asked(*parties, day=day), into)


def bring(proposal: Proposal) -> Brought:
    """Work out what an edit brings."""
    into = proposal.after.root.parent / "settled"
    into.mkdir()
    return brought(proposal, into)


def said(root: Path, file: str) -> object:
    """Give what a file says, with what it includes."""
    node = Files(root).read(file)
    assert node is not None
    return plain(node)


def words(data: object, path: str = "") -> list[tuple[str, str]]:
    """Give every key and value of what a file says, with the path of what holds it."""
    if isinstance(data, dict):
        return [found for key, value in data.items() for found in [(path, key), *words(value, f"{path}/{key}")]]
    if isinstance(data, list):
        return [found for item in data for found in words(item, path)]
    return [(path, str(data))]
