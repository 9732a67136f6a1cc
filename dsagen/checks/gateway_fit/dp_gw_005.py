"""A gateway may cover some people and leave others out.

Some provisions are about adults, and some treat adults and children differently. A flow about other people needs
another provision.

Wrong: sections 42 to 45 of the Care Act are about adults at risk.

```yaml
purposes:
  protect-child: {kind: safeguard_adult}
flows:
  F04:
    bases:
      police:
        gateways:
          - common-law-policing
          - care-act-2014-s42-45
            ^
registers:
  parties:
    council: {functions: [education_authority, adult_social_care, named_in_request]}
```

Wrong: section 251B is about health and adult social care, and these are children in social care.

```yaml
purposes:
  offer-assessment: {kind: adult_social_care}
flows:
  F01:
    bases:
      surgery:
        gateways:
          - hsca-2012-s251b
            ^
      council: {gateways: [care-act-2014-s6-7]}
```

Right: the people are adults.

```yaml
purposes:
  offer-assessment: {kind: adult_social_care}
flows:
  F01:
    bases:
      surgery: {gateways: [hsca-2012-s251b]}
      council: {gateways: [care-act-2014-s6-7]}
registers:
  people:
    child: {label: Adults with care needs, ages: 18 and over}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Citation, FlowSubject
from dsagen.checks.subjects.flow import is_about_children

__all__ = ["RULE", "check"]

_COUNCILS = frozenset({"local_authority", "district_council"})
_INTO_ADULT_CARE = frozenset({"adult_social_care", "young_carer_support"})
"""The purposes that section 7 of the Care Act serves for people under 18: the way into adult care, and young carers."""
_IDENTIFYING = frozenset({"name", "contact", "identifier"})

RULE = Rule(
    id="DP-GW-005",
    title="The gateway is about other people",
    severity="error",
    authority="The gateway itself",
    why="Information about people whom the provision leaves out is shared without any power.",
    fix="Limit the flow to the people whom the provision covers, or cite another one for the rest.",
    false_positives=(
        "A group without `ages` counts as children where its label says so. Give its ages. A council's public health "
        "nurses are inside section 251B: add the function `public_health`, and the purpose is direct health care."
    ),
)


def check(citation: Citation) -> Iterator[Found]:
    """Find people whom a cited gateway leaves out."""
    side = citation.side
    if citation.is_elsewhere or citation.state == "repealed" or not citation.covers_party:
        return
    if side.role == "discloser" and not any(side.reaches(citation.gateway, other) for other in side.others):
        return
    words = _left_out(citation, side.flow)
    if words:
        yield Found(citation.path, words, authority=citation.gateway.citation)


def _left_out(citation: Citation, flow: FlowSubject) -> str:
    called, key = citation.called, citation.gateway.id
    if key == "modern-slavery-act-2015-s52":
        return _adult_victims(called, flow)
    children = ", ".join(group.label.lower() for group in flow.people.values() if is_about_children(group))
    if not children:
        return ""
    if key == "hsca-2012-s251b" and _with_social_care(citation, flow):
        return f"{called} does not reach children's social care. {flow.key} is about {children}."
    if key == "care-act-2014-s42-45" or (key == "care-act-2014-s6-7" and not flow.kinds & _INTO_ADULT_CARE):
        return f"{called} is about adults. {flow.key} is about {children}."
    return ""


def _with_social_care(citation: Citation, flow: FlowSubject) -> bool:
    """Tell whether a council takes part that does not act through its public health nurses."""
    ends = (citation.side.party, *citation.side.others)
    councils = [end for end in ends if end.party.type in _COUNCILS]
    nursing = all("public_health" in council.party.functions for council in councils)
    return bool(councils) and not (nursing and "health_care_direct" in flow.kinds)


def _adult_victims(called: str, flow: FlowSubject) -> str:
    """Section 52: of an adult, nothing that identifies without consent."""
    confidentiality = flow.flow.confidentiality
    if confidentiality is not None and confidentiality.route == "consent_explicit":
        return ""
    named = {
        key: group
        for item in flow.items
        if item.field.kind in _IDENTIFYING or item.field.use != "content"
        for key, group in item.people.items()
    }
    adults = [
        group.label.lower()
        for group in named.values()
        if (group.age_range[1] >= 18 if group.age_range is not None else not is_about_children(group))
    ]
    if not adults:
        return ""
    return f"{called} identifies an adult only with consent. {flow.key} identifies {', '.join(adults)} without it."
