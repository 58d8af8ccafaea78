"""The list stack: finds the markers of lists in a block's text, inline or on their own lines, and nests them.

A marker that an open list waits for, at a separator, is an item; "(a)" or "(i)" behind a colon opens a list; elsewhere
it opens one only with evidence of "(b)" or "(ii)" and no word such as "article" before it. Sequence alone decides
between letter and numeral, so "(i)" after "(h)" is a letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from wgtip_parse.parser.numbering import Series, numbering
from wgtip_parse.words import Words

DEEPEST = 4


_BULLET = r"([•▪➢●◦■–]|-(?=[^\S\n]{2}))(?=\s)"
_BULLET_HERE, _BULLET_BELOW = re.compile(_BULLET), re.compile(rf"\n[^\S\n]*+{_BULLET}")
_SEPARATORS = frozenset(";,.:")
_NOTED = re.compile(r"[;.:”)]\s?[\d⁰¹²³⁴-⁹]{1,3}\s*\Z")  # a footnote mark behind the stop
_DASHES = "–-"
_LONGEST_SEPARATOR = 24  # characters, white space aside
_LONGEST_INDENT = 80
_MOST_BETWEEN = 200  # markers between "(a)" and the "(b)" that proves it an item


class Item:
    """One list item: its marker and where it is printed, and the pieces of its own text."""

    __slots__ = ("body", "depth", "end", "is_damaged", "label", "pieces", "place", "start")

    def __init__(self, label: str, place: tuple[int, int], start: int, body: int, depth: int) -> None:
        self.label = label
        self.place = place
        self.start = start
        self.body = body
        self.depth = depth
        self.end = body
        self.is_damaged = False  # a marker "(a." that lost its bracket
        self.pieces: list[tuple[int, int]] = []


class _Open:
    """A list that is open: which numbering it follows, the number it waits for, and how its items are set apart."""

    __slots__ = ("due", "own_lines", "table")

    def __init__(self, table: Series, due: int, own_lines: bool) -> None:
        self.table = table
        self.due = due
        self.own_lines = own_lines

    def awaits(self, label: str) -> bool:
        return self.table.get(label) == self.due


BULLETS: Series = {}


def split(
    text: str, body: int, pieces: Sequence[tuple[int, int]], words: Words, *, listed: bool
) -> tuple[list[tuple[int, int]], list[Item]]:
    """The pieces before the first item, and the items in order; `depth` of an item counts from 1.

    `listed` says that a line of the block begins with a marker; else only an inline (a) or (i) can begin a list.
    """
    if not listed:
        first = words.first_item
        for start, end in pieces:
            if first.search(text, max(start, body), end):
                break
        else:
            return list(pieces), []
    return _Splitter(text, body, list(pieces), words, listed=listed).split()


class _Splitter:
    """Walks the markers of one block: label, start, and where the words behind it begin."""

    def __init__(self, text: str, body: int, pieces: list[tuple[int, int]], words: Words, *, listed: bool) -> None:
        self.text = text
        self.words = words
        self.series = numbering(words).items
        self.firsts = numbering(words).firsts
        self.body = body
        self.pieces = pieces
        self.piece_starts = {start for start, _ in pieces}
        self.stack: list[_Open] = []
        self.items: list[Item] = []
        self.marks = [
            (match[1], match.start(), match.end())
            for start, end in pieces
            for match in words.item_marker.finditer(text, max(start, body), end)
        ]
        if listed and (bullets := [(match[1], *match.span(1)) for match in self._bullets() if self._is_bullet(match)]):
            self.marks = sorted(self.marks + bullets, key=lambda mark: mark[1])

    def _bullets(self) -> Iterator[re.Match[str]]:
        """What may be a bullet at the beginning of a line."""
        for start, end in self.pieces:
            first = _BULLET_HERE.match(self.text, max(start, self.body), end)
            if first:
                yield first
            yield from _BULLET_BELOW.finditer(self.text, max(start, self.body), end)

    def split(self) -> tuple[list[tuple[int, int]], list[Item]]:
        for at, (label, start, end) in enumerate(self.marks):
            depth = self._depth(at, label, start)
            if depth:
                self.items.append(Item(label, (start, end), start, end, depth))
                self.items[-1].is_damaged = self.text[end - 1] == "."
        return self._cut()

    def _depth(self, at: int, label: str, start: int) -> int:
        """The depth of the item that a marker begins, or 0 where it is only part of a sentence."""
        if self._is_next(label, start):
            self.stack[-1].due += 1
            return len(self.stack)
        if not label[0].isalnum():
            return self._bullet()
        own_line = self._on_own_line(start)
        begins = label in self.firsts
        if not (self.stack or begins or own_line):
            return 0
        before = self._before(start)
        if self.stack and (depth := self._awaited(label, start, before, own_line)):
            return depth
        if begins and self._opens(at, label, start, before, own_line):
            return self._open(self._begun_by(label, at), own_line)
        return self._out_of_order(label, start, own_line, before)

    def _awaited(self, label: str, start: int, before: str, own_line: bool) -> int:
        """The depth of the innermost open list that waits for a marker which is set apart as an item is, or 0."""
        separated = before[-2:-1] in _SEPARATORS or (
            bool(self.words.joins_items.search(before))
            or (own_line and (not self.words.refers_to_item.search(before) or bool(_NOTED.search(before))))
        )
        if not (separated or (own_line and self._apart(start))):
            return 0
        for depth in range(len(self.stack), 0, -1):
            waiting = self.stack[depth - 1]
            if waiting.awaits(label) and not self._better_outside(depth, label, own_line):
                if self._begins_within(label, before, waiting, depth):
                    return 0
                del self.stack[depth:]
                waiting.due += 1
                return depth
        return 0

    def _begins_within(self, label: str, before: str, waiting: _Open, depth: int) -> bool:
        """Whether "(i)" behind a colon is a numeral, though the letter is due."""
        innermost = depth == len(self.stack)
        begins = label in self.firsts and waiting.table is self.series[0]
        return innermost and begins and before.rstrip().endswith(":")

    def _is_next(self, label: str, start: int) -> bool:
        """The plain case, told at once: the innermost list waits for it, behind a stop, set apart as its items are."""
        if not self.stack or not self.stack[-1].awaits(label):
            return False
        stop = start - 1
        while stop > self.body and self.text[stop].isspace():
            stop -= 1
        return self.text[stop] in ";.," and self.stack[-1].own_lines == ("\n" in self.text[stop:start])

    def _better_outside(self, depth: int, label: str, own_line: bool) -> bool:
        """Whether an outer list waits for the same marker, and its items are set apart as this one is."""
        if self.stack[depth - 1].own_lines == own_line:
            return False
        return any(outer.awaits(label) and outer.own_lines == own_line for outer in self.stack[: depth - 1])

    def _before(self, start: int) -> str:
        """The end of the words before a marker, line ends and indentation folded."""
        near = " ".join(self.text[max(self.body, start - _LONGEST_SEPARATOR - 4) : start].split())
        if len(near) < _LONGEST_SEPARATOR:  # set in, or near the beginning
            near = " ".join(self.text[max(self.body, start - _LONGEST_SEPARATOR - _LONGEST_INDENT) : start].split())
        return near[-_LONGEST_SEPARATOR:] + " "

    def _on_own_line(self, start: int) -> bool:
        line = self.text.rfind("\n", max(self.body, start - _LONGEST_INDENT), start)
        return (line >= 0 and self.text[line:start].isspace()) or start in self.piece_starts

    def _is_bullet(self, match: re.Match[str]) -> bool:
        """Whether a bullet begins an item; a dash does so only where no sentence goes on."""
        start = match.start(1)
        if not self._on_own_line(start):
            return False
        return match[1] not in _DASHES or self._apart(start) or self._before(start).rstrip()[-1:] in _SEPARATORS

    def _apart(self, start: int) -> bool:
        gap = self.text[max(0, start - 40) : start]
        return gap[len(gap.rstrip()) :].count("\n") > 1

    def _bullet(self) -> int:
        for depth in range(len(self.stack), 0, -1):
            if self.stack[depth - 1].table is BULLETS:
                del self.stack[depth:]
                return depth
        return self._open(BULLETS, own_lines=True)

    def _opens(self, at: int, label: str, start: int, before: str, own_line: bool) -> bool:
        if before.rstrip().endswith(":"):
            return True
        if own_line and (self._apart(start) or not before.strip()):
            return True
        if own_line and before.rstrip().endswith((";", ".")) and self.series[0].get(label) == 1:
            return True
        return not self.words.refers_to_item.search(before) and self._has_next(at, self._begun_by(label, at))

    def _begun_by(self, label: str, at: int) -> Series:
        """The series that a marker is the first of; of several the one whose second comes next."""
        begun = [series for series in self.series if series.get(label) == 1]
        if len(begun) > 1:
            for other, _, _ in self.marks[at + 1 : at + 1 + _MOST_BETWEEN]:
                begun = [series for series in begun if series.get(other) == 2] or begun
        return begun[0]

    def _has_next(self, at: int, series: Series) -> bool:
        for label, start, _ in self.marks[at + 1 : at + 1 + _MOST_BETWEEN]:
            if series.get(label) == 2:
                before = self._before(start)
                return bool(self.words.before_last_item.search(before)) or self._on_own_line(start)
            if label == self.marks[at][0]:
                return False
        return False

    def _open(self, table: Series, own_lines: bool, due: int = 2) -> int:
        same = [
            depth
            for depth, waiting in enumerate(self.stack, 1)
            if waiting.table is table and (own_lines or not waiting.own_lines)  # one in an item's sentence is inside it
        ]
        if same:  # a second list of the same kind in one block: both lists stand at one level
            del self.stack[same[-1] - 1 :]
        if len(self.stack) >= DEEPEST:
            return 0
        self.stack.append(_Open(table, due, own_lines))
        return len(self.stack)

    def _out_of_order(self, label: str, start: int, own_line: bool, before: str) -> int:
        """A marker that no list waits for: an item on a line of its own behind a stop, so that a fault can be seen."""
        ends = before.rstrip()[-1:]
        if not own_line or (ends and ends not in ";.:," and not self._apart(start)):
            return 0
        known = [series for series in self.series if label in series]
        if not known:
            return 0
        if ends == ":" and len(label) > 1 and known[-1] is not self.series[0]:  # "(ii)" first in its list: no "(i)"
            return self._open(known[-1], own_line, known[-1][label] + 1)
        for depth in range(len(self.stack), 0, -1):
            waiting = self.stack[depth - 1]
            if label in waiting.table:
                del self.stack[depth:]
                waiting.due = waiting.table[label] + 1
                return depth
        table = known[0]
        if self.stack or not (self._apart(start) or not before.strip()):
            return 0
        self.stack.append(_Open(table, table[label] + 1, own_line))
        return len(self.stack)

    def _cut(self) -> tuple[list[tuple[int, int]], list[Item]]:
        """Share the block's pieces out between the words before the list and the items."""
        if not self.items:
            return self.pieces, []
        bounds = [item.start for item in self.items[1:]] + [self.pieces[-1][1]]
        for item, stop in zip(self.items, bounds, strict=True):
            item.pieces = cut(self.pieces, item.body, stop, self.text)
            item.end = item.pieces[-1][1] if item.pieces else item.body
        return cut(self.pieces, self.pieces[0][0], self.items[0].start, self.text), self.items


def cut(pieces: Iterable[tuple[int, int]], start: int, end: int, text: str) -> list[tuple[int, int]]:
    """The part of the pieces between two offsets, without white space at the ends."""
    found = []
    for a, b in pieces:
        low, high = max(a, start), min(b, end)
        while low < high and text[low].isspace():
            low += 1
        while high > low and text[high - 1].isspace():
            high -= 1
        if low < high:
            found.append((low, high))
    return found
