"""The words by which an agreement names an item of a closed list, and its factors."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from dsagen.law.closed_lists import ClosedPurpose, ClosedPurposes

__all__ = ["factors_in", "purposes_in"]

_NAMES: Mapping[str, str] = {
    "multiple_disadvantages": r"multiple disadvantages?",
    "television_retuning": r"television retuning|retun(?:e|ed|ing)",
    "fuel_poverty": r"fuel poverty",
    "water_poverty": r"water poverty",
    "scottish_early_learning_and_childcare": r"early learning and childcare",
    "disabled_badge": r"(?:disabled|blue|parking) badges?|disabled person's badge",
    "healthy_start": r"healthy start",
    "local_welfare_provision": r"local welfare",
    "disabled_facilities_grant": r"disabled facilities grants?",
    "discretionary_housing_payment": r"discretionary housing payments?",
    "care_charging": r"charging for care|care charg(?:es?|ing)|charges? for care",
    "troubled_families_programme_england": r"troubled families|multiple disadvantages?",
    "homelessness_functions": r"homeless(?:ness)?",
    "benefit_cap_or_under_occupation_support": r"benefit cap|under-occup\w+|spare room|bedroom",
    "universal_support": r"universal support",
    "council_tax": r"council tax",
    "housing_benefit": r"housing benefit",
}
"""By tag: what people write for an item."""
_BY_KIND: Mapping[str, str] = {"homelessness": "homelessness_functions"}
"""Kinds of purpose that are an item of a list themselves."""
_FACTORS: Mapping[str, str] = {
    "anti_social_behaviour": r"anti-?\s?social behaviour",
    "care_leaver": r"care leavers?",
    "child_in_need": r"child(?:ren)? in need",
    "criminal_offending": r"convict\w+|cautions?|offending|offenders?",
    "domestic_violence": r"domestic (?:violence|abuse)",
    "financial_exclusion": r"financial exclusion|financially excluded",
    "disability": r"disab\w+",
    "homelessness": r"homeless(?:ness)?",
    "ill_health": r"ill[- ]health|mental health|illness",
    "irregular_school_attendance": r"school attendance|irregular attendance|absen(?:ce|t)\w*",
    "not_in_education_or_training": r"not in education|neet",
    "substance_misuse": r"(?:substance|drug|alcohol) (?:mis)?use|addict\w+",
    "unemployment": r"unemploy\w+|out of work|workless\w*",
}
"""By factor of multiple disadvantages: what people write for it."""


def purposes_in(words: str, kinds: Iterable[str], closed: ClosedPurposes) -> tuple[str, ...]:
    """Give the items of a closed list that a text in small letters names, or that a kind of purpose is."""
    by_kind = {_BY_KIND[kind] for kind in kinds if kind in _BY_KIND}
    return tuple(tag for tag in closed.purposes if tag in by_kind or _named(words, _NAMES.get(tag, "")))


def factors_in(words: str, purpose: ClosedPurpose) -> tuple[str, ...]:
    """Give the factors of an item that a text in small letters names."""
    return tuple(factor for factor in purpose.factors if _named(words, _FACTORS.get(factor, "")))


def _named(words: str, pattern: str) -> bool:
    return bool(pattern) and re.search(rf"\b(?:{pattern})\b", words) is not None
