"""Joint controllers publish the essence of their arrangement.

People must be able to read, in plain words, which of the joint controllers does what.

Wrong: the parties are joint controllers, and nothing is written for the public.

```yaml
form: joint_controllers
essence:
^
```

Right: two sentences for the public.

```yaml
form: joint_controllers
essence: The council answers requests from people. Each party keeps its own copy safe.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Case
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DOC-040",
    title="Joint controllers without a public summary of their arrangement",
    severity="warning",
    authority="UK GDPR Article 26(2)",
    why="Article 26(2) makes the essence of the arrangement available to the people concerned.",
    fix="Write in `essence` what the public should know: who does what, and whom to ask.",
    false_positives="None is known.",
)


def check(case: Case) -> Iterator[Found]:
    """Find joint controllers whose arrangement has no summary for the public."""
    if case.agreement.form == "joint_controllers" and not case.agreement.essence:
        yield Found(
            join_path(case.path, "essence"), "Nothing tells the public how the joint controllers divide their duties."
        )
