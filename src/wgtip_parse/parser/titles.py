"""Titles in a masthead: whether one goes on in the next line."""

from __future__ import annotations

import re

TITLE_WRAP = range(44, 72)  # where the title block of a UN document breaks its lines, in characters
CONNECTS = re.compile(r"(?:\b(?:of|the|and|on|in|for|to|by|with|from|against|at|an?)|[,–-])\Z")


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
