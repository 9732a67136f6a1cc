"""What the sources are to say after a succession, worked out apart from the text, so that the edit can be checked."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass, field
from datetime import date

from dsagen.model.agreement import Agreement, AgreementFile
from dsagen.model.dataset import Dataset
from dsagen.model.party import Party
from dsagen.model.people import People
from dsagen.model.vocabulary import Status
from dsagen.model.workspace import Settings
from dsagen.portfolio.succession.asked import Succession
from dsagen.portfolio.succession.taking import Left, Taking
from dsagen.workspace import SETTINGS_FILE, Reading
from dsagen.workspace.edit import Rewrite, Value
from dsagen.workspace.files import Files
from dsagen.workspace.nodes import Mapping, Node, Scalar
from dsagen.workspace.paths import join_path
from dsagen.workspace.shape import EVERYWHERE, Shape
from dsagen.workspace.spot import Spot

__all__ = ["Addition", "Intended", "Untouched", "intended"]

_OVER: frozenset[Status] = frozenset({"superseded", "withdrawn"})
_REGISTERS = {"parties": dict[str, Party], "people": dict[str, People], "datasets": dict[str, Dataset]}


@dataclass(frozen=True)
class Addition:
    """Something that is written beside what is there already: a value, or an item at the end of a list."""

    path: str
    value: Value
    in_list: bool = False


@dataclass(frozen=True)
class Untouched:
    """An agreement that names an old body and is left alone."""

    reference: str
    why: str


@dataclass
class Intended:
    """What is to be written."""

    data: dict[str, object] = field(default_factory=dict)
    """What each file is to say, with what it includes, before the additions."""
    rewrites: list[Rewrite] = field(default_factory=list)
    additions: list[Addition] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    dated: list[Left] = field(default_factory=list)
    """What an old body did on a day."""
    untouched: list[Untouched] = field(default_factory=list)
    versions: dict[str, str] = field(default_factory=dict)
    """The number of the new version, by the reference of each agreement that changes."""


def intended(reading: Reading, asked: Succession, files: Files) -> Intended:
    """Work out what a succession changes. `files` reads the sources that `reading` came from."""
    found = Intended()
    for file, node in _shared(reading, files):
        taking = Taking(asked)
        found.data[file] = taking.taken(node, _shape(file))
        found.rewrites += taking.rewrites
    patterns = [] if _is_alone(reading) else files.listed("patterns")
    for file in dict.fromkeys((*reading.used, *patterns)):
        written = files.read(file)
        if isinstance(written, Mapping) and file in patterns:
            _pattern(found, reading, asked, file, written)
        elif isinstance(written, Mapping):
            _agreement(found, reading, asked, file, written)
    found.additions += _register(reading, asked)
    return found


def _shared(reading: Reading, files: Files) -> Iterator[tuple[str, Node]]:
    names = [] if _is_alone(reading) else [SETTINGS_FILE, *(name for kind in _REGISTERS for name in files.listed(kind))]
    for name in names:
        node = files.read(name)
        if node is not None:
            yield name, node


def _is_alone(reading: Reading) -> bool:
    """Tell whether this is one file with registers of its own."""
    return any("/" not in file for file in reading.used)


def _shape(file: str) -> Shape:
    return Shape(Settings if file == SETTINGS_FILE else _REGISTERS[file.split("/")[0]])


def _agreement(found: Intended, reading: Reading, asked: Succession, file: str, node: Mapping) -> None:
    entry = node.entries["reference"].value
    assert isinstance(entry, Scalar) and entry.text is not None
    reference = entry.text
    agreement = reading.workspace.agreements[reference]
    teams = frozenset(reading.workspace.parties[asked.new].teams)
    taking, path = Taking(asked, teams), join_path("agreements", reference)
    data = taking.taken(node, Shape(AgreementFile), path)
    if not taking.olds:
        return
    over = _why_over(agreement, asked)
    if over:
        found.untouched.append(Untouched(reference, over))
        return
    taking.agreement(node, path)
    last = agreement.versions[agreement.current_version]
    number = next_version(list(agreement.versions))
    version = _version(reading, asked, taking, last.date, last.author)
    found.versions[reference] = number
    found.additions.append(Addition(join_path(path, "versions", number), version))
    _take(found, file, taking, data)


def _pattern(found: Intended, reading: Reading, asked: Succession, file: str, node: Mapping) -> None:
    """Change a pattern: its rows, and what all its agreements say. They get their new version with it."""
    teams = frozenset(reading.workspace.parties[asked.new].teams)
    taking = Taking(asked, teams)
    data = taking.taken(node, Shape(AgreementFile, others=EVERYWHERE), file)
    if not taking.olds:
        return
    taking.agreement(node, file)
    versions = node.entries["versions"].value if "versions" in node.entries else None
    if isinstance(versions, Mapping) and versions.entries:
        number = next_version(list(versions.entries))
        last = Spot(versions, "", versions.source).get(list(versions.entries)[-1])
        version = _version(reading, asked, taking, _day(last.get("date").text), last.get("author").text)
        found.additions.append(Addition(join_path(file, "versions", number), version))
    _take(found, file, taking, data)


def _version(
    reading: Reading, asked: Succession, taking: Taking, day: date | None, author: str
) -> MappingOf[str, Value]:
    olds = tuple(old for old in asked.olds if old in taking.olds)
    return {
        "date": max(asked.day, day or asked.day),
        "author": asked.author or author,
        "reason": asked.reason(reading.workspace, olds),
    }


def _day(written: str) -> date | None:
    """Give a day, or nothing for words that a row fills in."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def _take(found: Intended, file: str, taking: Taking, data: object) -> None:
    found.data[file] = data
    found.rewrites += taking.rewrites
    found.left += taking.left
    found.dated += taking.dated


def _why_over(agreement: Agreement, asked: Succession) -> str:
    if agreement.ends is not None and agreement.ends < asked.day:
        return f"it ended on {agreement.ends}"
    return f"it is {agreement.status}" if agreement.status in _OVER else ""


def next_version(numbers: list[str]) -> str:
    """Give the number of the version after the last: its last part is one higher."""
    head, _, last = numbers[-1].rpartition(".")
    number = int(last)
    while True:
        number += 1
        found = f"{head}.{number}" if head else str(number)
        if found not in numbers:
            return found


def _register(reading: Reading, asked: Succession) -> Iterator[Addition]:
    """Give what the register of parties is to say: who ended when, and who took over from whom."""
    parties = reading.workspace.parties
    known = {body.name for body in parties[asked.new].succeeds}
    for old in asked.olds:
        party = parties[old]
        if party.name not in known:
            item: dict[str, Value] = {"name": party.name, "until": asked.day}
            yield Addition(join_path("parties", asked.new, "succeeds"), item, in_list=True)
        if party.until is None:
            yield Addition(join_path("parties", old, "until"), asked.day)
        if party.succeeded_by is None:
            yield Addition(join_path("parties", old, "succeeded_by"), asked.new)
