"""The same content by other means: pandoc and LibreOffice, docxtpl, and python-docx cell by cell."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import docx
from docxtpl import DocxTemplate
from lxml.etree import _Element

from dsagen.documents.tree import DocumentTree, words_of

__all__ = ["blocks", "docxtpl_template", "have", "libreoffice", "naive_python_docx", "pandoc", "with_docxtpl"]


def have(command: str) -> bool:
    """Tell whether a command is on this machine."""
    return shutil.which(command) is not None


def pandoc(page: Path) -> Path:
    """Make a Word file of an HTML page with pandoc, beside the page."""
    word = page.with_suffix(".docx")
    subprocess.run(["pandoc", page, "-o", word], check=True)
    return word


def libreoffice(words: Sequence[Path], profile: Path) -> None:
    """Make a PDF of each Word file, beside it, in one start of LibreOffice.

    Why: a profile of its own keeps it apart from any LibreOffice that is open. The first start fills the profile, so
    start once before timing. LibreOffice says that all is well when it is not: a missing PDF is an error here.
    """
    folder = words[0].parent
    made = [word.with_suffix(".pdf") for word in words]
    for path in made:
        path.unlink(missing_ok=True)
    options = [
        "--headless",
        f"-env:UserInstallation={profile.as_uri()}",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
    ]
    subprocess.run(["soffice", *options, *words], check=True, capture_output=True)
    missing = [path.name for path in made if not path.is_file()]
    if missing:
        raise FileNotFoundError(f"LibreOffice made no {', '.join(missing)}")


def blocks(tree: DocumentTree) -> list[dict[str, object]]:
    """Give a tree's content in its simplest form: headings, paragraphs and the cells of tables."""
    return list(_blocks(tree.root))


def _blocks(element: _Element) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    for item in element:
        if item.tag == "table":
            rows = [[words_of(cell) for cell in row] for row in item.iter("tr")]
            found.append({"rows": rows})
        elif item.tag in ("h1", "h2", "h3", "h4", "p", "li", "caption"):
            found.append({"heading": item.tag.startswith("h"), "words": words_of(item)})
        else:
            found += _blocks(item)
    return found


def docxtpl_template(folder: Path) -> Path:
    """Write the template that a docxtpl user would draw: a loop over blocks, and one over the cells of each row."""
    document = docx.Document()
    for line in ("{%p for block in blocks %}", "{%p if block.heading %}"):
        document.add_paragraph(line)
    document.add_heading("{{ block.words }}", 1)
    for line in ("{%p elif block.words %}", "{{ block.words }}", "{%p else %}"):
        document.add_paragraph(line)
    table = document.add_table(rows=3, cols=3, style="Table Grid")
    rows = (
        ("{%tr for row in block.rows %}",),
        ("{%tc for cell in row %}", "{{ cell }}", "{%tc endfor %}"),
        ("{%tr endfor %}",),
    )
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            table.rows[row].cells[column].text = text
    for line in ("{%p endif %}", "{%p endfor %}"):
        document.add_paragraph(line)
    path = folder / "template.docx"
    document.save(str(path))
    return path


def with_docxtpl(template: Path, content: list[dict[str, object]]) -> bytes:
    """Fill the template."""
    filled, out = DocxTemplate(str(template)), io.BytesIO()
    filled.render({"blocks": content}, autoescape=True)
    filled.save(out)
    return out.getvalue()


def naive_python_docx(content: list[dict[str, object]]) -> bytes:
    """Write the content as the python-docx tutorial does: cell by cell."""
    document, out = docx.Document(), io.BytesIO()
    for block in content:
        rows = block.get("rows")
        if isinstance(rows, list):
            table = document.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
            for row, cells in enumerate(rows):
                for column, words in enumerate(cells):
                    table.rows[row].cells[column].text = words
        elif block["heading"]:
            document.add_heading(str(block["words"]), 1)
        else:
            document.add_paragraph(str(block["words"]))
    document.save(out)
    return out.getvalue()
