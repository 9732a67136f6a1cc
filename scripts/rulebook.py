"""Write the rulebook and the gateway library of docs/: what `dsagen explain` says, for people who do not run dsagen.

Run `make docs` after a change of a rule or of the law. A test compares them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from inspect import cleandoc
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import dsagen.checks.traps as traps  # noqa: E402
from dsagen.checks.not_asked import ELSEWHERE, GUARANTEED, RETIRED, WAITING, NotAsked  # noqa: E402
from dsagen.checks.rule import WrittenRule  # noqa: E402
from dsagen.checks.rulebook import GROUPS, rulebook  # noqa: E402
from dsagen.cli.gateways.records import mark, parties, verified_words  # noqa: E402
from dsagen.law import catalogue  # noqa: E402
from dsagen.law.gateway import Gateway  # noqa: E402
from dsagen.law.reading import DATA, read_records  # noqa: E402

MADE = "<!-- Made by scripts/rulebook.py. Change the program or the law's data, not this page. -->\n"


def rulebook_index() -> Iterator[str]:
    """Give the first page of the rulebook, line by line."""
    yield MADE
    yield "# Rulebook\n"
    yield (
        "Every rule that `dsagen check` asks, with the law behind it. Each rule has a page with an example that breaks "
        "it and one that does not. The examples are run as tests. They change one thing in "
        "[a sound agreement](../../tests/checks/fernshire.yaml); the caret stands where the finding points."
    )
    yield (
        "\nAn *error* stops a final document. A *warning* is printed with it. *Advice* stands in the report alone. "
        "A workspace "
        "may give a rule another severity, with a reason, under `severities` in `dsagen.yaml`. A finding may be "
        "accepted, "
        "with a reason, a role and an end, under `accepted` in the agreement."
    )
    yield (
        "\nTo correct a rule, tell us the rule's id, what is wrong, and the text of the law. "
        "Nothing here is legal advice.\n"
    )
    yield (
        f"{len(rulebook())} rules are checked, {len(WAITING)} wait for a later part of dsagen, and "
        f"{len(GUARANTEED)} cannot be "
        f"broken. {len(RETIRED)} ids are retired."
    )
    for group, title in GROUPS.items():
        rules = in_group(group)
        if rules:
            yield f"\n## {title}\n\n| Rule | Severity | What is wrong | Authority |\n|---|---|---|---|"
            page = group.replace("_", "-")
            for written in rules:
                rule = written.rule
                doubt = " *(not verified)*" if rule.unverified else ""
                link = f"[{rule.id}]({page}.md#{anchor(written)})"
                yield f"| {link} | {rule.severity} | {cell(rule.title)} | {cell(rule.authority)}{doubt} |"
    yield f"\n## The twelve traps\n\n{cleandoc(traps.__doc__ or '').partition(chr(10))[2].strip()}"
    yield from not_asked("Waiting", "These come with a later part of dsagen.", WAITING)
    yield from not_asked("Guaranteed", "Nothing that anyone writes can break these. Tests prove it.", GUARANTEED)
    yield from not_asked("Found by reading", "Nobody can accept these: they are mended.", ELSEWHERE)
    yield "\n## Retired\n\n| Id | In its place |\n|---|---|"
    yield from (f"| {old} | {new} |" for old, new in RETIRED.items())


def not_asked(title: str, words: str, table: Mapping[str, NotAsked]) -> Iterator[str]:
    """Give a table of rules that nobody is asked."""
    yield f"\n## {title}\n\n{words}\n\n| Rule | What it is about | Authority | Why |\n|---|---|---|---|"
    for key, entry in table.items():
        yield f"| {key} | {cell(entry.title)} | {cell(entry.authority)} | {cell(entry.because)} |"


def in_group(group: str) -> list[WrittenRule]:
    """Give the rules of a group, in order."""
    return [written for written in rulebook().values() if written.group == group]


def anchor(written: WrittenRule) -> str:
    """Give the anchor of a rule's heading."""
    heading = f"{written.rule.id}: {written.rule.title}".lower()
    return "".join(sign for sign in heading if sign.isalnum() or sign in " -_").replace(" ", "-")


def group_page(group: str) -> Iterator[str]:
    """Give the page of a group of rules, line by line."""
    yield MADE
    yield f"# {GROUPS[group]}\n\n[All rules](README.md)\n"
    for written in in_group(group):
        rule = written.rule
        module = f"../../dsagen/checks/{group}/{rule.id.lower().replace('-', '_')}.py"
        doubt = (
            " Not verified: general knowledge or an inference, which a lawyer should confirm."
            if rule.unverified
            else ""
        )
        yield f"## {rule.id}: {rule.title}\n"
        yield f"*{rule.severity.capitalize()}.* [Source]({module})\n"
        yield f"{written.page}\n"
        yield f"- **Why it matters**: {rule.why}"
        yield f"- **How to mend it**: {rule.fix}"
        yield f"- **Authority**: {rule.authority}.{doubt}"
        yield f"- **When it may be wrong**: {rule.false_positives}"
        if rule.yields_to:
            yield f"- **Held back where this is found about the same thing**: {', '.join(rule.yields_to)}"
        yield ""


