"""What words say about recommending: of paragraphs that tell of an outcome."""

from __future__ import annotations

from wgtip_parse.index.sentences import sentences
from wgtip_parse.words import Words


def tells_of_outcome(text: str, known: Words) -> bool:
    """Whether a paragraph says that a recommendation was formulated; an index or compilation of older ones is none."""
    if known.word("ecommendation") not in text:
        return False
    recommendation = known.word("recommendation")
    return any(
        known.tells_of_outcome.search(sentence)
        and not known.tells_of_older.search(sentence)
        and not known.tells.search(sentence)
        for sentence in sentences(text, known)
        if recommendation in sentence.lower()
    )
