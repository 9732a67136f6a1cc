"""An agreement under another one neither repeats nor contradicts it.

The overarching agreement holds what all have in common. An agreement under it says only what is its own. It may add
uses that are never allowed, and may not drop any. Nobody takes part who has not signed the overarching agreement. All
are reviewed together.

Wrong: a use that the overarching agreement forbids is missing, and a clause is given the value that it has there.

```yaml
under: {reference: FER-000, title: Overarching agreement}
prohibited_uses: [marketing]
^
clauses:
  breach: {time: 12 hours}
           ^
overarching:
  reference: FER-000
  prohibited_uses: [immigration enforcement]
  clauses:
    breach: {time: 12 hours}
```

Wrong: it is reviewed on a day of its own.

```yaml
under: {reference: FER-000, title: Overarching agreement}
review_by: 2027-05-31
^
overarching:
  reference: FER-000
  review_by: 2027-11-30
```

Right: the uses are all there, and the clause is left to the overarching agreement.

```yaml
under: {reference: FER-000, title: Overarching agreement}
prohibited_uses: [marketing, immigration enforcement]
overarching:
  reference: FER-000
  prohibited_uses: [immigration enforcement]
  clauses:
    breach: {time: 12 hours}
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Case
from dsagen.model.agreement import Agreement
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DOC-016",
    title="An agreement repeats or contradicts the one that it is made under",
    severity="warning",
    authority="Partnership practice with agreements in two tiers",
    why="A partner who has signed both cannot tell which of them holds.",
    fix="Take out what the overarching agreement says already, and keep to what it forbids. Or change it there.",
    false_positives="An overarching agreement that is being replaced. Accept the finding until then.",
)


def check(case: Case) -> Iterator[Found]:
    """Find what an agreement repeats of the overarching one, and where it goes against it."""
    own, under = case.agreement, case.agreement.under
    above = case.workspace.agreements.get(under.reference) if under is not None else None
    if above is None:
        return
    if above.reference == own.reference or (above.under and above.under.reference == own.reference):
        yield Found(join_path(case.path, "under"), f"{own.reference} and {above.reference} are made under each other.")
        return
    yield from _against(case, own, above)
    for clause, values in own.clauses.items():
        for name, value in values.items():
            if above.clauses.get(clause, {}).get(name) == value:
                path = join_path(case.path, "clauses", clause, name)
                yield Found(path, f"{above.reference} sets `{name}` of the clause `{clause}` to the same value.")


def _against(case: Case, own: Agreement, above: Agreement) -> Iterator[Found]:
    missing = [use for use in above.prohibited_uses if use not in own.prohibited_uses]
    if missing:
        path = join_path(case.path, "prohibited_uses")
        yield Found(path, f"{above.reference} forbids what is not forbidden here: {'; '.join(missing)}.")
    strangers = [key for key in own.parties if key not in above.parties]
    if strangers:
        names = ", ".join(case.workspace.parties[key].called for key in strangers)
        yield Found(join_path(case.path, "parties"), f"Not a party of {above.reference}: {names}.")
    if own.is_final and not above.is_final:
        path = join_path(case.path, "status")
        yield Found(path, f"{own.reference} is {own.status}, and {above.reference}, which it is made under, is not.")
    if above.ends is not None and own.ends is None:
        message = f"{above.reference} ends on {_said(above.ends)}, and this one does not end."
        yield Found(join_path(case.path, "ends"), message)
    if above.review_by is not None and own.review_by is not None and above.review_by != own.review_by:
        yield Found(
            join_path(case.path, "review_by"),
            f"{above.reference} is reviewed by {_said(above.review_by)}, and this one on another day.",
            severity="advice",
            fix="Review them together, so that one meeting looks at all of them. Or say in the minutes why not.",
        )


def _said(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
