"""Standard clauses: their words, with the values that a workspace sets."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from markupsafe import Markup

from dsagen.documents.library import Library
from dsagen.documents.marks import without_marks
from dsagen.documents.problems import NoSuchTemplate
from dsagen.documents.tier import Above
from dsagen.documents.told import Told
from dsagen.documents.views.base import World
from dsagen.workspace.paths import join_path
from dsagen.workspace.suggest import did_you_mean

__all__ = ["ClauseWriter"]

_ALWAYS_IN_FULL = frozenset({"emergency", "status"})
"""What every agreement prints, whatever it is made under."""


class ClauseWriter:
    """Write a standard clause into a section: `{{ clause("breach") }}`."""

    def __init__(
        self, library: Library, world: World, context: Mapping[str, Any], above: Callable[[], Above | None]
    ) -> None:
        """`above` gives the agreement whose clauses need not be printed again, or nothing."""
        self._library = library
        self._world = world
        self._context = context
        self._above = above
        self.written: dict[str, str] = {}
        """Every clause that was written, by block id."""
        self.moved: dict[str, str] = {}
        """Every clause that stands in the overarching agreement alone, with the block that says so."""

    def __call__(self, identifier: str) -> Markup:
        """Give the numbered clauses of a standard clause. One whose words come out empty does not apply and is
        left out.
        """
        try:
            clause = self._library.clause(identifier)
        except NoSuchTemplate:
            offer = did_you_mean(str(identifier), self._library.clause_ids(), "one of")
            raise ValueError(f"there is no standard clause `{identifier}`. {offer}") from None
        values = {
            name: self._value(identifier, name, parameter.default) for name, parameter in clause.parameters.items()
        }
        out: dict[str, str] = {}
        for key, text in clause.text.items():
            source = join_path("clauses", identifier, key)
            template = self._library.text_template(text, f"clauses/{identifier}.yaml#{key}")
            words = template.render({**self._context, **values}).strip()
            shown = without_marks(words).strip()
            self._world.reads.note(source, text)
            if shown:
                body = words if shown.startswith("<p>") else f'<p><data value="{source}">{words}</data></p>'
                out[join_path("clause." + identifier, key)] = body
        self.written |= out
        above = self._above() if identifier not in _ALWAYS_IN_FULL else None
        before = above.of_clauses(identifier, out) if above is not None else Markup("")
        if above is not None and before and above.same_clauses(out):
            self.moved |= dict.fromkeys(out, f"clause.{identifier}/above")
            return before
        whole = [f'<div class="clause" id="{key}">{body}</div>' for key, body in out.items()]
        return Markup("\n".join([before, *whole] if before else whole))

    def _value(self, identifier: str, name: str, default: str) -> Told:
        own = self._world.agreement.clauses.get(identifier, {}).get(name)
        if own is None:
            return self._world.told(default, join_path("clauses", identifier, "parameters", name))
        reference = self._world.agreement.reference
        return self._world.told(own, join_path("agreements", reference, "clauses", identifier, name))
