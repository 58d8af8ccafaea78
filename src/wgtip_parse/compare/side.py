"""One side of a comparison: its units, the words of each in one form, and each word as one character.

The form is free of what printing and typing do to a text: spaces, letters joined by type, curled quotation marks.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from wgtip_parse.changes import Kind, Unit
from wgtip_parse.model import Span

TOKEN = re.compile(r"\w++(?:[’'.,/\-\u2010\u2011]\w++)*+|[^\w\s]")
FORMS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u2010": "-", "\u2011": "-", "\u00ad": None})
FIRST_CHARACTER = 0x20  # words are numbered from here; the numbers of surrogates are passed over
SURROGATES = range(0xD800, 0xE000)


class Token(NamedTuple):
    """A word or mark of a text: its plain form, and where it stands."""

    plain: str
    start: int
    end: int


class Vocabulary:
    """The words of both sides, each with a character of its own, because sequences of characters compare fast."""

    def __init__(self) -> None:
        self._characters: dict[str, str] = {}

    def encode(self, tokens: Sequence[Token]) -> str:
        """The tokens as a string of one character each."""
        return "".join(map(self._character, (token.plain for token in tokens)))

    def _character(self, plain: str) -> str:
        if (known := self._characters.get(plain)) is not None:
            return known
        code = FIRST_CHARACTER + len(self._characters)
        character = chr(code if code < SURROGATES.start else code + len(SURROGATES))
        self._characters[plain] = character
        return character


@dataclass(frozen=True, slots=True)
class Side:
    """The units of a side; of each its words as characters, and a key that is the same where the words are.

    `pools` says which units may be one: blocks of all kinds are in one pool, each field of the masthead in its own.
    """

    units: Sequence[Unit]
    codes: Sequence[str]
    keys: Sequence[tuple[str, str]]
    pools: Sequence[str]


def side(units: Sequence[Unit], vocabulary: Vocabulary) -> Side:
    """The units made ready to be compared with those of the other side."""
    codes, keys, pools = [], [], []
    for unit in units:
        found = tokens(unit.text, unit.unspoken)
        pool = _pool(unit.kind, unit.number)
        codes.append(vocabulary.encode(found))
        keys.append((pool, "".join(token.plain for token in found)))
        pools.append(pool)
    return Side(units, codes, keys, pools)


def tokens(text: str, unspoken: Sequence[Span] = ()) -> list[Token]:
    """The words and marks of a text, those left out that only mark an item."""
    passed_over = iter(unspoken)
    skip = next(passed_over, None)
    found = []
    for match in TOKEN.finditer(text):
        while skip is not None and skip[1] <= match.start():
            skip = next(passed_over, None)
        if skip is not None and match.start() >= skip[0]:
            continue
        found.append(Token(plain(match[0]), match.start(), match.end()))
    return found


def plain(word: str) -> str:
    """A word without what is only its print."""
    return word if word.isascii() else unicodedata.normalize("NFKC", word).translate(FORMS)


def _pool(kind: Kind, number: str | None) -> str:
    if kind == "masthead":
        return f"masthead {number}"
    return kind if kind in ("heading", "item", "footnote") else "block"
