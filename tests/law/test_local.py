"""What a workspace adds to the catalogue."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsagen.law import catalogue
from dsagen.law.gateway import Gateway
from dsagen.law.local import Confirmation, LocalGateway, LocalLaw
from dsagen.law.periods import Period
from dsagen.law.record import Nation

DAYS = st.dates(date(2000, 1, 1), date(2040, 1, 1))
NATIONS = st.sampled_from(get_args(Nation))


def confirmation(**changes: object) -> Confirmation:
    """Give a confirmation."""
    sound = {
        "in_force_from": date(2026, 10, 1),
        "confirmed_on": date(2026, 11, 1),
        "confirmed_by": "head of legal services",
        "source": "The commencement regulations",
    }
    return Confirmation.model_validate(sound | changes)


def test_the_tables_are_read_once_for_both() -> None:
    law = catalogue().with_local(LocalLaw(confirmations={"children-act-2004-s16la": confirmation()}))
    assert law.vocabulary is catalogue().vocabulary
    assert law.schedule1 is catalogue().schedule1
    assert law.gateway("children-act-1989-s17") is catalogue().gateway("children-act-1989-s17")
    assert list(law.gateways) == list(catalogue().gateways)


def test_a_confirmation_cannot_be_written_into_a_record() -> None:
    data = catalogue().gateway("children-act-2004-s16la").model_dump(by_alias=True)
    assert "confirmation" not in data
    with pytest.raises(ValueError, match="confirmation"):
        Gateway.model_validate(data | {"confirmation": confirmation().model_dump()})


def test_an_alias_of_a_replaced_record_finds_the_record_that_replaces_it() -> None:
    ours = catalogue().gateway("education-act-2002-s157")
    data = ours.model_dump(by_alias=True) | {"title": "Ours", "aliases": (), "replaces": True}
    own = LocalGateway.model_validate(data)
    law = catalogue().with_local(LocalLaw(gateways={own.id: own}))
    assert law.gateway("education-act-2002-s157") is own


def test_a_period_that_ends_first_cannot_be_confirmed() -> None:
    period = {"from": None, "until": date(2026, 1, 1), "nation": ["england"], "state": "prospective"}
    gateway = (
        catalogue().gateway("children-act-2004-s16la").model_copy(update={"periods": (Period.model_validate(period),)})
    )
    with pytest.raises(ValueError, match="comes after"):
        gateway.confirmed(confirmation())


@given(DAYS, DAYS, st.none() | st.lists(NATIONS, min_size=1, max_size=3))
def test_a_confirmed_provision_is_in_force_from_its_day_and_not_before(
    begins: date, as_at: date, nations: list[Nation] | None
) -> None:
    ours = catalogue().gateway("education-act-1996-s436b-436g")
    found = ours.confirmed(confirmation(in_force_from=begins, nation=nations))
    for nation in get_args(Nation):
        if nation in ours.waiting and (nations is None or nation in nations):
            assert (found.state(nation, as_at) == "in_force") == (begins <= as_at)
        else:
            assert found.state(nation, as_at) == ours.state(nation, as_at)
