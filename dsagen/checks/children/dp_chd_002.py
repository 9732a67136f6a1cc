"""Children can follow the words that are written for them.

The target is a child of nine: sentences of 15 words or fewer, no word of four syllables, and no term of data
protection. It is looked for in every `child_plain` and in `child_roles`. `build` also measures each notice as a whole:
its sentences, its grade and its length of at most 300 words.

Wrong: a sentence is long.

```yaml
purposes:
  protect-child:
    child_plain: >-
    ^
      The council can look at what the school has told it and then decide with you whether you and your family would
      like some help.
```

Wrong: the words are hard.

```yaml
purposes:
  protect-child:
    child_plain: Practitioners undertake multidisciplinary safeguarding assessments regarding vulnerability.
    ^
```

Wrong: a term of data protection.

```yaml
purposes:
  protect-child:
    child_plain: The council is a controller. It can help you.
    ^
```

Right:

```yaml
purposes:
  protect-child:
    child_plain: The council can find out if you are safe. Then it can help.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.reading import TARGETS, hard_words, passages, words_in, words_not_for_children
from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Case
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-CHD-002",
    title="The children's notice is too hard",
    severity="warning",
    authority="UK GDPR Article 12(1); guidance of the regulator on children",
    why="A notice that a child cannot follow does not tell the child anything. No reading age is set by law.",
    fix="Use shorter sentences and everyday words. Read it to a child, and ask what it says.",
    false_positives="A long word that children know well, such as the name of a game. Accept the finding there.",
)

_TARGET = TARGETS["children"]
_HARD = 4
"""Syllables. Most words that children of seven to eleven use have three or fewer."""


def check(case: Case) -> Iterator[Found]:
    """Find words for children with a long sentence, with hard words, or with a term of data protection."""
    for path, words in _texts(case):
        sentences = passages(words)
        terms = words_not_for_children(words)
        longest = max((len(words_in(sentence)) for sentence in sentences), default=0)
        if terms:
            yield Found(path, f"A notice for children does not say “{terms[0]}”.")
        elif longest > _TARGET.longest:
            yield Found(path, f"A sentence for children has {longest} words. {_TARGET.longest} is the most.")
        else:
            hard = [word for sentence in sentences for word in hard_words(sentence, _HARD)]
            if hard:
                yield Found(path, f"“{hard[0]}” is a hard word for children.")


def _texts(case: Case) -> Iterator[tuple[str, str]]:
    """Give every text that is written for children, with its path."""
    for purpose in case.purposes:
        yield from _own(purpose.path, purpose.purpose.child_plain)
    for party in case.parties:
        yield from _own(party.path, party.party.child_plain)
    fields = {
        join_path("datasets", flow.flow.dataset, "fields", item.key): item.field.child_plain
        for flow in case.flows
        for item in flow.items
    }
    groups = {join_path("people", key): group.child_plain for flow in case.flows for key, group in flow.people.items()}
    kept = {
        join_path(flow.path, "retention", party): retention.child_plain
        for flow in case.flows
        for party, retention in flow.flow.retention.items()
    }
    for path, words in (fields | groups | kept).items():
        yield from _own(path, words)
    for role, words in case.agreement.transparency.child_roles.items():
        yield join_path(case.path, "transparency", "child_roles", role), words


def _own(path: str, words: str | None) -> Iterator[tuple[str, str]]:
    if words is not None:
        yield join_path(path, "child_plain"), words
