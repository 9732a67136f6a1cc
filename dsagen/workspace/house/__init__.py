"""The files of a house style: read within limits, and trusted only when they are found sound."""

from dsagen.workspace.house.reading import HouseRead, read_house
from dsagen.workspace.house.values import FontFile, HouseFiles, Page, Picture, WordPart, WordReference

__all__ = ["FontFile", "HouseFiles", "HouseRead", "Page", "Picture", "WordPart", "WordReference", "read_house"]
