"""One numbering: every heading, clause and list item gets its number once, and every format prints that number."""

from __future__ import annotations

from lxml.etree import _Element

__all__ = ["labels", "number"]

_DEPTHS = {1: "h2", 2: "h3", 3: "h4", 4: "h5"}


def number(article: _Element, *, first: int, numbered: bool, letters: bool = False) -> None:
    """Give every section, schedule, annex, clause and list item of a document its number, in place.

    Sections and clauses inside a section share one sequence: `5.1`, `5.2`. Schedules are `Schedule 1` with `S1.1`
    inside, annexes
    `Annex A` with `A.1` inside, appendices `Appendix 1` with `A1.1` inside, or `Appendix A` with `A.1` where they have
    `letters`. What stands in an unnumbered section has no number.
    """
    counts = {"section": first - 1, "schedule": 0, "annex": 0, "appendix": 0}
    for section in article.findall("section"):
        kind = section.get("data-numbering", "section")
        if not numbered:
            kind = "none"
        section.set("data-numbering", kind)
        label = prefix = ""
        if kind in counts:
            counts[kind] += 1
            label, prefix = labels(kind, counts[kind], letters=letters)
        _number_section(section, label, prefix, depth=1)
    for item in article.iter("ol"):
        _number_list(item)


def labels(kind: str, count: int, *, letters: bool) -> tuple[str, str]:
    """Give the label of a section of the article, and what the numbers inside it start with."""
    letter = chr(ord("A") + (count - 1) % 26) * ((count - 1) // 26 + 1)
    if kind == "schedule":
        return f"Schedule {count}", f"S{count}"
    if kind == "annex":
        return f"Annex {letter}", letter
    if kind == "appendix":
        return (f"Appendix {letter}", letter) if letters else (f"Appendix {count}", f"A{count}")
    return str(count), str(count)


def _number_section(section: _Element, label: str, prefix: str, depth: int) -> None:
    heading = section[0]
    heading.tag = _DEPTHS[depth]
    if label:
        section.set("data-number", label)
        heading.set("data-number", label)
    count = 0
    for block in list(section)[1:]:
        nested = block.tag == "section"
        if not nested and block.get("class") != "clause":
            continue
        count += 1
        below = f"{prefix}.{count}" if prefix else ""
        if nested:
            block.set("data-numbering", section.get("data-numbering", "section"))
            _number_section(block, below, below, depth + 1)
        elif below:
            block.set("data-number", below)


def _number_list(item: _Element) -> None:
    inner = any(ancestor.tag in ("ol", "ul") for ancestor in item.iterancestors())
    for position, entry in enumerate(item.findall("li")):
        entry.set("data-number", f"({_letters(position)})" if inner else f"{position + 1}.")


def _letters(position: int) -> str:
    """Give `a` to `z`, then `aa`, `bb` and so on, as Word counts."""
    return chr(ord("a") + position % 26) * (position // 26 + 1)
