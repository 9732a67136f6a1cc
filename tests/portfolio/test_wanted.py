"""What the settings ask for, and what nothing asks for any more."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from dsagen.portfolio.outputs import Outputs
from dsagen.portfolio.wanted import Wanted
from dsagen.workspace import read_workspace
from tests.portfolio.building import built
from tests.workspace.builder import AGREEMENT, SETTINGS, Builder


def left_over(root: Path, start: Path) -> set[str]:
    """Give the agreements of which something is left over, as it is seen from a path."""
    with Outputs(root / "build", root, dry=True) as outputs:
        return {path.parts[1] for path in Wanted(read_workspace(start)).left_over(outputs)}


def test_one_pattern_alone_leaves_nothing_of_the_others_over(tmp_path: Path) -> None:
    builder = Builder(tmp_path / "riverdale")
    builder.write("dsagen.yaml", SETTINGS + "documents: [dsa]\nformats: [text]\n")
    (builder.root / "agreements/riv-001.yaml").unlink()
    body = "".join(f"  {line}" for line in AGREEMENT.splitlines(keepends=True))
    for name in ("first", "second"):
        made = body.replace("RIV-001", f"'{name}-{{school}}'")
        builder.write(f"patterns/{name}.yaml", f"for_each: {{school: [north-school]}}\nagreement:\n{made}")
    built(builder.root, builder.root / "build")
    first, second = (builder.root / f"patterns/{name}.yaml" for name in ("first", "second"))
    assert left_over(builder.root, builder.root) == left_over(builder.root, first) == set()
    second.unlink()
    assert left_over(builder.root, builder.root) == {"second-north-school"}


def test_what_this_command_asks_for_is_not_left_over(tmp_path: Path) -> None:
    builder = Builder(tmp_path / "riverdale")
    builder.write("dsagen.yaml", SETTINGS + "documents: [dsa]\n")
    built(builder.root, builder.root / "build", ["dpia"])
    wanted, path = Wanted(read_workspace(builder.root)), PurePosixPath("RIV-001/dpia.txt")
    with Outputs(builder.root / "build", builder.root, dry=True) as outputs:
        assert wanted.left_over(outputs) == [PurePosixPath("build") / path]
        assert wanted.left_over(outputs, [path]) == []
