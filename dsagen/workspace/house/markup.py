"""XML that nobody vouches for."""

from __future__ import annotations

from typing import Any

from lxml import etree
from lxml.etree import _Element

__all__ = ["has_doctype", "has_entities", "parse_xml"]


def parse_xml(data: bytes) -> _Element | None:
    """Parse XML, or give None. Nothing is fetched and no entity is expanded."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def has_doctype(root: _Element) -> bool:
    """Tell whether XML declares a document type."""
    return bool(_told(root).doctype)


def has_entities(root: _Element) -> bool:
    """Tell whether XML declares entities of its own."""
    declared = _told(root).internalDTD
    return declared is not None and any(True for _ in declared.iterentities())


def _told(root: _Element) -> Any:
    return root.getroottree().docinfo
