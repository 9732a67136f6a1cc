"""Triggers, the risk matrix, the risk library, notice items, exemptions and the regulator."""

from __future__ import annotations

import pytest

from dsagen.law import catalogue
from dsagen.law.assessment import Level, Likelihood, RiskMatrix, Severity


def test_the_triggers_are_those_of_the_note() -> None:
    # Section 7.1: Article 35(3) has three, the ICO ten, WP248 nine; five of the ICO's are starred.
    triggers = catalogue().dpia_triggers
    lists = [trigger.listed_by for trigger in triggers.values()]
    assert (lists.count("article_35_3"), lists.count("ico"), lists.count("wp248")) == (3, 10, 9)
    assert {key for key, trigger in triggers.items() if trigger.needs_another} == {
        "ico_innovative_technology",
        "ico_biometrics",
        "ico_genetic_data",
        "ico_invisible_processing",
        "ico_tracking",
    }
    assert {key for key, trigger in triggers.items() if trigger.verified != "verified"} == {
        "ico_invisible_processing",
        "ico_tracking",
    }
    assert {key for key, trigger in triggers.items() if trigger.expected_for_children} == {
        "wp248_sensitive_data",
        "wp248_matching_datasets",
        "wp248_vulnerable_people",
    }


@pytest.mark.parametrize(
    ("severity", "likelihood", "level"),
    [
        ("serious", "remote", "low"),
        ("serious", "possible", "high"),
        ("serious", "probable", "high"),
        ("some", "remote", "low"),
        ("some", "possible", "medium"),
        ("some", "probable", "high"),
        ("minimal", "remote", "low"),
        ("minimal", "possible", "low"),
        ("minimal", "probable", "low"),
    ],
)
def test_all_nine_cells(severity: Severity, likelihood: Likelihood, level: Level) -> None:
    # Section 7.3.
    assert catalogue().risk_matrix.level(likelihood, severity) == level


@pytest.mark.parametrize(("adult", "child"), [("minimal", "some"), ("some", "serious"), ("serious", "serious")])
def test_harm_to_a_child_is_one_step_worse(adult: Severity, child: Severity) -> None:
    # Section 7.3.
    assert catalogue().risk_matrix.for_children(adult) == child


def test_the_matrix_prints_its_own_labels() -> None:
    matrix = catalogue().risk_matrix
    assert list(matrix.likelihood.values()) == ["Remote", "Reasonable possibility", "More likely than not"]
    assert list(matrix.severity.values()) == ["Minimal impact", "Some impact", "Serious harm"]
    assert list(matrix.levels.values()) == ["Low", "Medium", "High"]


def test_a_matrix_with_a_missing_cell_is_refused() -> None:
    whole = catalogue().risk_matrix.model_dump()
    del whole["table"]["some"]["possible"]
    with pytest.raises(ValueError, match="all nine cells"):
        RiskMatrix.model_validate(whole)


def test_the_library_has_its_32_risks() -> None:
    # Section 7.4.
    risks = catalogue().risks
    assert list(risks) == [f"R{number:02}" for number in range(1, 33)]
    assert risks["R07"].name == "Unexpected use"
    assert risks["R12"].mitigations == ("subject list", "redaction step", "relevance test per person")
    assert all(risk.verified == "unverified" for risk in risks.values())


def test_notice_items_are_those_of_the_note() -> None:
    # Section 8.1: fourteen rows, of which Article 13 has twelve and Article 14 has thirteen.
    items = catalogue().notice_items
    assert len(items) == 14
    assert [key for key, item in items.items() if item.article13 is None] == ["categories", "origin"]
    assert [key for key, item in items.items() if item.article14 is None] == ["obligation"]
    assert (items["complaints"].article13, items["complaints"].article14) == ("13(2)(d)", "14(2)(e)")


def test_exemptions_are_those_of_the_note() -> None:
    # Section 8.3: ten rows.
    exemptions = catalogue().exemptions
    assert len(exemptions) == 10
    assert "purpose limitation" in (exemptions["schedule2_para2"].note or "")


def test_the_regulator_is_data() -> None:
    # Sections 0.2 and 1.6.
    regulator = catalogue().regulator
    assert regulator.name == "Information Commissioner (ICO)"
    assert regulator.website == "https://ico.org.uk"
    assert regulator.complaint_to_controller.acknowledge_days == 30
