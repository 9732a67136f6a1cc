"""An exception that limits an answer to a request leaves nobody untold."""

from __future__ import annotations

import pytest

from dsagen.model.safeguards import Exception_


@pytest.mark.parametrize(
    ("provision", "untold"),
    [
        ("Data Protection Act 2018 Schedule 2 paragraph 2", True),
        ("UK GDPR Article 14(5)(b)", True),
        ("Data Protection Act 2018 Schedule 3 Part 3", True),
        ("Data Protection Act 2018 Schedule 3 Part 3 (access requests only)", False),
        ("Data Protection Act 2018 Schedule 3 paragraph 21", False),
        ("DPA 2018 Sch 3 Part 5 para 21", False),
        ("Data Protection Act 2018 Schedule 2 paragraph 21", True),
    ],
)
def test_only_some_exceptions_leave_people_untold(provision: str, untold: bool) -> None:
    exception = Exception_(situation="Telling would do harm.", provision=provision, decided_by="team manager")
    assert exception.leaves_people_untold is untold
