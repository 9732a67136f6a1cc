"""What a succession brings: findings that were not there before, words that name the old bodies, documents to build."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from dsagen.model.finding import Finding, Source
from dsagen.model.party import Party
from dsagen.model.workspace import Workspace
from dsagen.portfolio.checking import checked
from dsagen.portfolio.inputs import Inputs
from dsagen.portfolio.many import FEW
from dsagen.portfolio.plan import PlannedDocument, planned
from dsagen.portfolio.pool import processors
from dsagen.portfolio.proposed import copied, read_copy
from dsagen.portfolio.succession.asked import Succession
from dsagen.portfolio.succession.proposing import Proposal
from dsagen.workspace import SETTINGS_FILE, Reading
from dsagen.workspace.edit import Edited, EditRefused, remove, set_value
from dsagen.workspace.files import Files
from dsagen.workspace.nodes import Mapping as MappingNode
from dsagen.workspace.nodes import Node, Scalar, Sequence
from dsagen.workspace.paths import join_path, split_path

__all__ = ["Brought", "Mention", "brought"]


@dataclass(frozen=True)
class Mention:
    """Words that still name an old body."""

    source: Source
    name: str
    line: str


@dataclass(frozen=True)
class Brought:
    """What a person should know before the edit is written, and what is to be built after it."""

    findings: tuple[Finding, ...]
    """Those that were not there before, on the day from which the new body stands; worst known first."""
    unchecked: tuple[str, ...]
    """The agreements of which not everything is known, by reference."""
    mentions: tuple[Mention, ...]
    documents: tuple[PlannedDocument, ...]
    """The documents whose sources change. A build writes those of them whose text changes."""


def brought(proposal: Proposal, into: Path) -> Brought:
    """Work out what an edit brings. `into` is an empty folder, for a copy in which open questions are settled."""
    before, after, asked = proposal.before, proposal.after, proposal.asked
    settled = _settled(proposal, into) if after.has_errors else after
    known = {_identity(finding, asked, before.workspace) for finding in _found(before, asked)}
    found = [*after.problems, *_by_rule(settled, after, asked)]
    new = (finding for finding in found if not finding.is_accepted and not _is_left(finding, proposal))
    findings = tuple(finding for finding in new if _identity(finding, asked, before.workspace) not in known)
    unchecked = tuple(reference for reference in proposal.versions if reference not in settled.workspace.agreements)
    return Brought(findings, unchecked, tuple(_mentions(proposal)), tuple(_documents(before, after)))


def _documents(before: Reading, after: Reading) -> Iterator[PlannedDocument]:
    """Give the documents whose sources change.

    Why not those whose text changes: that is known once they are composed, which is the work of a build.
    """
    kinds = after.workspace.settings.documents
    old, new = Inputs(before.workspace, before.root), Inputs(after.workspace, after.root)
    known = frozenset(planned(before.workspace, before.law, kinds))
    for document in planned(after.workspace, after.law, kinds):
        if document not in known or old.key(document) != new.key(document):
            yield document


def _is_left(finding: Finding, proposal: Proposal) -> bool:
    """Tell whether a problem of the sources is one that is left for a person, and is said there."""
    paths = [left.path for left in proposal.left]
    return finding.rule == "SRC-REF" and any(f"{finding.path}/".startswith(f"{path}/") for path in paths)


def _found(reading: Reading, asked: Succession) -> tuple[Finding, ...]:
    """Check a workspace for the day, on every processor where it has many agreements."""
    jobs = min(processors(), len(reading.workspace.agreements) // FEW + 1)
    return checked(reading, asked.day, jobs).findings


def _by_rule(settled: Reading, after: Reading, asked: Succession) -> Iterator[Finding]:
    """Give what the rules find, with its place in the edited sources and not in the copy that is settled."""
    for finding in _found(settled, asked):
        if finding.rule.startswith("SRC-"):
            continue
        yield replace(finding, source=after.sources.key(finding.path)) if finding.path else finding


def _identity(finding: Finding, asked: Succession, workspace: Workspace) -> tuple[object, ...]:
    """Give what makes two findings the same, whichever of the bodies they are about."""
    words = {word for key in (*asked.olds, asked.new) for word in (key, *_names(workspace.parties[key]))}
    any_of_them = re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})(?![\w-])")
    path = join_path("", *(asked.successor(segment) for segment in split_path(finding.path)))
    message = any_of_them.sub("", finding.message)
    return finding.rule, finding.severity, finding.agreement, path, message, finding.is_accepted


def _names(party: Party) -> tuple[str, str]:
    return party.name, party.called


def _settled(proposal: Proposal, into: Path) -> Reading:
    """Read a copy in which each open question is answered in the nearest way, so that all the rest can be checked."""
    root = copied(proposal.after, into)
    reading = read_copy(proposal.after, root)
    for left in proposal.left:
        segments = split_path(left.path)
        if len(segments) == _FLOW:
            _try(set_value, reading, join_path(left.path, "withdrawn_in"), proposal.versions[segments[1]])
    paths = [left.path for left in proposal.left if len(split_path(left.path)) > _FLOW]
    for _ in range(_ROUNDS):
        for path in sorted(paths, key=_last_first):
            _try(remove, reading, path)
        reading = read_copy(proposal.after, root)
        paths = [found.path for found in reading.problems if found.rule == "SRC-REF"]
        if not paths:
            break
    return reading


def _try(edit: Callable[..., Edited], reading: Reading, *arguments: object) -> None:
    with suppress(EditRefused):
        edit(reading, *arguments)


def _last_first(path: str) -> int:
    """Sort the items of lists from the last to the first, so that each keeps its number until it goes."""
    last = path.rpartition("/")[2]
    return -int(last) if last.isascii() and last.isdigit() else 0


_ROUNDS = 5
"""So often what no longer fits is taken out of the copy: one answer may make another needless."""
_FLOW = 4
"""The segments of a flow's id: `agreements/NYC-001/flows/F01`."""


