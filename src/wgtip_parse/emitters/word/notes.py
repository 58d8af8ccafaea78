"""Where the footnote marks of a report stand in the words of its tree, from which the marks were taken out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from wgtip_parse.model import Footnote, Span

Leaf = tuple[str, int, int]
WORDS = frozenset({"text", "title", "closing"})  # the kinds of leaves that the words of the tree are made of
APART = frozenset({"furniture", "repeated", "footnote", "footnote-number", "footnote-rule"})
MARK = "footnote-mark"
FIRST_MARK = 0xF0000  # the first character of a plane that Unicode leaves to private use
MARKED_SPACE = re.compile("([\U000f0000-\U000ffffd]) +")  # what a mark of several characters has left behind
BLANK = re.compile(r"\S")
ITALICS = "*"  # what else the tree leaves out


class Anchored:
    """The footnotes of a report by the words that their marks stand in."""

    def __init__(self, text: str, leaves: Iterable[Leaf], notes: Iterable[Footnote], starts: Iterable[int]) -> None:
        self.text = text
        self.leaves = [(start, end) for kind, start, end in leaves if kind in WORDS]
        self.ends = [end for _, end in self.leaves]
        self.starts = sorted(starts)
        self.loose: list[Footnote] = []  # those whose mark is in no words of the body
        self._of: dict[int, list[Footnote]] = {}
        for note in notes:
            at = bisect_right(self.starts, note.anchor) - 1 if note.anchor is not None else -1
            if at < 0:
                self.loose.append(note)
            else:
                self._of.setdefault(self.starts[at], []).append(note)

    def cut(self, words: str, span: Span | None) -> Iterator[tuple[str, Footnote | None]]:
        """The words of a part of the tree in pieces, each with the footnote whose mark stands behind it."""
        at = 0
        start = span[0] if span else 0
        for note in sorted(self._of.get(start, ()) if span else (), key=lambda note: note.anchor or 0):
            end = _behind(words, self._characters(start, note.anchor or 0))
            yield words[at:end], note
            at = max(at, end)
        yield words[at:], None

    def _characters(self, start: int, end: int) -> int:
        """How many characters of words stand between two offsets, white space aside."""
        count = 0
        for low, high in self.leaves[bisect_right(self.ends, start) :]:
            if low >= end:
                break
            piece = self.text[max(low, start) : min(high, end)]
            count += sum(not each.isspace() and each != ITALICS for each in piece)
        return count


class Marked:
    """A source text with one character in the place of each footnote's mark, and blanks for what is printed apart."""

    def __init__(self, text: str, leaves: Iterable[Leaf], notes: Iterable[Footnote]) -> None:
        anchored = {note.anchor: note for note in notes if note.anchor is not None}
        self._notes: dict[str, Footnote] = {}
        pieces, at = [], 0
        for kind, start, end in leaves:
            if kind in APART:
                pieces += [text[at:start], BLANK.sub(" ", text[start:end])]
                at = end
            elif kind == MARK and start in anchored:
                mark = chr(FIRST_MARK + len(self._notes))
                self._notes[mark] = anchored[start]
                pieces += [text[at:start], mark + " " * (end - start - 1)]
                at = end
        self._text = "".join([*pieces, text[at:]])

    def text(self, start: int, end: int) -> str:
        """The text between two offsets of the source text."""
        return MARKED_SPACE.sub(r"\1", self._text[start:end])

    def bare(self, text: str) -> str:
        """A text without the marks."""
        return "".join(each for each in text if each not in self._notes)

    def cut(self, text: str) -> Iterator[str | Footnote]:
        """A text in pieces, the footnotes between them."""
        piece = ""
        for each in text:
            if each in self._notes:
                yield piece
                yield self._notes[each]
                piece = ""
            else:
                piece += each
        yield piece


def _behind(words: str, count: int) -> int:
    """The place behind so many characters of words."""
    for at, each in enumerate(words):
        if count <= 0:
            return at
        count -= not each.isspace() and each != ITALICS
    return len(words)
