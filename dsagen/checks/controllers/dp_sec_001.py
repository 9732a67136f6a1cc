"""Information travels by a safe way.

Ordinary email, fax and loose memory sticks can be read, lost or sent to the wrong place. A letter with a whole file
in it can be opened by anyone at the address.

Wrong: the form goes by ordinary email.

```yaml
flows:
  F04:
    method: email
    ^
```

Wrong: a whole record goes by post.

```yaml
registers:
  datasets:
    incidents:
      fields:
        worry-code: {label: Whole report, kind: document, detail: record, meaning: At most two pages.}
flows:
  F04:
    method: post
    ^
```

Right: a portal, or email that is encrypted.

```yaml
flows:
  F04:
    method: secure_email
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import FlowSubject
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

_UNSAFE = {"email": "ordinary email", "fax": "fax", "removable_media": "a memory stick or disc"}

RULE = Rule(
    id="DP-SEC-001",
    title="The way of sending is not safe",
    severity="error",
    authority="UK GDPR Article 32",
    why="A child's address in the wrong mailbox cannot be called back.",
    fix=("Use a portal, a secure form or encrypted email. If email is encrypted, write `secure_email`."),
    false_positives=(
        "Ordinary email between domains that encrypt it on the way. Write `secure_email`, and say how in `security`."
    ),
)


def check(flow: FlowSubject) -> Iterator[Found]:
    """Find flows that are sent in a way that others can read, or that carry sensitive documents by post."""
    method = flow.flow.method
    place = join_path(flow.path, "method")
    if method in _UNSAFE:
        yield Found(place, f"{flow.key} is sent by {_UNSAFE[method]}, which others can read or lose.")
    elif method == "post" and (flow.special or flow.is_criminal or flow.is_confidential) and _has_documents(flow):
        yield Found(
            place,
            f"{flow.key} sends sensitive documents by post.",
            "Use a secure method, or tracked delivery to a named role, and say so in `security`.",
            severity="warning",
        )


def _has_documents(flow: FlowSubject) -> bool:
    return any(item.field.kind in ("document", "narrative") or item.field.detail == "record" for item in flow.items)
