"""Leftward: lines in scripts that run from right to left, from the places of their signs to the order of reading.

A file gives the signs of such a line in any order, so their places tell. Numbers and words of other scripts run to the
right inside the line (Unicode Standard Annex No. 9, of which this is the way back from what is seen to what was
written).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from itertools import pairwise
from typing import NamedTuple

SPACE = 0.2  # of the height of a line: more white than stands inside a word in any type,
TIGHT = 0.09  # and in lines that are set tightly, where spaces are known to be, but not between which signs
MOST_SIGNS = 1_000  # of a line whose places are looked at: one of print has some 100
APART = 1.5  # of the height: white that parts two columns

LETTERS = "\u0590-\u05ff\u0600-\u065f\u066a-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
LEFTWARD = re.compile(f"[{LETTERS}]")
_FIGURES = re.compile(r"\d+\Z")
_SEPARATORS = frozenset(".,:/٫٬%")
_MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")
_OPENING, _CLOSING = frozenset("([{«"), frozenset(")]}»")


class Kind(Enum):
    """How a sign runs."""

    LEFT = auto()
    RIGHT = auto()
    FIGURE = auto()
    NEITHER = auto()


class Sign(NamedTuple):
    """A character or word and its place along the line."""

    text: str
    left: float
    right: float


def runs_leftward(text: str) -> bool:
    """Whether more letters of a text run from right to left than the other way."""
    ours = len(LEFTWARD.findall(text))
    return ours * 2 >= sum(map(str.isalpha, text))


def are_marks(text: str) -> bool:
    """Whether a text has nothing but marks that stand above or below letters."""
    return all(map(unicodedata.combining, text))


def segments(signs: Sequence[Sign], height: float, spaces: int = 0) -> Iterator[list[Sign]]:
    """The signs of a line from left to right, white between words as signs too; anew where a column ends.

    `spaces` says how many there are at least.
    """
    placed = _in_place(signs)
    wide = sum(sign.left - before.right > SPACE * height for before, sign in pairwise(placed))
    space = SPACE if spaces <= wide else TIGHT
    segment: list[Sign] = []
    for sign in placed:
        if segment:
            end = max(each.right for each in segment[-2:])
            if sign.left - end > APART * height:
                yield segment
                segment = []
            elif sign.left - end > space * height and not sign.text.isspace() and not segment[-1].text.isspace():
                segment.append(Sign(" ", end, sign.left))
        segment.append(sign)
    if segment:
        yield segment


def written(signs: Sequence[Sign], *, leftward: bool = True) -> str:
    """The text of signs that stand from left to right, in the order in which it was written.

    `leftward` says that the page is in such a script; else the line has only some words in one.
    """
    kinds = [_kind(sign.text) for sign in signs]
    if leftward and Kind.LEFT in kinds:
        ordered = _from_the_right(signs, kinds)
    else:
        ordered = [
            each for start, stop, is_left in _turns(kinds) for each in _turned(signs, kinds, start, stop, is_left)
        ]
    text = "".join(unicodedata.normalize("NFKC", sign.text) for sign in ordered)
    return " ".join(_balanced(text).split())


def _in_place(signs: Sequence[Sign]) -> list[Sign]:
    """The signs from left to right; a mark above or below a letter stands left of it, whichever way it leans."""
    bases = [sign for sign in signs if not unicodedata.combining(sign.text[0])]
    return sorted(signs, key=lambda sign: _place(sign, bases))


def _place(sign: Sign, bases: Sequence[Sign]) -> tuple[float, bool]:
    middle = (sign.left + sign.right) / 2
    if unicodedata.combining(sign.text[0]) and bases:
        base = min(bases, key=lambda each: abs(each.left + each.right - 2 * middle))
        return (base.left + base.right) / 2, False
    return middle, True


def _kind(text: str) -> Kind:
    if LEFTWARD.search(text):
        return Kind.LEFT
    if _FIGURES.match(text):
        return Kind.FIGURE
    return Kind.RIGHT if any(map(str.isalpha, text)) else Kind.NEITHER


def _from_the_right(signs: Sequence[Sign], kinds: Sequence[Kind]) -> list[Sign]:
    """The signs from right to left, but for numbers and for words of other scripts with what stands between them."""
    ordered: list[Sign] = []
    stop = len(signs)
    runs = list(_runs(signs, kinds))
    while stop:
        start = runs.pop()[0] if runs and runs[-1][1] == stop else stop - 1
        ordered += signs[start:stop]
        stop = start
    return ordered


def _runs(signs: Sequence[Sign], kinds: Sequence[Kind]) -> Iterator[tuple[int, int]]:
    """The spans that run to the right: from one foreign word to the last before ours; a number with its separators."""
    at = 0
    while at < len(signs):
        start, stop = at, at
        if kinds[at] is Kind.RIGHT:
            while at < len(signs) and kinds[at] is not Kind.LEFT:
                stop = at + 1 if kinds[at] is not Kind.NEITHER else stop
                at += 1
        elif kinds[at] is Kind.FIGURE:
            while at < len(signs) and (kinds[at] is Kind.FIGURE or _joins(signs, kinds, at)):
                at += 1
            stop = at
        if stop > start:
            yield start, stop
        at = max(at, start + 1) if stop == start else stop


def _joins(signs: Sequence[Sign], kinds: Sequence[Kind], at: int) -> bool:
    """Whether a sign joins the figures on both sides of it."""
    return signs[at].text in _SEPARATORS and kinds[at + 1 : at + 2] == [Kind.FIGURE]


def _turns(kinds: Sequence[Kind]) -> Iterator[tuple[int, int, bool]]:
    """The spans of a line in another script that are from one letter of ours to the last, and those between."""
    done, at = 0, 0
    while at < len(kinds):
        if kinds[at] is Kind.LEFT:
            stop = at + 1
            for other in range(at, len(kinds)):
                if kinds[other] is Kind.RIGHT:
                    break
                stop = other + 1 if kinds[other] is Kind.LEFT else stop
            yield done, at, False
            yield at, stop, True
            done = at = stop
        else:
            at += 1
    yield done, len(kinds), False


def _turned(signs: Sequence[Sign], kinds: Sequence[Kind], start: int, stop: int, is_left: bool) -> Sequence[Sign]:
    return _from_the_right(signs[start:stop], kinds[start:stop]) if is_left else signs[start:stop]


def _balanced(text: str) -> str:
    """The text with its brackets turned where they close before they open: some files give what is seen."""
    depth = 0
    for sign in text:
        depth += (sign in _OPENING) - (sign in _CLOSING)
        if depth < 0:
            return text.translate(_MIRRORED)
    return text
