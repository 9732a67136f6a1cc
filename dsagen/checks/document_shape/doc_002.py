"""Every party takes part, and every body that takes part is a party.

A party that is in no flow signs for nothing. A partner that the text names, and that the list of parties leaves out, is
bound by nothing.

Wrong: the charity is a party, and no flow goes to it or comes from it.

```yaml
flows:
  F06:
    from: primary
    bases:
      friends: (taken away)
      primary:
        gateways: [education-act-2002-s175]
        article6: e
        article9: g
        schedule1: [18]
        substantial_public_interest: Children at risk must be seen.
        no_consent_reason: Asking the parent first could prejudice the protection of the child.
        compatibility: {annex2: safeguarding vulnerable individuals}
parties: [council, academy, primary, surgery, police, friends]
                                                      ^
```

Wrong: the text gives a part to a body that is no party.

```yaml
registers:
  parties:
    hospital: {name: Fernshire Hospital Trust, type: nhs_trust}
summary: Fernshire Hospital Trust tells the council about a child.
^
```

Right: each party is in a flow.

```yaml
parties: [council, academy, primary, surgery, police, friends]
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Case
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DOC-002",
    title="A party takes no part, or a body that takes part is no party",
    severity="error",
    authority="WASPI quality assurance; what auditors look for",
    why=(
        "The list of parties, the flows and the signatures must name the same bodies. Otherwise nobody "
        "knows who is bound."
    ),
    fix="Add the body to `parties` with a flow of its own, or take it out of the text or the list.",
    false_positives=("A body that is named only as a place or as someone who was consulted. Accept the finding there."),
    yields_to=("DP-CTL-001",),
)


def check(case: Case) -> Iterator[Found]:
    """Find parties without a flow, and other bodies of the register that the agreement's texts name.

    A party of an overarching agreement may have its flows in an agreement under it.
    """
    active = {side.party.key for side in case.sides} | case.active_below
    for index, key in enumerate(case.agreement.parties):
        if key not in active:
            called = case.workspace.parties[key].called
            yield Found(join_path(case.path, "parties", str(index)), f"{called} is a party and is in no flow.")
    yield from _named(case)


def _named(case: Case) -> Iterator[Found]:
    processors = {processor.name for processor in case.agreement.processors.values()}
    inside = {case.workspace.parties[key].name for key in case.agreement.parties} | processors
    names = {party.name for key, party in case.workspace.parties.items() if key not in case.agreement.parties}
    outside = sorted(name for name in names if not any(name in other for other in inside))
    if not outside:
        return
    ours = [text for text in case.texts if text.path.startswith(f"{case.path}/")]
    texts = [(text.path, text.words) for text in ours if not _only_mentioned(text.path, case.path)]
    everything = "\n".join(words for _, words in texts)
    written = [re.escape(name) for name in outside if name in everything]
    if not written:
        return
    pattern = re.compile(rf"\b({'|'.join(written)})\b")
    reported: set[str] = set()
    for path, words in texts:
        named = pattern.search(words)
        if named is not None and named[0] not in reported:
            reported.add(named[0])
            yield Found(path, f"{named[0]} is named here and is not a party to the agreement.")


def _only_mentioned(path: str, agreement: str) -> bool:
    """Tell whether a text is one in which other bodies are rightly named: who was consulted, and related documents."""
    inside = path.removeprefix(f"{agreement}/").split("/")[0]
    return inside in ("consulted", "related", "versions", "under", "processors", "assessment", "left_out")
