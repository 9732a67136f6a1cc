"""The HTML writer: one page that needs nothing else, for a browser, a phone or a printer."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from html import escape
from types import MappingProxyType

from dsagen.bundled import bundled_folder
from dsagen.documents.house import PLAIN
from dsagen.documents.tree import DocumentTree, Properties
from dsagen.writers.attributes import attributes
from dsagen.writers.house import house_sheet, logo
from dsagen.writers.markup import markup
from dsagen.writers.palette import palette_of

__all__ = ["page", "render", "running_line", "style_sheet"]

_NOTHING: Mapping[str, str] = MappingProxyType({})


def render(tree: DocumentTree) -> bytes:
    """Write a document tree as a standalone HTML page, in UTF-8."""
    house = tree.properties.house
    own = house_sheet(house, house.font if house.font != PLAIN.font else None)
    return page(tree, f"<style>\n{style_sheet()}{own}</style>\n").encode()


@cache
def style_sheet() -> str:
    """Give the style sheet that every house shares, read once a process."""
    return (bundled_folder("templates") / "shared" / "style.css").read_text(encoding="utf-8")


def page(tree: DocumentTree, style: str, body: Mapping[str, str] = _NOTHING) -> str:
    """Write the whole page around a tree.

    `style` is the element that brings the style sheet, or nothing. `body` holds attributes for a style sheet to read.
    """
    properties = tree.properties
    return (
        "<!DOCTYPE html>\n"
        f"<html{attributes({'lang': properties.language})}>\n"
        f"<head>\n{_head(properties)}{style}</head>\n"
        f"<body{attributes(body)}>\n{_running_head(properties)}{_main(tree)}{_foot(properties)}</body>\n"
        "</html>\n"
    )


def _running_head(properties: Properties) -> str:
    """Write the line above the document: the marking, the reference and short title, and DRAFT."""
    marking = f'<p class="page-marking">{escape(properties.marking, quote=False)}</p>\n' if properties.marking else ""
    draft = '<strong class="page-draft">DRAFT</strong> ' if properties.draft else ""
    title = escape(f"{properties.reference} · {properties.short_title}", quote=False)
    return f'<header class="page-head">\n{marking}<p class="page-title">{draft}{title}</p>\n</header>\n'


def running_line(properties: Properties) -> str:
    """Say the reference, version and status, as they stand at the foot of every page."""
    return f"{properties.reference} · Version {properties.version} · {properties.status}"


def _head(properties: Properties) -> str:
    named = {
        "viewport": "width=device-width, initial-scale=1",
        "author": properties.author,
        "description": f"{properties.reference}, version {properties.version}, {properties.status}",
        "generator": "dsagen",
        "dcterms.created": properties.date.isoformat(),
        "dcterms.modified": properties.date.isoformat(),
    }
    lines = [f"<meta{attributes({'name': name, 'content': content})}>\n" for name, content in named.items()]
    title = escape(properties.title, quote=False)
    return f'<meta charset="utf-8">\n<title>{title}</title>\n{"".join(lines)}'


def _main(tree: DocumentTree) -> str:
    return f"<main>\n{logo(tree.properties.house)}{markup(tree.root, palette_of(tree.properties.house))}\n</main>\n"


def _foot(properties: Properties) -> str:
    line = escape(running_line(properties), quote=False)
    marking = f'\n<p class="page-marking">{escape(properties.marking, quote=False)}</p>' if properties.marking else ""
    return f'<footer class="page-foot">\n<p>{line}</p>{marking}\n</footer>\n'
