"""Compose a document: render its sections, then assemble, number and seal the tree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from lxml.etree import _Element
from markupsafe import Markup

from dsagen.documents.assembler import (
    Rendered,
    assemble,
    chapter,
    fingerprint,
    gateways_in,
    parse_cover,
    parse_section,
)
from dsagen.documents.budget import Budget
from dsagen.documents.clauses import ClauseWriter
from dsagen.documents.faults import FAULTS, say, where
from dsagen.documents.glossary import terms_used
from dsagen.documents.house import PLAIN, House
from dsagen.documents.labels import say_date
from dsagen.documents.layouts import TIER_2, layout_of, overarching
from dsagen.documents.library import Library
from dsagen.documents.links import identify
from dsagen.documents.marks import lines_of, without_marks
from dsagen.documents.numbering import labels
from dsagen.documents.outline import Numbered, Outline, OutlineSection
from dsagen.documents.problems import TemplateProblem
from dsagen.documents.reads import Reads
from dsagen.documents.tier import Above, bare, ids_in
from dsagen.documents.tree import DocumentTree, Properties, words_of
from dsagen.documents.views.agreement import agreement_view
from dsagen.documents.views.alike import alike
from dsagen.documents.views.base import View, World
from dsagen.documents.views.findings import FindingsView
from dsagen.documents.views.law import LawView
from dsagen.documents.views.notice import NoticeView
from dsagen.documents.views.quality import quality_checks
from dsagen.documents.views.registers import party_view
from dsagen.documents.views.screening import screening
from dsagen.documents.views.short_notice import ShortNoticeView
from dsagen.law.catalogue import Catalogue
from dsagen.law.gateway import Gateway
from dsagen.model.agreement import Agreement
from dsagen.model.finding import Finding
from dsagen.model.vocabulary import DocumentKind
from dsagen.model.workspace import Workspace

__all__ = ["Composition", "Subject", "compose"]

LANGUAGE = "en-GB"
_LATE = ("front-sheet.html", "glossary.html", "colophon.html")
"""Templates that need to know what the other sections say."""
_RUNNING_LINE, _DRAFT = 97, 11
"""How many letters of a reference and short title the line at the head of a page holds, and how many DRAFT takes."""


@dataclass(frozen=True)
class Subject:
    """What a document is about: its agreement, its kind, and the party whose document it is, if it is one party's."""

    workspace: Workspace
    law: Catalogue
    agreement: Agreement
    kind: DocumentKind
    party: str | None = None
    findings: tuple[Finding, ...] = ()
    """What was found about the agreement on the day of its version."""
    layout: str | None = None
    """The layout, by the name of its file in `layouts/`. The document's own outline where there is none."""
    house: House = PLAIN
    """How it looks."""
    as_at: date | None = None
    """The day at which the law is looked up, where that is not the day of the version: no build has another."""

    @property
    def blocking(self) -> tuple[Finding, ...]:
        """Give what forces DRAFT: gaps, and errors that nobody accepts."""
        return tuple(found for found in self.findings if found.severity in ("gap", "error") and not found.is_accepted)

    @property
    def draft(self) -> bool:
        """Tell whether every page says DRAFT."""
        return not self.agreement.is_final or bool(self.blocking)


@dataclass(frozen=True)
class Composition:
    """A finished tree, what it read, and its fingerprint."""

    tree: DocumentTree
    fingerprint: str
    """The hash of the tree without its colophon, which the colophon prints."""
    reads: Reads


def compose(subject: Subject, library: Library) -> Composition:
    """Compose one document. Raise `TemplateProblem` where a template or clause cannot be used."""
    return _Composer(subject, library).compose()


