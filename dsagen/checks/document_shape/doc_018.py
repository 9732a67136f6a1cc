"""Every abbreviation is explained.

Readers outside the field do not know what letters stand for, and readers inside it may know two meanings.

Wrong: nobody outside knows these letters.

```yaml
flows:
  F04:
    trigger: A PPN1 is raised by the BCU after an incident.
    ^
```

Right: the words are written out.

```yaml
flows:
  F04:
    trigger: An officer attends an incident where a child lives.
```

Right: the letters follow the words that they stand for.

```yaml
flows:
  F04:
    trigger: The basic command unit (BCU) raises a notice. The BCU sends it.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Case

__all__ = ["RULE", "check"]

_CODES = frozenset({"registration", "reference", "email", "telephone", "address", "contract", "title", "contact"})
"""Attributes that hold a reference or an address rather than words."""
_LETTERS = re.compile(r"(?<![\w/.@-])(?=[A-Z0-9&]*[A-Z][A-Z0-9&]*[A-Z])[A-Z][A-Z0-9&]{1,7}s?(?![\w/@-])")
_CAPITALS = re.compile(r"[A-Z][A-Z0-9&]")
"""What each abbreviation begins with, and most texts have nowhere."""
_EXPLAINED = re.compile(r"\(([A-Z][A-Za-z0-9&]{1,8}?)s?\)")
_KNOWN = frozenset(
    [
        "UK",
        "GDPR",
        "NHS",
        "ICO",
        "DPIA",
        "DPO",
        "GP",
        "PDF",
        "HTML",
        "UPN",
        "SIRO",
        "ISO",
        "IEC",
        "CSV",
        "ID",
        "IT",
        "HR",
        "AM",
        "PM",
        "OFFICIAL",
        "SENSITIVE",
        "OK",
        "TV",
        "USB",
        "URL",
        "WASPI",
        "MI5",
        "EU",
        "UN",
        "USA",
        "BBC",
        "CCTV",
        "DNA",
        "HIV",
        "PO",
        "AND",
        "OR",
        "NOT",
    ]
)
"""Letters that readers know, or that the glossary and the clauses of the documents explain."""

RULE = Rule(
    id="DOC-018",
    title="An abbreviation is not explained",
    severity="error",
    authority="WASPI quality assurance; plain English",
    why="A document that its readers cannot read informs nobody.",
    fix=("Write the words out, or put the letters in brackets after the words where they first stand."),
    false_positives="A name that is written in capital letters. Explain it once in brackets.",
)


def check(case: Case) -> Iterator[Found]:
    """Find abbreviations that neither the texts nor the glossary of the documents explain, each once."""
    texts = [(text.path, text.words) for text in case.texts if text.path.rpartition("/")[2] not in _CODES]
    explained = {letters.upper() for _, words in texts if "(" in words for letters in _EXPLAINED.findall(words)}
    known = explained | _KNOWN | {term.upper() for term in case.terms} | _of_names(case)
    seen: set[str] = set()
    for path, words in texts:
        if not _CAPITALS.search(words):
            continue
        letters = [found for found in _LETTERS.findall(words) if _singular(found) not in known and found not in seen]
        seen.update(letters)
        if letters and not _is_shouted(words):
            listed = ", ".join(dict.fromkeys(letters))
            yield Found(path, f"What these letters stand for is not explained: {listed}.")


def _singular(letters: str) -> str:
    return letters.removesuffix("s").upper()


def _of_names(case: Case) -> set[str]:
    """Give the words of the names that the workspace uses, which need no explaining."""
    named = [party.name for party in case.workspace.parties.values()]
    named += [party.short_name or "" for party in case.workspace.parties.values()]
    named += [processor.name for processor in case.agreement.processors.values()]
    return {word for name in named for word in _words_of(name)}


@lru_cache(maxsize=4096)
def _words_of(name: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", name.upper()))


def _is_shouted(words: str) -> bool:
    """Tell whether a whole text is in capital letters, so that its words are not abbreviations."""
    found = re.findall(r"[A-Za-z]{2,}", words)
    return len(found) > 2 and all(word.isupper() for word in found)
