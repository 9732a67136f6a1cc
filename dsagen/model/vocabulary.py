"""The closed lists of words that the YAML uses.

The lists that the law owns (party types, functions, purpose kinds) are explained in
`dsagen/law/data/vocabulary.yaml`; a test keeps the two equal.
"""

from __future__ import annotations

from typing import Literal

Nation = Literal["england", "wales", "scotland", "northern_ireland"]
"""Where an agreement or party is. Scotland and Northern Ireland are accepted and reported as not covered."""

Form = Literal["reciprocal_protocol", "one_way_disclosure", "joint_controllers"]
"""The form of an agreement. In a one-way disclosure no flow returns to its source."""

Status = Literal[
    "draft",
    "consultation",
    "submitted",
    "agreed",
    "assured",
    "signed",
    "in_force",
    "under_review",
    "superseded",
    "withdrawn",
]
"""How far an agreement has come, in order."""

FINAL_STATUSES: frozenset[str] = frozenset(
    {"agreed", "assured", "signed", "in_force", "under_review", "superseded", "withdrawn"}
)
"""The statuses of an agreement that claims to be agreed or later, so that a gap in it is a failure."""

PartyType = Literal[
    "local_authority",
    "district_council",
    "parish_council",
    "combined_authority",
    "police_force",
    "local_policing_body",
    "btp",
    "nca",
    "fire_rescue",
    "probation",
    "prison",
    "youth_custody",
    "youth_offending_team",
    "nhs_england",
    "icb",
    "nhs_trust",
    "gp_practice",
    "local_health_board",
    "school",
    "academy",
    "independent_school",
    "fe_college",
    "university",
    "early_years_provider",
    "care_provider",
    "housing_provider",
    "voluntary_org",
    "contracted_provider",
    "energy_supplier",
    "water_company",
    "home_office",
    "dwp",
    "hmrc",
    "mhclg",
    "dfe",
    "moj",
    "central_government",
    "welsh_ministers",
    "cafcass",
    "dbs",
    "regulator",
    "board",
    "other_public_authority",
    "individual",
]
"""What a party is. A party has exactly one type."""

PartyFunction = Literal[
    "adult_social_care",
    "public_health",
    "education_authority",
    "housing_authority",
    "health_services",
    "sixteen_to_nineteen",
    "education_provider",
    "relevant_agency",
    "designated_agency",
    "commissioned_by_listed_body",
    "acting_for_listed_body",
    "named_in_request",
    "prescribed_person",
    "specified_for_objective",
    "qualifying_person",
    "welfare_services_provider",
    "participation_support",
    "registered_social_landlord",
    "electronic_monitoring",
    "youth_justice_board",
    "parole_board",
    "asylum_support",
    "approved_applicant",
    "disease_registry",
    "regulated_activity_provider",
    "personnel_supplier",
    "safeguarding_adults_board",
    "practice_review_panel",
    "channel_panel",
    "public_services_board",
    "parent_or_carer",
    "person_at_risk",
    "applicant",
    "regulated_professional",
    "regulated_activity_worker",
    "safeguarding_partner",
]
"""What a party does, where a gateway turns on it."""

PurposeKind = Literal[
    "safeguard_child",
    "promote_welfare",
    "child_protection_enquiry",
    "young_carer_support",
    "early_help",
    "education_provision",
    "attendance",
    "pupil_welfare",
    "send_support",
    "health_care_direct",
    "public_health",
    "adult_social_care",
    "safeguard_adult",
    "prevent_crime",
    "detect_crime",
    "domestic_abuse",
    "serious_violence",
    "youth_justice",
    "offender_management",
    "counter_terrorism",
    "allegation_against_staff",
    "housing_support",
    "homelessness",
    "benefits_support",
    "debt_and_fraud",
    "resettlement",
    "immigration_control",
    "public_service_delivery",
    "statistics_planning",
    "identity_matching",
    "practice_review",
]
"""What a purpose is for. Gateways are matched on it."""

Article6 = Literal[
    "a",
    "b",
    "c",
    "d",
    "e",
    "ea",
    "f",
]
"""UK GDPR Article 6(1)."""

Article9 = Literal[
    "a",
    "b",
    "c",
    "d",
    "e",
    "f",
    "g",
    "h",
    "i",
    "j",
]
"""UK GDPR Article 9(2)."""

SpecialCategory = Literal[
    "origin",
    "politics",
    "belief",
    "union",
    "genetic",
    "biometric",
    "health",
    "sex_life",
    "orientation",
]
"""UK GDPR Article 9(1)."""

Regime = Literal["uk_gdpr", "part3"]
"""UK GDPR, or Part 3 of the Data Protection Act 2018 (law enforcement)."""

Capacity = Literal["public", "private"]
"""Whether a party acts in a public task or as a private body."""

ConfidentialityRoute = Literal[
    "consent_explicit",
    "consent_implied_direct_care",
    "statutory_duty",
    "statutory_permission",
    "s251_support",
    "court_order",
    "overriding_public_interest",
    "not_confidential",
]
"""What lifts, or makes unnecessary, the duty of confidence."""

