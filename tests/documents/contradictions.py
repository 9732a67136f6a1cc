"""The hunt for contradictions: every fact that several documents state, by its source, in each form that is printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml.etree import _Element

from dsagen.documents.tree import words_of

__all__ = ["FORMS", "Contradiction", "contradictions", "hard_coded"]

FORMS: tuple[tuple[str, int, str], ...] = (
    (r"agreements/[^/]+/(flows/[^/]+/)?left_out/[^/]+", 2, "the thing, and why it is left out"),
    (r"agreements/[^/]+/not_told/[^/]+", 2, "who is not told, and why"),
    (r"agreements/[^/]+/purposes/[^/]+/necessity/alternatives/[^/]+", 2, "the way, and why it was not chosen"),
    (r"agreements/[^/]+/assessment/risks/[^/]+/(residual_)?likelihood", 2, "how likely, and the level that follows"),
    (r"agreements/[^/]+/assessment/screening/[^/]+", 2, "the answer, and the fact behind it"),
    (r"agreements/[^/]+/assessment/no_risk_of/[^/]+", 2, "the feared event, and why no risk answers it"),
    (r"agreements/[^/]+/assessment/children", 20, "rights without effect, each by its article"),
    (r"agreements/[^/]+/purposes/[^/]+", 2, "the two ways of sharing that it uses"),
    (r"agreements/[^/]+/flows", 9, "each stage, and what the flows carry together"),
    (r"agreements/[^/]+", 40, "what the structure answers about the whole agreement"),
    (r"datasets/[^/]+/fields/[^/]+/special", 6, "each category, with and without its class"),
    (r"law/gateways/[^/]+/periods", 3, "the state, the day, and the day with `from`"),
    (r"law/gateways/[^/]+/nation", 4, "each nation"),
)
"""Sources whose words have several forms: the pattern, how many forms there are at most, and what they are."""

_FINDINGS = frozenset({"dpia.12"})
"""Sections that say what was found about a fact, under the source of the fact, and not the fact itself."""
_PERIOD = re.compile(
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|twenty|thirty)"
    r" (?:working |school )?(?:hour|day|week|month|year)s?\b"
    r"|\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Contradiction:
    """A fact that is printed in forms that do not agree."""

    source: str
    forms: Mapping[str, tuple[str, ...]]
    """Each form, with the documents that print it."""


def contradictions(trees: Mapping[str, _Element]) -> Iterator[Contradiction]:
    """Find facts of an agreement that its documents print in more forms than there are. `trees` are named."""
    found: dict[str, dict[str, list[str]]] = {}
    for name, root in trees.items():
        for source, words in _stated(root):
            forms = found.setdefault(source, {}).setdefault(_plain(words), [])
            if name not in forms:
                forms.append(name)
    for source, printed in found.items():
        most = next((count for pattern, count, _ in FORMS if re.fullmatch(pattern, source)), 1)
        if len(printed) > most:
            yield Contradiction(source, {form: tuple(names) for form, names in printed.items()})


def _stated(root: _Element) -> Iterator[tuple[str, str]]:
    """Give each fact with its words. What goes on in the next paragraph or item is one fact."""
    held: tuple[str, str] | None = None
    last: _Element | None = None
    for data in root.iter("data"):
        if any(str(section.get("id")) in _FINDINGS for section in data.iterancestors("section")):
            continue
        source, words = str(data.get("value")), words_of(data)
        if (
            held is not None
            and held[0] == source
            and not _plain(held[1]).endswith(_plain(words))
            and _goes_on(last, data)
        ):
            held = (source, f"{held[1]} {words}")
        else:
            yield from [held] if held is not None else []
            held = (source, words)
        last = data
    yield from [held] if held is not None else []


def _goes_on(before: _Element | None, data: _Element) -> bool:
    """Tell whether a fact stands alone in a block, right after the block in which the one before it stands alone."""
    first, second = (None if each is None else each.getparent() for each in (before, data))
    if first is None or second is None or len(first) != 1 or len(second) != 1 or first.tag not in ("p", "li"):
        return False
    return first.getnext() is second or (second.tag == "li" and first.tag in ("p", "li"))


def _plain(words: str) -> str:
    """Leave out what a sentence adds to a fact: the capital letter, the full stop and the spaces."""
    folded = re.sub(r"\s+", " ", words).strip().rstrip(".")
    return folded[:1].lower() + folded[1:]


def hard_coded(root: _Element) -> Iterator[tuple[str, str]]:
    """Find periods and dates that are written into a template, and so come from no fact: the section and the words."""
    for section in root:
        identifier = str(section.get("id"))
        if identifier.endswith(".colophon"):
            continue
        for block in section.iter("p", "li", "td", "th", "caption", "heading", "h2", "h3", "h4", "h5"):
            for period in _PERIOD.findall(_fixed(block)):
                yield identifier, period


def _fixed(block: _Element) -> str:
    """Give the words of a block that come from no fact."""
    parts = [block.text or ""] if block.tag != "data" else [" ¤ "]
    for child in block:
        parts += [_fixed(child) if child.tag != "data" else " ¤ ", child.tail or ""]
    return re.sub(r"\s+", " ", "".join(parts))
