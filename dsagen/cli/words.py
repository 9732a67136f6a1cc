"""Options that take words of a list: `--only dsa,dpia`, `--agreement NYC-001`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TypeVar

import typer

__all__ = ["chosen", "known_word"]

Word = TypeVar("Word", bound=str)

_MEANT: Mapping[str, str] = MappingProxyType(
    {
        "agreement": "dsa",
        "apd": "appropriate_policy",
        "policy": "appropriate_policy",
        "notice": "privacy_notice",
        "privacy": "privacy_notice",
        "word": "docx",
        "doc": "docx",
        "txt": "text",
        "htm": "html",
    }
)
"""What people write for our words."""


def chosen(written: str | None, known: Sequence[Word], otherwise: Sequence[Word], option: str) -> list[Word]:
    """Give the words of an option, each once, or the others where it is not given.

    Raise `typer.BadParameter` for a word that is not known.
    """
    if written is None:
        return list(otherwise)
    found: list[Word] = []
    for word in (part.strip() for part in written.split(",") if part.strip()):
        match = next((each for each in known if each == word.lower().replace("-", "_")), None)
        if match is None:
            raise typer.BadParameter(_refusal(word, known), param_hint=option)
        found.append(match)
    if not found:
        raise typer.BadParameter(f"it names nothing. Choose from: {', '.join(known)}.", param_hint=option)
    return list(dict.fromkeys(found))


def _refusal(word: str, known: Sequence[str]) -> str:
    from dsagen.workspace.suggest import did_you_mean

    meant = _MEANT.get(word.lower())
    offer = f"Did you mean `{meant}`?" if meant in known else did_you_mean(word, known, "one of")
    return f"there is no `{word}`. {offer}"


def known_word(written: str, known: Sequence[str], option: str, kind: str) -> str:
    """Give a word that is one of those that are known. Raise `typer.BadParameter` for any other."""
    from dsagen.workspace.suggest import did_you_mean

    if written not in known:
        offer = did_you_mean(written, known, "one of") if known else "There is none that could be read."
        raise typer.BadParameter(f"there is no {kind} `{written}`. {offer}", param_hint=option)
    return written