def _mentions(proposal: Proposal) -> Iterator[Mention]:
    """Find words in the agreements that changed, and in what all share, that name an old body."""
    after, parties = proposal.after, proposal.before.workspace.parties
    news = _names(parties[proposal.asked.new])
    olds = {name for old in proposal.asked.olds for name in _names(parties[old]) if name != name.lower()}
    longest = sorted({*olds, *news}, key=len, reverse=True)
    words = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in longest))
    files, seen = Files(after.root), set[Source]()
    for node in _told(proposal, files):
        for word in _scalars(node):
            found = next((match[0] for match in words.finditer(word.text or "") if match[0] not in news), None)
            if found is not None and word.source not in seen:
                seen.add(word.source)
                line = files.texts[word.source.file].line(word.source.line).strip()
                yield Mention(word.source, found, line)


_HISTORY = ("versions", "registers", "consulted", "reference")
"""What says how it was: the names that stand there stay."""


def _told(proposal: Proposal, files: Files) -> Iterator[Node]:
    """Give what the agreements that changed say, and what they share."""
    for file in proposal.after.used:
        node = files.read(file)
        if isinstance(node, MappingNode) and _reference(node) in proposal.versions:
            yield from (entry.value for key, entry in node.entries.items() if key not in _HISTORY)
    for file in sorted(proposal.after.shared):
        if file == SETTINGS_FILE or file.split("/")[0] in ("people", "datasets"):
            node = files.read(file)
            yield from [node] if node is not None else []


def _reference(node: MappingNode) -> str:
    entry = node.entries.get("reference")
    return (entry.value.text or "") if entry is not None and isinstance(entry.value, Scalar) else ""


def _scalars(told: Node) -> Iterator[Scalar]:
    waiting = [told]
    while waiting:
        node = waiting.pop(0)
        if isinstance(node, Scalar):
            yield node
        elif isinstance(node, Sequence):
            waiting = [*node.items, *waiting]
        else:
            waiting = [*(entry.value for entry in node.entries.values()), *waiting]
