"""Consent that a statute asks for is not the lawful basis.

Some provisions work only with a person's consent, or only with an approval. Such a consent is a condition of the
statute. A body that the law requires to act never rests on consent under Article 6. HM Revenue and Customs needs a
statute that expressly lets it disclose.

Wrong: a duty, and consent as the basis.

```yaml
flows:
  F03:
    bases:
      primary:
        article6: a
        ^
```

Wrong: the homelessness referral needs consent, and the flow goes ahead without it.

```yaml
purposes:
  protect-child: {kind: homelessness}
flows:
  F04:
    bases:
      police: {gateways: [housing-act-1996-s213b], article6: c}
    confidentiality:
      route: overriding_public_interest
      ^
registers:
  parties:
    police: {type: probation}
    council: {functions: [education_authority, adult_social_care, housing_authority]}
```

Wrong: section 251 support without an approval.

```yaml
purposes:
  offer-assessment: {kind: public_health}
flows:
  F01:
    bases:
      surgery: {gateways: [nhs-act-2006-s251-copi]}
    confidentiality:
    ^
      route: overriding_public_interest
registers:
  parties:
    council: {functions: [education_authority, adult_social_care, public_health]}
```

Wrong: an implied power of HM Revenue and Customs.

```yaml
flows:
  F06:
    bases:
      friends:
        gateways:
          - children-act-2004-s16e-16g
            ^
registers:
  parties:
    friends: {type: hmrc, functions: [relevant_agency]}
```

Right: the person consents to the referral, and the duty is the basis.

```yaml
purposes:
  protect-child: {kind: homelessness}
flows:
  F04:
    bases:
      police: {gateways: [housing-act-1996-s213b], article6: c}
    confidentiality:
      route: consent_explicit
      given_by: [parent]
      evidence: Recorded on the referral form
registers:
  parties:
    police: {type: probation}
    council: {functions: [education_authority, adult_social_care, housing_authority]}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Citation
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

_BY_CONSENT = {"housing-act-1996-s213b": None, "housing-act-1996-s213-213a": "warning"}
"""Provisions that work by the person's consent. Of the second one limb needs none: a missing one is a warning."""
_BY_APPROVAL = "nhs-act-2006-s251-copi"

RULE = Rule(
    id="TRAP-10",
    title="Consent, approval and power are confused",
    severity="error",
    authority="UK GDPR Article 6(1); the gateway itself",
    why="A condition that is not met leaves no power. A basis that does not fit gives people rights they do not have.",
    fix="Use `c` or `e` as the basis. Show the consent or approval that the statute asks for in `confidentiality`.",
    false_positives=(
        "A safeguarding referral about homelessness that rests on another power. Cite that one instead of section 213B."
    ),
    yields_to=("DP-CTL-001", "DP-LE-001"),
)


def check(citation: Citation) -> Iterator[Found]:
    """Find consent as the basis of a duty, and a condition of the statute that the flow does not show."""
    side = citation.side
    if side.role != "discloser" or side.basis is None or not citation.is_usable:
        return
    called, gateway, flow = citation.called, citation.gateway, side.flow
    if side.basis.article6 == "a" and (citation.effect == "must" or gateway.id in _BY_CONSENT):
        yield Found(
            join_path(side.path, "article6"),
            f"{called} binds {side.party.called}. Consent, if it asks for any, is its condition and not the basis.",
            authority=gateway.citation,
        )
    if side.party.party.type == "hmrc" and not gateway.express:
        yield Found(
            citation.path,
            f"{side.party.called} may disclose only where a statute expressly says so. {called} does not.",
            authority="Commissioners for Revenue and Customs Act 2005 section 18",
        )
    confidentiality = flow.flow.confidentiality
    route = confidentiality.route if confidentiality is not None else None
    if gateway.id in _BY_CONSENT and route != "consent_explicit":
        grade = _BY_CONSENT[gateway.id]
        yield Found(
            join_path(flow.path, "confidentiality", "route"),
            f"{called} works by the person's consent. {flow.key} does not show it.",
            severity="warning" if grade else None,
            authority=gateway.citation,
        )
    approved = confidentiality is not None and confidentiality.approval is not None
    if gateway.id == _BY_APPROVAL and not approved and route != "s251_support":
        yield Found(
            join_path(flow.path, "confidentiality", "approval"),
            f"{called} needs an approval. {flow.key} records none.",
            fix="Write the route `s251_support`, and the approval with its reference and end.",
            authority=gateway.citation,
        )
