"""An acceptance holds for the facts that it was given for.

With `facts`, the fingerprint that `check` prints, an acceptance ends as soon as something that the rule read has
changed. Without it only the date ends it.

Wrong: the facts have changed since, so the acceptance no longer holds.

```yaml
consulted: []
accepted:
  - rule: DOC-011
    reason: The partners read it in the first month.
    by: senior information risk owner
    on: 2026-11-20
    until: 2027-05-01
    facts: "000000000000"
    ^
```

Wrong: it has no fingerprint. This is advice only.

```yaml
consulted: []
accepted:
  - rule: DOC-011
    ^
    reason: The partners read it in the first month.
    by: senior information risk owner
    on: 2026-11-20
    until: 2027-05-01
```

Right: nothing is accepted, and nothing needs to be.

```yaml
accepted: []
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Accepted
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="ACC-FACTS",
    title="The facts behind an acceptance have changed, or are not named",
    severity="warning",
    authority="UK GDPR Article 5(2)",
    why="Someone accepted a finding for the facts of that day. Other facts may deserve another answer.",
    fix="Look at the finding again. If it is still acceptable, write the fingerprint that `check` prints.",
    false_positives="A change that does not matter to the reason. Write the new fingerprint.",
    yields_to=("ACC-RULE", "ACC-END", "ACC-UNUSED"),
)


def check(accepted: Accepted) -> Iterator[Found]:
    """Find an acceptance whose facts have changed, or that names none where one finding is meant."""
    acceptance = accepted.acceptance
    if not accepted.holds or not accepted.about:
        return
    now = [finding.facts for finding in accepted.about]
    if acceptance.facts is None and len(now) == 1:
        yield Found(
            accepted.path,
            f"The acceptance of {acceptance.rule} ends with its date only, whatever changes.",
            f'Add `facts: "{now[0]}"`, so that it ends when the facts change.',
            severity="advice",
        )
    elif acceptance.facts is None:
        yield Found(
            accepted.path,
            f"The acceptance of {acceptance.rule} covers {len(now)} findings, and ends with its date only.",
            "Give each finding an acceptance of its own, with `where` and the `facts` that `check` prints.",
            severity="advice",
        )
    elif acceptance.facts not in now:
        yield Found(
            join_path(accepted.path, "facts"),
            f"The facts behind the acceptance of {acceptance.rule} have changed, so it no longer holds.",
            f'Look again. If it is still acceptable, write `facts: "{now[0]}"`.',
        )
