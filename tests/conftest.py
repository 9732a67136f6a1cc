"""Options and places that every test may use."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--whole", action="store_true", help="ask of every document, of two hundred agreements and of a hundred kills"
    )
    parser.addoption("--update-golden", action="store_true", help="write the golden text anew and compare nothing")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(scope="session")
def examples() -> list[Path]:
    """Give every example workspace."""
    return sorted(file.parent for file in (ROOT / "examples").glob("*/dsagen.yaml"))
