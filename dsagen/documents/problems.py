"""What goes wrong with a template or a clause: the document cannot be made, and somebody must mend the file."""

from __future__ import annotations

__all__ = ["TemplateProblem"]


class TemplateProblem(Exception):
    """A template or clause that cannot be used. `template` is its name inside the template folder."""

    def __init__(self, template: str, reason: str, line: int | None = None) -> None:
        super().__init__(template, reason, line)
        self.template = template
        self.reason = reason
        self.line = line

    def __str__(self) -> str:
        place = f"{self.template}:{self.line}" if self.line else self.template
        return f"{place}: {self.reason}"


class NoSuchTemplate(TemplateProblem):
    """There is no file with the name."""
