"""Markers and numbers of any script by their place in the series: (c), (ج), в), (三), 3 and iii are all third."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache
from importlib import resources
from typing import Any

from wgtip_parse.numerals import ROMAN

TATWEEL = "\u0640"  # a stroke that only makes an Arabic word wider
TEN = "十"
MOST_LETTERS = 2  # of a marker behind the end of the alphabet: "bb"
_LETTERS = re.compile(r"[^\W_]+")
_CHINESE_NUMBER = re.compile(f"(?P<tens>[一二三四五六七八九]?)(?P<ten>{TEN}?)(?P<ones>[一二三四五六七八九]?)")


def places(written: str) -> frozenset[int]:
    """The places that a marker or number may stand for: "i" is the first and the ninth; of no series, none."""
    words = _LETTERS.findall(plain(written))
    return _places("".join(words) if all(len(word) == 1 for word in words) else " ".join(words))


def plain(written: str) -> str:
    """What is written in small letters, without the marks above and below them, strokes and forms of print."""
    apart = unicodedata.normalize("NFKD", written.replace(TATWEEL, ""))
    return "".join(each for each in apart if not unicodedata.combining(each)).casefold()


@cache
def _places(written: str) -> frozenset[int]:
    if written.isdecimal():
        return frozenset({int(written)})
    ways = {written, "".join(_look_alikes().get(letter, letter) for letter in written)}
    found = {alphabet.index(way[0]) + 1 + (len(way) - 1) * len(alphabet) for way in ways for alphabet in _lists(way)}
    found |= {names.index(written) + 1 for names in _counted() if written in names}
    if written in ROMAN:
        found.add(ROMAN[written])
    if written and (number := _CHINESE_NUMBER.fullmatch(written)):
        found = {_chinese(number)}
    return frozenset(found)


def _lists(written: str) -> list[str]:
    """The alphabets in which it is a letter, or one letter twice or more often: "bb"."""
    if len(set(written)) != 1 or len(written) > MOST_LETTERS:
        return []
    return [alphabet for alphabet in _data()["lists"].values() if written[0] in alphabet]


def _chinese(number: re.Match[str]) -> int:
    digits: str = _data()["lists"]["chinese"]
    ones = digits.index(number["ones"]) + 1 if number["ones"] else 0
    if not number["ten"]:
        return ones or digits.index(number["tens"]) + 1
    return (digits.index(number["tens"]) + 1 if number["tens"] else 1) * len(digits) + ones


@cache
def _look_alikes() -> dict[str, str]:
    looks = _data()["look_alikes"]
    return dict(zip(looks["cyrillic"], looks["latin"], strict=True))


@cache
def _counted() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(map(plain, names)) for names in _data()["counted"].values())


@cache
def _data() -> dict[str, dict[str, Any]]:
    read = resources.files("wgtip_parse").joinpath("data", "lists.toml").read_text(encoding="utf-8")
    found: dict[str, dict[str, Any]] = tomllib.loads(read)
    return found
