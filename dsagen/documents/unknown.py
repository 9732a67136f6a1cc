"""Names in an agreement that no clause and no section has, so that nothing that a person wrote is silently lost."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from dsagen.documents.layouts import SUPERSET
from dsagen.documents.library import Library
from dsagen.model.agreement import Agreement
from dsagen.model.finding import Finding
from dsagen.workspace.paths import join_path

__all__ = ["unknown_names"]


def unknown_names(agreement: Agreement, library: Library) -> Iterator[Finding]:
    """Find values for clauses or parameters, sections of measures, and layouts, that do not exist.

    Raise `TemplateProblem` where a clause or the agreement's outline cannot be read.
    """
    path = join_path("agreements", agreement.reference)
    yield from _in_clauses(agreement, path, library)
    yield from _in_measures(agreement, path, library)
    layouts = [SUPERSET, *library.layouts("dsa")]
    if agreement.layout is not None and agreement.layout not in layouts:
        message = f"there is no layout `{agreement.layout}`"
        yield _unknown("DOC-LAYOUT", agreement, join_path(path, "layout"), message, agreement.layout, layouts)


def _in_clauses(agreement: Agreement, path: str, library: Library) -> Iterator[Finding]:
    for identifier, values in agreement.clauses.items():
        where = join_path(path, "clauses", identifier)
        if identifier not in library.clause_ids():
            message = f"there is no standard clause `{identifier}`"
            yield _unknown("DOC-CLAUSE", agreement, where, message, identifier, library.clause_ids())
            continue
        parameters = list(library.clause(identifier).parameters)
        for name in values:
            if name not in parameters:
                message = f"the clause `{identifier}` has no value `{name}` to set"
                yield _unknown("DOC-CLAUSE", agreement, join_path(where, name), message, name, parameters)


def _in_measures(agreement: Agreement, path: str, library: Library) -> Iterator[Finding]:
    for key, measure in agreement.assessment.measures.items():
        if measure.section is None:
            continue
        sections = [section.id for section in library.outline("dsa").each()]
        if measure.section not in sections:
            where = join_path(path, "assessment", "measures", key, "section")
            message = f"the agreement has no section `{measure.section}`"
            yield _unknown("DOC-SECTION", agreement, where, message, measure.section, sections)


def _unknown(rule: str, agreement: Agreement, path: str, message: str, word: str, known: list[str]) -> Finding:
    close = get_close_matches(word, known, n=1)
    fix = f"Did you mean `{close[0]}`?" if close else f"Choose from: {', '.join(known) or 'none'}."
    return Finding(rule, "error", message, path, agreement.reference, fix=fix)
