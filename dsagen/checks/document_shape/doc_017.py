"""The agreement names roles, and no people.

People change jobs. A name in a published agreement is personal data that nobody needs, and is soon wrong.

Wrong: the contact is a person.

```yaml
registers:
  parties:
    council:
      contact: {role: Mrs A. Example, email: ig@fernshire.example}
                ^
```

Wrong: so is the mailbox.

```yaml
registers:
  parties:
    council:
      contact: {role: information governance team, email: alex.example@fernshire.example}
                                                   ^
```

Right: a role and a team's mailbox.

```yaml
registers:
  parties:
    council:
      contact: {role: information governance team, email: ig@fernshire.example}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.names import looks_like_a_mailbox_of_one, looks_like_a_name
from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Text

__all__ = ["RULE", "check"]

_ROLES = frozenset(
    {"role", "author", "approver", "owner", "by", "decided_by", "who", "senior_owner", "asked_by", "group", "contact"}
)
"""Attributes that hold a role."""

RULE = Rule(
    id="DOC-017",
    title="A named person stands in the agreement",
    severity="warning",
    authority="UK GDPR Article 5(1)(c); publication practice",
    why="A published name must be withheld or kept up to date for ever.",
    fix=("Write the role, and a team's mailbox. Names are written by hand when the agreement is signed."),
    false_positives=(
        "A place or a body that reads like a name, or a team's mailbox of two words. Accept the finding there."
    ),
)


def check(text: Text) -> Iterator[Found]:
    """Find a person's name where a role belongs."""
    key = text.path.rpartition("/")[2]
    if key in _ROLES or _inside_roles(text.path):
        if looks_like_a_name(text.words):
            yield Found(text.path, f"“{text.words}” looks like a person's name.")
    elif key == "email" and looks_like_a_mailbox_of_one(text.words):
        yield Found(text.path, f"“{text.words}” looks like one person's mailbox.")


def _inside_roles(path: str) -> bool:
    holder = path.split("/")[-2:-1]
    return holder in (["signatories"], ["signatory_roles"]) or "/viewers/" in path
