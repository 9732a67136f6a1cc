"""Where `dsagen` starts: it says again what it said where nothing has changed, and loads the commands otherwise."""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any, TextIO

from dsagen.portfolio.unchanged import Occasion, TooMuch

__all__ = ["main"]

_COMMANDS = ("build", "check")
_NEVER = {"--debug", "--force", "--fresh", "--help", "--prune", "--verbose"}
_NEVER_SHORT = {"v", "h"}
"""With these a command does something each time, or tells how long it took. Short ones may be joined: `-qv`."""
_SIDE_EFFECTS = ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY")
_FOLDER = ".dsagen/said"
_KEPT = 8
"""So many answers are kept; the oldest goes."""
_STEADY = (0, 1, 3, 5)
"""The exit codes of what would be said again. See `exit_codes`."""


def main() -> None:
    """Run the command, or say what it said the last time where nothing at all has changed since."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    occasion = _occasion(sys.argv[1:])
    before = _digest(occasion)
    if occasion is None or before is None:
        _run()
        return
    kept = occasion.root / _FOLDER / f"{occasion.name}.json"
    said = _recalled(kept, before)
    if said is None:
        _run_and_keep(occasion, before, kept)
        return
    _say(said)


def _say(said: dict[str, Any]) -> None:
    """Print a kept answer and stop with its code, or with 1 where nobody reads on, as click does: `| head -1`."""
    try:
        sys.stdout.write(said["out"])
        sys.stdout.flush()
        sys.stderr.write(said["err"])
    except BrokenPipeError:
        # What is left in the stream would be tried again at the end, and fail aloud.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    sys.exit(said["code"])


def _run() -> None:
    from dsagen.cli.app import main as run

    run()


def _occasion(words: list[str]) -> Occasion | None:
    plain = words[:1] and words[0] in _COMMANDS and not any(map(_is_never, words))
    if not plain or any(os.environ.get(name) for name in _SIDE_EFFECTS):
        return None
    with suppress(TooMuch, OSError, ValueError):
        return Occasion(words)
    return None


def _is_never(word: str) -> bool:
    joined = word.startswith("-") and not word.startswith("--")
    return word in _NEVER or (joined and bool(_NEVER_SHORT & set(word)))


def _digest(occasion: Occasion | None) -> str | None:
    with suppress(TooMuch, OSError, ValueError):
        return occasion.digest() if occasion is not None else None
    return None


def _recalled(kept: Path, digest: str) -> dict[str, Any] | None:
    with suppress(OSError, ValueError, KeyError, TypeError):
        said = json.loads(kept.read_text(encoding="utf-8"))
        if said["digest"] == digest and isinstance(said["out"], str) and isinstance(said["err"], str):
            return {"out": said["out"], "err": said["err"], "code": int(said["code"])}
    return None


class _Heard:
    """A stream that passes on what is written, and remembers it."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self.words: list[str] = []

    def write(self, words: str) -> int:
        """Pass words on."""
        count = self._stream.write(words)
        self.words.append(words)
        return count

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def _run_and_keep(occasion: Occasion, before: str, kept: Path) -> None:
    """Run the command. Keep what it said where nothing was different afterwards: it would say the same again."""
    out, err = sys.stdout, sys.stderr
    heard = _Heard(out), _Heard(err)
    # A progress bar is drawn on a terminal, and is nothing to say again.
    with_errors = not err.isatty()
    sys.stdout = heard[0]
    sys.stderr = heard[1] if with_errors else err
    code: Any = 0
    try:
        _run()
    except SystemExit as stop:
        code = stop.code or 0
        raise
    finally:
        sys.stdout, sys.stderr = out, err
        if code in _STEADY and sys.exc_info()[0] in (None, SystemExit) and _digest(occasion) == before:
            words = ["".join(each.words) for each in heard]
            _keep(kept, {"digest": before, "out": words[0], "err": words[1], "code": code})


def _keep(kept: Path, said: dict[str, Any]) -> None:
    with suppress(OSError):
        kept.parent.mkdir(parents=True, exist_ok=True)
        (kept.parent.parent / ".gitignore").write_text("*\n", encoding="utf-8")
        unfinished = kept.with_suffix(f".{os.getpid()}.part")
        unfinished.write_text(json.dumps(said), encoding="utf-8")
        unfinished.replace(kept)
        older = sorted(kept.parent.glob("*.json"), key=lambda file: file.stat().st_mtime_ns)
        for file in older[:-_KEPT]:
            file.unlink(missing_ok=True)
