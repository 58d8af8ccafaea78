"""Which of the six official languages a text is written in, by its script and its commonest words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from wgtip_parse.words import file

SAMPLE = 6_000  # characters looked at
BEGINNINGS = ((250, 5), (1_000, 10))  # characters looked at first: one common English word in so many settles it
SHORTEST_PART = 120  # characters of a part that may be in another language
SURE = 300  # characters of it in which the commonest words of a language are looked for
MOST_PLAIN = 3  # words
FEWEST_WORDS = 12  # below this a text says too little, and is taken for English

# Compiled where a text does not begin in English, which is rare.
_SCRIPTS = (
    ("ru", r"[\u0400-\u04ff]"),
    ("ar", r"[\u0600-\u06ff\ufb50-\ufdfb\ufe70-\ufefc]"),
    ("zh", r"[\u4e00-\u9fff]"),
)
_NOT_LATIN = r"[\u0400-\u04ff\u0600-\u06ff\ufb50-\ufdfb\ufe70-\ufefc\u4e00-\u9fff]+"
_LETTER = r"[^\W\d_]"


@cache
def _common() -> dict[str, frozenset[str]]:
    """The commonest words of each language."""
    return {code: frozenset(words) for code, words in _file().items()}


@cache
def _file() -> Mapping[str, list[str]]:
    return file.read("common.toml")


def another(text: str, own: str) -> str | None:
    """The language of a part of a text, where it surely is another than the whole's."""
    beginning = text[:SURE]
    if len(text) < SHORTEST_PART or any(word in beginning for word in _plain(own)):
        return None
    found = detect(text)
    words = text[:SAMPLE].lower().split()
    is_sure = found not in _common() or sum(map(_common()[found].__contains__, words)) * 10 > len(words)
    return found if found != own and is_sure else None


@cache
def _plain(language: str) -> tuple[str, ...]:
    """The three commonest words of a language, which hardly any passage is without, as they stand in it."""
    return tuple(f" {word} " for word in _file().get(language, ())[:MOST_PLAIN])


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
