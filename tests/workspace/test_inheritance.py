"""Defaults flow from the settings to the agreement to the flow, and the nearest wins."""

from __future__ import annotations

from tests.workspace.builder import SETTINGS, Builder, said

DEFAULTS = """\
house_style: {classification: OFFICIAL}
defaults:
  prohibited_uses: [debt recovery]
  flow_defaults:
    method: secure_email
    frequency: monthly
    onward: {rule: agree, note: From the settings.}
  security:
    transit: Sent in encrypted form.
    rest: Kept in the case system.
"""


def test_nearest_wins(workspace: Builder) -> None:
    workspace.write("dsagen.yaml", SETTINGS + DEFAULTS)
    workspace.replace(
        "status: draft", "status: draft\nsecurity: {rest: Kept at the school.}\nflow_defaults: {method: secure_form}"
    )
    workspace.replace("    dataset:", "    onward: {rule: notify}\n    dataset:")
    reading = workspace.read()
    assert said(reading) == []
    agreement = reading.workspace.agreements["RIV-001"]
    assert agreement.nation == "england"
    assert agreement.classification == "OFFICIAL"
    assert agreement.prohibited_uses == ["debt recovery"]
    assert (agreement.security.transit, agreement.security.rest) == ("Sent in encrypted form.", "Kept at the school.")
    flow = agreement.flows["F01"]
    assert (flow.method, flow.frequency) == ("secure_form", "monthly")
    assert flow.onward is not None
    assert (flow.onward.rule, flow.onward.note) == ("notify", "From the settings.")


def test_what_is_inherited_is_where_it_was_written(workspace: Builder) -> None:
    workspace.write("dsagen.yaml", SETTINGS + DEFAULTS)
    workspace.replace("status: draft", "status: draft\nflow_defaults: {method: secure_form}")
    sources = workspace.read().sources
    assert str(sources.value("agreements/RIV-001/flows/F01/frequency")) == "dsagen.yaml:9:16"
    assert str(sources.value("agreements/RIV-001/flows/F01/method")) == "agreements/riv-001.yaml:5:25"
    assert str(sources.value("agreements/RIV-001/security/transit")) == "dsagen.yaml:12:14"
    assert str(sources.value("agreements/RIV-001/nation")) == "dsagen.yaml:3:9"
    assert str(sources.key("settings/defaults/security")) == "dsagen.yaml:11:3"


def test_a_default_fills_a_key_that_is_left_empty(workspace: Builder) -> None:
    workspace.write("dsagen.yaml", SETTINGS + DEFAULTS)
    workspace.replace("status: draft", "status: draft\nsecurity:\nprohibited_uses: ~")
    agreement = workspace.read().workspace.agreements["RIV-001"]
    assert agreement.security.transit == "Sent in encrypted form."
    assert agreement.prohibited_uses == ["debt recovery"]


def test_a_list_replaces_a_list(workspace: Builder) -> None:
    workspace.write("dsagen.yaml", SETTINGS + DEFAULTS)
    workspace.replace("status: draft", "status: draft\nprohibited_uses: [eviction]")
    assert workspace.read().workspace.agreements["RIV-001"].prohibited_uses == ["eviction"]


def test_a_mistake_in_a_default_is_reported_once_and_at_its_place(workspace: Builder) -> None:
    broken = DEFAULTS.replace("transit:", "transitt:").replace("monthly", "mnthly").replace("rule: agree", "rule: agre")
    workspace.write("dsagen.yaml", SETTINGS + broken)
    agreement = (workspace.root / "agreements/riv-001.yaml").read_text()
    workspace.write("agreements/riv-002.yaml", agreement.replace("RIV-001", "RIV-002"))
    places = [str(problem.source) for problem in workspace.read().problems]
    assert places == ["dsagen.yaml:9:16", "dsagen.yaml:10:20", "dsagen.yaml:12:5"]


def test_a_mistake_in_flow_defaults_is_reported_once(workspace: Builder) -> None:
    workspace.replace("status: draft", "status: draft\nflow_defaults: {method: carrier_pigeon}")
    places = [str(problem.source) for problem in workspace.read().problems]
    assert places == ["agreements/riv-001.yaml:5:25"]


def test_one_list_of_viewers_is_every_recipients(workspace: Builder) -> None:
    reading = workspace.read()
    assert reading.workspace.agreements["RIV-001"].flows["F01"].viewers == {"river-council": ["early help workers"]}
    path = "agreements/RIV-001/flows/F01/viewers/river-council/0"
    assert str(reading.sources.value(path)) == "agreements/riv-001.yaml:30:15"


def test_without_a_nation_anywhere_it_is_that_of_the_model(workspace: Builder) -> None:
    workspace.replace("nation: england\n", "", "dsagen.yaml")
    assert workspace.read().workspace.agreements["RIV-001"].nation == "england"
