"""A competent child's confidence is the child's own.

A young person may ask for contraception, counselling or an abortion without a parent. One who understands what is asked
decides about the confidence as well. So a flow that carries such information about people of 13 to 17 says how their
understanding and view are found out. Where a competent young person does not agree, the fact stays behind.

Wrong:

```yaml
flows:
  F01:
    fields: {clinic-visit: To know what to offer.}
    confidentiality:
      competence_check:
      ^
registers:
  datasets:
    young-carer-flags:
      fields:
        clinic-visit:
          label: Visits to the sexual health clinic
          kind: code
          detail: code
          special: [health, sex_life]
          confidential: true
          people: [child]
```

Right:

```yaml
flows:
  F01:
    fields: {clinic-visit: To know what to offer.}
    confidentiality:
      competence_check: The nurse asks the young person, and sends nothing where a competent young person says no.
registers:
  datasets:
    young-carer-flags:
      fields:
        clinic-visit:
          label: Visits to the sexual health clinic
          kind: code
          detail: code
          special: [health, sex_life]
          confidential: true
          people: [child]
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import FlowSubject, Item
from dsagen.checks.subjects.flow import is_about_children
from dsagen.model.people import People
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-CONF-008",
    title="A young person's own confidence",
    severity="error",
    authority="Common law duty of confidence; Gillick competence",
    why="Young people who fear that others are told stay away from the care that they need.",
    fix="Say in `competence_check` how the young person is asked, and leave the field out where the answer is no.",
    false_positives="A field whose name has such a word, and which comes from another service. Accept the finding.",
    yields_to=("DP-CONF-001",),
    unverified=True,
)

_OWN_SERVICES = re.compile(
    r"\b(sexual[- ]health|contracepti\w+|abortions?|termination of (a )?pregnancy|pregnancy termination"
    r"|counsell?(ing|or|ors|ed))\b"
)
_AGES = (13, 17)
_ONLY_WHO = frozenset({"name", "contact", "identifier"})


def check(flow: FlowSubject) -> Iterator[Found]:
    """Find such information about people of 13 to 17 in a flow that has no check of competence."""
    confidentiality = flow.flow.confidentiality
    if confidentiality is not None and confidentiality.competence_check:
        return
    item = next((item for item in flow.items if _is_their_own(item)), None)
    if item is not None:
        yield Found(
            join_path(flow.path, "confidentiality", "competence_check"),
            f"{flow.key} carries “{item.field.label}”. Nothing says how a young person who understands it decides.",
        )


def _is_their_own(item: Item) -> bool:
    return _is_from_own_service(item) and any(_are_of_age(group) for group in item.people.values())


def _is_from_own_service(item: Item) -> bool:
    """Tell whether the field's name, or the dataset, is of such a service. How to reach a service says nothing."""
    dataset, field = item.flow.dataset, item.field
    texts = [dataset.title, dataset.system or ""]
    if field.kind not in _ONLY_WHO:
        texts += [item.key.replace("-", " "), field.label, *field.values]
    return any(_OWN_SERVICES.search(text.lower()) for text in texts)


def _are_of_age(group: People) -> bool:
    if group.age_range is None:
        return is_about_children(group)
    youngest, oldest = group.age_range
    return youngest <= _AGES[1] and oldest >= _AGES[0]
