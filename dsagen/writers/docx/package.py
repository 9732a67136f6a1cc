"""The package: parts in a zip file that is the same, byte for byte, whenever and wherever it is written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from dsagen.writers.docx.markup import DECLARATION, attribute

__all__ = ["FIRST_LINK", "RELATIONSHIPS", "Attached", "package", "part_relationships", "relationships"]

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_START = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip file can say."""
_LEVEL = 4
"""How hard to compress: two thirds of the default's time, for a file an eighth larger."""

RELATIONSHIPS = {
    "styles": "rId1",
    "numbering": "rId2",
    "settings": "rId3",
    "fontTable": "rId4",
    "header": "rId5",
    "footer": "rId6",
}
"""The parts that the document points at, by the name that is both their file and the end of their type."""
FIRST_LINK = len(RELATIONSHIPS) + 1


@dataclass(frozen=True)
class _Type:
    part: str
    media: str


_TYPES = (
    _Type("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
    _Type("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
    _Type("/word/document.xml", f"{_WORD}.document.main+xml"),
    *(_Type(f"/word/{name}.xml", f"{_WORD}.{name}+xml") for name in sorted(RELATIONSHIPS)),
)
_FURTHER = {
    "word/footer-": f"{_WORD}.footer+xml",
    "word/header-": f"{_WORD}.header+xml",
    "word/theme.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
}
"""The parts that only some files have, by how their names begin."""
_PICTURES = {
    "bmp": "image/bmp",
    "emf": "image/x-emf",
    "gif": "image/gif",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "png": "image/png",
    "svg": "image/svg+xml",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "wmf": "image/x-wmf",
}


@dataclass(frozen=True)
class Attached:
    """What a part points at: the relationship's id, the end of its type, and the target."""

    key: str
    kind: str
    target: str
    """Beside the part, or an address."""
    outside: bool = False


def relationships(links: Iterable[tuple[str, str]], attached: Iterable[Attached] = ()) -> str:
    """Write what the document points at: its parts, the addresses of its links in order, and what else it shows."""
    parts = "".join(
        f'<Relationship Id="{key}" Type="{_OFFICE}/{name}" Target="{name}.xml"/>' for name, key in RELATIONSHIPS.items()
    )
    addresses = "".join(
        f'<Relationship Id="{key}" Type="{_OFFICE}/hyperlink" Target="{attribute(address)}" TargetMode="External"/>'
        for key, address in links
    )
    return _relationships(parts + addresses + "".join(map(_relationship, attached)))


def part_relationships(attached: Iterable[Attached]) -> str:
    """Write what another part points at."""
    return _relationships("".join(map(_relationship, attached)))


def _relationship(attached: Attached) -> str:
    target = f'Target="{attribute(attached.target)}"' + (' TargetMode="External"' if attached.outside else "")
    return f'<Relationship Id="{attribute(attached.key)}" Type="{_OFFICE}/{attached.kind}" {target}/>'


def _relationships(entries: str) -> str:
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'


def _content_types(parts: Iterable[str]) -> str:
    """Say what kind each part is: pictures by their endings, running lines and the theme by their names."""
    names = sorted(parts)
    endings = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
    endings |= {ending: _PICTURES[ending] for name in names if (ending := name.rpartition(".")[2]) in _PICTURES}
    known = {entry.part for entry in _TYPES}
    further = [
        _Type(f"/{name}", media)
        for name in names
        if f"/{name}" not in known
        for start, media in _FURTHER.items()
        if name.startswith(start)
    ]
    return (
        f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        + "".join(f'<Default Extension="{ending}" ContentType="{media}"/>' for ending, media in endings.items())
        + "".join(f'<Override PartName="{entry.part}" ContentType="{entry.media}"/>' for entry in (*_TYPES, *further))
        + "</Types>"
    )


_ROOT = _relationships(
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
    f'<Relationship Id="rId3" Type="{_OFFICE}/extended-properties" Target="docProps/app.xml"/>'
)


def package(parts: Mapping[str, str | bytes]) -> bytes:
    """Zip the parts: content types first, then by name, with one fixed time and no trace of the machine."""
    buffer = BytesIO()
    with ZipFile(buffer, "w") as file:
        for name, content in (
            ("[Content_Types].xml", _content_types(parts)),
            *sorted({**parts, "_rels/.rels": _ROOT}.items()),
        ):
            entry = ZipInfo(name, _START)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            file.writestr(entry, content, compresslevel=_LEVEL)
    return buffer.getvalue()