def gateway_index() -> Iterator[str]:
    """Give the first page of the gateway library, line by line."""
    gateways = catalogue().gateways
    yield MADE
    yield "# Gateway library\n"
    yield (
        f"The {len(gateways)} records of the law that lets or makes bodies share. Some are no gateways and are here "
        "so that "
        "they can be refused. The words are ours and are a paraphrase: read the provision before you rely on it. "
        "Nothing here is legal advice."
    )
    yield (
        "\nEach record stands in a plain file of `dsagen/law/data/gateways/`, which can be corrected without "
        "knowing Python. "
        "A workspace adds records and confirmations of its own in `law/`.\n"
    )
    yield "| Record | Citation | Effect | Nation | Checked |\n|---|---|---|---|---|"
    for subject in subjects():
        for gateway in of_subject(subject):
            effect = mark(gateway) or gateway.effect.replace("_", " ")
            read = {"verified": "read in full", "partly": "read in part", "unverified": "not verified"}[
                gateway.verified
            ]
            nation = ", ".join(each.replace("_", " ").title() for each in gateway.nation) or "none"
            link = f"[{gateway.id}]({subject}.md#{gateway.id})"
            yield f"| {link} | {cell(gateway.citation)} | {effect} | {nation} | {read}, {gateway.checked_on} |"


def subjects() -> list[str]:
    """Give the names of the files of the law's data that hold gateways."""
    return sorted(path.stem for path in (DATA / "gateways").glob("*.yaml"))


def of_subject(subject: str) -> list[Gateway]:
    """Give the gateways of one file of the law's data."""
    return list(read_records(DATA / "gateways" / f"{subject}.yaml", Gateway, key="id").values())


def gateway_page(subject: str) -> Iterator[str]:
    """Give the page of the gateways of one Act, line by line."""
    yield MADE
    yield (
        f"# {subject}\n\n[All gateways](README.md). The data: "
        f"[{subject}.yaml](../../dsagen/law/data/gateways/{subject}.yaml)\n"
    )
    words = catalogue().vocabulary
    for gateway in of_subject(subject):
        yield f"## {gateway.id}\n\n**{gateway.title}.** [{gateway.citation}]({gateway.url})\n"
        if mark(gateway):
            yield f"**No power to share: {mark(gateway)}.**\n"
        yield f"{gateway.plain}\n"
        yield f"- **Effect:** {words.effects[gateway.effect].label}. {'Express' if gateway.express else 'Implied'}."
        yield f"- **Who may give, or holds the function:** {parties(gateway.discloser_types, catalogue())}"
        yield f"- **Who may receive:** {parties(gateway.recipient_types, catalogue())}"
        kinds = "; ".join(words.purpose_kinds[kind].label for kind in gateway.purpose_kinds)
        yield f"- **Purposes:** {kinds or 'none'}"
        yield f"- **When it applies:** {line(gateway.conditions)}"
        yield f"- **Limits:** {line(gateway.restrictions)}"
        note = f" {line(gateway.lifts_confidence_note)}" if gateway.lifts_confidence_note else ""
        yield f"- **Confidence:** {words.lifts_confidence[gateway.lifts_confidence].meaning}{note}"
        yield f"- **Periods:** {'; '.join(periods(gateway))}. {line(gateway.in_force_note)}"
        yield f"- **Usual pairing:** {', '.join(gateway.art6) or 'none'}"
        yield f"- **Notes:** {line(gateway.notes)}"
        yield f"- **Checked:** {line(verified_words(gateway))}"
        yield f"- **Against:** {line(gateway.source)}\n"


def periods(gateway: Gateway) -> Iterator[str]:
    """Give each period of a gateway in words."""
    for period in gateway.periods:
        days = (
            f"from {period.from_}"
            if period.from_
            else f"announced for {period.announced_for}"
            if period.announced_for
            else ""
        )
        until = f"until {period.until}" if period.until else ""
        nations = ", ".join(each.replace("_", " ").title() for each in period.nation)
        yield " ".join(part for part in (period.state.replace("_", " "), days, until, f"({nations})") if part)


def cell(text: str) -> str:
    """Give text for a cell of a table."""
    return line(text).replace("|", "\\|")


def line(text: str) -> str:
    """Give text on one line."""
    return " ".join(text.split())


def pages() -> dict[str, str]:
    """Give every page, by its path in docs/."""
    made = {"rulebook/README.md": rulebook_index(), "gateways/README.md": gateway_index()}
    made |= {f"rulebook/{group.replace('_', '-')}.md": group_page(group) for group in GROUPS if in_group(group)}
    made |= {f"gateways/{subject}.md": gateway_page(subject) for subject in subjects()}
    return {name: "\n".join(lines).rstrip() + "\n" for name, lines in made.items()}


def main() -> None:
    for name, text in pages().items():
        file = ROOT / "docs" / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    print("docs/rulebook/ and docs/gateways/")


if __name__ == "__main__":
    main()
