"""The small parts around the body: running lines, properties, settings and fonts."""

from __future__ import annotations

from dsagen.documents.tree import Properties
from dsagen.writers.docx.markup import DECLARATION, NAMESPACES, field, paragraph, run, words
from dsagen.writers.html import running_line

__all__ = ["FONT_TABLE", "application", "core", "footer", "header", "settings"]


def header(properties: Properties) -> str:
    """Write the line above every page: the marking, DRAFT, the reference and short title."""
    draft = run("DRAFT", '<w:rStyle w:val="DraftMark"/>') + run("  ") if properties.draft else ""
    line = draft + run(f"{properties.reference} · {properties.short_title}")
    return _running("hdr", _marking(properties) + paragraph("Header", line))


def footer(properties: Properties) -> str:
    """Write the line below every page: reference, version, status, page and the marking."""
    pages = f"{run('Page ')}{field('PAGE', run('1'))}{run(' of ')}{field('NUMPAGES', run('1'))}"
    line = run(f"{running_line(properties)} · ") + pages
    return _running("ftr", paragraph("Footer", line) + _marking(properties))


def _marking(properties: Properties) -> str:
    return paragraph("Marking", run(properties.marking)) if properties.marking else ""


def _running(element: str, content: str) -> str:
    return f"{DECLARATION}<w:{element} {NAMESPACES}>{content}</w:{element}>"


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


FONT_TABLE = (
    f'{DECLARATION}<w:fonts {NAMESPACES}><w:font w:name="Arial"><w:altName w:val="Liberation Sans"/>'
    '<w:panose1 w:val="020B0604020202020204"/><w:charset w:val="00"/><w:family w:val="swiss"/>'
    '<w:pitch w:val="variable"/></w:font></w:fonts>'
)
"""Arial, and what to take where there is none: Liberation Sans has the same widths."""
