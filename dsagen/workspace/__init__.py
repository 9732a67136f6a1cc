"""Finding and reading a workspace: a folder of YAML becomes the model, with the place of every value."""

from dsagen.root import SETTINGS_FILE, find_root
from dsagen.workspace.errors import WorkspaceNotFound
from dsagen.workspace.paths import join_path, split_path
from dsagen.workspace.reading import Reading, read_agreements, read_references, read_workspace
from dsagen.workspace.sources import Sources

__all__ = [
    "SETTINGS_FILE",
    "Reading",
    "Sources",
    "WorkspaceNotFound",
    "find_root",
    "join_path",
    "read_agreements",
    "read_references",
    "read_workspace",
    "split_path",
]
