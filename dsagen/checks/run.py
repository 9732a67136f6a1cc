"""Ask every rule about one agreement."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from dsagen.checks.accepting import acceptance_of
from dsagen.checks.cascades import causes_only
from dsagen.checks.rule import Found, WrittenRule
from dsagen.checks.rulebook import rulebook
from dsagen.checks.subjects.case import Case, subjects_of
from dsagen.checks.watching import Reads, watched
from dsagen.model.finding import Finding

__all__ = ["Hit", "check_rules"]


_HERE = "agreement"
"""What an agreement is called in a fingerprint."""


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
    hits = [hit for written in (rules or rulebook()).values() for hit in _asked(written, case)]
    for hit in causes_only(hits):
        finding = _finding(hit, case)
        yield replace(finding, acceptance=acceptance_of(finding, case))


def _asked(written: WrittenRule, case: Case) -> Iterator[Hit]:
    for number, subject in enumerate(subjects_of(case, written.subject)):
        for found in written.check(subject):
            yield Hit(written, number, found)


def _finding(hit: Hit, case: Case) -> Finding:
    rule, found = hit.written.rule, hit.found
    change = case.workspace.settings.severities.get(rule.id)
    return Finding(
        rule=rule.id,
        severity=change.severity if change is not None else found.severity or rule.severity,
        message=found.message,
        path=found.path,
        agreement=case.agreement.reference,
        why=rule.why,
        fix=found.fix or rule.fix,
        authority=found.authority or rule.authority,
        facts=_facts(hit, case),
        changed=change.reason if change is not None else "",
    )


def _facts(hit: Hit, case: Case) -> str:
    """Give the fingerprint of the facts that a rule read about a subject: it is asked again, and watched.

    The agreement's own reference is no part of it, so that a copy of an agreement keeps what was accepted.
    """
    reads = Reads()
    agreement = watched(case.agreement, _HERE, reads)
    seen = Case(agreement, watched(case.workspace, "", reads), case.law, case.as_at, case.terms)
    for number, subject in enumerate(subjects_of(seen, hit.written.subject)):
        if number == hit.subject:
            reads.open = True
            list(hit.written.check(subject))
            break
    read = "\n".join(f"{path}={value}" for path, value in sorted(reads.values.items()))
    place = _HERE + hit.found.path.removeprefix(case.path) if hit.found.path.startswith(case.path) else hit.found.path
    return hashlib.sha256(f"{hit.written.rule.id}\n{place}\n{read}".encode()).hexdigest()[:12]
