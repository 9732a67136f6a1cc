"""Findings in the Static Analysis Results Interchange Format.

Source: OASIS, SARIF 2.1.0.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote

from dsagen.checks.rule import WrittenRule
from dsagen.model.finding import Finding

__all__ = ["sarif_log"]

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: Mapping[str, str] = {"error": "error", "gap": "warning", "warning": "warning", "advice": "note"}


def sarif_log(findings: Iterable[Finding], rules: Mapping[str, WrittenRule], version: str) -> str:
    """Give the log: the rules that found something, with their manual pages, and every finding.

    A finding that someone accepts is a result with a suppression and its reason.
    """
    found = list(findings)
    used = list(dict.fromkeys(finding.rule for finding in found))
    driver = {"name": "dsagen", "semanticVersion": version, "rules": [_rule(key, rules.get(key)) for key in used]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, used.index(finding.rule)) for finding in found],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2, ensure_ascii=False)


def _rule(key: str, written: WrittenRule | None) -> dict[str, Any]:
    if written is None:
        return {"id": key}
    rule = written.rule
    return {
        "id": key,
        "name": rule.title,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.why},
        "help": {"text": f"{rule.fix}\n{rule.authority}", "markdown": written.page},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(finding: Finding, index: int) -> dict[str, Any]:
    words = " ".join(word for word in (finding.message, finding.fix, finding.authority) if word)
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": words},
    }
    if finding.source is not None:
        region = {"startLine": max(finding.source.line, 1), "startColumn": max(finding.source.column, 1)}
        place = {"artifactLocation": {"uri": quote(finding.source.file)}, "region": region}
        result["locations"] = [{"physicalLocation": place}]
    if finding.facts:
        result["partialFingerprints"] = {"facts/v1": finding.facts}
    if finding.acceptance is not None:
        reason = f"{finding.acceptance.reason} ({finding.acceptance.by}, until {finding.acceptance.until})"
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": reason}]
    return result
