"""The library of templates: outlines, section templates, clauses and labels, with the workspace's own in front."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property, partial
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel, Field, RootModel

from dsagen.bundled import bundled_folder
from dsagen.documents.labels import Labels, law_labels
from dsagen.documents.outline import LayoutFile, Outline, Unfit, laid_out
from dsagen.documents.problems import NoSuchTemplate, TemplateProblem
from dsagen.law.catalogue import catalogue
from dsagen.model.base import Entity, Line
from dsagen.model.finding import Finding
from dsagen.workspace.nodes import Mapping as MappingNode
from dsagen.workspace.nodes import Node
from dsagen.workspace.nodes import Sequence as SequenceNode
from dsagen.workspace.parse import parse
from dsagen.workspace.text import Text, read_text
from dsagen.workspace.validate import validate

if TYPE_CHECKING:
    from jinja2 import Template

    from dsagen.documents.environment import TemplateEnvironment

Kind = TypeVar("Kind", bound=BaseModel)

__all__ = ["Clause", "Library", "Parameter", "TemplateSet"]


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


class _Glossary(RootModel[dict[str, str]]):
    """Terms with their meanings."""


class _Words(RootModel[dict[str, dict[str, str]]]):
    """The words of closed choices, by the name of the choice."""


class Library:
    """Find templates, outlines, clauses and labels: the workspace's `templates/` first, then the bundled ones."""

    def __init__(self, own: Path | None = None, *, marked: bool = False) -> None:
        bundled = bundled_folder("templates")
        self.folders = [folder for folder in (own, bundled) if folder is not None and folder.is_dir()]
        self._own = own
        self.is_marked = marked
        """Whether the markup says which line of which template wrote it."""
        self._clauses: dict[str, Clause] = {}
        self._texts: dict[tuple[str, str], Template] = {}
        self._outlines: dict[str, Outline] = {}

    def __reduce__(self) -> tuple[partial[Library], tuple[Path | None]]:
        """Send another process the folders, and not what was compiled from them: that cannot be sent."""
        return partial(Library, marked=self.is_marked), (self._own,)

    def find(self, name: str) -> Path:
        """Give the file with this name. Raise `TemplateProblem` where there is none."""
        for folder in self.folders:
            if ".." not in PurePosixPath(name).parts and (folder / name).is_file():
                return folder / name
        raise NoSuchTemplate(name, "there is no such template")

    def marked(self) -> Library:
        """Give the same library, with markup that says which line of which template wrote it."""
        return Library(self._own, marked=True)

    @cached_property
    def environment(self) -> TemplateEnvironment:
        """The sandbox that templates run in. It is imported when it is first used: `check` renders nothing."""
        from dsagen.documents.environment import TemplateEnvironment

        if not self.is_marked:
            return TemplateEnvironment(self.folders)
        from dsagen.documents.marks import LineMarks

        return TemplateEnvironment(self.folders, [LineMarks])

    @cached_property
    def labels(self) -> Labels:
        """The printed words of every closed choice. A workspace may give its own for some of them."""
        name = "shared/labels.yaml"
        bundled = Labels(bundled_folder("templates") / name, law_labels(catalogue()))
        return bundled.with_words(self._validated(_Words, name).root)

    @cached_property
    def template_set(self) -> TemplateSet:
        """The name and version of the templates."""
        return self._validated(TemplateSet, "shared/template-set.yaml")

    @cached_property
    def glossary(self) -> Mapping[str, str]:
        """Each term with its meaning, in order."""
        return self._validated(_Glossary, "shared/glossary.yaml").root

    def outline(self, kind: str, layout: str | None = None) -> Outline:
        """Give the order of a document: its own, or that of one of its layouts.

        Raise `TemplateProblem` where there is no layout of that name, or where it cannot be used.
        """
        name = f"{kind}/outline.yaml" if layout is None else f"{kind}/layouts/{layout}.yaml"
        if name not in self._outlines:
            self._outlines[name] = self._validated(Outline, name) if layout is None else self._laid_out(kind, name)
        return self._outlines[name]

    def _laid_out(self, kind: str, name: str) -> Outline:
        try:
            return laid_out(self._validated(LayoutFile, name), self.outline(kind))
        except Unfit as problem:
            raise TemplateProblem(name, problem.reason, self._line_of(name, problem.section)) from None

    def _line_of(self, name: str, section: int | None) -> int | None:
        """Give the line of a section of a layout."""
        _, node = self._read(name)
        entry = node.entries.get("sections") if isinstance(node, MappingNode) else None
        if entry is None or section is None or not isinstance(entry.value, SequenceNode):
            return None
        return entry.value.items[section].source.line

    def layouts(self, kind: str) -> list[str]:
        """Give the names of every layout of a document."""
        return sorted({file.stem for folder in self.folders for file in (folder / kind / "layouts").glob("*.yaml")})

    def clause(self, identifier: str) -> Clause:
        """Give a standard clause."""
        if identifier not in self._clauses:
            self._clauses[identifier] = self._validated(Clause, f"clauses/{identifier}.yaml")
        return self._clauses[identifier]

    def text_template(self, text: str, name: str) -> Template:
        """Give the template of a text that stands in a YAML file: a title, or a clause. Each is compiled once.

        `name` is for messages: the file, then `#` and the key for a clause.
        """
        if (text, name) not in self._texts:
            environment = self.environment
            code = environment.compile(text, name, name)
            self._texts[text, name] = environment.template_class.from_code(
                environment, code, environment.make_globals(None)
            )
        return self._texts[text, name]

    def place(self, name: str, line: int | None) -> tuple[str, int | None]:
        """Give the file of a template, and the line of it, where the template is a clause's text in a YAML file."""
        file, _, key = name.partition("#")
        if not key:
            return name, line
        text, node = self._read(file)
        for step in ("text", key):
            entry = node.entries.get(step) if isinstance(node, MappingNode) else None
            if entry is None:
                return file, None
            node = entry.value
        source = node.source
        block = text.line(source.line)[source.column - 1 : source.column] in ("|", ">")
        return file, source.line + ((line or 1) if block else 0)

    def replaced(self) -> list[str]:
        """Give the name of every template of ours that the workspace has replaced by a file of its own."""
        own, bundled = self.folders[0], self.folders[-1]
        if own == bundled:
            return []
        names = (file.relative_to(own).as_posix() for file in own.rglob("*") if file.is_file())
        return sorted(name for name in names if (bundled / name).is_file())

    def clause_ids(self) -> list[str]:
        """Give the ids of every clause there is."""
        return sorted({file.stem for folder in self.folders for file in (folder / "clauses").glob("*.yaml")})

    def _validated(self, kind: type[Kind], name: str) -> Kind:
        _, node = self._read(name)
        found, problems = validate(kind, node, "")
        if found is None:
            raise _unusable(name, problems[0])
        return found

    def _read(self, name: str) -> tuple[Text, Node]:
        """Read a YAML file as the workspace's own are read. Raise `TemplateProblem` where that cannot be done."""
        text = read_text(self.find(name), name)
        if isinstance(text, Finding):
            raise _unusable(name, text)
        node, problems = parse(text)
        if problems:
            raise _unusable(name, problems[0])
        if node is None:
            raise TemplateProblem(name, "the file is empty. Write into it, or delete it")
        return text, node


def _unusable(name: str, found: Finding) -> TemplateProblem:
    line = found.source.line if found.source is not None else None
    return TemplateProblem(name, f"{found.message}. {found.fix}".rstrip(" ."), line)