class _Composer:
    def __init__(self, subject: Subject, library: Library) -> None:
        self.subject = subject
        self.library = library
        self.outline: Outline = library.outline(subject.kind, subject.layout)
        self.world = World(subject.workspace, subject.agreement, subject.law, library.labels, day=subject.as_at)
        self.clauses: ClauseWriter
        self.rendered: dict[str, str] = {}
        """What each section says, by id."""
        self._moved: dict[str, str] = {}
        """The blocks that stand in the overarching agreement alone, each with the block here that says so."""
        self._collapsing = False
        self.context: dict[str, Any] = self._context()

    def _context(self) -> dict[str, Any]:
        world, subject = self.world, self.subject
        context: dict[str, Any] = {
            "agreement": agreement_view(world),
            "settings": View(subject.workspace.settings, "settings", world),
            "law": LawView(world),
            "screening": screening(world),
            "quality_checks": quality_checks(world, subject.blocking),
            "findings": FindingsView(world, subject.findings),
            "draft": subject.draft,
            "agreement_section": self._agreement_section,
            "agreement_sections": {section.id for section in self._agreement_outline().each()},
            "document": self.outline.id,
        }
        if subject.party is not None:
            context["party"] = party_view(world, subject.party)
            context["notice"] = NoticeView(world, context["party"])
            context["short"] = ShortNoticeView(world, context["notice"], subject.layout or "")
        self.clauses = ClauseWriter(self.library, world, dict(context), self._above_clauses)
        context["clause"] = self.clauses
        return context

    def _above_clauses(self) -> Above | None:
        return self.above if self._collapsing else None

    @cached_property
    def above(self) -> Above | None:
        """The agreement that this one is made under, where this is an agreement in the layout for that."""
        subject = self.subject
        parent = overarching(subject.agreement, subject.workspace)
        if parent is None or subject.kind != "dsa" or subject.layout != TIER_2 or self.library.is_marked:
            return None
        composer = _Composer(
            replace(subject, agreement=parent, findings=(), layout=layout_of(parent, subject.workspace)), self.library
        )
        article = composer.compose().tree.root
        self.world.reads.include(composer.world.reads)
        clauses = {key: bare(markup) for key, markup in composer.clauses.written.items()}
        return Above(parent, dict(composer.rendered), clauses, identify(article), composer.world.reads)

    def _agreement_section(self, identifier: Any) -> str:
        """Say a section of the agreement, for a document that is not the agreement: `section 9 (Access …)`.

        An id that is no section is said as it is: `DOC-SECTION` reports it.
        """
        outline = self._agreement_outline()
        found = (place for place in outline.numbered_sections() if place.section.id == str(identifier))
        place = next(found, None)
        return str(identifier) if place is None else _said(place, outline)

    def _agreement_outline(self) -> Outline:
        """Give the order of the agreement, whatever document this is."""
        return self.library.outline("dsa", layout_of(self.subject.agreement, self.subject.workspace))

    def compose(self) -> Composition:
        cover = self._render(self.outline.id + ".cover", self._title(), "none", self.outline.cover)
        early = {section.id: self._parsed(section) for section in self.outline.each() if section.file not in _LATE}
        gaps = [mark for element in (parse_cover(cover), *early.values()) for mark in element.iter("mark")]
        late: dict[str, Any] = {"terms": terms_used(self.library.glossary, early.values()), "gaps": []}
        if self.subject.draft and (gaps or self.subject.blocking):
            late["front"] = {"gaps": _listed(gaps), "elsewhere": self._elsewhere(gaps)}
        sections: list[_Element] = []
        for section in self.outline.sections:
            parts = [part for each in section.parts for part in self._placed(each, early, late)]
            sections += [chapter(section, parts)] if section.parts else self._placed(section, early, late)
        for section_element in sections:
            self._redirect(section_element)
        article = assemble(self.outline, LANGUAGE, cover, sections)
        mark = fingerprint(article)
        if self.outline.sections[-1].file == "colophon.html":
            article.append(self._colophon(article, mark))
        return Composition(DocumentTree(article, self._properties()), mark, self.world.reads)

    def _redirect(self, section: _Element) -> None:
        """Let each link to what is not printed here go to the line that says where it is, or say that it is none."""
        for link in section.iter("a"):
            target = link.get("href", "").removeprefix("#")
            if target in self._moved:
                link.set("href", f"#{self._moved[target]}")
            missing = next(
                (key for key in self.outline.left_out if target == key or target.startswith(f"{key}.")), None
            )
            if missing is not None:
                whole = {each.id: each.title for each in self.library.outline(self.subject.kind).each()}
                link.tag = "span"
                del link.attrib["href"]
                link.text = f"“{whole[missing]}”, which this document leaves out"

    def _placed(
        self, section: OutlineSection, early: Mapping[str, _Element], late: Mapping[str, Any]
    ) -> list[_Element]:
        """Give a section, or nothing where it is the sheet of what is to be done and nothing is."""
        if section.id in early:
            return [early[section.id]]
        if section.file == "front-sheet.html":
            return [self._parsed(section, {**late, **late["front"]})] if "front" in late else []
        return [self._parsed(section, late)] if section.file == "glossary.html" else []

    def _elsewhere(self, gaps: Sequence[_Element]) -> list[Finding]:
        """Give the findings that no mark in this document shows, those that say the same once."""
        shown = {data.get("value") for mark in gaps for data in mark.iter("data")}
        left = [finding for finding in self.subject.blocking if finding.path not in shown]
        return list({(finding.rule, finding.message): finding for finding in left}.values())

    def _colophon(self, article: _Element, mark: str) -> _Element:
        section = self.outline.sections[-1]
        cited = [self.world.catalogue.gateway(key) for key in gateways_in(article)]
        extra = {
            "fingerprint": " ".join(mark[start : start + 4] for start in range(0, 32, 4)),
            "cited": _by_day(sorted((str(record.citation), _checked(record)) for record in cited)),
            "template_set": self.library.template_set,
        }
        element = self._parsed(section, extra)
        element[0].tag = "h2"
        element.set("data-numbering", "none")
        return element

    def _title(self) -> str:
        return str(self._run(f"{self.subject.kind}/outline.yaml", self.outline.title, {}))

    def _parsed(self, section: OutlineSection, extra: Mapping[str, Any] | None = None) -> _Element:
        """Render and read a section. Where it cannot be read, render it again with marks, to find the line."""
        try:
            return parse_section(self._section(section, extra))
        except TemplateProblem as problem:
            if self.library.is_marked or problem.line is None:
                raise
            again = _Composer(self.subject, self.library.marked())
            raise again.located(section, extra, problem) from None

    def located(
        self, section: OutlineSection, extra: Mapping[str, Any] | None, problem: TemplateProblem
    ) -> TemplateProblem:
        """Give a problem with the template, and the line of it, that wrote what is wrong."""
        rendered = self._section(section, extra)
        try:
            parse_section(replace(rendered, markup=without_marks(rendered.markup)))
        except TemplateProblem as found:
            lines = lines_of(rendered.markup)
            if found.line is not None and found.line <= len(lines) and lines[found.line - 1][0]:
                file, line = self.library.place(*lines[found.line - 1])
                return TemplateProblem(file, problem.reason, line)
        return TemplateProblem(problem.template, problem.reason)

    def _section(self, section: OutlineSection, extra: Mapping[str, Any] | None = None) -> Rendered:
        file = str(section.file)
        part = self._render(section.id, section.title, section.numbering, file, extra or {}, section.new_page)
        self.rendered[section.id] = part.markup
        if self.above is not None and self.above.same_section(section.id, part.markup):
            self._moved |= dict.fromkeys(ids_in(part.markup), section.id)
            return replace(part, markup=str(self.above.pointer_to_section(section.id)))
        if self.above is not None:
            self._collapsing = True
            part = self._render(section.id, section.title, section.numbering, file, extra or {}, section.new_page)
            self._collapsing = False
            same = self.above.same_parts(section.id, self.rendered[section.id])
            part = replace(part, markup=self.above.with_pointers(part.markup, same))
            self._moved |= self.clauses.moved
            for key, markup in same.items():
                self._moved |= {each: key for each in ids_in(markup) if each != key}
        return replace(part, landscape=section.landscape)

    def _render(
        self,
        identifier: str,
        title: str,
        numbering: str,
        file: str,
        extra: Mapping[str, Any] | None = None,
        new_page: bool = False,
    ) -> Rendered:
        name = f"shared/{file}" if file in _LATE else f"{self.subject.kind}/{file}"
        self.world.reads.note(f"templates/{name}", "")
        return Rendered(identifier, title, numbering, new_page, name, self._run(name, None, extra or {}))

    def _run(self, name: str, text: str | None, extra: Mapping[str, Any]) -> str:
        environment = self.library.environment
        try:
            environment.budget = Budget()
            template = environment.get_template(name) if text is None else self.library.text_template(text, name)
            return template.render({**self.context, **extra})
        except FAULTS as error:
            file, line = self.library.place(*where(error, name, self.library.folders))
            raise TemplateProblem(file, say(error), line) from error

    def _short_title(self) -> str:
        """Say what document this is, and of which agreement where one running line has room for it."""
        agreement = self.subject.agreement
        whole = f"{self.outline.name}: {agreement.title}"
        room = _RUNNING_LINE - len(agreement.reference) - (_DRAFT if self.subject.draft else 0)
        return whole if len(whole) <= room else self.outline.name

    def _properties(self) -> Properties:
        subject, agreement = self.subject, self.subject.agreement
        lead = subject.workspace.parties[subject.party or agreement.lead]
        title = Markup(self._title()).striptags()
        return Properties(
            kind=subject.kind,
            title=title,
            short_title=self._short_title(),
            reference=agreement.reference,
            version=agreement.current_version,
            status=self.library.labels.word("Status", agreement.status),
            draft=subject.draft,
            language=LANGUAGE,
            author=lead.name,
            date=agreement.version_date,
            marking=agreement.classification or subject.workspace.settings.house_style.classification,
            house=subject.house,
        )


