"""Which of the six official languages a text is written in, by its script and its commonest words."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources

SAMPLE = 6_000  # characters looked at
BEGINNINGS = ((250, 5), (1_000, 10))  # characters looked at first: one common English word in so many settles it
FEWEST_WORDS = 12  # below this a text says too little, and is taken for English

_SCRIPTS = (
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("ar", re.compile(r"[\u0600-\u06ff\ufb50-\ufdfb\ufe70-\ufefc]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
)
_NOT_LATIN = re.compile(r"[\u0400-\u04ff\u0600-\u06ff\ufb50-\ufdfb\ufe70-\ufefc\u4e00-\u9fff]+")
_LETTER = re.compile(r"[^\W\d_]")


@cache
def _common() -> dict[str, frozenset[str]]:
    """The commonest words of each language."""
    found = tomllib.loads((resources.files("wgtip_parse.words") / "common.toml").read_text(encoding="utf-8"))
    return {code: frozenset(words) for code, words in found.items()}


def detect(text: str) -> str:
    """The ISO 639-1 code of the text's language."""
    english = _common()["en"]
    for length, one_in in BEGINNINGS:
        beginning = text[:length].lower().split()
        if sum(map(english.__contains__, beginning)) * one_in > max(len(beginning), FEWEST_WORDS):
            return "en"
    sample = text[:SAMPLE]
    others = "".join(_NOT_LATIN.findall(sample))
    letters = len(_LETTER.findall(sample)) if others else 0
    for code, script in _SCRIPTS:
        if others and len(script.findall(others)) * 2 > letters:
            return code
    words = sample.lower().split()
    if len(words) < FEWEST_WORDS:
        return "en"
    counts = {code: sum(map(known.__contains__, words)) for code, known in _common().items()}
    best = max(counts, key=lambda code: counts[code])
    return best if counts[best] > counts["en"] else "en"
