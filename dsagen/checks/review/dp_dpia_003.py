"""The assessment has the four things that the law asks for.

They are a systematic description of the sharing and its purposes, the necessity and proportionality, the risks to
people, and the measures against them. The flows and purposes of the agreement are part of the description. What each
purpose says of its necessity is looked at by rules of its own.

Where one thing is missing, the finding is at the place where it belongs.

Wrong: there are risks, and nothing is done about them.

```yaml
assessment:
  measures: {instead: {}}
  ^
  risks: {instead: {R01: {title: The wrong record, source: a slip, affected: children, right: private life,
    harm: A family is asked about something that is not theirs., likelihood: possible, likelihood_reason: names are
    alike, severity: some, severity_reason: the fact is sensitive, residual_likelihood: possible,
    residual_severity: some, residual_reason: nothing has been decided yet, owner: team manager}}}
```

Wrong: there are neither risks nor measures.

```yaml
assessment:
^
  risks: {instead: {}}
  measures: {instead: {}}
```

Right:

```yaml
assessment:
  function_creep: The uses that are never allowed are listed, and a new use needs a new version.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Case
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-DPIA-003",
    title="The assessment is incomplete",
    severity="error",
    authority="UK GDPR Article 35(7)",
    why="An assessment without one of its four parts cannot show that anyone weighed the sharing.",
    fix="Write what is missing under `assessment`.",
    false_positives="An assessment whose missing part is kept in another document. Bring it in, or accept the finding.",
    yields_to=("DP-DPIA-001",),
)


def check(case: Case) -> Iterator[Found]:
    """Find an assessment that lacks any of the four parts."""
    assessment = case.agreement.assessment
    context = assessment.context
    missing = [
        (letter, what, where)
        for letter, what, where, written in (
            (
                "a",
                "the context of the sharing, as part of its description",
                "context",
                context.relationship or context.expectation or context.control,
            ),
            ("b", "how the sharing is kept to its purposes", "function_creep", assessment.function_creep),
            ("c", "the risks to people", "risks", assessment.risks),
            ("d", "the measures against the risks", "measures", assessment.measures),
        )
        if not written
    ]
    if not missing:
        return
    path = join_path(case.path, "assessment")
    named = "; ".join(f"{what} ({letter})" for letter, what, _ in missing)
    yield Found(
        join_path(path, missing[0][2]) if len(missing) == 1 else path,
        f"The assessment does not have what Article 35(7) asks for: {named}.",
    )
