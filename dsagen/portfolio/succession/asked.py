"""What is asked for: which bodies end, which one takes their place, and from when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dsagen.model.party import Party
from dsagen.model.workspace import Workspace
from dsagen.workspace.suggest import did_you_mean

__all__ = ["Refused", "Succession", "refuse"]


@dataclass(frozen=True)
class Succession:
    """A merger, or an abolition: from a day one body stands in the place of others."""

    olds: tuple[str, ...]
    new: str
    day: date
    author: str | None = None
    """The role that writes the new version of each agreement. That of the last version unless it is given."""

    def successor(self, word: str) -> str:
        """Give the party that stands in the place of one."""
        return self.new if word in self.olds else word

    def reason(self, parties: Workspace, olds: tuple[str, ...]) -> str:
        """Give the reason for the new version of an agreement in which some of the bodies take part."""
        first, *others = (parties.parties[old].name for old in reversed(olds))
        names = " and ".join([*([", ".join(reversed(others))] if others else []), first])
        day = f"{self.day.day} {self.day:%B %Y}"
        return f"{parties.parties[self.new].name} takes the place of {names} from {day}"


class Refused(Exception):
    """What is asked for makes no sense in this workspace."""

    def __init__(self, reason: str, fix: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.fix = fix


def refuse(asked: Succession, workspace: Workspace) -> None:
    """Refuse what makes no sense in this workspace. Raises `Refused`."""
    known = workspace.parties
    if asked.new in asked.olds:
        raise Refused(f"`{asked.new}` cannot take its own place", "Name those that end first, and the new one last.")
    for old in asked.olds:
        if old not in known:
            raise Refused(f"there is no party `{old}`", did_you_mean(old, known, "one of") if known else "")
    if asked.new not in known:
        close = did_you_mean(asked.new, [key for key in known if key not in asked.olds], "one of")
        raise Refused(f"there is no party `{asked.new}` yet", f"{close}\n{_how_to_add(asked, workspace)}")
    _refuse_dates(asked, known[asked.new], workspace)


def _refuse_dates(asked: Succession, new: Party, workspace: Workspace) -> None:
    if new.until is not None and new.until <= asked.day:
        raise Refused(f"{new.name} no longer exists on {asked.day}: its `until` is {new.until}")
    for old in asked.olds:
        party = workspace.parties[old]
        fix = "Correct it in the register of parties, or give another day with --from."
        if party.until not in (None, asked.day):
            raise Refused(f"{party.name} ends on {party.until} by its `until`, and not on {asked.day}", fix)
        if party.succeeded_by not in (None, asked.new):
            raise Refused(f"{party.name} is succeeded by `{party.succeeded_by}` already", fix)
        for before in new.succeeds:
            if before.name == party.name and before.until != asked.day:
                raise Refused(f"{new.name} took over from {party.name} on {before.until} by its `succeeds`", fix)


def _how_to_add(asked: Succession, workspace: Workspace) -> str:
    kind = workspace.parties[asked.olds[0]].type
    return (
        "To add it, write in a file in `parties/` (or under `registers`, `parties` in a single file):\n"
        f"  {asked.new}:\n"
        "    name: The legal name of the new body\n"
        f"    type: {kind}\n"
        "The type decides which law it may use. `docs/yaml-reference.md` lists the types and all that a party may have."
    )
