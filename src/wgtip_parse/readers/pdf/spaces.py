"""Spaces: the words of a line as one text, with the white between them as far as it means something.

All distances are measured by the height of the words, which is some 1.1 times the size of the type.
"""

from __future__ import annotations

import re
from itertools import pairwise

from wgtip_parse.readers.pdf.leftward import Sign, segments, written
from wgtip_parse.readers.pdf.words import Word
from wgtip_parse.readers.plain import table_note

TOUCHING = 0.2  # nearer than this stand the parts of one word: kerning leaves 0.18, a space set tightly 0.22
APART = 1.5  # from here on a gap parts two columns,
STRETCHED = 4.0  # unless all gaps of a line are alike and none is wider than this: then the line is justified
ALIKE = 0.6
SMALLER = 0.87  # a height below this share of the other's is another size
RAISED = 0.3  # so far above the foot of the other, at least, stands a mark: a comma reaches below it by less
COLUMN_GAP = "   "

_MARK = re.compile(r"\d{1,3}(?:,\d{1,3})*/?\Z")
_RAISED_DIGITS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LABEL = re.compile(r"(?:\d{1,4}\.|\([a-z]{1,4}\))\Z")
_LETTER = re.compile(r"[a-z]\Z")


def is_raised(word: Word, beside: Word) -> bool:
    """Whether a word is a footnote mark: a number or letter smaller than the word beside it and standing higher."""
    height = beside.top - beside.bottom
    return (
        word.top - word.bottom < height * SMALLER
        and word.bottom > beside.bottom + height * RAISED
        and (_MARK.match(word.text) or _LETTER.match(word.text)) is not None
    )


def joined(words: list[Word], *, marked: bool, stretched: bool) -> str:
    """The text of a line; `marked` where its first word is a raised mark, `stretched` where wide gaps justify it."""
    parts = [_raised(words[0].text) if marked else words[0].text]
    for before, word in pairwise(words):
        gap = word.left - before.right
        height = min(before.top - before.bottom, word.top - word.bottom) or 1.0
        if gap < height and is_raised(word, before):
            parts.append(_raised(word.text))
        elif gap > (STRETCHED if stretched else APART) * height:
            parts.append(COLUMN_GAP + word.text)
        else:
            touches = (
                word.glued and gap < TOUCHING * height and not (len(parts) == 1 and _is_label(parts[0], word.text))
            )
            parts.append(word.text if touches else f" {word.text}")
    return "".join(parts)


def _is_label(first: str, following: str) -> bool:
    """Whether the first word of a line is a number or marker, which no word follows without a space."""
    return following[0].isalpha() and _LABEL.match(first) is not None


def leftward(words: list[Word], height: float) -> str:
    """The text of a line some of whose words run from right to left; its columns from where it begins."""
    signs = [sign for word in words for sign in word.signs or (Sign(word.text, word.left, word.right),)]
    is_leftward = any(word.leftward for word in words)
    cells = [written(segment, leftward=is_leftward) for segment in segments(signs, height)]
    return COLUMN_GAP.join(reversed(cells) if is_leftward else cells)


def _raised(mark: str) -> str:
    return table_note(mark.translate(_RAISED_DIGITS))


def is_stretched(words: list[Word]) -> bool:
    """Whether a line is justified with wide gaps; the gap behind a label at its beginning does not count."""
    figures = sum(word.text.isdecimal() for word in words)
    if len(words) < 4 or figures * 3 > len(words):
        return False
    gaps = [
        (word.left - before.right) / (min(before.height, word.height) or 1.0)
        for before, word in pairwise(words)
        if not word.glued
    ][1:]
    return len(gaps) > 1 and APART < max(gaps) < STRETCHED and min(gaps) > ALIKE * max(gaps)
