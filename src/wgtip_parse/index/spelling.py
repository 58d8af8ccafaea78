"""Ways of writing a word that a search takes for one: accents, joined letters, hyphens, British and American spelling.

A word is compared in small letters, without accents and with "œ" in two letters. FTS5 does the accents of Latin letters
and the endings; what it does not do stands here, for the index (other forms of words that it holds) and for a query
(forms to look for): ё and е, Arabic with and without the signs of its vowels and with words drawn out, and Chinese,
which has no spaces and is sought by its characters.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from wgtip_parse.words import Words

WORD = re.compile(r"[^\W_]+")
HYPHEN = re.compile("[-‐‑]")
HYPHENATED = re.compile(r"[^\W_]+(?:[-‐‑][^\W_]+)+")
JOINED = {"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "đ": "d", "ł": "l", "þ": "th", "ð": "d"}  # NFKD leaves them whole
JOINED_LETTER = re.compile(f"[{''.join(JOINED)}]", re.IGNORECASE)
TATWEEL = "\u0640"  # a stroke that only makes an Arabic word wider
LETTERS = str.maketrans(JOINED | {TATWEEL: ""})
OTHER_SCRIPT = re.compile(r"[\u0400-\u06ff]")  # Cyrillic to Arabic: letters whose signs FTS5 leaves or parts words at
MARKS = re.compile(f"[{TATWEEL}\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670]+")  # tatweel, accents, vowels of Arabic
CHINESE = r"[\u3400-\u9fff\uf900-\ufaff]"  # so many characters take a millisecond to compile: see `unspaced`
BEFORE = 2  # letters that stand before what two spellings write differently: "labour", but "four" is not "for"


def plain(text: str) -> str:
    """A text in small letters without accents: "Œuvres réunies" is "oeuvres reunies"."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.lower().translate(LETTERS))
    return "".join(each for each in apart if not unicodedata.combining(each))


def unmarked(text: str) -> str:
    """A text without the signs above and below its letters that would part its words."""
    return text if text.isascii() else MARKS.sub("", unicodedata.normalize("NFC", text))


def by_characters(word: str) -> str | None:
    """A Chinese word, or a text with Chinese in it, with a space between its characters; None of what has none."""
    return " ".join(_character().findall(plain(word))) if _has_chinese(word) else None


@cache
def unspaced() -> re.Pattern[str]:
    """A Chinese character: without a space before or behind it."""
    return re.compile(CHINESE)


@cache
def _character() -> re.Pattern[str]:
    """A Chinese character, or other letters and digits together."""
    return re.compile(rf"{CHINESE}|(?:(?!{CHINESE})[^\W_])+")


def plain_words(text: str) -> list[str]:
    """The words of a text, each in its plain form."""
    return WORD.findall(plain(text))


@lru_cache(maxsize=1024)
def ways_of_writing(word: str, known: Words) -> tuple[str, ...]:
    """A plain word and its other spellings, in British and American English: "labor", "labour"."""
    found = [word]
    for pair in known.listed("spellings"):
        ways = pair.split()
        for here, there in (ways, reversed(ways)):
            found += [_respelled(each, here, there) for each in found if here in each[BEFORE:]]
    return tuple(dict.fromkeys(found))


def other_forms(text: str) -> Iterator[str]:
    """The forms under which words of a text are to be found besides their own: "coordinators" for "co-ordinators"."""
    if HYPHEN.search(text):
        joined = (found for each in text.split() if HYPHEN.search(each) for found in HYPHENATED.findall(each))
        yield from (plain("".join(WORD.findall(each))) for each in joined)
    if JOINED_LETTER.search(text):
        yield from (plain(word) for word in WORD.findall(text) if JOINED_LETTER.search(word))
    if OTHER_SCRIPT.search(text):
        words = ((word, plain(word)) for word in WORD.findall(MARKS.sub("", text)) if OTHER_SCRIPT.search(word))
        yield from (bare for word, bare in words if bare != word.lower() or bare not in text)
    if characters := by_characters(text):
        yield characters


def counted(texts: Iterable[str]) -> list[tuple[str, int]]:
    """The words of texts by the alphabet, with the number of texts that have each; figures and Chinese are none."""
    found: Counter[str] = Counter()
    for text in texts:
        found.update(set(plain_words(text)))
    return sorted((word, number) for word, number in found.items() if word.isalpha() and not _has_chinese(word))


def _has_chinese(word: str) -> bool:
    return not word.isascii() and unspaced().search(word) is not None


def _respelled(word: str, here: str, there: str) -> str:
    at = word.rindex(here)
    return word[:at] + there + word[at + len(here) :]
