"""The files that pin versions: a hash for everything, and the name of no place that a package came from."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

FILES = ("constraints.txt", "constraints-tests.txt")
PINNED = re.compile(
    r"(?P<name>[a-z0-9-]+)==(?P<version>[0-9][0-9a-z.]*)"
    r"(?: ; (?P<marker>[a-z_]+ [!=]= '[A-Za-z0-9]+'))?"
    r"(?: --hash=sha256:[0-9a-f]{64})+"
)
COMMENT = re.compile(r"# (?:Made by scripts/lock: )?[A-Za-z0-9 .,:=-]+")


def pinned(text: str) -> dict[str, str]:
    """Read the versions, and fail at a line that is neither a pinned and hashed requirement nor plain comment."""
    versions = {}
    for line in text.replace("\\\n", "").splitlines():
        if COMMENT.fullmatch(line):
            continue
        requirement = PINNED.fullmatch(re.sub(" +", " ", line).strip())
        assert requirement, f"not a version with hashes alone: {line[:80]}"
        versions[requirement["name"]] = requirement["version"]
    return versions


@pytest.fixture(scope="module")
def project(root: Path):
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))


def unmet(requirements: list[str], versions: dict[str, str]) -> list[str]:
    """Name the requirements that the pinned versions do not satisfy."""
    return [
        text
        for text in requirements
        if not (requirement := Requirement(text)).specifier.contains(
            versions.get(canonicalize_name(requirement.name), "0")
        )
        or canonicalize_name(requirement.name) not in versions
    ]


@pytest.mark.parametrize("file", FILES)
def test_a_file_holds_versions_and_hashes_alone(root: Path, file: str):
    assert pinned((root / file).read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "line",
    [
        "--index-url https://packages.example.org/simple",
        "--find-links wheels",
        "# from https://packages.example.org",
        "#   via -r /home/someone/clone/pyproject.toml",
        "rich @ https://packages.example.org/rich.whl",
        "rich==15.0.0",
        "rich>=15.0.0 --hash=sha256:" + "0" * 64,
        "-e .",
    ],
)
def test_anything_else_in_a_file_is_noticed(line: str):
    with pytest.raises(AssertionError, match="not a version with hashes alone"):
        pinned(f"jinja2==3.1.6 \\\n    --hash=sha256:{'0' * 64}\n{line}\n")


def test_everything_that_dsagen_needs_to_run_and_be_installed_is_pinned(root: Path, project):
    versions = pinned((root / "constraints.txt").read_text(encoding="utf-8"))
    assert unmet(project["project"]["dependencies"] + project["build-system"]["requires"], versions) == []


def test_everything_that_the_tests_need_is_pinned(root: Path, project):
    versions = pinned((root / "constraints-tests.txt").read_text(encoding="utf-8"))
    groups = [item for group in project["dependency-groups"].values() for item in group if isinstance(item, str)]
    assert groups
    assert unmet(groups, versions) == []


def test_a_requirement_that_is_missing_or_too_old_is_noticed():
    assert unmet(["rich>=15", "ruamel.yaml.clib", "lxml"], {"rich": "14.9", "ruamel-yaml-clib": "1"}) == [
        "rich>=15",
        "lxml",
    ]


def test_the_tests_run_with_the_versions_that_users_get(root: Path):
    run, tests = (pinned((root / file).read_text(encoding="utf-8")) for file in FILES)
    assert run.items() <= tests.items()


def test_the_validator_is_pinned_by_hash_and_names_no_place(root: Path):
    wanted = json.loads((root / "tools/package.json").read_text(encoding="utf-8"))["dependencies"]
    text = (root / "tools/package-lock.json").read_text(encoding="utf-8")
    packages = {
        name.removeprefix("node_modules/"): entry for name, entry in json.loads(text)["packages"].items() if name
    }
    assert {name: packages[name]["version"] for name in wanted} == wanted
    assert all(entry["integrity"].startswith("sha512-") for entry in packages.values())
    assert "resolved" not in text
    assert "://" not in text
