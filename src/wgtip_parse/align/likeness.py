"""How much speaks for two segments being one in two languages: kind, number, items, length, and the figures in them.

Words say nothing here; what is the same in every language are numbers, and roughly how long a sentence is. The points
are such that a number alone, which may be misprinted, does not outweigh what stands in the paragraph.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from wgtip_parse import alphabets
from wgtip_parse.align.segments import Whole

FIGURES = re.compile(r"\d{2,}")  # a year, a session, a part of a symbol; single ones are often in words
SHORT = 20  # characters by which lengths are made less unlike, because of short ones little can be told
SAME_NUMBER, OTHER_NUMBER, ONE_NUMBER = 2.0, -0.5, -1.0
SAME_LENGTH, PER_FACTOR, LEAST_BY_LENGTH = 1.5, 3.0, -4.0  # points, less for each factor of e, and at least
ALL_FIGURES, NO_FIGURES, FIGURES_OF_ONE = 2.5, -0.5, -1.0
SAME_ITEMS, PER_ITEM, MOST_ITEMS = 1.5, -0.5, 3
SAME_DEPTH = 0.5
OTHER_KIND = -1.5  # numbered for unnumbered, a heading for a line of text
NEVER = -100.0
APART = frozenset({"heading", "footnote"})  # kinds that only a line of text may be, misread in one language


class Sign(NamedTuple):
    """What a segment is told by in any language."""

    kind: str
    number: str
    places: frozenset[int]
    length: int
    figures: frozenset[str]
    items: int
    depth: int
    quoted: bool


def sign(whole: Whole) -> Sign:
    """What a segment and what stands in it are told by."""
    head, own = whole.head, whole.head.own_number or ""
    figures = frozenset(str(int(each)) for each in FIGURES.findall(unicodedata.normalize("NFKC", whole.text)))
    places = alphabets.places(own)
    return Sign(
        head.kind, alphabets.plain(own), places, whole.length, figures, len(whole.inside), head.depth, head.quoted
    )


def ratio(old: Sequence[Whole], new: Sequence[Whole]) -> float:
    """How long the second language is for each character of the first."""
    before, after = (sum(each.length for each in side) for side in (old, new))
    return after / before if before and after else 1.0


def likeness(one: Sign, other: Sign, longer: float) -> float:
    """The points for two segments; `longer` is how many characters the second language needs for one of the first."""
    points = _by_kind(one, other)
    if points == NEVER:
        return points
    points += _by_number(one, other) + _by_figures(one, other)
    factor = abs(math.log((other.length + SHORT) / (one.length * longer + SHORT)))
    points += max(SAME_LENGTH - PER_FACTOR * factor, LEAST_BY_LENGTH)
    if one.items == other.items:
        return points + (SAME_ITEMS if one.items else 0.0)
    return points + PER_ITEM * min(abs(one.items - other.items), MOST_ITEMS)


def same_number(one: Sign, other: Sign) -> bool | None:
    """Whether two numbers are of one place; None where one has none, or it is not known which place it is."""
    if not one.number or not other.number:
        return None
    if one.places and other.places:
        return bool(one.places & other.places)
    return one.number == other.number or None


def _by_kind(one: Sign, other: Sign) -> float:
    if one.kind == other.kind:
        return SAME_DEPTH if one.depth == other.depth else 0.0
    kinds = {one.kind, other.kind}
    if kinds & APART and "text" not in kinds:
        return NEVER
    return OTHER_KIND


def _by_number(one: Sign, other: Sign) -> float:
    same = same_number(one, other)
    if same is not None:
        return SAME_NUMBER if same else OTHER_NUMBER
    return ONE_NUMBER if bool(one.number) != bool(other.number) else 0.0


def _by_figures(one: Sign, other: Sign) -> float:
    if not one.figures and not other.figures:
        return 0.0
    if not one.figures or not other.figures:
        return FIGURES_OF_ONE
    shared = 2 * len(one.figures & other.figures) / (len(one.figures) + len(other.figures))
    return NO_FIGURES + (ALL_FIGURES - NO_FIGURES) * shared
