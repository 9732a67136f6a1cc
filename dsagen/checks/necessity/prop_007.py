"""An interference is in accordance with the law.

A legal basis is not enough. People must be able to find the rules and to foresee when they apply. Something must let
somebody examine whether sharing was proportionate. A scheme that failed on all three fell in *Christian Institute v
Lord Advocate*. The assessment answers each.

Wrong: nobody has said how a person could foresee it.

```yaml
assessment:
  quality_of_law:
  ^
    foreseeable: (taken away)
```

Right:

```yaml
assessment:
  quality_of_law:
    foreseeable: The practice says before it writes the form what goes to whom. The notice says the same.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Case
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="PROP-007",
    title="Not shown to be in accordance with the law",
    severity="warning",
    authority="European Convention on Human Rights Article 8(2); Christian Institute v Lord Advocate [2016] UKSC 51",
    why="A court asks this before it asks whether the sharing was necessary. Where it fails, nothing else counts.",
    fix="Answer it in the assessment under `quality_of_law`.",
    false_positives="None is known.",
    yields_to=("DP-DPIA-001",),
)
_ASKED = {
    "accessible": "where people can find the rules",
    "foreseeable": "how a person can tell beforehand when information about them may be shared",
    "safeguards": "what lets somebody examine whether sharing was proportionate",
}


def check(case: Case) -> Iterator[Found]:
    """Find each of the three questions that is not answered."""
    quality = case.agreement.assessment.quality_of_law
    for name, words in _ASKED.items():
        if getattr(quality, name) is None:
            yield Found(
                join_path(case.path, "assessment", "quality_of_law", name), f"The assessment does not say {words}."
            )
