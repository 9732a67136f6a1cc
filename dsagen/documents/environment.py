"""The sandbox in which templates run: they may choose, loop and join, and nothing more."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.exceptions import SecurityError
from jinja2.runtime import Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from dsagen.documents.told import Absent, Missing, Told, reworded

__all__ = ["TemplateEnvironment"]

_FILTERS = frozenset(
    {"count", "first", "join", "last", "length", "list", "map", "reject", "rejectattr", "select", "selectattr"}
)
"""The filters that keep words and their source together. Filters that rewrite words are not there."""

_DATA = re.compile(r'<data value="[^"]*">|</data>')
_GUARDED = (Told, Missing, Absent)


class TemplateEnvironment(ImmutableSandboxedEnvironment):
    """A sandbox with strict undefined names and autoescape, over the workspace's templates and then the bundled ones.

    Why: a template writes a legal document. A name that does not exist, a filter that loses a fact's source, or
    words that carry markup must stop the document, never slip into it.
    """

    intercepted_binops = frozenset({"+", "%", "*"})

    def __init__(self, folders: Sequence[Path]) -> None:
        super().__init__(
            loader=FileSystemLoader([str(folder) for folder in folders]),
            undefined=StrictUndefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.filters = {name: function for name, function in self.filters.items() if name in _FILTERS}
        self.filters["bare"] = bare
        self.filters["capital"] = partial(reworded, stop=False)
        self.filters["sentence"] = partial(reworded, stop=True)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Give only what a value says it can be asked: no string method, no inner part."""
        if isinstance(obj, _GUARDED) and attribute not in type(obj).OPEN:
            return self.unsafe_undefined(obj, attribute)
        return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any | Undefined:
        """Refuse to take words apart."""
        if isinstance(obj, _GUARDED):
            return self.getattr(obj, str(argument))
        return super().getitem(obj, argument)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Refuse to do sums with words: `~` joins them and keeps their source."""
        if isinstance(left, _GUARDED) or isinstance(right, _GUARDED):
            raise SecurityError(f"`{operator}` loses where a fact came from: write `~`, or put the two side by side")
        return super().call_binop(context, operator, left, right)


def bare(value: Any) -> Markup:
    """Give words without their source, for an attribute: the id of a block, the description of a table."""
    return Markup(_DATA.sub("", str(escape(value))))
