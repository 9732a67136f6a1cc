"""Every row of the suggestion matrix in the gateways note, section H."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from dsagen.model.vocabulary import Nation
from tests.checks.suggestions.questions import ask, ids

S10, S11, S16H, S16LA = (f"children-act-2004-{part}" for part in ("s10", "s11", "s16h", "s16la"))
S16E = "children-act-2004-s16e-16g"
S17, S17ZA, S27, S47, S47_1 = (f"children-act-1989-{part}" for part in ("s17", "s17za", "s27", "s47", "s47-1"))
S175, PARA7 = "education-act-2002-s175", "independent-school-standards-2014-para7"
S82, S84, S251B = "nhs-act-2006-s82", "nhs-act-2006-s84", "hsca-2012-s251b"
S115, POLICING, DEA35 = "cda-1998-s115", "common-law-policing", "dea-2017-s35"
SEND = "children-and-families-act-2014-s28-31"


@dataclass(frozen=True)
class Row:
    """One line of the matrix: who tells whom, for what, and which gateways come in which order."""

    party: str
    others: str
    kinds: str
    in_order: tuple[str, ...]
    """Each stands before the next."""
    also: tuple[str, ...] = ()
    """In the list, wherever."""
    waiting: tuple[str, ...] = ()
    """Announced: told, and never a candidate."""
    never: tuple[str, ...] = ()
    nation: Nation = "england"
    role: str = "discloser"
    children: bool = True
    others_effects: dict[str, str] = field(default_factory=dict)


ROWS = {
    "maintained school to council, concern": Row(
        "school", "local_authority", "safeguard_child", (S175, S10, S16H), never=(PARA7, S16LA, S11), waiting=(S16LA,)
    ),
    "academy to council, concern": Row(
        "academy", "local_authority", "safeguard_child", (PARA7, S10, S16H), never=(S175, S16LA), waiting=(S16LA,)
    ),
    "sixteen to nineteen academy to council, concern": Row(
        "academy sixteen_to_nineteen", "local_authority", "safeguard_child", (PARA7, S10, S175, S16H)
    ),
    "college to council, concern": Row(
        "fe_college", "local_authority", "safeguard_child", (S175, S10, S16H), never=(PARA7,)
    ),
    "independent school to council, concern": Row(
        "independent_school", "local_authority", "safeguard_child", (PARA7, S16H), never=(S10, S175)
    ),
    "maintained school to council, attendance": Row(
        "school",
        "local_authority education_authority",
        "attendance",
        ("school-attendance-regs-2024-r13", "education-and-skills-act-2008-part1", S10),
    ),
    "independent school to council, attendance": Row(
        "independent_school",
        "local_authority education_authority",
        "attendance",
        ("school-attendance-regs-2024-r13",),
        never=(S10, "education-and-skills-act-2008-part1"),
    ),
    "council to school, welfare": Row(
        "local_authority", "school", "promote_welfare", (S17, S10), also=(S11,), never=(S16H, S16LA, S27, S47)
    ),
    "council to school, concern": Row(
        "local_authority", "academy", "safeguard_child", (S47_1, S17, S11, S10, "lga-1972-s111"), never=(S16LA, S47)
    ),
    "police to school, domestic abuse": Row(
        "police_force", "school", "domestic_abuse", ("domestic-abuse-act-2021-s49a", POLICING), never=(S115,)
    ),
    "police to council, concern": Row(
        "police_force",
        "local_authority",
        "safeguard_child",
        ("children-act-1989-s46", POLICING, S11, S16H),
        waiting=(S16LA,),
        never=(S16LA, S115, S47, S27),
    ),
    "police to council, crime": Row(
        "police_force", "local_authority", "prevent_crime", (POLICING, S115), also=("pcsca-2022-s16",)
    ),
    "NHS trust to council, concern": Row(
        "nhs_trust",
        "local_authority",
        "safeguard_child promote_welfare",
        (S27, S11, S82, S16H),
        also=(S47,),
        waiting=(S16LA,),
        never=(S10, S16LA),
    ),
    "practice to council, concern": Row(
        "gp_practice",
        "local_authority",
        "safeguard_child",
        (S84, S16H),
        waiting=(S16LA,),
        never=(S82, S11, S47, S10, S27, S16LA, S251B),
    ),
    "council to practice, concern": Row(
        "local_authority", "gp_practice", "safeguard_child", (S47_1, S17, S11), never=(S10, S82)
    ),
    "council to practice, young carer": Row(
        "local_authority", "gp_practice", "young_carer_support", (S17ZA, S17, S11), never=(S10,)
    ),
    "NHS trust to council, needs of a child under five": Row(
        "nhs_trust",
        "local_authority",
        "send_support",
        ("children-and-families-act-2014-s23", SEND, S82),
    ),
    "school to council, special needs": Row(
        "school", "local_authority", "send_support", (SEND,), also=(S10,), others_effects={SEND: "incidental"}
    ),
    "college to council, special needs": Row(
        "fe_college", "local_authority", "send_support", (SEND,), others_effects={SEND: "incidental"}
    ),
    "practice to adult social care": Row(
        "gp_practice",
        "local_authority adult_social_care",
        "adult_social_care health_care_direct",
        (S251B, S84),
        never=(S82,),
        children=False,
    ),
    "practice to public-health nursing": Row(
        "gp_practice", "local_authority public_health", "health_care_direct", (S251B, S84)
    ),
    "council to safeguarding partner, analysis": Row(
        "local_authority", "icb", "statistics_planning", (S10, S16E, S16H), never=(S16LA,)
    ),
    "practice to safeguarding partner, analysis": Row("gp_practice", "icb", "statistics_planning", (S16H,)),
    "probation to council, homelessness on release": Row(
        "probation", "local_authority housing_authority", "homelessness", ("housing-act-1996-s213b",)
    ),
    "probation to council, housing on release": Row(
        "probation", "local_authority", "housing_support", ("offender-management-act-2007-s14",)
    ),
    "DWP to council, welfare support": Row(
        "dwp", "local_authority", "benefits_support", (), also=("welfare-reform-act-2012-s131", DEA35)
    ),
    "HMRC to council": Row("hmrc", "local_authority", "public_service_delivery", (DEA35,), never=("crca-2005-s18",)),
    "charity to police, crime": Row("voluntary_org", "police_force", "prevent_crime", (S115,), never=(POLICING,)),
    "school to council, crime": Row("school", "local_authority", "prevent_crime", ("pcsca-2022-s16", S115)),
    "council to a landlord, crime": Row(
        "local_authority", "housing_provider registered_social_landlord", "prevent_crime", (S115,)
    ),
    "council to a landlord that is none, crime": Row(
        "local_authority", "housing_provider", "detect_crime", (), never=(S115,)
    ),
    "council to parish council, crime": Row("local_authority", "parish_council", "prevent_crime", (S115,)),
    "council to policing body, serious violence": Row(
        "local_authority", "local_policing_body", "serious_violence", ("pcsca-2022-s17", "pcsca-2022-s16", S115)
    ),
    "council to police, serious violence": Row(
        "local_authority", "police_force", "serious_violence", ("pcsca-2022-s16", S115), never=("pcsca-2022-s17",)
    ),
    "maintained school to new school, record": Row(
        "school", "academy", "education_provision", ("pupil-information-regs-2005-r9", S175)
    ),
    "academy to new school, record": Row(
        "academy",
        "school",
        "education_provision",
        (PARA7,),
        never=("pupil-information-regs-2005-r9", S175),
    ),
    "independent school to new school, child protection file": Row(
        "independent_school", "school", "safeguard_child", (PARA7,), never=("pupil-information-regs-2005-r9", S175)
    ),
    "practice to council, young carer": Row(
        "gp_practice", "local_authority", "young_carer_support", (S84,), never=(S10, S11, S17, S17ZA, S27, S82, S251B)
    ),
    "council receives, young carer": Row(
        "local_authority", "gp_practice", "young_carer_support", (S17ZA, S17), role="recipient", never=(S84, S27)
    ),
    "academy receives, young carer": Row(
        "academy", "local_authority", "young_carer_support", (PARA7, S10), role="recipient", never=(S175,)
    ),
    "maintained school receives, young carer": Row(
        "school", "local_authority", "young_carer_support", (S175, S10), role="recipient", never=(PARA7,)
    ),
    "health board to council, child at risk (Wales)": Row(
        "local_health_board",
        "local_authority",
        "safeguard_child",
        ("sswbwa-2014-s128-130", S47, "sswbwa-2014-s162-164a", "children-act-2004-s28"),
        never=(S10, S11, S16H, S16LA, S17, S27),
        nation="wales",
    ),
    "council to council, child moving": Row(
        "local_authority",
        "local_authority",
        "safeguard_child",
        ("children-act-1989-sch2-para4", S47, S10),
        also=(S27,),
        waiting=(S16LA,),
        never=(S16LA,),
    ),
}


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS.keys())
def test_a_row(row: Row) -> None:
    found = ask(row.party, row.others, row.kinds, nation=row.nation, role=row.role, has_children=row.children)
    order = ids(found)
    assert [key for key in order if key in row.in_order] == list(row.in_order)
    assert set(row.also) <= set(order)
    assert not set(row.never) & set(order)
    assert set(row.waiting) <= {miss.gateway.id for miss in found.near_misses}
    effects = {candidate.gateway.id: candidate.effect for candidate in found.candidates}
    assert {key: effects[key] for key in row.others_effects} == row.others_effects
