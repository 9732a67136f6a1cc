"""The rulebook: every rule that is checked, every one that waits, and every one that cannot be broken."""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from inspect import cleandoc, signature
from types import ModuleType
from typing import get_type_hints

from dsagen.checks.rule import Rule, WrittenRule

__all__ = ["GROUPS", "RulebookFault", "rulebook"]

GROUPS: Mapping[str, str] = {
    "controllers": "Controllers, processors, security and transfers",
    "law_enforcement": "Law enforcement (Part 3)",
    "lawfulness": "Lawful basis (Article 6)",
    "purpose_limitation": "Purpose limitation",
    "gateway_fit": "Whether the gateway fits",
    "traps": "Traps in the gateways",
    "special_and_criminal": "Special category and criminal-offence information",
    "confidentiality": "Confidentiality",
    "necessity": "Necessity",
    "minimisation": "Proportionality and minimisation",
    "transparency": "Transparency and rights",
    "children": "Children",
    "linkage": "Linkage and identifiers",
    "review": "Review, signature and impact assessment",
    "consistency": "Consistency across documents",
    "document_shape": "What reviewers send back",
    "acceptances": "Accepted findings",
}
"""The folders of rules with their titles, in the order in which they are asked."""


class RulebookFault(Exception):
    """A module of the rulebook is not written as a rule. It is a fault of dsagen."""


@cache
def rulebook() -> Mapping[str, WrittenRule]:
    """Give every rule that is checked, by id, in the order in which they are asked. Raises `RulebookFault`."""
    found: dict[str, WrittenRule] = {}
    for group in GROUPS:
        package = import_module(f"dsagen.checks.{group}")
        for name in sorted(module.name for module in pkgutil.iter_modules(package.__path__)):
            if name.startswith("_"):
                continue
            written = _written(import_module(f"dsagen.checks.{group}.{name}"), group)
            if written.rule.id in found:
                raise RulebookFault(f"{written.rule.id} is written twice")
            found[written.rule.id] = written
    return found


def _written(module: ModuleType, group: str) -> WrittenRule:
    rule, check = getattr(module, "RULE", None), getattr(module, "check", None)
    if not isinstance(rule, Rule) or check is None or not module.__doc__:
        raise RulebookFault(f"{module.__name__} needs a docstring, a `RULE` and a `check`")
    first = next(iter(signature(check).parameters))
    return WrittenRule(rule, get_type_hints(check)[first], check, group, cleandoc(module.__doc__))
