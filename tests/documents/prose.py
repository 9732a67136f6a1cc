"""A lint for our own prose: what templates and standard clauses say in words of ours, whatever the facts are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ruamel.yaml import YAML

from dsagen.sentences import sentences

__all__ = ["LONGEST", "Fault", "faults", "texts_of"]

LONGEST = 30
"""Words in a sentence. A value counts as one word, because nobody knows how long it is."""
_FILLER = re.compile(
    r"\b(in order to|please note|it is important|as appropriate|as necessary|where appropriate|etc\b|and/or|shall"
    r"|utili[sz]e|in respect of|in relation to|robust|appropriate measures|at all times|due to the fact|prior to"
    r"|including but not limited)\b",
    re.IGNORECASE,
)
_OVERSTATED = re.compile(
    r"\bmust (share|disclose|tell the (council|school|police))\b|\bis (entitled|obliged) to\b", re.I
)
"""A power is said with `may`. Only a provision says who must share, and it says so in its own record."""
_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
_VALUE = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_CHOICE = re.compile(r"\{%.*?%\}", re.DOTALL)
_MARK = re.compile(r"<[^>]+>")
_BLOCK = re.compile(
    r"<(p|li|td|th|caption|heading)\b[^>]*>((?:(?!<(?:p|li|td|ul|ol)\b).)*?)(?=</?(?:p|li|td|th|ul|ol|caption|heading)\b)",
    re.S,
)


@dataclass(frozen=True)
class Fault:
    """A sentence of ours that is too long, says nothing, or says too much."""

    file: str
    kind: str
    words: str


def texts_of(file: Path) -> Iterator[str]:
    """Give each piece of prose in a template or in a clause, with `X` for each value."""
    content = file.read_text("utf-8")
    if file.suffix == ".yaml":
        for text in YAML(typ="safe").load(content)["text"].values():
            yield from _blocks(text if text.lstrip().startswith("<") else f"<p>{text}</p>")
    else:
        yield from _blocks(content)


def _blocks(markup: str) -> Iterator[str]:
    plain = _CHOICE.sub(" ", _VALUE.sub("X", _COMMENT.sub("", markup)))
    for _, held in _BLOCK.findall(plain):
        words = " ".join(_MARK.sub(" ", held).split())
        if words:
            yield words


def faults(file: Path, name: str) -> Iterator[Fault]:
    """Find what is wrong with the prose of a template or clause."""
    for text in texts_of(file):
        for sentence in sentences(text):
            if len(sentence.split()) > LONGEST:
                yield Fault(name, "long", sentence)
        for kind, pattern in (("filler", _FILLER), ("overstated", _OVERSTATED)):
            for found in pattern.finditer(text):
                yield Fault(name, kind, text[max(0, found.start() - 30) : found.end() + 30])
