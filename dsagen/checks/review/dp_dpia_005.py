"""A high risk that remains goes to the regulator first.

The level of a risk follows from its likelihood and its severity. Where a risk is still high with all measures in place,
the controller consults the regulator, and does not start before it has the answer.

Wrong: the harm stays serious and possible.

```yaml
assessment:
^
  risks:
    R01: {residual_likelihood: possible, residual_severity: serious}
```

Right: the harm would be as serious, and has become remote.

```yaml
assessment:
  risks:
    R01: {residual_likelihood: remote, residual_severity: serious}
```

Right: the regulator was consulted.

```yaml
assessment:
  prior_consultation: The regulator was consulted on 2 November 2026. Its advice is in section 11, and was followed.
  risks:
    R01: {residual_likelihood: possible, residual_severity: serious}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Case
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-DPIA-005",
    title="A high risk remains, and the regulator was not consulted",
    severity="error",
    authority="UK GDPR Article 36(1)",
    why="Where the parties cannot bring a high risk down, the law does not leave the decision to them alone.",
    fix="Reduce the risk with further measures, or consult the regulator and record it in `prior_consultation`.",
    false_positives=(
        "A risk whose level is set higher than the measures leave it. The matrix is the one that the regulator's "
        "guidance prints, and its labels were not checked."
    ),
)


def check(case: Case) -> Iterator[Found]:
    """Find risks that stay high, where the regulator was not consulted."""
    assessment, matrix = case.agreement.assessment, case.law.risk_matrix
    if assessment.prior_consultation:
        return
    high = [
        key
        for key, risk in assessment.risks.items()
        if matrix.level(risk.residual_likelihood, risk.residual_severity) == "high"
    ]
    if high:
        stays = "stays high with its measures" if len(high) == 1 else "stay high with their measures"
        yield Found(
            join_path(case.path, "assessment", "prior_consultation"),
            f"{', '.join(high)} {stays}. No consultation of the regulator is recorded.",
        )
