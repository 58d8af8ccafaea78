"""Endings: whether a line ends a sentence, with a word that asks for the next line, or with the asterisk of italics."""

from __future__ import annotations

import re

LONGEST_REFERRING = 16  # characters, of a word that asks for a number

CONNECTS = re.compile(
    r"(?:\b(?:of|the|and|or|on|in|for|to|by|with|from|against|at|an?|as|its|their|under|between|concerning|regarding|"
    r"[Aa]rticles?|[Pp]aragraphs?|[Ss]ections?|[Rr]esolutions?|[Ii]tems?|[Rr]ecommendations?|[Aa]nnex|[Cc]hapters?)|[,–(-])\Z"
)
_ENDED = re.compile(r"[.;:!?…][”’\"')\]*]*(?:[^\S\n]?(?:\d{1,3}/?|[⁰¹²³⁴-⁹]+))?\Z")
_ABBREVIATED = frozenset(
    "No. Nos. no. nos. para. paras. Art. Arts. art. arts. P. Pp. p. pp. Vol. Vols. vol. vols. Sect. Sects. sect. "
    "sects. Ms. Mr. Dr.".split()
)
_REFERS = re.compile(
    r"\b(?:articles?|paragraphs?|sections?|resolutions?|decisions?|items?|annex|chapters?|recommendations?|volumes?|"
    r"Supplements?|rules?|points?|phases?|parts?|and|or|to|of|in|by)\Z"
)


def is_ended(text: str, start: int, end: int) -> bool:
    """Whether the text up to `end` ends a sentence or an item, closing quotes and a footnote mark aside."""
    return is_stopped(text, start, end) and not (text[end - 1] == "." and refers(text, start, end))


def is_stopped(text: str, start: int, end: int) -> bool:
    """Whether the text up to `end` has a stop there, be it that of an abbreviation."""
    last = text[end - 1]
    return last in ".;:!?…" or (not last.isalpha() and _ENDED.search(text, max(start, end - 12), end) is not None)


def refers(text: str, start: int, end: int) -> bool:
    """Whether the last word before `end` asks for a number or a name: "article", "Mr."."""
    last = text[end - 1]
    if last == ".":
        words = text[max(start, end - LONGEST_REFERRING) : end].split()
        return bool(words) and words[-1].lstrip("([“") in _ABBREVIATED
    return last.isalpha() and _REFERS.search(text, max(start, end - LONGEST_REFERRING), end) is not None


def is_starred(text: str, start: int, end: int) -> bool:
    """Whether a line stands between asterisks, in italics: so headings without number are handed over."""
    return text[start] == "*" == text[end - 1] and end - start > 2 and text[start + 1] not in "* "
