"""The card of each flow is filled in.

A reader sees at one glance how often a flow happens, how it is sent, in which form and how soon.

Wrong: the form and the time are left out.

```yaml
flows:
  F01:
  ^
    format:
    timeliness:
```

Right: all rows are filled.

```yaml
flows:
  F01:
    format: web form without free text
    timeliness: within one working day
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import FlowSubject

__all__ = ["RULE", "check"]

_ROWS = ("frequency", "format", "timeliness", "onward")
"""Attributes that fill a row of the card. The others are gaps where they are missing."""

RULE = Rule(
    id="DOC-038",
    title="A row of the flow card is empty",
    severity="warning",
    authority="WASPI quality assurance",
    why="An empty row is the first thing that a quality assurer sends back.",
    fix="Fill in the attributes that the message names, or put them under `flow_defaults`.",
    false_positives="None is known.",
)


def check(flow: FlowSubject) -> Iterator[Found]:
    """Find flows that leave a row of their card empty, beside the rows that are gaps."""
    empty = [row for row in _ROWS if not getattr(flow.flow, row)]
    if empty:
        rows = ", ".join(f"`{row}`" for row in empty)
        yield Found(flow.path, f"{flow.key} leaves rows of its card empty: {rows}.")
