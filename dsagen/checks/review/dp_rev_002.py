"""Each party has a role that signs, and signs this version.

A controller answers for what it agrees to. So the agreement names the role that signs for each party. Names are written
by hand on the page. Where the day of signing is recorded, it is not before the version: an older signature is for an
older text.

Wrong: nobody signs for the charity.

```yaml
signatories:
^
  friends: (taken away)
```

Wrong: nobody signs at all.

```yaml
signatories:
^
  instead: {}
```

Wrong: the school signed an earlier draft.

```yaml
signed:
  primary: 2026-11-02
  ^
```

Right:

```yaml
signed:
  primary: 2026-11-24
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Case
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-REV-002",
    title="Signature missing or stale",
    severity="error",
    authority="UK GDPR Article 5(2)",
    why="A party that has not signed this version has not agreed to it, and cannot show that it has.",
    fix="Give the role that signs in `signatories`, and have this version signed.",
    false_positives=(
        "A version that corrects a slip, and that the parties agreed need not be signed again. Record the day on which "
        "they agreed to that."
    ),
)


def check(case: Case) -> Iterator[Found]:
    """Find parties for which no role signs, and days of signing that come before the version."""
    agreement = case.agreement
    path = join_path(case.path, "signatories")
    unsigned = [party for party in case.parties if party.key not in agreement.signatories]
    if unsigned and len(unsigned) == len(case.parties):
        yield Found(path, "No role is named that signs for any party.")
    else:
        for party in unsigned:
            yield Found(join_path(path, party.key), f"No role is named that signs for {party.called}.")
    for party in case.parties:
        day = agreement.signed.get(party.key)
        if day is not None and day < agreement.version_date:
            yield Found(
                join_path(case.path, "signed", party.key),
                f"{party.called} signed on {day}. Version {agreement.current_version} is of {agreement.version_date}.",
            )
