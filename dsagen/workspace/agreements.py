"""The agreements of a workspace: each with its defaults, checked, and its references resolved."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from dsagen.model.agreement import AgreementFile
from dsagen.model.finding import Finding, Source
from dsagen.workspace.inherit import with_defaults
from dsagen.workspace.law import LawRead
from dsagen.workspace.nodes import Entry, Mapping, Node, Scalar
from dsagen.workspace.paths import join_path
from dsagen.workspace.references import agreement_references
from dsagen.workspace.registers import Kind, Registers
from dsagen.workspace.spot import Spot
from dsagen.workspace.syntax import problem
from dsagen.workspace.validate import validate

__all__ = ["Agreements", "Written"]


@dataclass(frozen=True)
class Written:
    """An agreement as its file has it."""

    file: str
    node: Mapping
    is_sound: bool
    """Whether the file is written without a mistake, so that what it says is certain."""
    row: str = ""
    """The row of the pattern that it comes from."""

    @property
    def reference(self) -> str:
        """Give the reference, or the name of the file where there is none."""
        entry = self.node.entries.get("reference")
        text = entry.value.text if entry is not None and isinstance(entry.value, Scalar) else None
        return text or self.file.rpartition("/")[2].rpartition(".")[0]

    @property
    def place(self) -> Source:
        """Give the place of the reference."""
        entry = self.node.entries.get("reference")
        return entry.value.source if entry is not None else self.node.source


@dataclass
class Agreements:
    """What was read of the agreements."""

    registers: Registers
    law: LawRead
    entries: dict[str, Entry] = field(default_factory=dict)
    """Every agreement with what it inherits, by reference."""
    valid: dict[str, AgreementFile] = field(default_factory=dict)
    failed: list[str] = field(default_factory=list)
    """Files."""
    problems: list[Finding] = field(default_factory=list)
    _folders: dict[str, Written] = field(default_factory=dict)

    def add(self, written: Written, settings: Node | None) -> None:
        """Check one agreement, and keep it if it is sound."""
        node = with_defaults(written.node, settings)
        reference, key = written.reference, written.node.source
        path = join_path("agreements", reference)
        agreement, problems = validate(AgreementFile, node, path, reference, key)
        spot = Spot(node, path, key)
        found = agreement_references(spot, reference, self.registers, self.law)
        reported = {finding.source for finding in problems}
        problems += [finding for finding in found if finding.source not in reported]
        problems += self._same_folder(written)
        if written.row:
            problems = [replace(found, message=f"{found.message} (for {written.row})") for found in problems]
        self.problems.extend(problems)
        self.entries.setdefault(reference, Entry(key, node))
        if agreement is None or problems or not written.is_sound or not self._all_valid(spot):
            self.failed.append(written.file)
        else:
            self.valid[reference] = agreement

    def _same_folder(self, written: Written) -> list[Finding]:
        """Refuse a reference whose folder of documents is that of another agreement."""
        folder = written.reference.casefold().rstrip(".")
        other = self._folders.setdefault(folder, written)
        if other is written:
            return []
        if other.reference == written.reference:
            message = f"another agreement has the reference `{written.reference}`: {other.place}"
        else:
            message = (
                f"`{written.reference}` and `{other.reference}` ({other.place}) name the same folder on computers that "
                "take small and capital letters as one"
            )
        path = join_path("agreements", written.reference)
        fix = "Give each agreement a reference of its own."
        return [Finding("SRC-REF", "error", message, path, written.reference, fix=fix, source=written.place)]

    def _all_valid(self, agreement: Spot) -> bool:
        """Tell whether everything that the agreement uses is sound."""
        datasets = {flow.get("dataset").text for _, flow in agreement.get("flows").entries()}
        spots = [spot for name in datasets if (spot := self.registers.spot("datasets", name)) is not None]
        people = {group for spot in spots for group in spot.get("people").words()}
        people |= {
            group for spot in spots for _, item in spot.get("fields").entries() for group in item.get("people").words()
        }
        parties = {*agreement.get("parties").words(), *(spot.get("holder").text for spot in spots)}
        used: dict[Kind, set[str]] = {"parties": parties, "people": people, "datasets": datasets}
        return self._gateways_valid(agreement) and all(
            names <= self.registers.valid[kind].keys() for kind, names in used.items()
        )

    def _gateways_valid(self, agreement: Spot) -> bool:
        """Tell whether every gateway that the agreement cites can be looked up."""
        bases = [basis for _, flow in agreement.get("flows").entries() for _, basis in flow.get("bases").entries()]
        cited = [key for basis in bases for key in basis.get("gateways").words()]
        cited += [
            spot.get("rule").text
            for basis in bases
            for _, spot in basis.get("identifiers").entries()
            if spot.get("rule").text in self.law.unread
        ]
        return all(key in self.law.catalogue.gateways for key in cited)


def empty_file(file: str, what: str) -> Finding:
    """Say that a file that must say something is empty."""
    return problem(Source(file, 1, 1), "the file is empty", f"Write {what} into it, or delete the file.", "SRC-FILE")
