"""Criminal-offence information needs a route in Article 10.

Information about offences, allegations, proceedings and sentences may be used only under the control of official
authority, or where the law authorises it. In the United Kingdom that means a condition in Part 1, 2 or 3 of Schedule 1
to the Data Protection Act 2018. So the basis says `official_authority`, or the number of a paragraph. The name of the
article is no route, and neither is paragraph 36, which only extends another one.

Wrong: the council says nothing, and the police name the article itself.

```yaml
flows:
  F04:
    bases:
      police:
        article10: Article 10 of the GDPR
        ^
      council:
        article10:
        ^
```

Wrong: a charity has no official authority.

```yaml
flows:
  F06:
    bases:
      friends:
        article10: official_authority
        ^
      council: {article10: Schedule 1 paragraph 18}
registers: {datasets: {worries: {fields: {worry-code: {criminal: yes, offence_status: [alleged]}}}}}
```

Right:

```yaml
flows:
  F04:
    bases:
      police: {article10: official_authority}
      council: {article10: "Schedule 1 paragraph 18, as paragraph 36 extends it"}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.relied_on import article10_paragraphs, is_official_authority
from dsagen.checks.rule import Found, Rule
from dsagen.checks.special_and_criminal._conditions import conditions_in, under_uk_gdpr
from dsagen.checks.subjects import Side
from dsagen.model.basis import Basis
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-ART10-001",
    title="Criminal-offence information without a route",
    severity="error",
    authority="UK GDPR Article 10; Data Protection Act 2018 section 10(4) and (5)",
    why="Outside official authority the use is unlawful unless a condition in Schedule 1 is met.",
    fix=(
        "Write `official_authority` for a body that has it, or the paragraph, such as `Schedule 1 paragraph 18`. "
        "Paragraph 36 lifts the test of substantial public interest."
    ),
    false_positives=(
        "Information about a victim or witness that shows no offence by the person whom it is about. Take off the mark "
        "`criminal`, if that is true."
    ),
    yields_to=("DP-CTL-001", "DP-LE-001"),
)


def check(side: Side) -> Iterator[Found]:
    """Find a controller under the UK GDPR that has no route for criminal-offence information."""
    basis = under_uk_gdpr(side)
    if basis is None or not side.flow.is_criminal:
        return
    if conditions_in(article10_paragraphs(basis.article10), side.case.law):
        return
    place = join_path(side.path, "article10")
    who, flow = side.party.called, side.flow.key
    if not is_official_authority(basis.article10):
        said = f" “{basis.article10}” names none." if basis.article10 else ""
        yield Found(
            place, f"{who} has no Article 10 route for criminal-offence information in {flow}.{said}", _fix(basis)
        )
    elif not side.is_public_task and not side.party.may_be_competent_authority:
        yield Found(
            place,
            f"{who} claims official authority in {flow}, and acts as a private body.",
            fix="Name the paragraph of Schedule 1 that applies, such as `Schedule 1 paragraph 18`.",
        )


def _fix(basis: Basis) -> str:
    """Give a closer fix where the side names one paragraph of Schedule 1 already."""
    if len(basis.schedule1) != 1:
        return ""
    number = basis.schedule1[0]
    return f"If paragraph {number} is the route for offences as well, write `Schedule 1 paragraph {number}`."
