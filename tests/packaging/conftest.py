"""What the tests of the package share: the root of the clone, and a way to build a wheel without the network."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def root() -> Path:
    return Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def build_wheel() -> Callable[[Path, Path], Path]:
    def build(source: Path, output: Path) -> Path:
        command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(output)]
        subprocess.run(command, cwd=source, check=True, capture_output=True)
        (wheel,) = output.glob("*.whl")
        return wheel

    return build