Detail = Literal[
    "none",
    "aggregate",
    "pseudonym",
    "flag",
    "band",
    "code",
    "date",
    "summary",
    "text",
    "record",
]
"""How much a field says, from least to most."""

FieldKind = Literal[
    "name",
    "contact",
    "date",
    "identifier",
    "status",
    "code",
    "narrative",
    "document",
]
"""What sort of thing a field is."""

FieldUse = Literal["linkage", "display", "content"]
"""What a field is used for: to match records, to show who it is, or as what is shared."""

Alternative = Literal[
    "none",
    "signpost",
    "self_referral",
    "consent_referral",
    "aggregate",
    "anonymised",
    "pseudonymised",
    "flag",
    "code",
    "summary",
    "on_request",
    "by_event",
    "bulk",
    "full_record",
    "direct_access",
]
"""Less or more intrusive ways of doing the same."""

Frequency = Literal[
    "once",
    "per_case",
    "on_request",
    "continuous",
    "daily",
    "weekly",
    "monthly",
    "termly",
    "quarterly",
    "yearly",
]
"""How often a flow happens."""

Method = Literal[
    "secure_form",
    "secure_email",
    "secure_portal",
    "secure_file_transfer",
    "system_interface",
    "direct_access",
    "telephone",
    "in_person",
    "post",
    "email",
    "fax",
    "removable_media",
]
"""How a flow is sent. Unsafe ways are here too, so that people can say what really happens."""

Comparison = Literal["as_they_are", "hashed", "pseudonymised", "in_stages", "at_source"]
"""How identifiers are compared: as they are, turned into codes first, under a pseudonym, a few at a time, or by the
discloser, who alone holds them."""

Afterwards = Literal["deleted", "held_apart", "kept"]
"""What happens to identifiers once records are matched."""

OnwardRule = Literal["agree", "notify", "safeguarding_free"]
"""What a recipient does before passing information on: gets agreement, tells the discloser, or may share freely
to safeguard a child."""

TransferMechanism = Literal["adequacy", "safeguards", "derogation"]
"""What allows information to leave the United Kingdom (UK GDPR Chapter V)."""

Identifier = Literal[
    "nhs_number",
    "upn",
    "child_identifier",
    "local_authority_number",
    "unique_learner_number",
    "national_insurance_number",
    "passport_or_visa",
    "other",
]
"""Numbers that stand for a person."""

DataSubjectClass = Literal[
    "suspect",
    "convicted",
    "victim",
    "witness",
    "other",
]
"""The classes of people that law-enforcement records tell apart (Data Protection Act 2018 section 38(3))."""

OffenceStatus = Literal[
    "alleged",
    "charged",
    "convicted",
    "no_further_action",
    "spent",
]
"""How far an allegation has come, so that it is not read as a fact."""

Likelihood = Literal["remote", "possible", "probable"]
"""How likely a risk is."""

SeverityOfHarm = Literal["minimal", "some", "serious"]
"""How bad the harm would be."""

Level = Literal["low", "medium", "high"]
"""The level of a risk, worked out from likelihood and severity."""

Stage = Literal["collect", "check", "send", "match", "view", "record", "review", "dispose"]
"""What happens to information on its way, from the first holder to the end."""

FearedEvent = Literal["access", "change", "loss", "wrong_person", "non_sharing", "unfair_use", "loss_of_trust"]
"""What people may fear: a list of risks answers each, or says why it need not."""

AssessmentTrigger = Literal[
    "article35_evaluation",
    "article35_large_scale",
    "article35_monitoring",
    "ico_innovative_technology",
    "ico_denial_of_service",
    "ico_large_scale_profiling",
    "ico_biometrics",
    "ico_genetic_data",
    "ico_data_matching",
    "ico_invisible_processing",
    "ico_tracking",
    "ico_children_or_vulnerable",
    "ico_risk_of_physical_harm",
    "wp248_evaluation_or_scoring",
    "wp248_automated_decisions",
    "wp248_systematic_monitoring",
    "wp248_sensitive_data",
    "wp248_large_scale",
    "wp248_matching_datasets",
    "wp248_vulnerable_people",
    "wp248_innovative_use",
    "wp248_preventing_a_right",
]
"""What calls for an impact assessment: UK GDPR Article 35(3), the regulator's ten and the nine of WP248."""

DocumentKind = Literal[
    "dsa",
    "dpia",
    "appropriate_policy",
    "privacy_notice",
]
"""The four documents."""

PolicyMode = Literal["supplement", "standalone", "section"]
"""How an appropriate policy document is written: beside a corporate one, whole, or as rows to paste into one."""

NoticeAudience = Literal["key_facts", "just_in_time", "young_people", "children"]
"""The shorter privacy notices, beside the full one for adults. Each is a layout of the same name."""

FileFormat = Literal[
    "docx",
    "pdf",
    "text",
    "html",
    "fragment",
]
"""The formats that a document can be written in."""
