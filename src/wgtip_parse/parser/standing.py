"""Standing: whether what stands below a short line makes a heading of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wgtip_parse.parser.endings import is_ended
from wgtip_parse.parser.folding import Logical
from wgtip_parse.parser.masthead import FRONT_HEADINGS
from wgtip_parse.parser.series import is_in_series

FARTHEST = 5  # lines below, where several headings may stand before the first number
MOST_ABOVE = 3  # headings without number, one right above the other, elsewhere
LONGEST_HEADING = 240  # characters, of a heading that has another right below it

_SENTENCE = re.compile(r"\S.{60,}", re.DOTALL)


def stands_above_a_block(logicals: Sequence[Logical], at: int, text: str, words: str, *, front: bool) -> bool:
    """Whether a numbered block or heading comes next, or another such line that has one below it."""
    is_known = FRONT_HEADINGS.match(words) is not None
    for place, below in enumerate(logicals[at + 1 : at + 1 + FARTHEST], at + 1):
        if below.kind in ("NUMBER", "RECOMMENDATION"):
            return True
        if below.kind == "COMPOUND":
            return is_in_series(logicals, place)
        if below.kind in ("ROMAN", "LETTER", "CHAPTER", "ANNEX"):
            return front or is_known
        if below.kind != "TEXT":
            return False
        ended = is_ended(text, below.start, below.end)
        if ended and _SENTENCE.match(text[below.start : below.end]):
            return is_known
        if not front and (place - at >= MOST_ABOVE or ended or not _is_short(below, text)):
            return False
    return False


def is_lettered_heading(logicals: Sequence[Logical], at: int, words: str) -> bool:
    """Whether an item without stop stands above a numbered paragraph: "(a) Consideration of the proposal"."""
    below = logicals[at + 1] if at + 1 < len(logicals) else None
    return below is not None and below.kind == "NUMBER" and bool(words) and words[-1] not in ".;:,"


def _is_short(logical: Logical, text: str) -> bool:
    return (
        logical.end - logical.start <= LONGEST_HEADING
        and text[logical.start].isupper()
        and text[logical.end - 1] not in ",-"
    )
