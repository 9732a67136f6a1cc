"""Run the benchmarks: `make bench`, or `python -m benchmarks EXAMPLE --rounds 5`.

What is printed are times and ratios inside this run. `docs/performance.md` says how to read them.
"""

from __future__ import annotations

import argparse
import hashlib
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from benchmarks import peers
from benchmarks.building import building
from benchmarks.checking import checking
from benchmarks.measure import medians, show
from benchmarks.minimising import minimising
from dsagen.documents.compose import Subject, compose
from dsagen.documents.library import Library
from dsagen.documents.tree import DocumentTree
from dsagen.portfolio.findings import findings_of
from dsagen.portfolio.plan import planned
from dsagen.workspace import read_workspace
from dsagen.writers import render

ROOT = Path(__file__).resolve().parent.parent
PDF, OWN_WORD = "PDF (WeasyPrint)", "Word"
OURS, PEERS = "dsagen", "pandoc and LibreOffice, a start for each file"
PEERS_AT_ONCE = "pandoc, and one start of LibreOffice for all files"
DOCXTPL, NAIVE = "docxtpl, same words", "python-docx, cell by cell"
BESIDE_PDF = ("read the workspace", "check", "compose the tree", OWN_WORD, "hash the Word file")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("example", nargs="?", default="young-carer-flag")
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--agreements", type=int, default=1000, help="how many agreements are checked")
    arguments.add_argument("--built", type=int, default=100, help="how many agreements are built")
    arguments.add_argument("--alone", type=int, default=0, help="how many are built without their other documents")
    options = arguments.parse_args()
    folder = ROOT / "examples" / options.example
    stages(folder, options.rounds)
    whole(folder, options.rounds)
    start_up(options.rounds)
    minimising(folder, options.rounds)
    checking(options.agreements, options.rounds)
    building(options.built)
    if options.alone:
        building(options.alone, alone=True)


def stages(folder: Path, rounds: int) -> None:
    """Time each stage of the agreement's own document, and its peers."""
    reading = read_workspace(folder)
    workspace, law = reading.workspace, reading.law
    agreement = next(iter(workspace.agreements.values()))
    library = Library()
    tree = compose(Subject(workspace, law, agreement, "dsa"), library).tree
    content = peers.blocks(tree)
    word = render(tree, "docx")
    with tempfile.TemporaryDirectory() as temporary:
        template = peers.docxtpl_template(Path(temporary))
        steps: dict[str, Callable[[], object]] = {
            "read the workspace": partial(read_workspace, folder),
            "check": lambda: list(findings_of(agreement, workspace, library, law, agreement.version_date)),
            "compose the tree": lambda: compose(Subject(workspace, law, agreement, "dsa"), library),
            OWN_WORD: partial(render, tree, "docx"),
            "text": partial(render, tree, "text"),
            "HTML": partial(render, tree, "html"),
            "hash the Word file": lambda: hashlib.sha256(word).hexdigest(),
            PDF: partial(render, tree, "pdf"),
            DOCXTPL: partial(peers.with_docxtpl, template, content),
            NAIVE: partial(peers.naive_python_docx, content),
        }
        for step in steps.values():
            step()
        taken = medians(steps, rounds)
    print(f"\nThe agreement's own document, {folder.name}, median of {rounds} rounds")
    for name, seconds in taken.items():
        show(name, seconds * 1000, "ms")
    own = sum(taken[name] for name in BESIDE_PDF)
    show("everything but WeasyPrint, against WeasyPrint", own / taken[PDF], "", "(target: under 0.05)")
    show("Word, against docxtpl", taken[OWN_WORD] / taken[DOCXTPL], "", "(target: at most 0.3)")
    show("Word, against python-docx cell by cell", taken[OWN_WORD] / taken[NAIVE], "", "(target: at most 0.1)")


def whole(folder: Path, rounds: int) -> None:
    """Time one agreement: all documents, both formats, one after the other, beside pandoc and LibreOffice.

    The peers start from each document's HTML, already written; ours start from the agreement. Theirs are not tagged
    as PDF/UA. Every step runs once before it is timed.
    """
    reading = read_workspace(folder)
    workspace, law = reading.workspace, reading.law
    agreement = next(iter(workspace.agreements.values()))
    library = Library()
    documents = planned(workspace, law, workspace.settings.documents)
    subjects = [Subject(workspace, law, agreement, item.kind, item.party) for item in documents]
    trees = [compose(subject, library).tree for subject in subjects]

    def ours() -> None:
        for subject in subjects:
            tree = compose(subject, library).tree
            render(tree, "docx")
            render(tree, "pdf")

    steps: dict[str, Callable[[], None]] = {OURS: ours}
    with tempfile.TemporaryDirectory() as temporary:
        if peers.have("pandoc") and peers.have("soffice"):
            steps |= _theirs(trees, Path(temporary))
        for step in steps.values():
            step()
        taken = medians(steps, max(1, rounds // 2))
    print(f"\nOne agreement, {len(documents)} documents, Word and PDF, one after the other")
    for name, seconds in taken.items():
        show(name, seconds, "s")
    if PEERS in taken:
        show("dsagen, against a start for each", taken[OURS] / taken[PEERS], "", "(target: at most 0.85)")
        show("dsagen, against one start for all", taken[OURS] / taken[PEERS_AT_ONCE], "")
    else:
        print("  pandoc or LibreOffice is not installed, so there is nothing to compare with")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    show("peak memory of this process", memory, "MiB", "(target: under 200 a worker)")


def _theirs(trees: Sequence[DocumentTree], folder: Path) -> dict[str, Callable[[], None]]:
    """Give the peers' steps, for the same documents. The HTML is written here, outside what is timed."""
    pages = [folder / f"{position}.html" for position in range(len(trees))]
    for page, tree in zip(pages, trees, strict=True):
        page.write_bytes(render(tree, "html"))
    profile = folder / "profile"

    def each() -> None:
        for page in pages:
            peers.libreoffice([peers.pandoc(page)], profile)

    def at_once() -> None:
        peers.libreoffice([peers.pandoc(page) for page in pages], profile)

    return {PEERS: each, PEERS_AT_ONCE: at_once}


def start_up(rounds: int) -> None:
    """Time `dsagen --help` beside an import of typer."""
    run = partial(subprocess.run, check=True, capture_output=True, cwd=ROOT)
    steps = {
        "import typer": partial(run, [sys.executable, "-c", "import typer"]),
        "dsagen --help": partial(run, [sys.executable, "-m", "dsagen", "--help"]),
    }
    for step in steps.values():
        step()
    taken = medians(steps, rounds)
    print("\nStart")
    for name, seconds in taken.items():
        show(name, seconds * 1000, "ms")
    show("dsagen --help, against import typer", taken["dsagen --help"] / taken["import typer"], "", "(target: under 3)")


if __name__ == "__main__":
    main()
