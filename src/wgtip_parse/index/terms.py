"""Terms: what of a text is compared, its words each in one form, and the treaties that it names each as one word.

Words that only join others are left out. A word stands without its ending ("ratifying", "ratification"), and those
that mean the same for another ("children", "child"); a treaty stands for all ways of writing its name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import groupby

from wgtip_parse.words import NEVER, Words

WORD = re.compile(r"[^\W_]+")
SHORTEST = 4  # letters that are left of a word without its ending
REMEMBERED = 65_536  # forms of words
PROTOCOL = "+"  # before the name of a treaty: a protocol to it
NUMBERED = "#"  # before the number of a convention or resolution

Term = tuple[str, str]


def terms(text: str, known: Words) -> tuple[Term, ...]:
    """The terms of a text in its order, each with the words that stand there; one that is said twice over is one."""
    return tuple(next(group) for _, group in groupby(_terms(text, known), key=lambda term: term[0]))


@lru_cache(maxsize=REMEMBERED)
def form(word: str, known: Words) -> str | None:
    """The form in which a word is compared, given in small letters; None for one that only joins others."""
    if word in known.known("joining_words"):
        return None
    return known.told("one_meaning", word) or _stem(word, known)


@cache
def common_forms(known: Words) -> frozenset[str]:
    """The forms of the words that many recommendations have, whatever they are about."""
    return frozenset(_stem(word, known) for word in known.listed("common_words"))


def is_treaty(term: str) -> bool:
    """Whether a term is a treaty, a protocol or what is called by its number; words are in small letters."""
    return not term[0].isalnum() or term[0].isupper()


def _stem(word: str, known: Words) -> str:
    for ending in _endings(known):
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            return word[: -len(ending)]
    return word


@cache
def _endings(known: Words) -> tuple[str, ...]:
    return tuple(sorted(known.listed("endings"), key=lambda ending: (-len(ending), ending)))


def _terms(text: str, known: Words) -> Iterator[Term]:
    at = 0
    for match in _treaties(known).finditer(text):
        yield from _words(text[at : match.start()], known)
        yield _treaty(match), match[0]
        at = match.end()
    yield from _words(text[at:], known)


def _words(text: str, known: Words) -> Iterator[Term]:
    for word in WORD.findall(text):
        plain = form(word.lower(), known)
        if plain is not None:
            yield plain, word


def _treaty(match: re.Match[str]) -> str:
    if number := match.groupdict().get("instrument_number"):
        return NUMBERED + str(number)
    return PROTOCOL * bool(match["protocol"]) + str(match.lastgroup)


@cache
def _treaties(known: Words) -> re.Pattern[str]:
    """Every way of naming a treaty, a group for each; only where a word begins with a capital or ends with a number."""
    names = "|".join(f"(?P<{name}>{pattern})" for name, pattern in known.table("treaties").items()) or NEVER
    numbered = known.filled("<<numbered_instrument>>")
    return re.compile(rf"{numbered}|\b(?=[A-Zo])(?P<protocol>{known.filled('<<protocol_to>>')})?(?:{names})\b")
