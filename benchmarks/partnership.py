"""A workspace of many agreements, made from an example: no two alike, and all sound.

Each has its own assessment, a school out of fifty, dates and reasons of its own, and in every third a field less.
"""

from __future__ import annotations

import re
import shutil
from datetime import date, timedelta
from pathlib import Path

__all__ = ["SCHOOLS", "partnership"]

SCHOOLS = 50
_EXAMPLE, _SCHOOL = "young-carer-flag", "ashdown-academy"
_SENTENCE = re.compile(r"^( +(?:[\w-]+: )?[A-Z][^:#\[\]{}|>\"]*)\.$", re.M)
"""A line that ends a sentence and is nothing but words."""
_PAST = re.compile(r"\b2026-10-\d\d\b")


def partnership(examples: Path, folder: Path, agreements: int) -> Path:
    """Write the workspace into a folder that does not exist, and give the folder."""
    shutil.copytree(examples / _EXAMPLE, folder, ignore=shutil.ignore_patterns("build", "dsagen.lock", ".dsagen"))
    school = folder / "parties" / f"{_SCHOOL}.yaml"
    for number in range(SCHOOLS):
        (folder / "parties" / f"{_school(number)}.yaml").write_text(_of_school(school.read_text("utf-8"), number))
    agreement, assessment = folder / "agreements/nyc-001.yaml", folder / "assessments/nyc-001.yaml"
    written = {path: path.read_text("utf-8") for path in (agreement, assessment)}
    for path in (school, agreement, assessment):
        path.unlink()
    for number in range(agreements):
        for path, content in written.items():
            path.with_name(f"nyc-{number:04d}.yaml").write_text(_varied(content, number), "utf-8")
    return folder


def _school(number: int) -> str:
    return f"{_SCHOOL}-{number % SCHOOLS:02d}"


def _of_school(content: str, number: int) -> str:
    """Put one school in the place of the example's, by its id, its name and its address on the web."""
    place = number % SCHOOLS
    return content.replace(_SCHOOL, _school(number)).replace("Ashdown", f"Ashdown {place}")


def _varied(content: str, number: int) -> str:
    content = _of_school(content, number)
    content = content.replace("NYC-001", f"NYC-{number:04d}").replace("nyc-001", f"nyc-{number:04d}")
    content = _PAST.sub(lambda _: str(date(2026, 10, 1) + timedelta(number % 31)), content)
    if number % 3 == 0:
        content = re.sub(r"^ +child-date-of-birth: .*\n", "", content, flags=re.M).replace(", child-date-of-birth", "")
    places = iter(range(number, number + len(content)))
    return _SENTENCE.sub(lambda line: f"{line[1]}, as area {number} agreed." if next(places) % 2 else line[0], content)
