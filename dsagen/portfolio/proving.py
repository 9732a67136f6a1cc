"""Prove a document: make it again and keep hashes alone, so that any process may do it and memory stays flat."""

from __future__ import annotations

from dataclasses import dataclass

from dsagen.portfolio.making import Maker, Order
from dsagen.portfolio.outputs import digest_of

__all__ = ["Proof", "ProofOfFile", "Prover"]


@dataclass(frozen=True)
class ProofOfFile:
    """The hash of one file as it would be made now."""

    digest: str = ""
    """Nothing where the file was not asked for, and where it could not be made."""
    reason: str = ""
    """Why it could not be made."""
    trace: str = ""
    """Where dsagen itself failed."""
    missing: str = ""
    """Where the libraries for PDF are missing: the loader's own words."""


@dataclass(frozen=True)
class Proof:
    """The hash of what a document would say now, and of each of its files."""

    tree: str
    files: tuple[ProofOfFile, ...]
    """In the order of the formats that were asked for."""


class Prover:
    """Prove the documents of one workspace."""

    def __init__(self, maker: Maker) -> None:
        self._maker = maker

    def __call__(self, order: Order) -> Proof:
        """Make what is ordered. What fails is said in the answer; nothing is raised."""
        made = self._maker(order)
        files = tuple(
            ProofOfFile(digest_of(file.data) if file.data is not None else "", file.reason, file.trace, file.missing)
            for file in made.files
        )
        return Proof(made.tree, files)
