"""Findings as a JUnit report: an agreement is a suite, and each finding that nobody accepts a failed case.

Source: the JUnit XML format as continuous integration services read it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree import ElementTree

from dsagen.model.finding import Finding

__all__ = ["junit_report"]

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit_report(findings: Iterable[Finding], agreements: Iterable[str]) -> str:
    """Give the report. An agreement without findings is one case that passes."""
    suites: dict[str, list[Finding]] = {agreement: [] for agreement in agreements}
    for finding in findings:
        suites.setdefault(finding.agreement or "workspace", []).append(finding)
    root = ElementTree.Element("testsuites", name="dsagen check")
    for name, found in suites.items():
        _suite(root, name, found)
    _total(root)
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _suite(root: ElementTree.Element, name: str, found: list[Finding]) -> None:
    suite = ElementTree.SubElement(root, "testsuite", name=_clean(name))
    for finding in found:
        place = {"file": _clean(finding.source.file), "line": str(finding.source.line)} if finding.source else {}
        case = ElementTree.SubElement(
            suite, "testcase", {"classname": _clean(finding.rule), "name": _clean(f"{finding.path or name}"), **place}
        )
        words = "\n".join(word for word in (str(finding.source or ""), finding.fix, finding.authority) if word)
        if finding.acceptance is not None:
            said = f"accepted by {finding.acceptance.by} until {finding.acceptance.until}: {finding.acceptance.reason}"
            ElementTree.SubElement(case, "skipped", message=_clean(said))
        else:
            failure = ElementTree.SubElement(case, "failure", type=finding.severity, message=_clean(finding.message))
            failure.text = _clean(words)
    if not found:
        ElementTree.SubElement(suite, "testcase", classname="dsagen", name="nothing found")
    _count(suite)


def _count(suite: ElementTree.Element) -> None:
    suite.set("tests", str(len(suite)))
    suite.set("failures", str(len(suite.findall("testcase/failure"))))
    suite.set("skipped", str(len(suite.findall("testcase/skipped"))))
    suite.set("errors", "0")


def _total(root: ElementTree.Element) -> None:
    for name in ("tests", "failures", "skipped", "errors"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in root)))


def _clean(text: str) -> str:
    """Take out the characters that XML cannot hold."""
    return _NOT_XML.sub("\ufffd", text)
