"""What a group of people is: everyone, or people who are only connected to a child."""

from __future__ import annotations

import re

from dsagen.model.people import People

__all__ = ["is_connected", "is_everyone"]

_EVERYONE = re.compile(
    r"^\W*(all|every|any|each)\b (of |the |our |local |resident |school[- ]aged? )*"
    r"(child|children|pupils?|students?|young people|young person|babies|people|person|persons|residents?|adults?"
    r"|patients?|tenants?|families|family|parents?)\b",
    re.IGNORECASE,
)
_NARROWED = re.compile(
    r"\b(whose|whom|with|open|referrals?|referred|assess\w*|only|when|where|if|plan|plans|absent|missed|known|worr\w+"
    r"|concern\w*|suspect\w*|identified|eligible|at risk|risk|need|needs|harm\w*|named|agrees?|agreed|victims?)\b",
    re.IGNORECASE,
)
_CONNECTED = re.compile(
    r"\b(parents?|mothers?|fathers?|carers?|guardians?|siblings?|brothers?|sisters?|family|families|relatives?|relations?"
    r"|associates?|households?|partners?|grandparents?|friends?|neighbours?|linked adults?|adults? (at|in) .*home)\b",
    re.IGNORECASE,
)
_NOT_CONNECTED = re.compile(r"\byoung carers?\b", re.IGNORECASE)
_CHILD_CONNECTED = re.compile(r"\b(siblings?|brothers?|sisters?|friends?|associates?)\b", re.IGNORECASE)


def is_everyone(rule: str) -> bool:
    """Tell whether a rule for who is in a group leaves nobody out: `All children who live in the county`."""
    return _EVERYONE.search(rule) is not None and _NARROWED.search(rule) is None


def is_connected(group: People) -> bool:
    """Tell whether a group is there for a link to someone: parents, siblings, a household."""
    label = _NOT_CONNECTED.sub("", group.label)
    ages = group.age_range
    if ages is not None and ages[1] < 18:
        return _CHILD_CONNECTED.search(label) is not None
    return _CONNECTED.search(label) is not None
