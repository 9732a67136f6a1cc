"""The legal basis of one controller for one flow."""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from dsagen.model.base import Date, Entity, Gap, Id, Line, Prose, YesNo
from dsagen.model.vocabulary import Article6, Article9, Capacity, Regime

__all__ = ["Basis", "Compatibility", "Request"]


class Compatibility(Entity):
    """Why this use fits with the purpose for which the controller collected the information (UK GDPR Article 8A)."""

    same: YesNo | None = Field(None, description="`yes` where the purpose is the one it was collected for.")
    annex2: Line | None = Field(None, description="The condition in UK GDPR Annex 2 that applies.")
    enactment: Line | None = Field(None, description="The enactment or rule of law that authorises the use.")
    assessed: Prose | None = Field(None, description="The assessment, in a sentence or two.")

    @model_validator(mode="after")
    def _says_one_thing(self) -> Self:
        if sum(value is not None for value in (self.same, self.annex2, self.enactment, self.assessed)) != 1:
            raise PydanticCustomError("compatibility", "give one of `same`, `annex2`, `enactment` or `assessed`")
        return self


class Request(Entity):
    """A request that a duty, or a recognised legitimate interest, answers."""

    asked_by: Line = Field(description="Who asks: a party's id, or a role.")
    on: Date | None = Field(None, description="When it was asked. Empty where each case has its own request.")
    recorded_in: Line = Field(description="Where the request is kept.")


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
    no_consent_reason: Line | None = Field(
        None, description="For paragraph 18 and its like: why the condition is met without the person's consent."
    )
    article10: Line | None = Field(
        None, description="For criminal-offence data: `official_authority`, or the Schedule 1 paragraph in words."
    )
    schedule8: list[int] = Field(
        default_factory=list, description="For Part 3: the conditions in Schedule 8 for sensitive processing."
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
    request: Request | None = Field(None, description="The request that is being answered, where the law turns on one.")
