"""Views of what the checks found: what is accepted, what stands open, and which rules matter more or less here."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from dsagen.checks.rulebook import rulebook
from dsagen.documents.labels import from_id
from dsagen.documents.told import Absent, Told
from dsagen.documents.views.base import View, World, views_of
from dsagen.documents.views.registers import dataset_view, party_view, people_view
from dsagen.model.agreement import Acceptance
from dsagen.model.finding import Finding
from dsagen.workspace.paths import join_path, split_path

__all__ = ["AcceptanceView", "ChangedRule", "FindingView", "FindingsView"]


def _title(world: World, rule: str) -> Any:
    """Give what a rule says is wrong, or nothing where the rulebook does not have it."""
    written = rulebook().get(rule)
    source = join_path("rules", rule)
    return world.told(written.rule.title, source) if written else Absent(source)


class FindingsView:
    """What a template can ask of the findings."""

    def __init__(self, world: World, findings: Iterable[Finding]) -> None:
        self._world = world
        self._findings = list(findings)

    @cached_property
    def open(self) -> list[FindingView]:
        """The errors and warnings that nobody accepts, as they stand on the day of the version, in order."""
        open_ = [found for found in self._findings if found.severity in ("error", "warning") and not found.is_accepted]
        return [FindingView(self._world, found) for found in open_]

    @cached_property
    def changed(self) -> list[ChangedRule]:
        """The rules whose severity the workspace has changed."""
        changes = View(self._world.workspace.settings, "settings", self._world).severities
        return [ChangedRule(self._world, rule, change) for rule, change in changes.items()]


class FindingView:
    """A finding that stands open."""

    def __init__(self, world: World, finding: Finding) -> None:
        self._world = world
        self._finding = finding
        self._source = finding.path or join_path("rules", finding.rule)

    @property
    def rule(self) -> Told:
        """The id of the rule."""
        return self._world.told(self._finding.rule, join_path("rules", self._finding.rule))

    @property
    def title(self) -> Any:
        """What the rule says is wrong, or nothing."""
        return _title(self._world, self._finding.rule)

    @property
    def severity(self) -> Told:
        """How much it matters."""
        return self._said("severity", self._world.labels.word("SeverityChange.severity", self._finding.severity))

    @property
    def message(self) -> Told:
        """What was found."""
        return self._said("message", self._finding.message)

    @property
    def place(self) -> Any:
        """Where it is, in words that a reader knows."""
        return _place(self._world, self._finding.path, self._source)

    def _said(self, name: str, words: str) -> Told:
        """Give words about a value. What was read is noted beside the value, and not in its place."""
        self._world.reads.note(join_path("findings", self._finding.rule, self._source, name), words)
        return Told(words, self._source)


class ChangedRule:
    """A rule that matters more or less in this workspace."""

    def __init__(self, world: World, rule: Told, change: View) -> None:
        self.rule = rule
        self.title = _title(world, str(rule))
        self.severity = change.severity
        self.reason = change.reason


@views_of(Acceptance)
class AcceptanceView(View):
    """A finding that someone accepts."""

    _entity: Acceptance

    @property
    def title(self) -> Any:
        """What the rule says is wrong, or nothing."""
        return _title(self._world, self._entity.rule)

    @property
    def place(self) -> Any:
        """Where it is accepted, in words that a reader knows, or nothing where it is accepted everywhere."""
        where, source = self._entity.where, join_path(self._source, "where")
        return _place(self._world, where, source) if where else self.__getattr__("where")


def _place(world: World, path: str, source: str) -> Any:
    segments = split_path(path.strip("/"))
    if segments[:2] == ["agreements", world.agreement.reference]:
        segments = segments[2:]
    words = _say(world, segments)
    world.reads.note(join_path("findings", "place", path), words)
    return Told(words, source) if words else Absent(source)


def _say(world: World, segments: list[str]) -> str:
    """Say a place by what documents call it: `F01, North School`, `Purpose: Offer help`, `Telling people`."""
    if not segments:
        return ""
    first, key, *rest = [*segments, ""]
    agreement, workspace = world.agreement, world.workspace
    if first == "flows" and key in agreement.flows:
        return ", ".join([key, *_in_flow(world, key, rest)])
    if first == "datasets" and key in workspace.datasets:
        field = workspace.datasets[key].fields.get(rest[1]) if rest[0] == "fields" and rest[1:] else None
        return str(dataset_view(world, key).title) + (f": {field.label}" if field else "")
    if first == "parties" and key in workspace.parties:
        return str(party_view(world, key).called)
    if first == "people" and key in workspace.people:
        return str(people_view(world, key).label)
    if first == "purposes" and key in agreement.purposes:
        return agreement.purposes[key].title
    if first == "processors" and key in agreement.processors:
        return agreement.processors[key].name
    if first == "assessment" and key in ("risks", "measures") and rest[0]:
        return rest[0]
    return from_id(first)


def _in_flow(world: World, flow: str, rest: list[str]) -> list[str]:
    """Say the party or the field of a flow that a place is about."""
    name = rest[1] if rest[1:] else ""
    if name in world.workspace.parties:
        return [str(party_view(world, name).called)]
    fields = world.workspace.datasets[world.agreement.flows[flow].dataset].fields
    return [fields[name].label] if rest[0] == "fields" and name in fields else []
