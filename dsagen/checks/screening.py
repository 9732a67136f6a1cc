"""Screening: which triggers of an impact assessment the description itself shows, and the fact that shows it.

**Why here:** a rule asks whether an assessment is needed, and the assessment prints the same answers. One screening
answers both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from dsagen.checks.subjects.case import Case
from dsagen.checks.subjects.flow import is_about_children
from dsagen.law.assessment import DpiaTrigger
from dsagen.model.assessment import Risk
from dsagen.model.people import People
from dsagen.model.vocabulary import SpecialCategory
from dsagen.workspace.paths import join_path

__all__ = ["Screened", "assessment_needed", "screened"]

_WP248_ENOUGH = 2
"""Two criteria of WP248 usually mean that an assessment is needed."""


@dataclass(frozen=True)
class Screened:
    """The answer to one trigger."""

    key: str
    trigger: DpiaTrigger
    applies: bool
    fact: str
    """The fact that shows it, in words, or what stands in its place."""
    path: str
    """The id of the value that says so, or of the place where an author would say so."""


def screened(case: Case, categories: Mapping[str, str] | None = None) -> Iterator[Screened]:
    """Answer every trigger of the catalogue: what the assessment itself says first, and then what structure shows.

    `categories` gives the words for the special categories, where a document has its own.
    """
    base = join_path(case.path, "assessment")
    given = case.agreement.assessment.screening
    for key, trigger in case.law.dpia_triggers.items():
        where = join_path(base, "screening", key)
        said = given.get(key)  # type: ignore[call-overload]
        if said is None and key in _FACTS:
            said = _FACTS[key](_Description(case, categories or {}))
        if said:
            yield Screened(key, trigger, True, said, where)
        else:
            yield Screened(key, trigger, False, "Nothing in the description shows this.", base)


def assessment_needed(answers: list[Screened]) -> list[Screened]:
    """Give the triggers that together call for an assessment. None means that screening calls for none.

    One case of Article 35(3) or one entry of the regulator's list calls for it; a starred entry counts only with a
    criterion of WP248; two criteria of WP248 usually do.

    Source: UK GDPR Article 35(3); the regulator's list of ten; WP248.
    """
    met = [answer for answer in answers if answer.applies]
    criteria = [answer for answer in met if answer.trigger.listed_by == "wp248"]
    listed = [answer for answer in met if answer.trigger.listed_by != "wp248"]
    alone = [answer for answer in listed if not answer.trigger.needs_another or criteria]
    return [*alone, *criteria] if alone or len(criteria) >= _WP248_ENOUGH else []


@dataclass(frozen=True)
class _Description:
    """What structure can show."""

    case: Case
    categories: Mapping[str, str]

    @property
    def people(self) -> list[People]:
        """The groups that the flows are about, in the order of first use."""
        return list({key: group for flow in self.case.flows for key, group in flow.people.items()}.values())

    def special(self, *only: SpecialCategory) -> str:
        """Say which special categories travel."""
        items = (item for flow in self.case.flows for item in flow.items)
        found = dict.fromkeys(category for item in items for category in item.field.special)
        chosen = [category for category in found if not only or category in only]
        words = [self.categories.get(category, category.replace("_", " ")) for category in chosen]
        return f"The flows carry, or let people infer: {', '.join(words)}." if words else ""

    def sensitive(self) -> str:
        """Say what is sensitive or highly personal."""
        if any(flow.is_criminal for flow in self.case.flows):
            return "The flows carry criminal-offence information."
        return self.special()

    def matching(self) -> str:
        """Say where records are matched."""
        flows = [flow.key for flow in self.case.flows if flow.flow.matching is not None]
        return f"Records are matched in {', '.join(flows)}." if flows else ""

    def children(self) -> str:
        """Say that there are children or other vulnerable people."""
        found = [group.label for group in self.people if is_about_children(group) or group.vulnerability]
        return f"These people are children, or are vulnerable: {'; '.join(found)}." if found else ""

    def automated(self) -> str:
        """Say that decisions or profiling are automated."""
        said = self.case.agreement.assessment.automated_decisions
        machine = any(purpose.purpose.automated_decision for purpose in self.case.purposes)
        return "Automated decisions or profiling are described in section 9." if said or machine else ""

    def denial(self) -> str:
        """Say that a decision about a service follows, where a machine takes part in it."""
        kinds = {
            purpose.purpose.kind: purpose.purpose.title
            for purpose in self.case.purposes
            if purpose.purpose.automated_decision is not None and purpose.purpose.kind in _SERVICES
        }
        return f"A machine takes part in decisions about a service: {', '.join(kinds.values())}." if kinds else ""

    def danger(self) -> str:
        """Say that a breach could put someone in physical danger."""
        violent = [purpose.purpose.title for purpose in self.case.purposes if purpose.purpose.kind in _VIOLENT]
        if violent:
            return f"A purpose is about violence: {', '.join(violent)}."
        feared = [key for key, risk in self.case.agreement.assessment.risks.items() if self._may_injure(risk)]
        if feared:
            return f"Someone could be physically harmed: see {', '.join(feared)} in section 10."
        hidden = [
            flow.key
            for flow in self.case.flows
            if any(item.says_where and item.field.withheld_when for item in flow.items)
        ]
        return f"An address travels in {', '.join(hidden)}, and some people need theirs hidden." if hidden else ""

    def _may_injure(self, risk: Risk) -> bool:
        known = self.case.law.risks.get(risk.library or "")
        return known is not None and known.bodily and risk.severity == "serious"

    def novel(self) -> str:
        """Say that something is new."""
        return "Section 2 says what is new." if self.case.agreement.assessment.context.novelty else ""

    def unseen(self) -> str:
        """Say that some people are not told."""
        exceptions = any(each.leaves_people_untold for each in self.case.agreement.transparency.exceptions)
        return "In some cases people are not told, or not yet: see the exceptions." if exceptions else ""


_SERVICES = frozenset({"benefits_support", "debt_and_fraud", "homelessness", "housing_support", "resettlement"})
_VIOLENT = frozenset({"counter_terrorism", "domestic_abuse", "serious_violence"})

_FACTS: Mapping[str, Callable[[_Description], str]] = {
    "ico_innovative_technology": _Description.novel,
    "wp248_innovative_use": _Description.novel,
    "ico_denial_of_service": _Description.denial,
    "wp248_preventing_a_right": _Description.denial,
    "ico_risk_of_physical_harm": _Description.danger,
    "ico_biometrics": lambda description: description.special("biometric"),
    "ico_genetic_data": lambda description: description.special("genetic"),
    "ico_data_matching": _Description.matching,
    "wp248_matching_datasets": _Description.matching,
    "ico_invisible_processing": _Description.unseen,
    "ico_children_or_vulnerable": _Description.children,
    "wp248_vulnerable_people": _Description.children,
    "wp248_automated_decisions": _Description.automated,
    "wp248_evaluation_or_scoring": _Description.automated,
    "wp248_sensitive_data": _Description.sensitive,
}
"""What structure can show. The other triggers turn on scale or setting: the assessment's `screening` says so
where they apply."""
