"""What the tests of this room share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.workspace.builder import Builder


@pytest.fixture
def workspace(tmp_path: Path) -> Builder:
    """Give a tiny workspace that is sound."""
    return Builder(tmp_path / "riverdale")
