"""Legibility: whether the text layer of a page can be what is printed, told by its letters and without a dictionary."""

from __future__ import annotations

import re
import string
from functools import lru_cache

FEWEST_WORDS = 30  # with letters: of fewer, a table of codes cannot be told from a page read badly
MOST_IMPOSSIBLE = 0.08  # share of the words: of 2,600 pages of print none reached 0.03, a page read badly has 0.15
LONGEST_WORD = 60  # characters: what is longer is none, but a row of signs or an address
FEWEST_LETTERS = 200  # Latin ones, from which on the share of vowels says something
FEWEST_VOWELS = 0.26  # share of the letters: pages of print have 0.35 and more, those in a code that nobody knows 0.2

_NO_LETTERS = bytes(set(range(256)) - set(string.ascii_letters.encode()))
_NO_VOWELS = bytes(set(range(256)) - set(b"AEIOUYaeiouy"))
_LETTER = re.compile(r"[^\W\d_]")
_ANYTHING = re.compile(r"[/@_]|[\d¹²³⁰-⁹].*[\d¹²³⁰-⁹].*[\d¹²³⁰-⁹]|[¹²³⁰-⁹°]")  # in addresses, codes, before marks
_IMPOSSIBLE = re.compile(
    "|".join(
        (
            r"[^\W\d_][\d~^|\\<>{}=#$%*¬¦§¥£€°»«;!?,:+•■]+[^\W\d_A-Z]",  # a figure or sign inside a word
            r"[^\W\d_A-Z][A-Z]+[^\W\d_A-Z]*[A-Z]",  # capitals that come and go
            r"(?<![^\W\d_])[bcdfghjklmnpqrstvwxz]{4,}(?![^\W\d_])|[bcdfghjklmnpqrstvwxz]{7,}",  # no vowel
            r"([a-hj-vx-z])\1\1",
            r"[~^|\\<>{}¬¦¥■\x00-\x08\x0e-\x1f\ue000-\uf8ff]|\ufffd{2}",
        )
    )
)


def is_legible(text: str) -> bool:
    """Whether the words of a page can be words: not many of them impossible, nor nearly all without vowels."""
    ascii_text = text.encode("ascii", "ignore")
    letters = len(ascii_text.translate(None, _NO_LETTERS))
    if letters >= FEWEST_LETTERS and len(ascii_text.translate(None, _NO_VOWELS)) < FEWEST_VOWELS * letters:
        return False
    words = [word for word in text.split() if len(word) <= LONGEST_WORD and _LETTER.search(word)]
    if len(words) < FEWEST_WORDS:
        return True
    return sum(map(_is_impossible, words)) < MOST_IMPOSSIBLE * len(words)


@lru_cache(maxsize=4096)
def _is_impossible(word: str) -> bool:
    return _IMPOSSIBLE.search(word) is not None and _ANYTHING.search(word) is None
