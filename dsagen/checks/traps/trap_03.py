"""A duty to answer needs a question.

Some provisions bind a body only when it is asked. Until somebody asks, they are at most a reason to share. Who asked,
and where the request is kept, is recorded. Under section 16H of the Children Act 2004 only a safeguarding partner may
ask: the council, the integrated care board or the chief officer of police.

Wrong: legal obligation, and nobody has asked.

```yaml
flows:
  F05:
    purposes: [protect-child]
    bases:
      council:
      ^
        gateways: [children-act-2004-s16h]
        article6: c
        request: (taken away)
```

Wrong: without a claim of duty it is a warning.

```yaml
flows:
  F05:
    purposes: [protect-child]
    bases:
      council:
      ^
        gateways: [children-act-1989-s47-1, children-act-2004-s16h]
        article6: e
        request: (taken away)
```

Wrong: a school is no safeguarding partner.

```yaml
flows:
  F05:
    purposes: [protect-child]
    bases:
      council:
        gateways: [children-act-2004-s16h]
        article6: c
        request:
          asked_by: academy
          ^
```

Right: the police asked, and the request is on file.

```yaml
flows:
  F05:
    purposes: [protect-child]
    bases:
      council:
        gateways: [children-act-2004-s16h]
        article6: c
        request: {asked_by: police, recorded_in: case log}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Side
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

_PARTNERS_ASK = "children-act-2004-s16h"
_PARTNERS = frozenset({"local_authority", "icb", "police_force"})

RULE = Rule(
    id="TRAP-03",
    title="A duty to answer, and no request",
    severity="error",
    authority="The gateway itself; for section 16H, Children Act 2004 section 16H(2)",
    why="Without a request by someone who may ask there is no duty. Staff who think otherwise share too much.",
    fix="Record the request in `request`, or rest on a power and say that the party may share.",
    false_positives=(
        "A provision with a limb that needs no request, such as general co-operation. It is then a power: accept the "
        "warning and say which limb it is."
    ),
    yields_to=("DP-CTL-001", "DP-LE-001"),
)


def check(side: Side) -> Iterator[Found]:
    """Find a duty to answer without a request, and a request under section 16H by someone who may not ask."""
    basis = side.basis
    if basis is None or side.role != "discloser":
        return
    asked = [
        citation
        for citation in side.citations
        if citation.is_usable
        and citation.effect == "must_if_asked"
        and any(side.reaches(citation.gateway, other) for other in side.others)
    ]
    if asked and basis.request is None:
        cited = " and ".join(dict.fromkeys(citation.called for citation in asked))
        claimed = basis.article6 == "c" and not any(
            citation.is_live_duty and citation.coverage for citation in side.citations
        )
        yield Found(
            join_path(side.path, "request"),
            f"{cited} binds {side.party.called} only when it is asked. {side.flow.key} records no request.",
            severity="error" if claimed else "warning",
        )
    elif basis.request is not None and any(citation.gateway.id == _PARTNERS_ASK for citation in asked):
        yield from _asker(side, basis.request.asked_by)


def _asker(side: Side, asked_by: str) -> Iterator[Found]:
    parties = side.case.workspace.parties
    if asked_by not in parties:
        return
    party = parties[asked_by]
    if party.type not in _PARTNERS and "safeguarding_partner" not in party.functions:
        yield Found(
            join_path(side.path, "request", "asked_by"),
            f"{party.called} is no safeguarding partner, so it cannot ask under section 16H.",
            authority="Children Act 2004 section 16H",
            fix="Have a safeguarding partner ask, or cite another provision.",
        )
