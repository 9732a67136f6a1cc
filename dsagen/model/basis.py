"""The legal basis of one controller for one flow."""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from dsagen.model.base import Date, Entity, Gap, Id, Line, NamesParty, Prose, YesNo
from dsagen.model.vocabulary import Article6, Article9, Capacity, Regime

__all__ = [
    "Basis",
    "Compatibility",
    "DutyTests",
    "IdentifierBasis",
    "LegitimateInterests",
    "Request",
]


class Compatibility(Entity):
    """Why this use fits with the purpose for which the controller collected the information (UK GDPR Article 8A)."""

    same: YesNo | None = Field(None, description="`yes` where the purpose is the one it was collected for.")
    annex2: Line | None = Field(None, description="The condition in UK GDPR Annex 2 that applies.")
    enactment: Line | None = Field(None, description="The enactment or rule of law that authorises the use.")
    assessed: Prose | None = Field(None, description="The assessment, in a sentence or two.")
    research: Line | None = Field(
        None, description="For research, archiving or statistics: the safeguards of UK GDPR Article 84B."
    )
    consent_not_reasonable: Prose | None = Field(
        None,
        description="For information collected with consent: why new consent cannot reasonably be expected (8A(4)).",
    )

    @model_validator(mode="after")
    def _says_one_thing(self) -> Self:
        ways = (self.same, self.annex2, self.enactment, self.assessed, self.research)
        if sum(value is not None for value in ways) != 1:
            raise PydanticCustomError(
                "compatibility", "give one of `same`, `annex2`, `enactment`, `assessed` or `research`"
            )
        return self


class Request(Entity):
    """A request that a duty, or a recognised legitimate interest, answers."""

    asked_by: Annotated[Line, NamesParty(on="on")] = Field(description="Who asks: a party's id, or a role.")
    on: Date | None = Field(None, description="When it was asked. Empty where each case has its own request.")
    recorded_in: Line = Field(description="Where the request is kept.")
    statement: Prose | None = Field(
        None,
        description="What the request says: for which public task, resting on which law, the information is needed.",
    )


class LegitimateInterests(Entity):
    """The assessment that legitimate interests need (UK GDPR Article 6(1)(f))."""

    interest: Prose = Field(description="Whose interest it is, and what.")
    necessity: Prose = Field(description="Why nothing less would serve it.")
    balance: Prose = Field(description="How it is weighed against the people's interests, a child's above all.")


class DutyTests(Entity):
    """The two questions of Children Act 2004 section 16LA: what limits the duty, and what stops it."""

    may_facilitate: Prose = Field(description="How the information may help the recipient's own functions.")
    not_more_detrimental: Prose = Field(
        description="Why telling is not worse for the child than not telling, and who decides it."
    )


class IdentifierBasis(Entity):
    """Why a party may hold and use a number that stands for a person."""

    rule: Line = Field(
        description="The rule that allows it: an id of the catalogue's table of identifiers, or of a gateway."
    )
    reason: Prose | None = Field(None, description="Why this party needs the number.")
    approval: Line | None = Field(None, description="The policy approval, where no law asks for the number.")


def _uk_gdpr(basis: Any) -> bool:
    return bool(basis.regime == "uk_gdpr")


def _recipient_of_public_interest(basis: Any) -> bool:
    return bool(basis.article9 == "g")


class Basis(Entity):
    """What lets one controller take part in one flow. The discloser's power and the recipient's are different
    things.
    """

    gateways: list[Id] = Field(
        default_factory=list,
        description=(
            "The duties or powers of this party, by the catalogue's ids. Empty for a private body that needs none."
        ),
    )
    capacity: Capacity = Field("public", description="Whether the party acts in a public task or as a private body.")
    regime: Regime = Field("uk_gdpr", description="UK GDPR, or Part 3 of the Data Protection Act 2018.")
    article6: Annotated[Article6 | None, Gap("the lawful basis in UK GDPR Article 6", when=_uk_gdpr)] = Field(
        None, description="The lawful basis: a letter of UK GDPR Article 6(1)."
    )
    article6_law: Line | None = Field(
        None, description="The law that lays the basis down, where it is not the gateway above."
    )
    annex1: int | None = Field(None, ge=1, le=7, description="For `ea`: the paragraph of UK GDPR Annex 1.")
    article9: Article9 | None = Field(
        None, description="The condition for special category data: a letter of Article 9(2)."
    )
    schedule1: list[int] = Field(
        default_factory=list, description="The paragraphs of Schedule 1 to the Data Protection Act 2018."
    )
    substantial_public_interest: Annotated[
        Prose | None, Gap("why the public interest is substantial", when=_recipient_of_public_interest)
    ] = Field(None, description="Why the public interest is substantial, in a sentence.")
    no_consent_reason: Line | dict[Id, Line] | None = Field(
        None,
        description=(
            "For paragraph 18 and its like: why the condition is met without the person's consent. One reason, or one "
            "for each group of people."
        ),
    )
    article10: Line | None = Field(
        None, description="For criminal-offence data: `official_authority`, or the Schedule 1 paragraph in words."
    )
    schedule8: list[int] = Field(
        default_factory=list, description="For Part 3: the conditions in Schedule 8 for sensitive processing."
    )
    strict_necessity: Prose | None = Field(
        None,
        description="For Part 3 and sensitive processing: why it is strictly necessary, and nothing less would do.",
    )
    onward_authority: Line | None = Field(
        None,
        description="For information first held under Part 3: the law that authorises its use for another purpose.",
    )
    secrecy: Line | None = Field(
        None,
        description=(
            "For Article 9(2)(h): who owes secrecy, such as `health professional` or `social work professional`."
        ),
    )
    compatibility: Compatibility | None = Field(
        None, description="Why this use fits with the purpose for which the information was collected."
    )
    legitimate_interests: LegitimateInterests | None = Field(
        None, description="For `f`: the assessment of purpose, necessity and balance."
    )
    duty_tests: DutyTests | None = Field(
        None, description="For Children Act 2004 section 16LA: the answers to its two questions."
    )
    identifiers: dict[Id, IdentifierBasis] = Field(
        default_factory=dict,
        description="For each field that is a number for a person: why this party may hold it, by field.",
    )
    request: Request | None = Field(None, description="The request that is being answered, where the law turns on one.")
