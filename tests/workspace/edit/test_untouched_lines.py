"""Every line that an edit does not touch stays as it is, byte for byte: on the examples, and on odd files."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dsagen.workspace import Reading, join_path, read_workspace
from dsagen.workspace.edit import EditRefused, add_to_list, remove, set_value
from dsagen.workspace.edit.layout import Layout
from dsagen.workspace.nodes import Mapping, Node, Scalar, Sequence, plain
from dsagen.workspace.parse import parse
from dsagen.workspace.text import Text
from tests.workspace.builder import Builder

EXAMPLES = Path(__file__).parents[3] / "examples"
EXAMPLE_FILES = [
    max(folder.glob("*.yaml"), key=lambda path: path.stat().st_size) for folder in sorted(EXAMPLES.glob("*/agreements"))
]
"""The longest agreement of each example."""
OPERATIONS = ("set", "add", "remove")
STRIDE = {"set": 41, "add": 11, "remove": 41}
"""Each edit reads the file four times, so that only some values are edited."""


def paths(node: Node, path: str) -> Iterator[tuple[str, Node]]:
    """Give the id of everything in a value."""
    yield path, node
    if isinstance(node, Mapping):
        for key, entry in node.entries.items():
            yield from paths(entry.value, join_path(path, key))
    elif isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield from paths(item, join_path(path, index))


def changed(before: bytes, after: bytes) -> tuple[int, int]:
    """Count the lines that went, and those that came, in the one place where the two differ."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    while old and new and old[0] == new[0]:
        del old[0], new[0]
    while old and new and old[-1] == new[-1]:
        del old[-1], new[-1]
    return len(old), len(new)


def comments(path: Path) -> list[str]:
    """Give the comments of a file."""
    return [text.rstrip() for _, text in Layout(path.read_bytes().decode("utf-8-sig")).comments()]


def do(reading: Reading, operation: str, path: str) -> bool:
    """Make one edit, or tell that it was refused."""
    try:
        if operation == "set":
            set_value(reading, path, "Another value: 'quoted'")
        elif operation == "add":
            add_to_list(reading, path, "one-more")
        else:
            remove(reading, path)
    except EditRefused:
        return False
    return True


@pytest.mark.parametrize("example", EXAMPLE_FILES, ids=lambda path: f"{path.parent.parent.name}-{path.stem}")
@pytest.mark.parametrize("operation", OPERATIONS)
def test_every_value_of_the_examples(example: Path, operation: str, tmp_path: Path) -> None:
    """Each edit is made on its own, from the same file, so that one cannot hide another."""
    root = tmp_path / "copy"
    shutil.copytree(example.parent.parent, root)
    reading = read_workspace(root)
    file = root / "agreements" / example.name
    before = file.read_bytes()
    node, _ = parse(Text(file.name, before.decode()))
    assert isinstance(node, Mapping)
    reference = plain(node.entries["reference"].value)
    old_comments = comments(file)
    made = 0
    kept = {path.relative_to(root): path.read_bytes() for path in root.rglob("*.yaml")}
    every = list(paths(node, f"agreements/{reference}"))[1:]
    for path, value in every[OPERATIONS.index(operation) :: STRIDE[operation]]:
        wanted = (operation == "set" and isinstance(value, Scalar)) or operation == "remove"
        if not (wanted or (operation == "add" and isinstance(value, Sequence))) or "/include" in path:
            continue
        if do(reading, operation, path):
            made += 1
            after = file.read_bytes()
            taken, given = changed(before, after)
            assert comments(file) == old_comments
            if operation == "add":
                assert (taken, given) in ((1, 1), (0, 1))
            elif operation == "set":
                assert given == 1
                assert taken == 1 or "\n" in _written(before, path, reading)
            else:
                assert given <= 1 + len(old_comments)
            file.write_bytes(before)
    assert made
    assert kept == {path.relative_to(root): path.read_bytes() for path in root.rglob("*.yaml")}


def _written(content: bytes, path: str, reading: Reading) -> str:
    """Give a value as it is written."""
    source = reading.sources.value(path)
    assert source is not None
    layout = Layout(content.decode())
    assert layout.root is not None
    text = Text("", layout.content)
    found = next(
        place
        for place in layout.root.walk()
        if place.kind == "scalar"
        and (at := text.source(place.start)).line == source.line
        and at.column == source.column
    )
    return layout.content[found.start : found.end]


KEYS = st.sampled_from(["a", "b", "gateways", "x-y", "with space", "no", "007", "schule-ß", '"quoted"', "'single'"])
WORDS = st.sampled_from(
    ["word", "two words", "no", "007", "'it''s'", '"a \\" b: # c"', "2026-01-01", "~", "a#b", "学校", "é"]
)
COMMENTS = st.sampled_from(["", "", "  # why", "  #\ttab\tinside", "  # [a, {b: c}]", "\t# after a tab"])
LINE_COMMENTS = st.sampled_from(["", "", "", "# own line", "#- commented: out", "# \t tab", " "])


