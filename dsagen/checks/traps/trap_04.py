"""A provision that only shapes or helps other work needs that work beside it.

Some provisions say how other functions are carried out, or let a council do what helps another function. They carry no
sharing alone. The function that the sharing serves is named beside them: as another gateway, or in `article6_law`.

Wrong: section 111 is incidental to something, and nothing else is named.

```yaml
flows:
  F02:
    bases:
      council:
        gateways:
          - lga-1972-s111
            ^
```

Wrong: the function stands in `article6_law` only. That is better, and a warning.

```yaml
flows:
  F02:
    bases:
      council:
        gateways:
          - lga-1972-s111
            ^
        article6_law: Children Act 1989 section 17
```

Wrong: section 11 tells the police to have regard to children in what they do. What do they do here?

```yaml
flows:
  F04:
    bases:
      police:
        gateways:
          - children-act-2004-s11
            ^
```

Wrong: the school's own duty says how it does its work, and not which work this is.

```yaml
flows:
  F02:
    bases:
      academy:
        gateways:
          - independent-school-standards-2014-para7
            ^
```

Right: the academy names what it carries out.

```yaml
flows:
  F02:
    bases:
      academy:
        gateways: [independent-school-standards-2014-para7]
        article6_law: Academies Act 2010 section 1 and the trust's funding agreement, to run the school
```

Right: the main function is cited, and the general power beside it.

```yaml
flows:
  F02:
    bases:
      council: {gateways: [children-act-2004-s10, lga-1972-s111]}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Side

__all__ = ["RULE", "check"]

_SCHOOLS = frozenset({"education-act-2002-s175", "independent-school-standards-2014-para7"})
"""They bind the school itself, so that it is enough to name what it carries out in `article6_law`."""
_NEEDS_MORE = _SCHOOLS | {
    "children-act-2004-s11",
    "children-act-2004-s28",
    "lga-1972-s111",
    "cda-1998-s17-17a",
    "localism-act-2011-s1",
}
"""Gateways note, J4, with the Welsh twin of section 11."""

RULE = Rule(
    id="TRAP-04",
    title="No main function is named",
    severity="error",
    authority="The gateway itself; Local Government Act 1972 section 111 for what is incidental",
    why="What is incidental to nothing gives no power. Nobody can tell which task the sharing serves.",
    fix="Cite the function that the sharing serves beside it: `dsagen gateways suggest` lists candidates.",
    false_positives=(
        "A function that the catalogue does not hold. Name it in `article6_law`, and accept the warning that may be "
        "left, or add the provision as a record in `law/gateways/`."
    ),
    yields_to=("DP-CTL-001", "DP-LE-001", "DP-LAW-005"),
)


def check(side: Side) -> Iterator[Found]:
    """Find a side whose only powers shape or help other functions."""
    basis = side.basis
    if basis is None or not (side.is_public_task or basis.article6 == "e" or basis.regime == "part3"):
        return
    usable = [citation for citation in side.citations if citation.is_usable]
    if not usable or any(citation.gateway.id not in _NEEDS_MORE for citation in usable):
        return
    named = bool(basis.article6_law)
    if named and all(citation.gateway.id in _SCHOOLS for citation in usable):
        return
    cited = " and ".join(citation.called for citation in usable)
    words = "only `article6_law` names one" if named else "none is named"
    yield Found(
        usable[0].path,
        f"{cited} needs a main function of {side.party.called} beside it in {side.flow.key}, and {words}.",
        severity="warning" if named else "error",
        authority=usable[0].gateway.citation,
    )
