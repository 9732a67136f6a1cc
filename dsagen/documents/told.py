"""Values as templates see them: words that know where they came from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NoReturn, Self

from markupsafe import Markup, escape

from dsagen.documents.narrative import narrative_markup

__all__ = ["Absent", "Missing", "Narrated", "Told", "led", "reworded", "within"]


class Told(str):
    """Formatted words with the id of their source.

    Autoescape calls `__html__`, so every `{{ value }}` in a template writes where it came from. `value` is what
    the words were made from, for a template that has to choose: `{% if agreement.form.value == "joint_controllers" %}`.
    """

    source: str
    value: Any
    OPEN = frozenset({"source", "value", "key"})
    """What a template may ask of it. String methods are refused, because they lose the source silently."""

    def __new__(cls, words: str, source: str, value: Any = None) -> Self:
        """Make words with their source."""
        told = super().__new__(cls, words)
        told.source = source
        told.value = words if value is None else value
        return told

    def __html__(self) -> Markup:
        return Markup(f'<data value="{escape(self.source)}">{escape(str(self))}</data>')

    def __bool__(self) -> bool:
        return self.value is not False and len(self) > 0

    def __getitem__(self, part: Any) -> str:
        raise TypeError("the words of a fact cannot be taken apart: that would lose where they came from")

    def __iter__(self) -> NoReturn:
        raise TypeError("the words of a fact cannot be taken apart: that would lose where they came from")


class Narrated(Told):
    """Narrative: light Markdown that becomes paragraphs and lists, each with its source."""

    def __html__(self) -> Markup:
        return narrative_markup(str(self), self.source)


class Missing:
    """A value that the document needs and nobody has written yet. It is false, and prints as a visible gap."""

    OPEN = frozenset({"source", "ask"})

    def __init__(self, ask: str, source: str, *, block: bool) -> None:
        self.ask = ask
        self.source = source
        self._block = block

    def __html__(self) -> Markup:
        mark = Markup('<mark class="gap"><data value="{}">To be completed: {}</data></mark>').format(
            self.source, self.ask
        )
        return Markup("<p>{}</p>").format(mark) if self._block else mark

    def __str__(self) -> str:
        return str(self.__html__())

    def __bool__(self) -> bool:
        return False

    def __len__(self) -> int:
        return 0

    def __iter__(self) -> Iterator[Any]:
        return iter(())


class Absent:
    """A value that is not there and need not be. It is false, and refuses to be printed."""

    OPEN = frozenset({"source"})

    def __init__(self, source: str) -> None:
        self.source = source

    def __html__(self) -> Markup:
        raise ValueError(f"`{self.source}` is empty: ask whether it is there before printing it")

    def __str__(self) -> str:
        return str(self.__html__())

    def __bool__(self) -> bool:
        return False

    def __len__(self) -> int:
        return 0

    def __iter__(self) -> Iterator[Any]:
        return iter(())


def led(value: Any, label: str) -> Markup:
    """Give narrative whose first paragraph opens with a label in bold.

    Why: a label on a line of its own above each reason makes a table of reasons twice as long as it need be.
    """
    lead, blocks = Markup("<strong>{}</strong>").format(label), escape(value)
    if blocks.startswith("<p>"):
        return Markup("<p>{} {}").format(lead, blocks[len("<p>") :])
    return Markup("<p>{}</p>{}").format(lead, blocks)


def within(value: Any) -> Any:
    """Give words for the inside of a sentence: `the` and `a` at their front begin small. A name keeps its capital."""
    article = str(value).split(" ", 1)[0]
    return reworded(value, stop=False, capital=False) if article in ("The", "A", "An") else value


def reworded(value: Any, *, stop: bool, capital: bool = True) -> Any:
    """Give words with or without a capital letter and, where asked, a full stop. Anything else stays as it is."""
    if not isinstance(value, Told) or not str(value):
        return value
    words = str(value)
    end = "." if stop and words[-1] not in ".?!" else ""
    first = words[0].upper() if capital else words[0].lower()
    return type(value)(first + words[1:] + end, value.source, value.value)
