"""What an agreement's references may lead to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from dsagen.model.finding import Finding, Source
from dsagen.workspace.law import LawRead
from dsagen.workspace.registers import Kind, Registers
from dsagen.workspace.spot import Spot
from dsagen.workspace.suggest import did_you_mean, kebab

__all__ = ["Scope", "meant"]

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def meant(ids: Iterable[str]) -> set[str]:
    """Give ids, and what was meant by those that are not written as ids: one slip is one problem."""
    return {word for written in ids for word in (written, kebab(written))}


@dataclass
class Scope:
    """One agreement, the registers around it, and the problems that were found."""

    agreement: Spot
    reference: str
    registers: Registers
    law: LawRead
    problems: list[Finding] = field(default_factory=list)

    def report(self, place: Source, path: str, message: str, fix: str = "", rule: str = "SRC-REF") -> None:
        """Report a problem."""
        self.problems.append(
            Finding(rule, "error", message, path=path, agreement=self.reference, fix=fix, source=place)
        )

    @property
    def parties(self) -> list[str]:
        """Give the parties of the agreement."""
        return self.agreement.get("parties").words()

    def flows(self) -> list[tuple[str, Spot]]:
        """Give the flows by reference."""
        return self.agreement.get("flows").entries()

    def defined(self, spot: Spot, kind: Kind, one: str) -> bool:
        """Refuse an id that is not in a register."""
        known = self.registers.entries[kind]
        if spot.text in known or not _ID.fullmatch(spot.text) or spot.text in meant(known):
            return bool(spot.text)
        if self.registers.whole[kind]:
            fix = did_you_mean(spot.text, known, "one of") if known else f"Define it in a file in `{kind}/`."
            self.report(spot.place, spot.path, f"there is no {one} `{spot.text}` in `{kind}/`", fix)
        return False

    def gateway(self, spot: Spot) -> None:
        """Refuse a gateway that is neither in the catalogue nor the workspace's own.

        One of the workspace that is there, and has something wrong with it, has been reported at its own place.
        """
        gateways = self.law.catalogue.gateways
        if not spot.text or spot.text in gateways or spot.text in self.law.unread or not self.law.whole:
            return
        corrected = next(self.law.catalogue.corrections_in(spot.text), None)
        if corrected is None:
            self.among(spot, gateways, "a gateway", "of the catalogue or of `law/gateways/`")
            return
        message = f"`{spot.text}` is not a gateway of the catalogue or of `law/gateways/`"
        right = corrected.item
        offer = f"Did you mean `{right.gateway}`? " if right.gateway else ""
        self.report(spot.place, spot.path, message, f"{offer}{right.why} Write instead: {right.use_instead}.")

    def identifier_rule(self, spot: Spot) -> None:
        """Refuse a reason to hold a number that is neither a rule of the catalogue's table nor a gateway."""
        law = self.law.catalogue
        rules = {rule.id for identifier in law.identifiers.values() for rule in identifier.rules}
        if not spot.text or spot.text in rules or spot.text in self.law.unread or not self.law.whole:
            return
        if spot.text not in law.gateways:
            known = [*sorted(rules), *law.gateways]
            self.among(spot, known, "a rule of the catalogue's identifiers", "or a gateway")

    def among(self, spot: Spot, known: Iterable[str], what: str, where: str) -> None:
        """Refuse an id that is not one of some others. An empty place has been reported already, or is a gap."""
        self.word_among(spot.text, spot.place, spot.path, known, what, where)

    def key_among(self, key: str, spot: Spot, known: Iterable[str], what: str, where: str) -> None:
        """Refuse a key that is not one of some others."""
        self.word_among(key, spot.key, spot.path, known, what, where)

    def word_among(self, word: str, place: Source, path: str, known: Iterable[str], what: str, where: str) -> None:
        """Refuse a word that is not one of some others."""
        candidates = list(dict.fromkeys(known))
        if word and word not in meant(candidates):
            fix = did_you_mean(word, candidates, "one of") if candidates else ""
            self.report(place, path, f"`{word}` is not {what} {where}", fix)