@st.composite
def blocks(draw: st.DrawFn, indent: int = 0, depth: int = 0) -> list[str]:
    """Give the lines of a mapping as people write them."""
    lines: list[str] = []
    pad = " " * indent
    step = draw(st.integers(1, 4))
    for key in draw(st.lists(KEYS, min_size=1, max_size=4, unique_by=lambda key: key.strip("'\""))):
        comment = draw(LINE_COMMENTS)
        lines += [pad + comment] if comment else []
        kind = draw(
            st.sampled_from(["word", "flow", "list", "indentless", "folded", "literal", "empty", "map", "flowmap"])
        )
        tail = draw(COMMENTS)
        words = draw(st.lists(WORDS, min_size=1, max_size=3))
        if kind == "map" and depth < 3:
            lines += [f"{pad}{key}:{tail}", *draw(blocks(indent + step, depth + 1))]
        elif kind == "flow":
            lines.append(f"{pad}{key}: [{', '.join(words)}]{tail}")
        elif kind == "flowmap":
            entries = ", ".join(f"k{number}: {word}" for number, word in enumerate(words))
            lines.append(f"{pad}{key}: {{{entries}}}{tail}")
        elif kind in ("list", "indentless"):
            inner = pad + ("" if kind == "indentless" else " " * step)
            lines += [f"{pad}{key}:{tail}", *(f"{inner}- {word}{draw(COMMENTS)}" for word in words)]
        elif kind in ("folded", "literal"):
            mark = draw(st.sampled_from([">", ">-", "|", "|-", "|+"]))
            lines += [f"{pad}{key}: {mark}{tail}", f"{pad}{' ' * step}# text, no comment", "", f"{pad}{' ' * step}more"]
        elif kind == "empty":
            lines.append(f"{pad}{key}:{tail}")
        else:
            lines.append(f"{pad}{key}: {words[0]}{tail}")
    return lines


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data(), lines=blocks(2), windows=st.booleans(), marked=st.booleans(), final=st.booleans())
def test_odd_files(
    tmp_path: Path, data: st.DataObject, lines: list[str], windows: bool, marked: bool, final: bool
) -> None:
    workspace = Builder(tmp_path / "odd")
    content = "reference: ODD-001\ntop:  # odd\n" + "\n".join(lines) + ("\n" if final else "")
    content = content.replace("\n", "\r\n") if windows else content
    file = workspace.write("agreements/riv-001.yaml", ("\ufeff" if marked else "") + content)
    before = file.read_bytes()
    text = Text("agreements/riv-001.yaml", content)
    node, problems = parse(text)
    assert node is not None
    assert not problems
    reading = workspace.read()
    path, _ = data.draw(st.sampled_from(list(paths(node, "agreements/ODD-001"))[2:]))
    operation = data.draw(st.sampled_from(OPERATIONS))
    old_comments = comments(file)
    if not do(reading, operation, path):
        assert file.read_bytes() == before
        return
    after = file.read_bytes()
    assert comments(file) == old_comments
    assert (b"\r\n" in after) == (b"\r\n" in before)
    assert after.count(b"\n") == after.count(b"\r\n") or not windows
    assert after.startswith(b"\xef\xbb\xbf") == marked
    above, own, last = _lines(content, path)
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    taken, given = changed(before, after)
    assert old[:above] == new[:above]
    assert plain(node) != plain(_read(file))
    if operation == "add":
        assert taken <= 1
        assert given <= 2
        return
    rest = old[last + 1 :]
    assert not rest or new[-len(rest) :] == rest
    lost = Counter(line.rstrip() for line in before.splitlines()) - Counter(
        line.rstrip() for line in after.splitlines()
    )
    assert lost.total() <= last - own + 2


def _lines(content: str, path: str) -> tuple[int, int, int]:
    """Give three lines, counted from 0: where the key of the holder is, where the value's own key is, where it ends."""
    layout = Layout(content)
    assert layout.root is not None
    text = Text("", content)
    place, key, above = layout.root, layout.root.start, layout.root.start
    for step in path.split("/")[2:]:
        above = key
        if place.kind == "sequence":
            place = place.items[int(step)]
            key = place.start
        else:
            pair = place.entry(step)
            assert pair is not None
            key, place = pair[0].start, pair[1]
    above, own, last = (text.source(at).line - 1 for at in (above, key, max(place.end - 1, key)))
    return above, own, last


def _read(file: Path) -> Node:
    node, problems = parse(Text(file.name, file.read_bytes().decode("utf-8-sig")))
    assert node is not None
    assert not problems
    return node


def test_few_edits_of_odd_files_are_refused(tmp_path: Path) -> None:
    """A refusal is honest, but an edit that is always refused is no edit."""
    workspace = Builder(tmp_path / "plain")
    reading = workspace.read()
    file = workspace.root / "agreements/riv-001.yaml"
    before = file.read_bytes()
    node = _read(file)
    refused = []
    for path, value in list(paths(node, "agreements/RIV-001"))[1:]:
        for operation in ("set", "remove") if isinstance(value, Scalar) else ("remove",):
            if not do(reading, operation, path):
                refused.append((operation, path))
            file.write_bytes(before)
    assert refused == []
