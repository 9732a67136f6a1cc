"""One document, from its tree to its bytes."""

from __future__ import annotations

from collections.abc import Mapping

from dsagen.documents.house import House
from dsagen.documents.tree import DocumentTree
from dsagen.writers.docx import parts
from dsagen.writers.docx.base import prepared_styles
from dsagen.writers.docx.blocks import section
from dsagen.writers.docx.drawing import drawing
from dsagen.writers.docx.markup import DECLARATION, NAMESPACES
from dsagen.writers.docx.package import FIRST_LINK, Attached, package, relationships
from dsagen.writers.docx.page import page_of
from dsagen.writers.docx.running import further_parts, has_picture, running_parts, with_pictures
from dsagen.writers.docx.story import Story
from dsagen.writers.palette import palette_of

__all__ = ["render", "written"]

_ENDINGS = {"image/png": "png", "image/jpeg": "jpeg"}


def render(tree: DocumentTree) -> bytes:
    """Write a document tree as a Word file (ECMA-376, transitional).

    Why: its dates come from the tree and its zip entries carry a fixed time, so the same tree gives the same bytes.
    """
    styles = prepared_styles(tree.properties.language, tree.properties.house)
    return written(tree, running_parts(tree.properties, styles.ids))


def written(tree: DocumentTree, running: Mapping[str, str | bytes]) -> bytes:
    """Write a document with the given running lines, by the names of their parts."""
    properties, house = tree.properties, tree.properties.house
    first = further_parts(house)
    story = Story(tree.root, FIRST_LINK, page_of(house), first, palette_of(house))
    _logo(story, house)
    story.enter(tree.root)
    for part in tree.root:
        section(story, part)
    body = "".join((*story.body, story.section()))
    theme = house.reference.theme if house.reference is not None else None
    attached = [*story.attached(), *first, *([Attached("rTheme", "theme", "theme.xml")] if theme else [])]
    return package(
        {
            "docProps/app.xml": parts.application(),
            "docProps/core.xml": parts.core(properties),
            "word/_rels/document.xml.rels": relationships(story.addresses(), attached),
            "word/document.xml": f"{DECLARATION}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
            "word/fontTable.xml": parts.font_table(house.font),
            "word/numbering.xml": story.numbering.part(),
            "word/settings.xml": parts.settings(properties.language),
            "word/styles.xml": prepared_styles(properties.language, house).content,
            **running,
            **({"word/theme.xml": theme.content, **with_pictures(theme, "theme")} if theme else {}),
            **{f"word/{name}": data for name, data in story.media.items()},
        }
    )


def _logo(story: Story, house: House) -> None:
    """Write the logo above the title, unless the house's own header shows a picture there."""
    if house.logo is None or house.logo.word is None or has_picture(house):
        return
    key = story.picture(house.logo.word.data, _ENDINGS[house.logo.word.type])
    story.paragraph("BodyText", drawing(key, 1, "Logo", house.logo.alternative, house.logo.size), "<w:keepNext/>")
