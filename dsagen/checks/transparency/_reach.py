"""Whether people can reach a contact."""

from __future__ import annotations

from dsagen.model.party import Contact

__all__ = ["can_be_reached"]


def can_be_reached(contact: Contact | None) -> bool:
    """Tell whether a contact has an email address or a telephone number."""
    return contact is not None and (contact.email is not None or contact.telephone is not None)
