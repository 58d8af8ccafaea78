"""Which of the six official languages a text is written in, by its script and its commonest words."""

from __future__ import annotations

import re
from functools import cache

from wgtip_parse.words import file

SAMPLE = 6_000  # characters looked at
BEGINNINGS = ((250, 5), (1_000, 10))  # characters looked at first: one common English word in so many settles it
FEWEST_WORDS = 12  # below this a text says too little, and is taken for English

# Compiled where a text does not begin in English, which is rare.
_SCRIPTS = (
    ("ru", r"[\u0400-\u04ff]"),
    ("ar", r"[\u0600-\u06ff]"),
    ("zh", r"[\u4e00-\u9fff]"),
)
_NOT_LATIN = r"[\u0400-\u04ff\u0600-\u06ff\u4e00-\u9fff]+"
_LETTER = r"[^\W\d_]"


@cache
def _common() -> dict[str, frozenset[str]]:
    """The commonest words of each language."""
    return {code: frozenset(words) for code, words in file.read("common.toml").items()}


def detect(text: str) -> str:
    """The ISO 639-1 code of the text's language."""
    english = _common()["en"]
    for length, one_in in BEGINNINGS:
        beginning = text[:length].lower().split()
        if sum(map(english.__contains__, beginning)) * one_in > max(len(beginning), FEWEST_WORDS):
            return "en"
    sample = text[:SAMPLE]
    others = "".join(re.findall(_NOT_LATIN, sample))
    letters = len(re.findall(_LETTER, sample)) if others else 0
    for code, script in _SCRIPTS:
        if others and len(re.findall(script, others)) * 2 > letters:
            return code
    words = sample.lower().split()
    if len(words) < FEWEST_WORDS:
        return "en"
    counts = {code: sum(map(known.__contains__, words)) for code, known in _common().items()}
    best = max(counts, key=lambda code: counts[code])
    return best if counts[best] > counts["en"] else "en"
