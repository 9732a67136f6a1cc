"""A power is not a duty.

Legal obligation, Article 6(1)(c), is for a controller that a law *requires* to act. A power to share, or a function
that sharing helps, leaves a choice. A duty to give information binds whoever gives it, and not whoever receives it.

Wrong: Children Act 2004 section 10 lets the council share. It does not make it.

```yaml
flows:
  F02:
    bases:
      council:
        gateways: [children-act-2004-s10]
        article6: c
        ^
```

Wrong: the attendance regulations bind the school. The council that receives the return chooses what to do with it.

```yaml
flows:
  F03:
    bases:
      council:
        gateways: [education-act-1996-s436a, school-attendance-regs-2024-r13]
        article6: c
        ^
```

Wrong: the council must enquire under section 47(1), and that may carry some of what it does. Here it is a warning.

```yaml
flows:
  F04:
    bases:
      council:
        article6: c
        ^
```

Right: the attendance regulations require the return.

```yaml
flows:
  F03:
    bases:
      primary:
        gateways: [school-attendance-regs-2024-r13]
        article6: c
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Citation, Side
from dsagen.checks.subjects.citation import OWN_FUNCTION
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

_ON_THE_DISCLOSER = frozenset({"duty_to_disclose", "request_duty_to_comply"})

RULE = Rule(
    id="DP-LAW-006",
    title="A power is not a duty",
    severity="error",
    authority="UK GDPR Article 6(1)(c) and 6(3)",
    why="Legal obligation takes away the right to object. A party that has a choice may not claim it.",
    fix="Change `article6` to `e`, or cite the law that requires this party to act.",
    false_positives=(
        "A duty that the catalogue does not hold. Add it as a record in `law/gateways/`, with its effect `must`."
    ),
    yields_to=("DP-CTL-001", "DP-LE-001", "DP-LAW-004", "DP-GW-001", "TRAP-03"),
)


def check(side: Side) -> Iterator[Found]:
    """Find legal obligation that no duty binding this party, and in force, stands behind.

    A duty that would do, and is not in force, or not for this party or nation, is another rule's finding.
    """
    basis = side.basis
    if basis is None or basis.regime == "part3" or basis.article6 != "c":
        return
    duties = [citation for citation in side.citations if _is_duty(citation)]
    if any(citation.is_live_duty and citation.coverage and not citation.is_elsewhere for citation in duties):
        return
    if any(citation.state != "in_force" or citation.is_elsewhere or not citation.covers_party for citation in duties):
        return
    cited = ", ".join(citation.called for citation in side.citations) or "No gateway is cited"
    message = f"{side.party.called} claims a legal obligation in {side.flow.key}. {cited}: nothing here makes it act."
    own = [citation for citation in side.citations if citation.is_usable and citation.gateway.kind in OWN_FUNCTION]
    if any("c" in citation.gateway.article6_codes for citation in own):
        fix = "Use `e`, unless the duty in this provision requires everything that this party does with it."
        yield Found(join_path(side.path, "article6"), message, fix=fix, severity="warning")
        return
    yield Found(join_path(side.path, "article6"), message)


def _is_duty(citation: Citation) -> bool:
    binds = citation.side.role == "discloser" or citation.gateway.kind not in _ON_THE_DISCLOSER
    return binds and citation.is_power and citation.effect in ("must", "must_if_asked")
