"""Each party is one controller.

Everyone must be able to see who is controller at each step. "All schools" is no body that anyone could ask or sue. A
department is part of the body that it belongs to, and a board or a team is no legal person.

Wrong: many bodies stand under one name.

```yaml
registers:
  parties:
    primary:
      name: All Fernshire schools
      ^
```

Wrong: a department of the council is a party beside it.

```yaml
registers:
  parties:
    friends:
      name: Fernshire Council children's services
      ^
```

Wrong: a board is no controller.

```yaml
registers:
  parties:
    friends:
      type: board
      ^
```

Wrong: nobody in the agreement holds the information first.

```yaml
registers:
  parties:
    hospital: {name: Hospital of Fernshire, type: nhs_trust}
  datasets:
    worries:
      holder: hospital
      ^
```

Right: one body, with its teams inside it.

```yaml
registers:
  parties:
    primary:
      name: Fern Primary School
      teams: {office: {title: School office}}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Case
from dsagen.model.party import Party
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

_NO_PERSON = frozenset({"board", "youth_offending_team"})
"""Types that are no legal person of their own (the gateways note, party types)."""
_GROUPS = (
    "schools|academies|colleges|practices|surgeries|trusts|agencies|partners|providers|charities|councils|forces|"
    "hospitals"
)
_SCHOOLS = "schools|academies|colleges|practices|surgeries"
_ALL = re.compile(
    rf"^(all (?!saints|souls|hallows)|(the )?(partner|participating|various|other|relevant|member) ).*\b({_GROUPS})$"
    rf"|\b(partner|participating|all) ({_GROUPS})\b|\bmembers of (the|our)\b|\band ((all|other) )?partners$",
    re.IGNORECASE,
)
"""Words that mean many bodies, whatever stands around them."""
_SEVERAL = re.compile(
    rf"(?i:^(the|local)\b.*\b({_GROUPS})$)"
    rf"|(?i:^((gp|local|primary|secondary|special|maintained|independent) )*({_SCHOOLS}) (in|of|across|within)\b)"
    rf"| ({_SCHOOLS})$"
)
"""A plural, which may still be the name of one body: `Association of Local Councils`."""
_PART = re.compile(
    r"^((the )?(department|directorate|division|team|unit|office) (of|for)\b(?! (education|health|work|justice))"
    r"|.*\b(department|directorate|division)$|.*, .*\b(team|unit|services?)$"
    r"|(the )?(children['’]s (social care|(social )?services)|adult (social care|services)|education services?"
    r"|housing services?|social services|youth (justice|offending) (service|team)|early help( service| team| hub)?"
    r"|public health( team)?)$)",
    re.IGNORECASE,
)
_ONE_BODY = re.compile(
    r"\b(limited|ltd|plc|llp|cic|cio|charity|charitable|company|corporation|trust|foundation|federation|association|"
    r"union|society|governing body|school|academy|college|nursery|commissioner)\b",
    re.IGNORECASE,
)
"""Words of bodies that are persons in law, even where their name is a plural or begins with that of another."""
_DEPARTMENTS_OF_STATE = frozenset(
    {
        *("central_government", "home_office", "dwp", "hmrc", "mhclg", "dfe", "moj", "welsh_ministers"),
        *("regulator", "local_policing_body"),
    }
)
"""Types whose bodies are called an office or a department, and are no part of another body."""

RULE = Rule(
    id="DP-CTL-001",
    title="The controller is not clear",
    severity="error",
    authority="UK GDPR Articles 4(7) and 24",
    why=(
        "Duties bind a controller. Where nobody can tell who that is, nobody carries them out and people "
        "have nobody to ask."
    ),
    fix="Name each organisation as one party. Make a department or team one of its `teams`.",
    false_positives=(
        "A body whose legal name reads like a group or a department. Accept the finding, and say what it is in law."
    ),
)


def check(case: Case) -> Iterator[Found]:
    """Find parties that are several bodies, or none, and information that no party holds."""
    parties = {key: case.workspace.parties[key] for key in case.agreement.parties}
    for key, party in parties.items():
        others = [other for one, other in parties.items() if one != key]
        yield from _about(party, join_path("parties", key), others)
    for key in dict.fromkeys(flow.flow.dataset for flow in case.flows):
        holder = case.workspace.datasets[key].holder
        if holder not in parties:
            called = case.workspace.parties[holder].called
            yield Found(
                join_path("datasets", key, "holder"),
                f"{called} holds this information and is no party to the agreement.",
                "Make the holder a party, or name the party that holds it.",
            )


def _about(party: Party, path: str, others: list[Party]) -> Iterator[Found]:
    name = join_path(path, "name")
    whole = next((other.called for other in others if _is_part_of(party.name, other)), None)
    if party.type in _NO_PERSON:
        yield Found(
            join_path(path, "type"),
            f"{party.called} is no legal person of its own, so it cannot be a controller.",
            "Name the body that answers for it, usually the council, and make this one of its `teams`.",
        )
    elif _ALL.search(party.name) or (_SEVERAL.search(party.name) and not _ONE_BODY.search(party.name)):
        yield Found(name, f"“{party.name}” is many bodies under one name.")
    elif whole is not None:
        yield Found(name, f"“{party.name}” is part of {whole}, which is a party already.")
    elif _PART.search(party.name) and party.type not in _DEPARTMENTS_OF_STATE:
        yield Found(name, f"“{party.name}” is a department, and no body of its own.")


def _is_part_of(name: str, whole: Party) -> bool:
    """Tell whether a name is that of another body with a team's name after it. A short name of one word is no proof."""
    for called in (whole.name, whole.short_name or ""):
        rest = re.match(rf"{re.escape(called)}(['’]s)?[ ,:(–-]+(?!and\b)(.+)", name, re.IGNORECASE)
        if " " in called and rest is not None and not _ONE_BODY.search(rest[2]):
            return True
    return False