def _by_day(cited: Sequence[tuple[str, str]]) -> list[tuple[str, list[str]]]:
    """Give the provisions of each day of checking together."""
    return [(group[0][1], [citation for citation, _ in group]) for group in alike(cited, lambda each: each[1])]


def _checked(record: Gateway) -> str:
    """Say when a record was checked, and who confirmed since then that its law has begun."""
    day, confirmed = say_date(record.checked_on), record.confirmation
    if confirmed is None:
        return day
    return f"{day}; confirmed in force on {say_date(confirmed.confirmed_on)}"


def _said(place: Numbered, outline: Outline) -> str:
    title = place.section.title
    if place.numbering == "none":
        return title
    label, prefix = labels(place.numbering, place.count, letters=outline.appendices == "letters")
    if place.part is None:
        return f"section {label} ({title})" if place.numbering == "section" else f"{label} ({title})"
    return f"section {prefix}.{place.part} ({title})"


def _listed(marks: Sequence[_Element]) -> list[dict[str, str]]:
    """Give each gap once, with the section that it first stands in."""
    first: dict[str, _Element] = {}
    for mark in marks:
        for data in mark.iter("data"):
            first.setdefault(str(data.get("value")), mark)
    return [_gap(mark) for mark in first.values()]


def _gap(mark: _Element) -> dict[str, str]:
    """Give what is asked for, and the section that asks; the cover is no section."""
    asked = words_of(mark).removeprefix("To be completed: ")
    section = next((str(holder.get("id")) for holder in mark.iterancestors("section")), "")
    return {"ask": asked[:1].upper() + asked[1:], "section": section}
