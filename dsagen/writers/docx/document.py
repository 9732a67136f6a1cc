"""One document, from its tree to its bytes."""

from __future__ import annotations

from dsagen.documents.tree import DocumentTree
from dsagen.writers.docx import parts
from dsagen.writers.docx.base import prepared_styles
from dsagen.writers.docx.blocks import section
from dsagen.writers.docx.markup import DECLARATION, NAMESPACES
from dsagen.writers.docx.package import FIRST_LINK, package, relationships
from dsagen.writers.docx.story import Story

__all__ = ["render"]


def render(tree: DocumentTree) -> bytes:
    """Write a document tree as a Word file (ECMA-376, transitional).

    Why: its dates come from the tree and its zip entries carry a fixed time, so the same tree gives the same bytes.
    """
    story, properties = Story(tree.root, FIRST_LINK), tree.properties
    story.enter(tree.root)
    for part in tree.root:
        section(story, part)
    body = "".join((*story.body, story.section()))
    return package(
        {
            "docProps/app.xml": parts.application(),
            "docProps/core.xml": parts.core(properties),
            "word/_rels/document.xml.rels": relationships(story.addresses()),
            "word/document.xml": f"{DECLARATION}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
            "word/fontTable.xml": parts.FONT_TABLE,
            "word/footer.xml": parts.footer(properties),
            "word/header.xml": parts.header(properties),
            "word/numbering.xml": story.numbering.part(),
            "word/settings.xml": parts.settings(properties.language),
            "word/styles.xml": prepared_styles(properties.language),
        }
    )
