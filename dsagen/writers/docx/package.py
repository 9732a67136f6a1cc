"""The package: parts in a zip file that is the same, byte for byte, whenever and wherever it is written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from dsagen.writers.docx.markup import DECLARATION, attribute

__all__ = ["FIRST_LINK", "RELATIONSHIPS", "package", "relationships"]

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


def relationships(links: Iterable[tuple[str, str]]) -> str:
    """Write what the document points at: its parts, then the addresses of its links in order."""
    parts = "".join(
        f'<Relationship Id="{key}" Type="{_OFFICE}/{name}" Target="{name}.xml"/>' for name, key in RELATIONSHIPS.items()
    )
    addresses = "".join(
        f'<Relationship Id="{key}" Type="{_OFFICE}/hyperlink" Target="{attribute(address)}" TargetMode="External"/>'
        for key, address in links
    )
    return _relationships(parts + addresses)


def _relationships(entries: str) -> str:
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'


_CONTENT_TYPES = (
    f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
    f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    + "".join(f'<Override PartName="{entry.part}" ContentType="{entry.media}"/>' for entry in _TYPES)
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
            ("[Content_Types].xml", _CONTENT_TYPES),
            *sorted({**parts, "_rels/.rels": _ROOT}.items()),
        ):
            entry = ZipInfo(name, _START)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            file.writestr(entry, content, compresslevel=_LEVEL)
    return buffer.getvalue()
