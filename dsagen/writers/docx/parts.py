"""The small parts around the body: properties, settings and fonts."""

from __future__ import annotations

from dsagen.documents.tree import Properties
from dsagen.writers.docx.markup import DECLARATION, NAMESPACES, attribute, words

__all__ = ["application", "core", "font_table", "settings"]


def core(properties: Properties) -> str:
    """Write what the file says about itself. Its dates are the version's (Part 2, 11)."""
    moment = f"{properties.date.isoformat()}T00:00:00Z"
    return (
        f"{DECLARATION}<cp:coreProperties"
        ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{words(properties.title)}</dc:title><dc:subject>{words(properties.short_title)}</dc:subject>"
        f"<dc:creator>{words(properties.author)}</dc:creator><cp:keywords>{words(properties.reference)}</cp:keywords>"
        f"<dc:language>{words(properties.language)}</dc:language>"
        f"<cp:lastModifiedBy>{words(properties.author)}</cp:lastModifiedBy><cp:revision>1</cp:revision>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified>'
        f"<cp:version>{words(properties.version)}</cp:version></cp:coreProperties>"
    )


def application() -> str:
    """Write the other properties: nothing that counts, and nothing of the machine."""
    return (
        f'{DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<Application>dsagen</Application></Properties>"
    )


def settings(language: str) -> str:
    """Write the settings: as Word 2013 and later lay out, without hyphens, and without a prompt to update fields."""
    modes = {
        "compatibilityMode": "15",
        "overrideTableStyleFontSizeAndJustification": "1",
        "enableOpenTypeFeatures": "1",
    }
    compatible = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in modes.items()
    )
    return (
        f'{DECLARATION}<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:autoHyphenation w:val="0"/><w:characterSpacingControl w:val="doNotCompress"/>'
        f'<w:compat>{compatible}</w:compat><w:themeFontLang w:val="{words(language)}"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


_ARIAL = (
    '<w:font w:name="Arial"><w:altName w:val="Liberation Sans"/>'
    '<w:panose1 w:val="020B0604020202020204"/><w:charset w:val="00"/><w:family w:val="swiss"/>'
    '<w:pitch w:val="variable"/></w:font>'
)
"""Arial, and what to take where there is none: Liberation Sans has the same widths."""


def font_table(font: str) -> str:
    """Write the fonts that the styles name."""
    house = "" if font == "Arial" else f'<w:font w:name="{attribute(font)}"><w:family w:val="auto"/></w:font>'
    return f"{DECLARATION}<w:fonts {NAMESPACES}>{_ARIAL}{house}</w:fonts>"
