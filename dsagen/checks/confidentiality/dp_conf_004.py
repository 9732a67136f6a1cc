"""A law lifts confidence only where it says so, or where it requires the disclosure.

Many powers to share are silent on confidence, and a bare power may not set it aside. Permission by law counts where the
cited provision says that the disclosure breaches no duty of confidence. Requirement by law counts where the discloser
has to disclose. A rule of confidentiality, such as the public interest, is no such provision.

Wrong: section 115 of the Crime and Disorder Act 1998 lets the council tell, and says nothing of confidence.

```yaml
flows:
  F05:
    confidentiality:
      instead:
        route: statutory_permission
        ^
```

Wrong: nothing that the council cites requires it to tell.

```yaml
flows:
  F05:
    confidentiality:
      instead:
        route: statutory_duty
        ^
```

Right: the serious violence duty says that a disclosure under it breaches no duty of confidence.

```yaml
purposes: {detect-crime: {kind: serious_violence}}
flows:
  F05:
    confidentiality: {instead: {route: statutory_permission}}
    bases:
      council: {gateways: [pcsca-2022-s16]}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Citation, FlowSubject
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-CONF-004",
    title="The law that is cited does not lift confidence",
    severity="error",
    authority="Common law duty of confidence",
    why="A power to share is no leave to break a confidence, unless Parliament said so.",
    fix="Cite a provision that lifts confidence or a duty to disclose, or choose another route.",
    false_positives=(
        "A provision whose clause on confidence was not read: the record says `silent`, and its page says what was "
        "read. Correct the record in the workspace's `law/gateways/`."
    ),
    unverified=True,
)

_LIFTS = frozenset({"yes", "within_limits"})
_DUTIES = frozenset({"must", "must_if_asked"})


def check(flow: FlowSubject) -> Iterator[Found]:
    """Find a route by law with no provision behind it that lifts confidence, or that requires the disclosure."""
    confidentiality = flow.flow.confidentiality
    if confidentiality is None:
        return
    place = join_path(flow.path, "confidentiality", "route")
    cited = [citation for side in flow.sides for citation in side.citations if _serves_sender(citation)]
    named = ", ".join(dict.fromkeys(citation.called for citation in cited)) or "Nothing"
    if confidentiality.route == "statutory_permission" and not any(
        citation.gateway.lifts_confidence in _LIFTS for citation in cited
    ):
        yield Found(place, f"{flow.key} rests on a law that sets confidence aside. What is cited does not: {named}.")
    elif confidentiality.route == "statutory_duty" and not any(
        citation.gateway.effect in _DUTIES for citation in cited
    ):
        yield Found(
            place,
            f"{flow.key} rests on a law that requires the disclosure. What is cited does not: {named}.",
            fix="Cite the duty that binds the discloser, or choose another route.",
        )


def _serves_sender(citation: Citation) -> bool:
    """Tell whether a gateway that any side cites is a power or duty of the discloser."""
    return citation.is_power and bool(citation.side.flow.sides[0].may_disclose(citation.gateway))
