"""A designated officer deals with allegations against staff, not with children's welfare.

The local authority designated officer is a role of statutory guidance. It is about adults who work or volunteer with
children. A worry about a child goes to children's social care. An agreement that sends it to the designated officer
sends it to the wrong desk, and no Act says that it may go nowhere else.

Wrong: the officer sees every worry.

```yaml
flows:
  F06:
    viewers:
      - front door social worker
      - LADO
        ^
```

Wrong: the form goes there.

```yaml
flows:
  F06:
    procedure:
      - who: safeguarding lead
        does: sends the form to the local authority designated officer
        ^
```

Right: the flow is about staff.

```yaml
purposes:
  protect-child: {kind: allegation_against_staff}
flows:
  F06:
    viewers: [LADO]
```

Right: the worry goes to the front door.

```yaml
flows:
  F06:
    viewers: [front door social worker]
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import FlowSubject, PartySubject
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

_OFFICER = re.compile(r"\b(?:LADOs?|(?:local authority )?designated officers?)\b", re.IGNORECASE)

RULE = Rule(
    id="TRAP-14",
    title="Ordinary concerns sent to a designated officer",
    severity="error",
    authority="Working Together to Safeguard Children, chapter on organisational responsibilities",
    why="The officer is for allegations against staff. A worry about a child that lands there may reach nobody.",
    fix="Send it to children's social care. Make a flow with the purpose `allegation_against_staff` for the officer.",
    false_positives="A body whose own title uses the words for another role. Accept it and say what the role is.",
)


def check(flow: FlowSubject) -> Iterator[Found]:
    """Find a designated officer who receives what is not about staff: as a party, a team, a viewer or in a step."""
    if "allegation_against_staff" in flow.kinds:
        return
    named = list(_receivers(flow)) or list(_steps(flow))
    for path, words in named:
        yield Found(path, f"`{words}` receives {flow.key}, which is not about an allegation against staff.")


def _receivers(flow: FlowSubject) -> Iterator[tuple[str, str]]:
    """Give the first place of each recipient that names the officer."""
    for index, recipient in enumerate(flow.recipients):
        places = _places(flow, index, recipient)
        yield from islice(((path, words) for path, words in places if _OFFICER.search(words)), 1)


def _places(flow: FlowSubject, index: int, recipient: PartySubject) -> Iterator[tuple[str, str]]:
    yield join_path(flow.path, "to", str(index)), recipient.party.name
    team = recipient.party.teams.get(flow.flow.teams.get(recipient.key, ""))
    if team is not None:
        yield join_path(flow.path, "teams", recipient.key), team.title
    for place, role in enumerate(flow.flow.viewers.get(recipient.key, [])):
        yield join_path(flow.path, "viewers", recipient.key, str(place)), role


def _steps(flow: FlowSubject) -> Iterator[tuple[str, str]]:
    for index, step in enumerate(flow.flow.procedure):
        for name, words in (("who", step.who), ("does", step.does)):
            found = _OFFICER.search(words)
            if found:
                yield join_path(flow.path, "procedure", str(index), name), found[0]
