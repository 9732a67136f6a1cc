"""A workspace's own law: gateways, confirmations and instruments that its `law/` folder adds to the catalogue."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import Field

from dsagen.law.confirmation import Confirmation
from dsagen.law.gateway import Gateway, Match
from dsagen.law.record import LawEntity, Nation, Text, WebAddress
from dsagen.model.base import Date, Id, YesNo

__all__ = ["Confirmation", "Instrument", "LocalGateway", "LocalLaw"]


class LocalGateway(Gateway):
    """A gateway that a workspace adds, with everything that a record of the catalogue has."""

    replaces: YesNo = Field(
        False,
        description="Whether it stands in the place of the catalogue's record with the same id.",
    )


class Instrument(LawEntity):
    """An instrument made under a power to make regulations: it names who must or may do what the Act provides for."""

    title: Text = Field(description="What it is called.")
    citation: Text = Field(description="How it is cited, with its number.")
    url: WebAddress = Field(description="Where it can be read.")
    under: Id = Field(description="The gateway that holds the power, by id, such as `children-act-2004-s16lc`.")
    identifier: Text | None = Field(
        None, description="The number for a person that it names: an id of the catalogue's table of identifiers."
    )
    nation: tuple[Nation, ...] = Field(min_length=1, description="Where it applies.")
    in_force_from: Date = Field(description="The first day on which it is in force.")
    designated: tuple[Match, ...] = Field(min_length=1, description="Who must or may use it.")
    confirmed_on: Date = Field(description="The day on which this was checked.")
    confirmed_by: Text = Field(description="The role that checked it, such as `head of legal services`.")
    source: Text = Field(description="What it was checked against.")


class LocalLaw(LawEntity):
    """What a workspace adds to the catalogue."""

    gateways: Mapping[str, LocalGateway] = Field({}, description="Its own gateways by id.")
    confirmations: Mapping[str, Confirmation] = Field(
        {}, description="What it has confirmed, by the gateway's own id (never an alias)."
    )
    instruments: Mapping[str, Instrument] = Field({}, description="The instruments that it knows of, by id.")

    def __bool__(self) -> bool:
        """Tell whether it adds anything."""
        return bool(self.gateways or self.confirmations or self.instruments)
