"""Before a standing feed, asking in each case is considered.

A feed sends information again and again, whether or not anyone needs it that day. Often the recipient could ask when a
case arises. Where that would not do, the agreement says why: the delay that would follow, or the people who would be
missed. A feed that a law requires is not asked for this.

Wrong: a weekly feed, and nothing says why the council does not ask in each case.

```yaml
purposes:
  offer-assessment:
    necessity:
      alternatives:
      ^
        on_request: (taken away)
flows:
  F01:
    frequency: weekly
```

Wrong: the reason says nothing.

```yaml
purposes:
  offer-assessment:
    necessity:
      alternatives:
        on_request: Not suitable.
        ^
flows:
  F01:
    frequency: weekly
```

Right:

```yaml
purposes:
  offer-assessment:
    necessity:
      alternatives:
        on_request: The council does not know which child to ask about, so children would be missed.
flows:
  F01:
    frequency: weekly
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.necessity._why_not import gives_reason
from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import FlowSubject, PurposeSubject
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-NEC-005",
    title="A feed where a question may do",
    severity="warning",
    authority="Bank Mellat v HM Treasury (No 2) [2013] UKSC 39, third stage",
    why="A feed reaches people about whom nobody has a question. Asking in each case reaches only those who matter.",
    fix="Say under `alternatives`, as `on_request`, what delay or missed risk asking would bring. Or ask in each case.",
    false_positives="A law that fixes the feed and is not cited as the discloser's duty. Cite it, or give the reason.",
    yields_to=("DP-NEC-001",),
)


def check(purpose: PurposeSubject) -> Iterator[Found]:
    """Find a purpose with a routine feed that gives no reason why nobody asks in each case."""
    feeds = [flow.key for flow in purpose.flows if flow.is_routine and not _is_required(flow)]
    if not feeds:
        return
    reason = purpose.purpose.necessity.alternatives.get("on_request")
    if reason is None or not gives_reason(reason):
        yield Found(
            join_path(purpose.path, "necessity", "alternatives", "on_request"),
            f'{", ".join(feeds)} feeds "{purpose.purpose.title}". Nothing says why asking in each case would not do.',
        )


def _is_required(flow: FlowSubject) -> bool:
    """Tell whether a duty makes the discloser send it, asked or not."""
    discloser = flow.sides[0]
    return any(
        citation.is_live_duty and citation.gateway.effect == "must" and discloser.may_disclose(citation.gateway)
        for citation in discloser.citations
    )
