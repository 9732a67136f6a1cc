"""Whether words say that someone has consented."""

from __future__ import annotations

import re
from collections.abc import Iterable

__all__ = ["says_consented"]

_GIVEN = (
    r"\bconsented\b",
    r"\bconsents?\b.{0,40}\b(given|gave|gives|obtained|received|granted|signed|recorded)\b",
    r"\b(give|given|gave|gives|obtain|obtained|obtains|receive|received|receives|sign|signed|signs|has|have|got|with)\b"
    r".{0,40}\bconsent\b",
    r"\b(parents?|child|children|family|person|patient|pupil|they|she|he|mother|father) consents?\b",
)
_AGREED = r"\b(agreed|agrees|agree)\b|\b(has|have|had) (all |both )?given (their |his |her )?(agreement|permission)\b"
_NOT = re.compile(
    r"\b(no|not|none|never|nor|neither|without|cannot|could|would|might|may|unless|until|whether|if|refus\w*|unable"
    r"|reasonabl\w*|prejudic\w*|withheld|withdr\w*|instead|rather)\b|n't",
    re.I,
)
_POSITIVE = re.compile("|".join(_GIVEN), re.I)
_POSITIVE_REASON = re.compile("|".join((*_GIVEN, _AGREED)), re.I)
_SENTENCE = re.compile(r"(?<=[.;!?])\s+")


def says_consented(texts: Iterable[str | None], *, as_reason: bool = False) -> bool:
    """Tell whether a sentence says that someone has consented, and neither doubts it nor makes it depend.

    With `as_reason`, words such as `the family agreed` count too: as the reason for doing without consent they mean it.
    """
    pattern = _POSITIVE_REASON if as_reason else _POSITIVE
    sentences = (sentence for text in texts if text for sentence in _SENTENCE.split(" ".join(text.split())))
    return any(pattern.search(sentence) and not _NOT.search(sentence) for sentence in sentences)
