"""Titles: whether one in a masthead goes on in the next line, and which say that they are continued."""

from __future__ import annotations

import re

TITLE_WRAP = range(44, 72)  # where the title block of a UN document breaks its lines, in characters
CONNECTS = re.compile(r"(?:\b(?:of|the|and|on|in|for|to|by|with|from|against|at|an?)|[,–-])\Z")

_CONTINUED = re.compile(
    r"(?:[(\[]\s*\*?\s*(?:continued|cont['’]?d\.?|contd\.?|cont\.)\s*\*?\s*[)\]]\*?|\*\(?(?:continued|cont['’]d)\)?\*|[,–-]\s*continued)\Z",
    re.IGNORECASE,
)


def title_goes_on(above: str, words: str, *, apart: bool) -> bool:
    """Whether the words carry on the title line above them; `apart` says that a blank line stands between."""
    if above.endswith("*"):
        return False
    if not apart and len(above) >= TITLE_WRAP.start:
        return True
    return (
        words[0].islower()
        or bool(CONNECTS.search(above))
        or (len(above) in TITLE_WRAP and len(above) + len(words.split()[0]) + 1 > 50)
    )


def without_continued(pieces: list[tuple[int, int]], text: str) -> tuple[list[tuple[int, int]], tuple[int, int] | None]:
    """The pieces of a title before "(continued)", and the span of that word where it is there."""
    match = _CONTINUED.search(text, *pieces[-1]) if pieces else None
    if match is None:
        return pieces, None
    start = pieces[-1][0]
    return [*pieces[:-1], (start, match.start())] if match.start() > start else pieces[:-1], match.span()
