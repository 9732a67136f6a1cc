"""Which exceptions let a party leave people untold, and which only limit what an answer to a request holds."""

from __future__ import annotations

import re

from dsagen.model.safeguards import Exception_

__all__ = ["leaves_people_untold"]

_ANSWERS_ALONE = re.compile(
    r"\baccess requests? only\b|\bonly access requests?\b|\bsch(edule)?\.? 3\b.*\bpara(graph)?s?\.? 21\b", re.IGNORECASE
)


def leaves_people_untold(exception: Exception_) -> bool:
    """Tell whether people may go without being told, and not only without a part of an answer.

    Source: Data Protection Act 2018 Schedule 3 paragraph 21, which lifts UK GDPR Article 15(1) to (3) alone. For other
    provisions the agreement says so itself, with the words "access requests only".
    """
    return not _ANSWERS_ALONE.search(exception.provision)
