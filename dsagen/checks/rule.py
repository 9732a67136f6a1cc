"""What a rule is, and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Literal

__all__ = ["Found", "Rule", "RuleSeverity", "WrittenRule"]

RuleSeverity = Literal["error", "warning", "advice"]
"""An error stops a final document. A warning is rendered with a note. Advice stands in the report alone."""


@dataclass(frozen=True)
class Rule:
    """What is known of a rule before it looks at anything: the head of its manual page."""

    id: str
    title: str
    """What is wrong where it finds something, in a few words: `A power is not a duty`."""
    severity: RuleSeverity
    authority: str
    """The statute, guidance or case that it stands on."""
    why: str
    """Why it matters, in a sentence or two that an information governance officer would use."""
    fix: str
    """How to mend it. A finding may say it more exactly."""
    false_positives: str
    """When it may be wrong to fire, and what to do then."""
    yields_to: tuple[str, ...] = ()
    """Rules whose finding about the same thing is the cause, so that this one is held back."""
    unverified: bool = False
    """Whether its authority is general knowledge or an inference, that nobody has checked against the text."""


@dataclass(frozen=True)
class Found:
    """One thing that a rule found."""

    path: str
    """The id of the value that it is about, such as `agreements/NYC-001/flows/F01/trigger`."""
    message: str
    fix: str = ""
    """How to mend it here, where that can be said more exactly than the rule says it."""
    severity: RuleSeverity | None = None
    """Another severity than the rule's own, where the law or the note grades it."""
    authority: str = ""
    """A closer authority than the rule's own."""
    unwritten: bool = False
    """Whether something is merely not written yet. While the agreement is a draft, that is a gap."""


@dataclass(frozen=True)
class WrittenRule:
    """A rule with its check and its manual page, as its module has them."""

    rule: Rule
    subject: type
    """What it looks at, one at a time: `Case`, `Flow`, `Side` and so on."""
    check: Callable[[Any], Iterable[Found]]
    group: str
    """The folder that it lives in."""
    page: str
    """Its manual page in Markdown: the docstring of its module."""
