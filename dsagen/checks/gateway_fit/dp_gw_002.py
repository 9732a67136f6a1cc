"""A gateway serves only the bodies that it names.

A provision gives its power, duty or function to some bodies and to no others. A body that it does not name has nothing
from it, however well the words seem to fit. A recipient may cite its own function, or a provision that says who may
disclose to it.

Wrong: section 175 binds maintained schools and colleges. It does not reach an academy of this kind.

```yaml
flows:
  F02:
    bases:
      academy:
        gateways:
          - education-act-2002-s175
            ^
```

Wrong: a general practice is not an NHS body.

```yaml
flows:
  F01:
    bases:
      surgery:
        gateways:
          - nhs-act-2006-s82
            ^
          - children-act-2004-s10
            ^
```

Wrong: section 16LA names its bodies, and a landlord is not among them. A second rule says that it has not begun.

```yaml
flows:
  F06:
    bases:
      friends:
        gateways:
          - children-act-2004-s16la
            ^
registers:
  parties:
    friends: {type: housing_provider}
```

Right: paragraph 7 of the independent school standards is the academy's own.

```yaml
flows:
  F02:
    bases:
      academy:
        gateways: [independent-school-standards-2014-para7, children-act-2004-s10]
```

Right: section 115 is open to anyone who discloses, and the recipient may point to it.

```yaml
flows:
  F05:
    bases:
      police:
        gateways: [common-law-policing, cda-1998-s115]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.gateway_fit._instead import cite_instead
from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Citation

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-GW-002",
    title="The gateway does not cover this party",
    severity="error",
    authority="The gateway itself",
    why="A body acts beyond its powers when it rests on a provision that was given to someone else.",
    fix="Cite a provision of this party's own: `dsagen gateways suggest` lists candidates.",
    false_positives=(
        "A party that has the function but does not list it. Add it to the party's `functions` if it really has it."
    ),
)


def check(citation: Citation) -> Iterator[Found]:
    """Find a cited gateway that is not given to the party. What has no force here at all is left to other rules."""
    if not citation.is_power or citation.is_elsewhere or citation.state == "repealed" or citation.covers_party:
        return
    side = citation.side
    lacking = [side.case.law.functions[function].label for function in citation.coverage.lacking]
    more = f" It would, for a body with this function: {' or '.join(lacking).lower()}." if lacking else ""
    label = side.party.type_label.lower()
    yield Found(
        citation.path,
        f"{citation.called} does not cover {side.party.called}, which is of the type `{label}`.{more}",
        fix=cite_instead(citation),
        authority=citation.gateway.citation,
    )
