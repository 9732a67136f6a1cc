"""Ask every rule about one agreement."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dsagen.checks.accepting import acceptance_of
from dsagen.checks.asking import HERE, subjects_by_rule
from dsagen.checks.cascades import causes_only
from dsagen.checks.rule import Found, WrittenRule
from dsagen.checks.rulebook import rulebook
from dsagen.checks.subjects.accepted import Accepted
from dsagen.checks.subjects.case import Case, subjects_of
from dsagen.checks.subjects.text import Text
from dsagen.checks.tree import Notice, found_in_notice
from dsagen.checks.watching import Reads, watched
from dsagen.model.finding import Finding, Severity

__all__ = ["Hit", "check_notice", "check_rules"]


@dataclass(frozen=True)
class Hit:
    """What one rule found about one subject."""

    written: WrittenRule
    subject: int
    """Which one it is, among the subjects of its kind."""
    found: Found


def check_rules(case: Case, rules: Mapping[str, WrittenRule] | None = None) -> Iterator[Finding]:
    """Find what is wrong with an agreement, by every rule. What only follows from something else is held back.

    What someone accepts is found as well, and says so.
    """
    everything = (rules or rulebook()).values()
    asked = [written for written in everything if written.subject is not Accepted]
    subjects = subjects_by_rule(case, asked)
    hits = [
        Hit(written, number, found)
        for written in asked
        for number, subject in subjects(written)
        for found in written.check(subject)
    ]
    read = _Read(case)
    plain = [_finding(hit, case, _facts(hit, case, read)) for hit in causes_only(hits)]
    findings = [replace(finding, acceptance=acceptance_of(finding, case)) for finding in plain]
    yield from findings
    last = [written for written in everything if written.subject is Accepted]
    yield from _about_acceptances(case, tuple(findings), last, hits)


def check_notice(case: Case, notice: Notice, rules: Mapping[str, WrittenRule] | None = None) -> Iterator[Finding]:
    """Find where a composed notice asks too much of its readers. What someone accepts is found as well, and says so."""
    for rule, found in found_in_notice(notice):
        facts = hashlib.sha256(f"{rule}\n{found.path}\n{found.message}".encode()).hexdigest()[:12]
        finding = _finding(Hit((rules or rulebook())[rule], 0, found), case, facts)
        yield replace(finding, acceptance=acceptance_of(finding, case))


def _about_acceptances(
    case: Case, found: tuple[Finding, ...], rules: Sequence[WrittenRule], before: Sequence[Hit]
) -> Iterator[Finding]:
    """Ask the rules about acceptances, which need to know what was found. Nobody accepts what they find."""
    later = [
        Hit(written, index, each)
        for written in rules
        for index in range(len(case.agreement.accepted))
        for each in written.check(Accepted(case, index, found))
    ]
    yield from (_finding(hit, case) for hit in causes_only([*before, *later]) if hit in later)


def _finding(hit: Hit, case: Case, facts: str = "") -> Finding:
    rule, found = hit.written.rule, hit.found
    change = case.workspace.settings.severities.get(rule.id)
    return Finding(
        rule=rule.id,
        severity=_severity(hit, case),
        message=found.message,
        path=found.path,
        agreement=case.agreement.reference,
        why=rule.why,
        fix=found.fix or rule.fix,
        authority=found.authority or rule.authority,
        facts=facts,
        changed=change.reason if change is not None else "",
    )


def _severity(hit: Hit, case: Case) -> Severity:
    change = case.workspace.settings.severities.get(hit.written.rule.id)
    if hit.found.unwritten and not case.agreement.is_final:
        return "gap"
    return change.severity if change is not None else hit.found.severity or hit.written.rule.severity


def _facts(hit: Hit, case: Case, read: _Read) -> str:
    """Give the fingerprint of the facts that a rule read about a subject: it is asked again, and watched.

    The agreement's own reference is no part of it, so that a copy of an agreement keeps what was accepted.
    """
    place = HERE + hit.found.path.removeprefix(case.path) if hit.found.path.startswith(case.path) else hit.found.path
    return hashlib.sha256(f"{hit.written.rule.id}\n{place}\n{read.by(hit)}".encode()).hexdigest()[:12]


class _Read:
    """What rules read about their subjects. A rule that found several things about one subject is asked again once."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._known: dict[tuple[str, int], str] = {}

    def by(self, hit: Hit) -> str:
        """Give all that a rule reads about a subject. A rule about a text reads that text alone, and is not watched."""
        if hit.written.subject is Text:
            return repr(self._case.texts[hit.subject].words)
        key = (hit.written.rule.id, hit.subject)
        if key not in self._known:
            self._known[key] = self._watch(hit)
        return self._known[key]

    def _watch(self, hit: Hit) -> str:
        case, reads = self._case, Reads()
        agreement = watched(case.agreement, HERE, reads)
        seen = Case(agreement, watched(case.workspace, "", reads), case.law, case.as_at, case.terms)
        _ = seen.active_below  # worked out before anything is noted: what others agree on is no fact of this agreement
        for number, subject in enumerate(subjects_of(seen, hit.written.subject)):
            if number == hit.subject:
                reads.open = True
                list(hit.written.check(subject))
                break
        return "\n".join(f"{path}={value}" for path, value in sorted(reads.values.items()))
