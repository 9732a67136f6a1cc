"""The library of templates: outlines, section templates, clauses and labels, with the workspace's own in front."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from pydantic import Field, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from dsagen.bundled import bundled_folder
from dsagen.documents.labels import Labels, law_labels
from dsagen.documents.problems import TemplateProblem
from dsagen.law.catalogue import catalogue
from dsagen.model.base import Entity, Line

if TYPE_CHECKING:
    from jinja2 import Template

    from dsagen.documents.environment import TemplateEnvironment

Kind = TypeVar("Kind", bound=Entity)

__all__ = ["Clause", "Library", "Outline", "OutlineSection", "Parameter", "TemplateSet"]


class OutlineSection(Entity):
    """One section of a document: its id, heading and template."""

    id: Line = Field(description="The block id, such as `dsa.5`.")
    title: Line = Field(description="The heading.")
    file: Line = Field(description="The template in the document's folder.")
    numbering: Literal["section", "schedule", "annex", "none"] = Field("section", description="How it is numbered.")
    new_page: bool = Field(False, description="Whether it starts a page.")


class Outline(Entity):
    """The order of a document, as data."""

    id: Line = Field(description="The id of the whole document, such as `dsa`.")
    title: Line = Field(description="The title, as a template.")
    name: Line = Field(description="What the document is called: `Data sharing agreement`.")
    cover: Line = Field(description="The template of the cover.")
    first_number: int = Field(1, description="The number of the first numbered section.")
    numbered: bool = Field(True, description="Whether sections have numbers.")
    sections: list[OutlineSection] = Field(min_length=1, description="The sections, in order.")


class Parameter(Entity):
    """A value that a workspace may set in a clause."""

    default: Line = Field(description="The value unless it is set.")
    meaning: Line = Field(description="What the value is.")


class Clause(Entity):
    """A standard clause. A workspace replaces it with a file of the same name in its own `templates/clauses/`."""

    title: Line = Field(description="What the clause is about.")
    version: Line = Field(description="The version of its wording.")
    authority: Line | None = Field(None, description="The law or guidance that it answers.")
    parameters: dict[str, Parameter] = Field(default_factory=dict, description="The values that can be set, by name.")
    text: dict[str, str] = Field(min_length=1, description="The numbered clauses, by key, as templates.")


class TemplateSet(Entity):
    """The name and version of the templates, which every document prints."""

    name: Line = Field(description="The name.")
    version: Line = Field(description="The version.")


class Library:
    """Find templates, outlines, clauses and labels: the workspace's `templates/` first, then the bundled ones."""

    def __init__(self, own: Path | None = None) -> None:
        bundled = bundled_folder("templates")
        self.folders = [folder for folder in (own, bundled) if folder is not None and folder.is_dir()]
        self._clauses: dict[str, Clause] = {}
        self._texts: dict[str, Template] = {}
        self._outlines: dict[str, Outline] = {}

    def find(self, name: str) -> Path:
        """Give the file with this name. Raise `TemplateProblem` where there is none."""
        for folder in self.folders:
            if (folder / name).is_file():
                return folder / name
        raise TemplateProblem(name, "there is no such template")

    @cached_property
    def environment(self) -> TemplateEnvironment:
        """The sandbox that templates run in. It is imported when it is first used: `check` renders nothing."""
        from dsagen.documents.environment import TemplateEnvironment

        return TemplateEnvironment(self.folders)

    @cached_property
    def labels(self) -> Labels:
        """The printed words of every closed choice."""
        return Labels(self.find("shared/labels.yaml"), law_labels(catalogue()))

    @cached_property
    def template_set(self) -> TemplateSet:
        """The name and version of the templates."""
        return TemplateSet.model_validate(self._yaml("shared/template-set.yaml"))

    @cached_property
    def glossary(self) -> Mapping[str, str]:
        """Each term with its meaning, in order."""
        found: Mapping[str, str] = self._yaml("shared/glossary.yaml")
        return found

    def outline(self, kind: str) -> Outline:
        """Give the order of a document."""
        if kind not in self._outlines:
            self._outlines[kind] = self._validated(Outline, f"{kind}/outline.yaml")
        return self._outlines[kind]

    def clause(self, identifier: str) -> Clause:
        """Give a standard clause."""
        if identifier not in self._clauses:
            self._clauses[identifier] = self._validated(Clause, f"clauses/{identifier}.yaml")
        return self._clauses[identifier]

    def text_template(self, text: str) -> Template:
        """Give the template of a text that stands in a YAML file: a title, or a clause. Each is compiled once."""
        if text not in self._texts:
            self._texts[text] = self.environment.from_string(text)
        return self._texts[text]

    def clause_ids(self) -> list[str]:
        """Give the ids of every clause there is."""
        return sorted({file.stem for folder in self.folders for file in (folder / "clauses").glob("*.yaml")})

    def _validated(self, kind: type[Kind], name: str) -> Kind:
        try:
            return kind.model_validate(self._yaml(name))
        except ValidationError as error:
            first = error.errors()[0]
            place = ".".join(str(part) for part in first["loc"])
            raise TemplateProblem(name, f"{place}: {first['msg']}") from None

    def _yaml(self, name: str) -> Any:
        try:
            return YAML(typ="safe").load(self.find(name).read_text("utf-8"))
        except (YAMLError, UnicodeDecodeError) as error:
            line = getattr(getattr(error, "problem_mark", None), "line", None)
            raise TemplateProblem(name, "this is not valid YAML", None if line is None else line + 1) from None
