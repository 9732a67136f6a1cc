"""A provision that has not begun says so, and one that a workspace confirmed says by whom and when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any

import pytest

from dsagen.documents.compose import Composition, Subject, compose
from dsagen.documents.library import Library
from dsagen.documents.views.base import World
from dsagen.documents.views.law import GatewayView
from dsagen.law.catalogue import Catalogue, catalogue
from dsagen.law.confirmation import Confirmation
from dsagen.law.local import LocalGateway, LocalLaw
from dsagen.model.vocabulary import DocumentKind
from dsagen.model.workspace import Workspace
from tests.documents.filled import filled
from tests.documents.sections import words_in

KEY = "children-act-2004-s16la"
CONFIRMATION = Confirmation(
    in_force_from=date(2026, 9, 30),
    confirmed_on=date(2026, 10, 5),
    confirmed_by="head of legal services",
    source="the regulations, as made",
)
ANNOUNCED = "Announced for 30 September 2026, not confirmed in force"


def _workspace() -> Workspace:
    workspace, _ = filled()
    for basis in (basis for flow in workspace.agreements["T-1"].flows.values() for basis in flow.bases.values()):
        basis.gateways[:] = [KEY]
    return workspace


def _confirmed() -> Catalogue:
    return catalogue().with_local(LocalLaw(confirmations={KEY: CONFIRMATION}))


def _own() -> Catalogue:
    record = catalogue().gateway(KEY).model_dump(by_alias=True)
    return catalogue().with_local(LocalLaw(gateways={KEY: LocalGateway.model_validate({**record, "replaces": True})}))


@cache
def _document(law: str, kind: DocumentKind, party: str | None = None) -> Composition:
    workspace = _workspace()
    laws: dict[str, Callable[[], Catalogue]] = {"announced": catalogue, "confirmed": _confirmed, "own": _own}
    return compose(Subject(workspace, laws[law](), workspace.agreements["T-1"], kind, party), Library())


def _words(law: str, kind: DocumentKind, section: str, party: str | None = None) -> str:
    return words_in(_document(law, kind, party), section)


@pytest.mark.parametrize(
    ("kind", "section", "party"),
    [
        ("dsa", "dsa.5.powers", None),
        ("dsa", "dsa.s1", None),
        ("dsa", "dsa.s4", None),
        ("dpia", "dpia.4.basis", None),
        ("dpia", "dpia.c", None),
        ("appropriate_policy", "apd.3", "sender"),
        ("privacy_notice", "notice.law", "sender"),
    ],
)
def test_a_provision_says_how_it_stands_wherever_it_is_relied_on(
    kind: DocumentKind, section: str, party: str | None
) -> None:
    announced, confirmed = _words("announced", kind, section, party), _words("confirmed", kind, section, party)
    assert ANNOUNCED in announced
    assert "head of legal services" not in announced
    assert ANNOUNCED not in confirmed
    assert "head of legal services" in confirmed
    assert "5 October 2026" in confirmed


def test_the_law_explained_says_what_the_confirmation_was_checked_against() -> None:
    assert "the regulations, as made" in _words("confirmed", "dsa", "dsa.s4")
    assert "the regulations, as made" in _words("confirmed", "dpia", "dpia.c")


def test_the_colophon_names_the_day_of_the_confirmation() -> None:
    assert "confirmed in force on 5 October 2026" in _words("confirmed", "dsa", "dsa.colophon")
    assert "confirmed" not in _words("announced", "dsa", "dsa.colophon")


@pytest.mark.parametrize(("kind", "sections"), [("dsa", ("dsa.5.powers", "dsa.s4")), ("dpia", ("dpia.4", "dpia.c"))])
def test_a_record_of_the_workspace_says_that_it_is_the_parties_own(
    kind: DocumentKind, sections: tuple[str, ...]
) -> None:
    for section in sections:
        assert "parties' own" in _words("own", kind, section)
        assert "parties' own" not in _words("announced", kind, section)


def test_a_confirmation_knows_its_source_and_holds_only_in_its_nations() -> None:
    workspace = _workspace()
    law = _confirmed()
    world = World(workspace, workspace.agreements["T-1"], law, Library().labels)
    view: Any = GatewayView(law.gateway(KEY), f"law/gateways/{KEY}", world, nation="england")
    assert view.confirmation.confirmed_by.source == f"law/confirmations/{KEY}/confirmed_by"
    only = CONFIRMATION.model_copy(update={"nation": ("england",)})
    elsewhere: Any = GatewayView(catalogue().gateway(KEY).confirmed(only), f"law/gateways/{KEY}", world, nation="wales")
    assert not elsewhere.confirmation
