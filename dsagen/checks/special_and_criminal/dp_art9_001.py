"""Special category information needs a condition in Article 9.

Information about health, origin, belief or another special category may not be used unless a point of UK GDPR
Article 9(2) applies. Each party that sends or receives it needs its own point. A lawful basis in Article 6 is not
enough.

Wrong: the flag lets people infer that someone in the family is ill, and the council names no condition.

```yaml
flows:
  F01:
    bases:
      council:
        article9:
        ^
```

Right:

```yaml
flows:
  F01:
    bases:
      council:
        article9: h
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
    id="DP-ART9-001",
    title="Special category information without a condition",
    severity="error",
    authority="UK GDPR Article 9(1) and (2)",
    why="The use of special category information is forbidden unless a condition applies.",
    fix="Give the party a point of Article 9(2): often `g` for safeguarding, and `h` inside health or social care.",
    false_positives="A field that is marked as a special category and shows none. Take the mark off, if that is true.",
    yields_to=("DP-CTL-001", "DP-LE-001"),
)


def check(side: Side) -> Iterator[Found]:
    """Find a controller under the UK GDPR that names no point of Article 9(2) for special category information."""
    basis = under_uk_gdpr(side)
    if basis is None or basis.article9 is not None or not side.flow.special:
        return
    labels = side.case.law.vocabulary.special_categories
    shown = ", ".join(labels[category].label.lower() for category in sorted(side.flow.special))
    yield Found(
        join_path(side.path, "article9"),
        f"{side.party.called} has no Article 9 condition in {side.flow.key}, which carries special category "
        f"information ({shown}).",
    )
