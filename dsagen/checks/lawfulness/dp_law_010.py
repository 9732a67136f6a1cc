"""Answering a request rests on what the request says.

Paragraph 1 of Annex 1 lets a private body answer a body that says that it needs the information for its public task.
The condition turns on that statement, so who asked, when, and what was said are kept. Each case has a request of its
own, which carries the date. A feed, or a flow that happens once, answers one request, and its date is written here.

Wrong: there is no request.

```yaml
flows:
  F06:
    bases:
      friends:
      ^
        annex1: 1
```

Wrong: the request does not say for which task.

```yaml
flows:
  F06:
    bases:
      friends:
        annex1: 1
        request: {asked_by: council, recorded_in: case log}
        ^
```

Wrong: one request opens a weekly feed, and its date is not known.

```yaml
flows:
  F06:
    frequency: weekly
    bases:
      friends:
        annex1: 1
        request:
        ^
          asked_by: council
          recorded_in: case log
          statement: The council needs it for its enquiries under Children Act 1989 section 47(1).
```

Right:

```yaml
flows:
  F06:
    bases:
      friends:
        annex1: 1
        request:
          asked_by: council
          recorded_in: case log
          statement: The council needs it for its enquiries under Children Act 1989 section 47(1).
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Side
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-LAW-010",
    title="The request is not shown",
    severity="error",
    authority="UK GDPR Annex 1 paragraph 1",
    why="The condition is met by what the request states. Nobody can show that it was met where that is not kept.",
    fix="Write `request` with `asked_by`, `recorded_in`, the date in `on`, and in `statement` the task and its law.",
    false_positives="A statement that the request itself holds. Say in `statement` what it says.",
    yields_to=("DP-CTL-001", "DP-LE-001", "DP-LAW-002"),
)


def check(side: Side) -> Iterator[Found]:
    """Find paragraph 1 of Annex 1 without the request, its statement or its date."""
    basis = side.basis
    if basis is None or basis.regime == "part3" or basis.article6 != "ea" or basis.annex1 != 1:
        return
    path, who, key = join_path(side.path, "request"), side.party.called, side.flow.key
    request = basis.request
    if request is None:
        yield Found(path, f"{who} answers a request in {key}. Nothing says who asks, when, or what the request states.")
        return
    lacking = [] if request.statement is not None else ["what it says of the public task"]
    one_request = side.flow.flow.frequency not in ("per_case", "on_request")
    lacking += ["its date"] if request.on is None and one_request else []
    if lacking:
        yield Found(path, f"{who} answers a request in {key}. The request lacks {' and '.join(lacking)}.")
