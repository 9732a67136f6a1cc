"""What holds for every test of a writer."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def no_warnings_from_the_layout(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test in which WeasyPrint or fontTools warned of anything: an unknown property, a lost font or anchor."""
    with caplog.at_level(logging.WARNING):
        yield
    warned = [
        record.getMessage()
        for record in [*caplog.get_records("setup"), *caplog.get_records("call")]
        if record.name.startswith(("weasyprint", "fontTools")) and record.levelno >= logging.WARNING
    ]
    assert warned == []
