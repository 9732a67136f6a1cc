"""A provision that the text cites is one that a flow relies on.

A list of every statute that comes to mind is no legal basis. A court asks which provision carries which disclosure.

Wrong: three Acts are named in a row, and no flow relies on two of them.

```yaml
purposes:
  offer-assessment:
    necessity:
      aim: >-
      ^
        To find young carers under Children Act 1989 section 17ZA, Care Act 2014 section 6 and Crime and Disorder Act
        1998 section 115.
```

Right: the one provision that the council relies on.

```yaml
purposes:
  offer-assessment:
    necessity:
      aim: To find young carers before a crisis, as Children Act 1989 section 17ZA expects.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Case
from dsagen.law.catalogue import Catalogue

__all__ = ["RULE", "check"]

_MANY = 3
"""So many provisions in one text make a list."""
_PROVISION = re.compile(
    r"\b([A-Z][a-z]+(?: (?:[A-Z][a-z]+|and|of|\(Wales\)))* \d{4}),? (?:s\.?|ss\.?|sections?) ?(\d+[A-Z]*)"
)
"""An Act with its year, and a section."""
_YEAR = re.compile(r"\d{4}")

RULE = Rule(
    id="DOC-006",
    title="A list of provisions that no flow relies on",
    severity="error",
    authority="What data protection officers and courts object to",
    why="Each provision must carry something. A list hides which one does, and whether any does.",
    fix=(
        "Keep the provisions that a flow cites among its gateways. Take the others out, or cite them where they belong."
    ),
    false_positives=(
        "A text that explains why provisions are not relied on. Fewer than three in one text are left alone."
    ),
)


def check(case: Case) -> Iterator[Found]:
    """Find a text that names three provisions or more of the catalogue, some of which no flow cites."""
    index = _index(case.law)
    cited = {citation.key for citation in case.citations}
    for text in case.texts:
        if not text.path.startswith(f"{case.path}/"):
            continue
        words = text.words
        if not _YEAR.search(words):
            continue
        named = [key for act, section in _PROVISION.findall(words) if (key := index.get(_name(act, section)))]
        unused = [key for key in dict.fromkeys(named) if not set(index_of(case.law, key)) & cited]
        if len(set(named)) >= _MANY and unused:
            listed = ", ".join(case.law.gateway(key).citation for key in unused)
            yield Found(text.path, f"This text cites provisions that no flow relies on: {listed}.")


def index_of(law: Catalogue, key: str) -> tuple[str, ...]:
    """Give the gateways that share the provision of one."""
    index = _index(law)
    names = [name for name, found in index.items() if found == key]
    return tuple({index[name] for name in names} | {key})


@cache
def _index(law: Catalogue) -> Mapping[str, str]:
    """Give the gateway of each Act and section that the catalogue cites."""
    return {
        _name(act, section): gateway.id
        for gateway in law.gateways.values()
        for act, section in _PROVISION.findall(gateway.citation)
    }


def _name(act: str, section: str) -> str:
    return f"{act.strip().lower()} {section.lower()}"
