"""The house style: how the documents of a workspace look."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field, WithJsonSchema

from dsagen.model.base import Entity, Line

__all__ = ["Font", "FontFiles", "HouseStyle", "Logo"]

_FROM_THE_ROOT = "a path from the root of the workspace."
_COLOUR = {"type": ["string", "number"], "pattern": "^#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$"}
"""For editors alone: the reader says more about a wrong colour, and goes on."""


class Logo(Entity):
    """The logo of the organisation, which stands above the title."""

    file: Line = Field(description=f"The picture, a PNG, JPEG or SVG file: {_FROM_THE_ROOT}")
    alternative: Line | None = Field(
        None, description="What it is called by someone who cannot see it. Without it: the workspace's name."
    )


class FontFiles(Entity):
    """The files of a font, which PDFs carry with them."""

    regular: Line = Field(description=f"The upright font, a TTF or OTF file: {_FROM_THE_ROOT}")
    bold: Line | None = Field(None, description="The bold font.")
    italic: Line | None = Field(None, description="The italic font.")
    bold_italic: Line | None = Field(None, description="The bold italic font.")


class Font(Entity):
    """The font of the documents."""

    name: Line = Field(description="Its name as Word lists it, such as `Calibri`.")
    files: FontFiles | None = Field(
        None, description="Its files, for PDFs. Without them a PDF is set in Liberation Sans, which looks like Arial."
    )


def _one_file(written: object) -> object:
    return {"file": written} if isinstance(written, str) else written


def _one_name(written: object) -> object:
    return {"name": written} if isinstance(written, str) else written


class HouseStyle(Entity):
    """How the documents look."""

    logo: Annotated[Logo, BeforeValidator(_one_file, json_schema_input_type=Logo | str)] | None = Field(
        None, description="The logo above the title: a mapping, or the path of the picture alone."
    )
    accent: Annotated[Line, WithJsonSchema(_COLOUR)] | None = Field(
        None,
        description='The colour of headings and rules, such as `"#1d3c6e"`. It stands in quotation marks, since '
        "YAML takes what follows # as a comment. Words in it must stand out from white by 4.5 to 1.",
    )
    font: Annotated[Font, BeforeValidator(_one_name, json_schema_input_type=Font | str)] | None = Field(
        None, description="The font: a mapping, or its name alone. Without it: Arial."
    )
    classification: Line | None = Field(
        None, description="A marking for the top and bottom of every page, such as `OFFICIAL`."
    )
    reference: Line | None = Field(
        None,
        description="A Word file whose styles, header, footer and page Word documents take over: "
        f"{_FROM_THE_ROOT} `dsagen house --write` makes one to start from.",
    )
