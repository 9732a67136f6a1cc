"""SVG logos: drawings only, with nothing that runs and nothing that reaches outside the file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element

from dsagen.workspace.house.content import Fault
from dsagen.workspace.house.markup import has_entities, parse_xml
from dsagen.workspace.house.values import Picture

__all__ = ["read_svg"]

_SVG = "{http://www.w3.org/2000/svg}"
_PLAIN = "Export it again as a plain SVG, or use a PNG file."
_RUNS = frozenset({"script", "foreignObject", "iframe", "audio", "video", "handler"})
_DEEPEST, _MOST = 50, 20_000
_EMBEDDED = re.compile(r"data:image/(png|jpe?g);base64,", re.I)
_OUTSIDE = re.compile(r"@import|url\(\s*['\"]?\s*(?!['\"#\s]|data:(image/(png|jpe?g)|font/))|javascript:", re.I)
_WITHIN = re.compile(r"url\(\s*['\"]?#([^'\")\s]+)")
_LENGTH = re.compile(r"\s*([0-9]+(?:\.[0-9]+)?)\s*(px|pt|pc|mm|cm|in)?\s*")
_UNITS = {"px": 1.0, "pt": 96 / 72, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}


def read_svg(data: bytes, file: str) -> Picture | Fault:
    """Give a drawing, or what is wrong with it.

    Why: an SVG file is a program that a browser may run, and can fetch other files or unfold without end.
    """
    root = parse_xml(data)
    if root is None or root.tag != f"{_SVG}svg":
        return Fault(f"the picture `{file}` is damaged and cannot be shown", _PLAIN)
    if has_entities(root):
        return Fault(f"`{file}` declares entities, which can hide anything", _PLAIN)
    if any(_local(element) in _RUNS or _handlers(element) for element in _elements(root)):
        return Fault(f"`{file}` holds a script or a piece of a web page", _PLAIN)
    if any(_reaches_out(element) for element in _elements(root)):
        return Fault(f"`{file}` refers to something outside itself", f"A logo holds all that it shows. {_PLAIN}")
    if _unfolds(root):
        return Fault(f"`{file}` is too deep or too large once all that it repeats is drawn", _PLAIN)
    size = _size(root)
    if size is None:
        return Fault(f"`{file}` does not say how wide and high it is", "Give it a `viewBox`, or export it again.")
    return Picture(data, "image/svg+xml", *size)


def _elements(root: _Element) -> Iterator[_Element]:
    return root.iter("*")


def _local(element: _Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _handlers(element: _Element) -> bool:
    return any(str(name).rpartition("}")[2].lower().startswith("on") for name, _ in element.items())


def _reaches_out(element: _Element) -> bool:
    if _local(element) == "style" and _OUTSIDE.search("".join(map(str, element.itertext()))):
        return True
    for name, value in element.items():
        local = str(name).rpartition("}")[2].lower()
        if _OUTSIDE.search(str(value)):
            return True
        if local in ("href", "src", "base") and _local(element) != "a" and not _is_inside(str(value)):
            return True
    return False


def _is_inside(address: str) -> bool:
    return address.startswith("#") or not address.strip() or _EMBEDDED.match(address) is not None


def _unfolds(root: _Element) -> bool:
    """Tell whether a drawing is too deep or too large, or contains itself, once all that it repeats is drawn."""
    named = {str(element.get("id")): element for element in _elements(root) if element.get("id")}
    sizes: dict[_Element, int] = {}
    opened: set[_Element] = set()

    def size(element: _Element, depth: int) -> int:
        if element in sizes:
            return sizes[element]
        if element in opened or depth > _DEEPEST:
            return _MOST + 1
        opened.add(element)
        parts = list(element.iterchildren("*"))
        parts += [named[name] for name in _used(element) if name in named]
        sizes[element] = min(1 + sum(size(part, depth + 1) for part in parts), _MOST + 1)
        opened.discard(element)
        return sizes[element]

    return size(root, 0) > _MOST


def _used(element: _Element) -> Iterator[str]:
    for name, value in element.items():
        if str(name).rpartition("}")[2] == "href" and str(value).startswith("#") and _local(element) != "a":
            yield str(value)[1:]
        yield from _WITHIN.findall(str(value))


def _size(root: _Element) -> tuple[float, float] | None:
    width, height = _pixels(root.get("width")), _pixels(root.get("height"))
    if width and height:
        return width, height
    box = re.fullmatch(r"\s*" + r"[\s,]+".join([r"(-?[0-9.]+)"] * 4) + r"\s*", root.get("viewBox", ""))
    try:
        across, down = (float(box[3]), float(box[4])) if box else (0.0, 0.0)
    except ValueError:
        return None
    return (across, down) if across > 0 and down > 0 else None


def _pixels(written: str | None) -> float | None:
    length = _LENGTH.fullmatch(written or "")
    return float(length[1]) * _UNITS[length[2] or "px"] if length else None
