"""The States of the world, by all their names: what a text calls a State, as the United Nations writes it in short.

The names are data: short and formal ones of the UN's terminology database (data/states.toml), and older and other ones
(data/state_names.toml). Accents, forms of apostrophes and hyphens, commas and brackets do not matter: "Iran (Islamic
Republic of)", "Iran, Islamic Republic of" and "Islamic Republic of Iran" are one State.
"""

from __future__ import annotations

import functools
import pkgutil
import re
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

WORD = re.compile(r"&|\w+(?:(?!'s\b)['.-]\w+)*")  # "Norway's" are two words, "Côte d'Ivoire" too
BETWEEN = re.compile(r"[\s.,('’]{1,3}")  # between two words of a name: "St. Lucia", "Iran, (Islamic Republic of)"
BRACKETED = re.compile(r"(?P<name>[^(]+) \((?P<title>[^)]+)\)")
OPENED = re.compile(r"\([^()]*+\Z")
CLOSED = re.compile(r"\s?\)")
MONEY = "$"  # "US$ 5" is none
FIRST_ACCENT, LAST_ACCENT = 0xC0, 0x17F  # letters with accents of Latin scripts
PLAIN = str.maketrans(dict.fromkeys("’‘‟`´", "'") | dict.fromkeys("‐‑–", "-")) | {
    each: unicodedata.normalize("NFD", chr(each))[0] for each in range(FIRST_ACCENT, LAST_ACCENT)
}


class Found(NamedTuple):
    """A State that a text names, by its short name, and where its name there starts and ends."""

    name: str
    start: int
    end: int


class _Name(NamedTuple):
    """One way of writing a State: `short` is None for what is no State, such as Mexico City."""

    words: tuple[str, ...]
    short: str | None
    small: bool
    letters: str | None


class _Names(NamedTuple):
    whole: dict[tuple[str, ...], str]
    by_first: dict[str, tuple[_Name, ...]]
    articles: frozenset[str]


@functools.lru_cache(maxsize=4096)
def named(text: str) -> str | None:
    """The short name of the State that the whole text names, capitals and an article aside, or None."""
    names = _names()
    words = tuple(match[0] for match in WORD.finditer(_plain(text)))
    if words and words[0] in names.articles:
        words = words[1:]
    return names.whole.get(words)


def find(text: str) -> Iterator[Found]:
    """The States that a text names, in its order; a name begins with a capital, and the longest one counts."""
    plain, names = _plain(text), _names()
    words = list(WORD.finditer(plain))
    at = 0
    while at < len(words):
        name = _name_at(text, plain, words, at, names)
        if name is None:
            at += 1
            continue
        start, at = words[at].start(), at + len(name.words)
        if name.short is not None:
            yield Found(name.short, start, _end(plain, start, words[at - 1].end()))


def of_title(title: str) -> str | None:
    """The State that a title ends with: "Report of the Working Group on the Universal Periodic Review: Norway"."""
    found = list(find(title))
    return found[-1].name if found and not WORD.search(title, found[-1].end) else None


def _name_at(text: str, plain: str, words: list[re.Match[str]], at: int, names: _Names) -> _Name | None:
    """The longest name that begins with a word."""
    first = words[at]
    for name in names.by_first.get(first[0], ()):
        last = at + len(name.words) - 1
        if last >= len(words) or not (name.small or text[first.start()].isupper()):
            continue
        if all(words[at + place][0] == word for place, word in enumerate(name.words)) and all(
            BETWEEN.fullmatch(plain, before.end(), after.start())
            for before, after in zip(words[at:last], words[at + 1 : last + 1], strict=True)
        ):
            end = words[last].end()
            if name.letters is None or (text[first.start() : end] == name.letters and text[end : end + 1] != MONEY):
                return name
    return None


def _end(plain: str, start: int, end: int) -> int:
    """Where a name ends, with the bracket that it has opened."""
    closed = CLOSED.match(plain, end) if OPENED.search(plain, start, end) else None
    return closed.end() if closed else end


@functools.cache
def _names() -> _Names:
    known = _load("state_names.toml")
    whole: dict[tuple[str, ...], str] = {}
    by_first: dict[str, list[_Name]] = defaultdict(list)
    for short, written in _written(known["names"]):
        words = _words(written)
        if short is not None:
            whole[words] = short
        letters = ".".join(WORD.findall(written)) if written.isupper() else None
        by_first[words[0]].append(_Name(words, short, written[0].islower(), letters))
    longest_first = {
        first: tuple(sorted(names, key=lambda name: len(name.words), reverse=True)) for first, names in by_first.items()
    }
    return _Names(whole, longest_first, frozenset(known["articles"]))


def _written(names: dict[str, list[str]]) -> Iterator[tuple[str | None, str]]:
    """Each way of writing a State with its short name, and what is none with None."""
    for short, formal in _load("states.toml")["states"].items():
        bracketed = BRACKETED.fullmatch(short)
        turned = (bracketed["name"], f"{bracketed['title']} {bracketed['name']}") if bracketed else ()
        for written in (short, formal, *turned, *names.get(short, ())):
            yield short, written
    for other in _load("state_names.toml")["others"]:
        yield None, other


def _words(name: str) -> tuple[str, ...]:
    return tuple(match[0] for match in WORD.finditer(_plain(name)))


def _plain(text: str) -> str:
    """A text of the same length in small letters without accents."""
    return text.translate(PLAIN).lower()


@functools.cache
def _load(name: str) -> dict[str, Any]:
    return tomllib.loads((pkgutil.get_data("wgtip_parse", f"data/{name}") or b"").decode())
