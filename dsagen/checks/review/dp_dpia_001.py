"""Where a high risk is likely, the parties assess the impact before they share.

An assessment is required where the sharing is likely to result in a high risk to people. Two criteria of the guidelines
known as WP248 usually show that. So does a case of Article 35(3), or an entry on the regulator's list. Some entries
count only together with a criterion of WP248. What is described in the agreement answers most of this by itself.

Here "no assessment" means that nobody has written a risk, a decision or an author.

Wrong: information about children is matched and shared, and nobody has assessed it.

```yaml
assessment:
^
  instead: {}
```

Wrong: a family summary is no assessment.

```yaml
assessment:
^
  instead: {family_summary: We share one fact to help families.}
```

Right: the work has begun, and other rules say what it still lacks.

```yaml
assessment:
  author: information governance lead
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.screening import assessment_needed, screened
from dsagen.checks.subjects import Case
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-DPIA-001",
    title="No impact assessment",
    severity="error",
    authority="UK GDPR Article 35(1) and (3); for law enforcement Data Protection Act 2018 section 64",
    why="An assessment finds harm that can still be prevented. Where a high risk is likely, the law requires one.",
    fix="Write the assessment under `assessment`, and have it decided, before the sharing starts.",
    false_positives=(
        "An assessment that is kept elsewhere, or screening whose answer is no for reasons that the description does "
        "not show. Accept the finding with the reference of the document, or with the reasons."
    ),
)
_NAMED = 3


def check(case: Case) -> Iterator[Found]:
    """Find an agreement that screening sends to an assessment, and that has none."""
    assessment = case.agreement.assessment
    if assessment.risks or assessment.decision is not None or assessment.author:
        return
    needed = [answer.trigger.title.lower() for answer in assessment_needed(list(screened(case)))]
    if needed:
        named = "; ".join(needed[:_NAMED])
        more = f"; and {len(needed) - _NAMED} more" if len(needed) > _NAMED else ""
        yield Found(
            join_path(case.path, "assessment"),
            f"Nobody has assessed the impact of the sharing. These tests call for it: {named}{more}.",
            unwritten=True,
        )
