"""A power cannot be described as a duty.

Where the law says that a body may share, the agreement says `may`. Staff who read `must` believe that they have no
choice, and stop weighing each case.

Wrong: section 10 lets the council share. The procedure tells staff that they must.

```yaml
flows:
  F02:
    procedure:
      - who: social worker
        does: must share the form with the school
        ^
```

Right: the words follow the law.

```yaml
flows:
  F02:
    procedure: [{who: social worker, does: may share the form with the school}]
```

Right: the attendance regulations require the return.

```yaml
flows:
  F03:
    procedure: [{who: school office manager, does: must send the return}]
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import FlowSubject
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

_DUTY = re.compile(
    r"\b(?:must|shall|(?:is|are) (?:required|obliged) to|ha(?:s|ve) a duty to)\s+(?!not\b|never\b)(?:\w+\s+){0,2}?"
    r"(?:share|disclose|send|report|supply|provide|pass|refer|tell|notify)\b"
    r"(?!\s+(?:the|a|each|every)?\s*(?:child|children|parents?|famil\w+|pupils?|person|people|patient)\b)",
    re.IGNORECASE,
)

RULE = Rule(
    id="DP-GW-010",
    title="A power is described as a duty",
    severity="advice",
    authority="UK GDPR Article 5(1)(a) and the gateway itself",
    why="Staff who think that they must share no longer ask whether they should.",
    fix="Write `may` where the law gives a power.",
    false_positives=(
        "A duty of someone else, or a duty under the agreement's own rules, in the same sentence. Say whose duty it is."
    ),
    unverified=True,
)


def check(flow: FlowSubject) -> Iterator[Found]:
    """Find words of duty in a flow that rests on powers alone."""
    discloser = flow.sides[0]
    powers = [citation for citation in discloser.citations if citation.is_power]
    if not powers or any(citation.effect in ("must", "must_if_asked") for citation in powers):
        return
    cited = " and ".join(dict.fromkeys(citation.called for citation in powers))
    for path, text in _texts(flow):
        found = _DUTY.search(text)
        if found:
            yield Found(path, f"`{found[0]}` describes a duty. {cited}: a power or a function, which leaves a choice.")


def _texts(flow: FlowSubject) -> Iterator[tuple[str, str]]:
    """Give the narratives that say what the discloser does."""
    whole, path = flow.flow, flow.path
    yield join_path(path, "title"), whole.title
    yield join_path(path, "trigger"), whole.trigger or ""
    for index, step in enumerate(whole.procedure):
        yield join_path(path, "procedure", str(index), "does"), step.does
    if whole.confidentiality is not None:
        yield join_path(path, "confidentiality", "reason"), whole.confidentiality.reason or ""
