"""A workspace as it stood at a revision of its git repository."""

from __future__ import annotations

import io
import subprocess
import tarfile
from pathlib import Path

__all__ = ["RevisionUnknown", "take_out"]


class RevisionUnknown(Exception):
    """The workspace cannot be had as it stood then."""

    def __init__(self, revision: str, reason: str) -> None:
        self.revision = revision
        self.reason = reason
        super().__init__(f"the workspace as of `{revision}` cannot be read: {reason}")


def take_out(root: Path, revision: str, into: Path) -> Path:
    """Copy a workspace as it stood at a revision into an empty folder, and give the copy.

    Why a copy: what is being edited stays as it is, and no branch is changed. Raise `RevisionUnknown`.
    """
    if revision.startswith("-"):
        raise RevisionUnknown(revision, "a revision does not start with a hyphen")
    known = _git(root, revision, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}").decode().strip()
    content = _git(root, revision, "archive", "--format=tar", known, "--", ".", ":(exclude)build")
    with tarfile.open(fileobj=io.BytesIO(content)) as archive:
        archive.extractall(into, filter="data")
    return into


def _git(root: Path, revision: str, *arguments: str) -> bytes:
    try:
        done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=False)
    except OSError:
        raise RevisionUnknown(revision, "the program `git` is not installed") from None
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip()
        reason = "the workspace is not in a git repository" if "not a git repository" in said else ""
        raise RevisionUnknown(revision, reason or "there is no such revision, or the workspace was not in it")
    return done.stdout
