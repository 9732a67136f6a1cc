"""Same tree, same bytes: in another process, with another hash seed, in another place, on another day."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dsagen.writers import FORMATS

ROOT = Path(__file__).parents[2]
RENDER = """
import hashlib
from dsagen.writers import FORMATS, render
from tests.house import reference, with_picture_in_header
from tests.writers.houses import STYLED, referring, styled
from tests.writers.sample_tree import final_tree, sample_tree
house = referring(reference(with_picture_in_header), STYLED)
for tree in (sample_tree(), final_tree(), styled(house)):
    for name in sorted(FORMATS):
        print(name, hashlib.sha256(render(tree, name)).hexdigest())
"""
ANOTHER_DAY = """
import datetime, time
class Later(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls(2031, 2, 3, 4, 5, 6, tzinfo=tz)
    @classmethod
    def utcnow(cls):
        return cls(2031, 2, 3, 4, 5, 6)
    today = now
class LaterDate(datetime.date):
    @classmethod
    def today(cls):
        return cls(2031, 2, 3)
instant = 1927940706.0
local, gmt = time.localtime, time.gmtime
time.time = lambda: instant
time.localtime = lambda seconds=None: local(instant if seconds is None else seconds)
time.gmtime = lambda seconds=None: gmt(instant if seconds is None else seconds)
datetime.datetime, datetime.date = Later, LaterDate
"""


def _hashes(code: str, folder: Path, **variables: str) -> list[str]:
    kept = {
        name: value for name, value in os.environ.items() if name not in ("SOURCE_DATE_EPOCH", "TZ", "PYTHONHASHSEED")
    }
    environment = {**kept, "PYTHONPATH": str(ROOT), **variables}
    answer = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, env=environment, capture_output=True, text=True, check=True
    )
    lines = answer.stdout.splitlines()
    assert len(lines) == 3 * len(FORMATS)
    return lines


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    return _hashes(RENDER, tmp_path_factory.mktemp("first"), PYTHONHASHSEED="0", TZ="UTC")


@pytest.mark.parametrize(
    ("code", "variables"),
    [
        (RENDER, {"PYTHONHASHSEED": "4242", "TZ": "Pacific/Auckland", "LC_ALL": "C"}),
        (ANOTHER_DAY + RENDER, {"PYTHONHASHSEED": "7", "TZ": "America/St_Johns"}),
        (RENDER, {"SOURCE_DATE_EPOCH": "0"}),
    ],
    ids=["hash seed and time zone", "another day", "source date epoch"],
)
def test_the_bytes_are_the_same(first, tmp_path, code, variables):
    assert _hashes(code, tmp_path, **variables) == first
