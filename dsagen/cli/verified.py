"""What `verify` found, as people and programs read it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import typer

from dsagen.cli.libraries import install_lines
from dsagen.cli.saying import counted, reached
from dsagen.portfolio.lock import LOCK_FILE
from dsagen.portfolio.verifying import State, Verification, Verified
from dsagen.writers.errors import PdfLibrariesMissing

__all__ = ["print_verification", "records"]

_WORDS: dict[State, str] = {
    "changed_by_hand": "changed by hand",
    "missing": "missing",
    "out_of_date": "out of date",
    "not_built": "not built",
    "not_in_lock": "not in the lock",
    "failed": "not known",
    "left_over": "left over",
    "as_built": "as built",
}
"""In the order in which they are counted."""
_WIDTH = max(map(len, _WORDS.values()))
_ADVICE: dict[State, str] = {
    "changed_by_hand": "Changed by hand: `dsagen build` leaves the file as it is, so it falls behind the sources. "
    "Move the edit into the YAML or a template, take the file away, and run `dsagen build`.",
    "missing": "Missing, out of date or not built: run `dsagen build`.",
    "not_in_lock": f"Not in the lock: `{LOCK_FILE}` has no line for the file, or two that differ, as after a merge. "
    "Run `dsagen build`.",
    "left_over": "Left over: nothing in the workspace asks for the file any more. `dsagen build --prune` removes it.",
}
_MENDED_ALIKE: dict[State, State] = {"out_of_date": "missing", "not_built": "missing"}


def records(found: Verification) -> list[dict[str, object]]:
    """Give each output as a record for JSON."""
    return [
        {
            "path": str(output.path),
            "agreement": output.document.agreement if output.document is not None else None,
            "document": output.document.kind if output.document is not None else None,
            "party": output.document.party if output.document is not None else None,
            "format": output.format,
            "state": output.state,
            "reason": output.reason,
        }
        for output in found.outputs
    ]


def print_verification(found: Verification) -> None:
    """Print what is not as it was built, then what to do about it, then how much there is."""
    for output in found.outputs:
        if output.state != "as_built":
            typer.echo(_line(found, output))
    for name in found.others:
        typer.echo(f"{'not ours':<{_WIDTH}}  {reached(found.home / name)}")
    for line in _advice(found):
        typer.echo(line)
    typer.echo(_tally(found))
    if found.missing_libraries:
        missing = PdfLibrariesMissing(found.missing_libraries)
        typer.echo(f"\n{missing}. Install the libraries, then run the same command again:", err=True)
        for line in install_lines(missing):
            typer.echo(line, err=True)


def _line(found: Verification, output: Verified) -> str:
    reason = f": {output.reason}" if output.reason else ""
    return f"{_WORDS[output.state]:<{_WIDTH}}  {reached(found.home / output.path)}{reason}"


def _advice(found: Verification) -> Iterator[str]:
    states = {_MENDED_ALIKE.get(output.state, output.state) for output in found.outputs}
    if states - {"as_built"} or found.others or found.merged:
        yield ""
    if found.merged:
        yield f"`{LOCK_FILE}` has the marks of a merge. Run `dsagen build`: it reads both sides and writes it anew."
    elif not found.has_lock and found.outputs:
        yield f"There is no {reached(found.home / LOCK_FILE)}, so dsagen does not know of any document that it made."
    yield from (words for state, words in _ADVICE.items() if state in states)
    if found.others:
        yield "Not ours: dsagen did not write the file, and leaves it alone."


def _tally(found: Verification) -> str:
    if not found.outputs:
        return "There is nothing to verify: the workspace asks for no document, and none was built."
    numbers = Counter(output.state for output in found.outputs)
    parts = [f"{numbers[state]} {words}" for state, words in _WORDS.items() if numbers[state]]
    return f"{counted(len(found.outputs), 'output')}: {', '.join(parts)}."
