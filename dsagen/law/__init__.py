"""The law as dated data, and look-ups in it. It holds no opinions."""

from __future__ import annotations

from dsagen.law.catalogue import Catalogue, catalogue
from dsagen.law.reading import LawDataError

__all__ = ["Catalogue", "LawDataError", "catalogue"]
