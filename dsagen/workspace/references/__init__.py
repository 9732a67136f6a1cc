"""References: whether every id that is written leads to something, and whether the facts of an agreement fit together.

They are checked on what is written, so that every problem comes in one run, whatever else is wrong.
"""

from dsagen.workspace.references.all import agreement_references, register_references

__all__ = ["agreement_references", "register_references"]
