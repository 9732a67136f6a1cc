"""The law that is cited was checked not long ago.

Each record of a gateway has the day on which someone last checked it. After a year without a check, nobody knows
whether the provision still says what the record says. One finding speaks for all old records that the agreement cites:
it points at the oldest.

Wrong: the records were last checked more than a year ago.

```yaml
# as at 2028-02-01
flows:
  F01:
    bases:
      surgery:
        gateways: [nhs-act-2006-s84]
                   ^
```

Right: on the day of the version they are fresh.

```yaml
flows:
  F01:
    bases:
      surgery:
        gateways: [nhs-act-2006-s84]
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Case, Citation
from dsagen.law.gateway import Gateway

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-REV-004",
    title="Legal references may be out of date",
    severity="warning",
    authority="Good practice: a record of the law counts as checked for a limited time",
    why="Acts are amended and begin on days that few notice. A record that nobody looks at again misleads.",
    fix=(
        "Update dsagen. Where its records are still as old, have legal services read the provision again, and replace "
        "the record in the workspace's `law/` folder."
    ),
    false_positives="A provision that someone has read again since. Accept the finding with the day and the role.",
)


def check(case: Case) -> Iterator[Found]:
    """Find gateways that the agreement cites and that were last checked too long ago."""
    facts = case.law.dated_facts
    stale: dict[str, Citation] = {}
    for citation in case.citations:
        if facts.is_stale(_checked_on(citation.gateway), case.as_at):
            stale.setdefault(citation.key, citation)
    if not stale:
        return
    oldest = min(stale.values(), key=lambda citation: _checked_on(citation.gateway))
    others = len(stale) - 1
    more = f" So were {others} others that the agreement cites." if others > 1 else ""
    more = " So was one other that the agreement cites." if others == 1 else more
    yield Found(
        oldest.path,
        f"{oldest.called} was last checked on {_checked_on(oldest.gateway)}, more than {facts.max_age_days} days ago."
        f"{more}",
    )


def _checked_on(gateway: Gateway) -> date:
    """Give the day of the last check: the record's, or that of the workspace's confirmation."""
    confirmation = gateway.confirmation
    return max(gateway.checked_on, confirmation.confirmed_on) if confirmation is not None else gateway.checked_on
