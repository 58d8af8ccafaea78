"""Signs: one look at the pieces of a text between white space says which rules can find anything in it.

A rule of wording names the sign of what it looks for, a regular expression for one piece, such as `[’']t$`. A text is
parted once, each piece is looked at once in a process, whatever text it comes back in, and rules whose signs are not
there are not run at all.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import compress, islice
from operator import eq

MOST_KNOWN = 4_000_000  # characters of pieces to remember: of some ten thousand reports, in as many bytes ten times
PART = 8_000  # characters: their pieces take some 100 kB

_BEGINNING = re.compile(r"(?<![\[\\])\^")  # of a piece, and neither "not" in brackets nor a sign itself


@dataclass(frozen=True, slots=True)
class Pieces:
    """What stands between white space in a text, each once; `doubled` are those that stand twice in a row.

    `joined` has each on a line of its own. It is far shorter than the text, so that to look there first pays.
    """

    each: frozenset[str]
    doubled: frozenset[str]
    joined: str
    _having: dict[re.Pattern[str], set[str]] = field(default_factory=dict, compare=False, repr=False)

    def having(self, sign: re.Pattern[str]) -> set[str]:
        """The pieces in which a sign matches; its ^ and $ are their ends, where it is compiled as `compiled` does."""
        if sign not in self._having:
            self._having[sign] = {piece for match in sign.finditer(self.joined) for piece in _touched(match)}
        return self._having[sign]

    def know(self, having: Mapping[re.Pattern[str], set[str]]) -> None:
        """Be told by who has looked which pieces have a sign."""
        self._having.update(having)

    def have(self, words: str) -> bool:
        """Whether words without white space stand in the text at all: to look here is quick."""
        return words in self.joined


def pieces_of(text: str) -> Pieces:
    """The pieces of a text."""
    each: set[str] = set()
    doubled: set[str] = set()
    last = None
    for part in _parts(text):
        pieces = part.split()
        each.update(pieces)
        doubled.update(compress(pieces, map(eq, pieces, islice(pieces, 1, None))))
        doubled.update(pieces[:1] if pieces[:1] == last else ())
        last = pieces[-1:]
    return Pieces(frozenset(each), frozenset(doubled), _lines(each))


def _parts(text: str) -> Iterator[str]:
    """A text in parts of whole lines, each short enough for its pieces to stay in the processor's cache."""
    start = 0
    while start < len(text):
        end = text.find("\n", start + PART) + 1 or len(text)
        yield text[start:end]
        start = end


def compiled(sign: str) -> re.Pattern[str]:
    """A sign as it is looked for among pieces on lines: its ^ and $ are the ends of one.

    Python finds a line end many times faster than a ^.
    """
    return re.compile(_BEGINNING.sub(r"\n", sign), re.MULTILINE)


class Signs:
    """The signs of rules by their codes, and what is known of pieces that were looked at."""

    def __init__(self, signs: Mapping[str, str]) -> None:
        self._signs = {code: compiled(sign) for code, sign in signs.items()}
        self._without: set[str] = set()
        self._with: dict[str, set[str]] = {}
        self._known = 0

    def among(self, text: Pieces) -> frozenset[str]:
        """The codes of the rules whose signs are in one of the pieces of a text, which is told in which."""
        pieces = text.each
        signed = pieces - self._without
        new = signed - self._with.keys()
        if new:
            self._look_at(new if self._known < MOST_KNOWN else self._forget(pieces))
            signed = pieces - self._without
        having: dict[str, set[str]] = {}
        for piece in signed:
            for code in self._with[piece]:
                having.setdefault(code, set()).add(piece)
        text.know({self._signs[code]: found for code, found in having.items()})
        return frozenset(having)

    def _forget(self, pieces: frozenset[str]) -> frozenset[str]:
        """Begin anew, with the pieces of the text at hand."""
        self._without, self._with, self._known = set(), {}, 0
        return pieces

    def _look_at(self, new: frozenset[str]) -> None:
        text = _lines(new)
        for code, sign in self._signs.items():
            for match in sign.finditer(text):
                for piece in _touched(match):
                    self._with.setdefault(piece, set()).add(code)
        self._without |= new - self._with.keys()
        self._known += len(text)


def _lines(pieces: Collection[str]) -> str:
    """Each piece between line ends, which are all that a sign may see of what is beside it."""
    return "\n".join(("", *pieces, ""))


def _touched(match: re.Match[str]) -> list[str]:
    """The pieces that a match in them, each on its line, is in; what is "no letter" may be the end of a line."""
    text, start, end = match.string, *match.span()
    start += text[start] == "\n"
    behind = text.find("\n", end)
    return text[text.rfind("\n", 0, start) + 1 : len(text) if behind < 0 else behind].split("\n")
