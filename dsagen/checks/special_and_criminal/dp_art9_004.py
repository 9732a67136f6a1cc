"""A substantial public interest has to be shown.

Several paragraphs of Schedule 1 apply only where the use is necessary for reasons of substantial public interest. The
reason is not the public interest in sharing as such. It is what this party's function protects here, and from which
harm.

Wrong:

```yaml
flows:
  F02:
    bases:
      academy:
        substantial_public_interest:
        ^
```

Right:

```yaml
flows:
  F02:
    bases:
      academy:
        substantial_public_interest: Schools must safeguard pupils, and an unseen caring role harms a child's health.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.special_and_criminal._conditions import under_uk_gdpr
from dsagen.checks.subjects import Side
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-ART9-004",
    title="No reason of substantial public interest",
    severity="error",
    authority="Data Protection Act 2018 Schedule 1 Part 2",
    why="The test stands in the paragraph itself. Without a reason the party cannot show that it is met.",
    fix="Write one to three sentences in `substantial_public_interest`, tied to the function and to the harm.",
    false_positives=(
        "None is known. Paragraph 36 lifts the test for criminal-offence information, and the rule asks only where "
        "special category information travels."
    ),
    yields_to=("DP-CTL-001", "DP-LE-001", "DP-ART9-003"),
)


def check(side: Side) -> Iterator[Found]:
    """Find a paragraph that asks for a substantial public interest, with no statement of it."""
    basis = under_uk_gdpr(side)
    if basis is None or basis.article9 is None or not side.flow.special or basis.substantial_public_interest:
        return
    law = side.case.law
    own = law.article9[basis.article9].schedule1
    asks = [number for number in basis.schedule1 if number in own and law.schedule1[number].substantial_public_interest]
    if asks:
        yield Found(
            join_path(side.path, "substantial_public_interest"),
            f"{side.party.called} relies on Schedule 1 paragraph {asks[0]} in {side.flow.key}. It does not say why the "
            "public interest is substantial.",
        )
