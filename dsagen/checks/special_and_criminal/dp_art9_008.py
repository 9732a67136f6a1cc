"""Paragraph 18 is for use without consent.

Schedule 1 paragraph 18 applies only where there is no consent, for one of three reasons. The person cannot give it, the
party cannot reasonably be expected to obtain it, or asking would prejudice the protection. So a party cannot rely on it
beside consent, nor give no reason, nor give as its reason that someone agreed.

Agreement that only lifts the duty of confidence is something else, and may stand beside paragraph 18. Readers will ask
why it was not the condition as well, so the rule warns. Paragraph 6 or 2 is usually the cleaner condition.

Wrong: the charity relies on explicit consent and on paragraph 18.

```yaml
flows:
  F06:
    bases:
      friends:
        article9: a
        schedule1: [18]
                    ^
```

Wrong: no reason is given.

```yaml
flows:
  F04:
    bases:
      council:
        no_consent_reason:
        ^
```

Wrong: the reason is that there was consent.

```yaml
flows:
  F04:
    bases:
      council:
        no_consent_reason: Parent and child have both given consent.
        ^
```

Wrong, as a warning: parent and child agree that the fact is told, and the school relies on paragraph 18.

```yaml
flows:
  F02:
    bases:
      academy:
        schedule1: [18]
                    ^
        no_consent_reason: The school cannot reasonably be expected to obtain consent that the council has to seek.
```

Wrong, as a warning: the steps say that consent is obtained.

```yaml
flows:
  F04:
    trigger: An officer attends an incident, and the parent gives consent.
    bases:
      council:
        schedule1: [18]
                    ^
```

Right: paragraph 6 asks for no such reason.

```yaml
flows:
  F04:
    trigger: An officer attends an incident, and the parent gives consent.
    bases:
      council: {schedule1: [6], article10: Schedule 1 paragraph 6}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from dsagen.checks.relied_on import relied_on
from dsagen.checks.rule import Found, Rule
from dsagen.checks.special_and_criminal._conditions import SAFEGUARDING, place_of, under_uk_gdpr
from dsagen.checks.special_and_criminal._consent import says_consented
from dsagen.checks.special_and_criminal._people import whose_sensitive
from dsagen.checks.subjects import FlowSubject, Side
from dsagen.model.basis import Basis
from dsagen.model.people import People
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-ART9-008",
    title="Paragraph 18 beside consent",
    severity="error",
    authority="Data Protection Act 2018 Schedule 1 paragraph 18(1)(c) and (2)",
    why="The paragraph is met only where there is no consent, for a listed reason. Consent takes it away.",
    fix="Drop consent as the basis, give the listed reason, or change the condition: often to paragraph 6 or 2.",
    false_positives=(
        "The warnings only. Words such as `consent` may speak of the service and not of the information. Agreement "
        "that lifts confidence may stand beside paragraph 18: say why it was not the condition, and accept the warning."
    ),
    yields_to=("DP-CTL-001", "DP-LE-001"),
)


def check(side: Side) -> Iterator[Found]:
    """Find paragraph 18 beside consent as a basis, without a reason, or beside agreement of the same people."""
    basis = under_uk_gdpr(side)
    if basis is None or SAFEGUARDING not in relied_on(basis):
        return
    who, flow, place = side.party.called, side.flow, place_of(side, basis, SAFEGUARDING)
    reason = join_path(side.path, "no_consent_reason")
    if claims := _claims_consent(basis):
        yield Found(place, f"{who} relies on consent under {claims} and on paragraph 18 in {flow.key}.")
    elif not basis.no_consent_reason:
        yield Found(reason, f"{who} relies on paragraph 18 in {flow.key}, and does not say why there is no consent.")
    elif says_consented(_reasons(basis), as_reason=True):
        yield Found(
            reason, f"{who} gives as its reason for doing without consent in {flow.key} that there was consent."
        )
    elif _same_people_agree(flow):
        yield Found(
            place,
            f"People agree to {flow.key}, which lifts confidence. {who} relies on paragraph 18 for the same people.",
            fix="Choose paragraph 6 or 2 where it fits, or say why consent was not the condition and accept this.",
            severity="warning",
        )
    elif says_consented(_narrative(flow)):
        yield Found(
            place,
            f"The description of {flow.key} speaks of consent, and {who} relies on paragraph 18.",
            fix="Say in the description what people agree to, or change the condition.",
            severity="warning",
        )


def _claims_consent(basis: Basis) -> str:
    points = [
        f"Article {point}"
        for point, letter in (("6(1)(a)", basis.article6), ("9(2)(a)", basis.article9))
        if letter == "a"
    ]
    return " and ".join(points)


def _reasons(basis: Basis) -> list[str]:
    reasons = basis.no_consent_reason
    if isinstance(reasons, Mapping):
        return [reason for _, reason in reasons.items()]
    return [reasons] if reasons else []


def _narrative(flow: FlowSubject) -> Iterator[str | None]:
    yield flow.flow.trigger
    yield flow.flow.cohort
    yield from (step.does for step in flow.flow.procedure)
    yield from (purpose.purpose.action for purpose in flow.purposes)


def _same_people_agree(flow: FlowSubject) -> bool:
    """Tell whether those who agree may be people whose sensitive information travels. Unknown givers may be."""
    confidentiality = flow.flow.confidentiality
    if confidentiality is None or not confidentiality.route.startswith("consent"):
        return False
    named = [_groups_named(giver, flow.case.workspace.people) for giver in confidentiality.given_by]
    concerned = set(whose_sensitive(flow)) or set(flow.people)
    return not named or any(not groups or groups & concerned for groups in named)


def _groups_named(giver: str, people: Mapping[str, People]) -> set[str]:
    words = _words(giver)
    return {key for key, group in people.items() if words & (_words(key) | _words(group.label))}


def _words(text: str) -> set[str]:
    """Give the words of a text in small letters, singular and plural as one."""
    return {_SINGULAR.get(word, word.rstrip("s")) for word in re.findall(r"[a-z]+", text.lower())} - _SMALL


_SINGULAR = {"children": "child"}
_SMALL = {"the", "and", "or", "of", "who", "a", "an"}
