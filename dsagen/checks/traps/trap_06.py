"""Two gateways have a closed list of purposes, and more conditions.

Section 35 of the Digital Economy Act 2017 serves five objectives, with an agreement under the code of practice.
Multiple disadvantages needs two or more of thirteen factors in one person or household. Section 131 of the Welfare
Reform Act 2012 serves the purposes that regulations prescribe. The agreement says which one it is.

Wrong: no objective is named, and no code of practice.

```yaml
purposes:
  protect-child: {kind: public_service_delivery}
flows:
  F04:
    bases:
      police:
      ^
        gateways:
          - dea-2017-s35
            ^
```

Wrong: the objective is named, with one factor only.

```yaml
purposes:
  protect-child:
    kind: public_service_delivery
    action: The family worker finds households with multiple disadvantages, such as homelessness, and offers them help.
flows:
  F04:
    bases:
      police:
      ^
        gateways: [dea-2017-s35]
related: [{title: Digital Economy Act code of practice for public service delivery}]
```

Wrong: what the department may supply is prescribed, and this is nothing of it.

```yaml
purposes:
  protect-child: {kind: benefits_support}
flows:
  F04:
    bases:
      police:
      ^
        gateways: [welfare-reform-act-2012-s131]
registers:
  parties:
    police: {type: dwp}
```

Right: two factors, and the code.

```yaml
purposes:
  protect-child:
    kind: public_service_delivery
    action: >-
      The family worker finds households with multiple disadvantages, here homelessness together with unemployment, and
      offers them help.
flows:
  F04:
    bases:
      police: {gateways: [dea-2017-s35]}
related: [{title: Digital Economy Act code of practice for public service delivery}]
```

Right: a prescribed purpose.

```yaml
purposes:
  protect-child:
    kind: benefits_support
    action: The benefits officer offers a discretionary housing payment to the family within five working days.
flows:
  F04:
    bases:
      police: {gateways: [welfare-reform-act-2012-s131]}
registers:
  parties:
    police: {type: dwp}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Citation, FlowSubject
from dsagen.checks.traps._closed_lists import factors_in, purposes_in
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="TRAP-06",
    title="A closed list is not met",
    severity="error",
    authority="The list that the gateway's regulations make",
    why="A purpose that is not on the list has no power behind it. Disclosing without one can be an offence here.",
    fix="Say in the purpose's `action`, or in `article6_law`, which item of the list it is.",
    false_positives="An item that is named in other words. Use the words of the list.",
)


def check(citation: Citation) -> Iterator[Found]:
    """Find a closed list whose item, factors or code of practice the agreement does not name."""
    side, key = citation.side, citation.gateway.id
    law = side.case.law
    if side.role != "discloser" or key not in law.closed_purposes or not citation.is_usable:
        return
    closed = law.closed_purposes[key]
    if not side.flow.kinds & frozenset(citation.gateway.purpose_kinds):
        return
    words = " ".join(_words(citation, side.flow))
    place = join_path(side.path, "article6_law")
    named = [
        purpose
        for purpose in purposes_in(words, side.flow.kinds, closed)
        if side.party.nation in closed.purposes[purpose].nation
    ]
    if not named:
        listed = ", ".join(purpose.label.lower() for purpose in closed.purposes.values())
        yield Found(
            place,
            f"{side.flow.key} does not say which purpose of {closed.citation} it serves.",
            fix=f"{RULE.fix} The list: {listed}.",
            authority=closed.citation,
        )
    elif all(
        len(factors_in(words, closed.purposes[purpose])) < closed.purposes[purpose].factors_needed for purpose in named
    ):
        most = closed.purposes[named[0]]
        yield Found(
            place,
            f"{most.label} needs {most.factors_needed} or more of {len(most.factors)} factors. "
            f"{side.flow.key} names {len(factors_in(words, most))}.",
            fix=f"Name the factors that are looked for: {', '.join(most.factors.values())}.",
            authority=most.citation or closed.citation,
        )
    if any("code of practice" in need for need in closed.also_needs) and "code of practice" not in words:
        yield Found(
            citation.path,
            f"{citation.called} asks for an agreement under the code of practice. Nothing here names the code.",
            severity="warning",
            fix="Name the code of practice among the `related` documents, and follow it.",
            authority="Digital Economy Act 2017 section 43",
        )


def _words(citation: Citation, flow: FlowSubject) -> Iterator[str]:
    """Give in small letters what says which item of the list it is."""
    basis = citation.side.basis
    if basis is not None and basis.article6_law:
        yield basis.article6_law.lower()
    for subject in flow.purposes:
        purpose = subject.purpose
        for text in (purpose.title, purpose.action, purpose.benefit, purpose.plain, purpose.necessity.aim):
            yield (text or "").lower()
    yield (flow.flow.cohort or "").lower()
    for item in flow.items:
        yield item.words
    for document in flow.case.agreement.related:
        yield document.title.lower()
