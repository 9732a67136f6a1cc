"""The sandbox in which templates run: they may choose, loop and join, and nothing more."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined, nodes
from jinja2.exceptions import SecurityError
from jinja2.ext import Extension
from jinja2.runtime import Undefined, markup_join
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from dsagen.documents.budget import LONGEST, Budget
from dsagen.documents.told import Absent, Missing, Told, led, reworded, within
from dsagen.documents.views.alike import by_party

__all__ = ["TemplateEnvironment"]

_FILTERS = frozenset(
    {"count", "first", "join", "last", "length", "list", "map", "reject", "rejectattr", "select", "selectattr"}
)
"""The filters that keep words and their source together. Filters that rewrite words are not there."""
_GLOBALS = frozenset({"range", "dict", "namespace", "joiner", "cycler"})
"""What templates can call. `lipsum` is not there: its words are another set each time."""

_DATA = re.compile(r'<data value="[^"]*">|</data>')
_GUARDED = (Told, Missing, Absent)
_LARGEST = 1_000_000
"""The largest number that is multiplied."""


class TemplateEnvironment(ImmutableSandboxedEnvironment):
    """A sandbox with strict undefined names and autoescape, over the workspace's templates and then the bundled ones.

    Why: a template writes a legal document. A name that does not exist, a filter that loses a fact's source, or
    words that carry markup must stop the document, never slip into it. So must a template that never ends.
    """

    intercepted_binops = frozenset({"+", "%", "*", "**"})

    def __init__(self, folders: Sequence[Path], extensions: Sequence[type[Extension]] = ()) -> None:
        super().__init__(
            loader=FileSystemLoader([str(folder) for folder in folders]),
            undefined=StrictUndefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=self._words,
            extensions=extensions,
        )
        self.budget = Budget()
        self.globals = {name: value for name, value in self.globals.items() if name in _GLOBALS}
        self.filters = {name: function for name, function in self.filters.items() if name in _FILTERS}
        self.filters["bare"] = bare
        self.filters["capital"] = partial(reworded, stop=False)
        self.filters["sentence"] = partial(reworded, stop=True)
        self.filters["small"] = partial(reworded, stop=False, capital=False)
        self.filters["within"] = within
        self.filters["led"] = led
        self.filters["by_party"] = by_party
        self.filters["_counted"] = self._counted
        self.filters["_joined"] = self._joined

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """Count the turns of every loop, and the length of what `~` joins."""
        template = super()._parse(source, name, filename)
        for loop in list(template.find_all(nodes.For)):
            loop.iter = nodes.Filter(loop.iter, "_counted", [], [], None, None, lineno=loop.lineno)
        for joined in list(template.find_all(nodes.Concat)):
            joined.nodes = [
                nodes.Filter(
                    nodes.List(joined.nodes, lineno=joined.lineno), "_joined", [], [], None, None, lineno=joined.lineno
                )
            ]
        return template

    def _counted(self, items: Iterable[Any]) -> Iterator[Any]:
        for item in items:
            self.budget.step()
            yield item

    def _joined(self, parts: Sequence[Any]) -> str:
        words = markup_join(parts)
        _refuse_longer(len(words))
        return words

    def _words(self, value: Any) -> Any:
        """Let words, whole numbers and gaps through to the page, and nothing else."""
        if isinstance(value, str):
            self.budget.write(len(value))
            return value
        if isinstance(value, (Missing, Absent, Undefined)) or (isinstance(value, int) and not isinstance(value, bool)):
            return value
        raise SecurityError(f"a {type(value).__name__} is not words: print one of its parts, or a word that it chooses")

    def call(self, context: Any, obj: Any, /, *arguments: Any, **named: Any) -> Any:
        """Call something, as one step."""
        self.budget.step()
        return super().call(context, obj, *arguments, **named)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Give only what a value says it can be asked: no string method, no inner part."""
        if isinstance(obj, _GUARDED) and attribute not in type(obj).OPEN:
            return self.unsafe_undefined(obj, attribute)
        if isinstance(obj, str) and not isinstance(obj, Told):
            return self.unsafe_undefined(obj, attribute)
        return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any | Undefined:
        """Refuse to take words apart."""
        if isinstance(obj, _GUARDED):
            return self.getattr(obj, str(argument))
        return super().getitem(obj, argument)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Refuse to do sums with words: `~` joins them and keeps their source. Refuse sums that grow without end."""
        if isinstance(left, _GUARDED) or isinstance(right, _GUARDED):
            raise SecurityError(f"`{operator}` loses where a fact came from: write `~`, or put the two side by side")
        if operator == "+":
            _refuse_longer(sum(len(side) for side in (left, right) if hasattr(side, "__len__")))
        elif operator == "**":
            raise SecurityError("`**` is not used: its results grow without end")
        elif not all(isinstance(side, int) and abs(side) <= _LARGEST for side in (left, right)):
            raise SecurityError(f"`{operator}` is for whole numbers up to {_LARGEST:,}")
        return super().call_binop(context, operator, left, right)


def _refuse_longer(length: int) -> None:
    if length > LONGEST:
        raise SecurityError(f"it joins more than {LONGEST:,} characters: look for words that are repeated")


def bare(value: Any) -> Markup:
    """Give words without their source, for an attribute: the id of a block, the description of a table."""
    return Markup(_DATA.sub("", str(escape(value))))
