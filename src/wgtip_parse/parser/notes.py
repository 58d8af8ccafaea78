"""Footnotes: the notes that stand between the lines, and their marks in the running text.

A note is known by the rule of underscores above it, or by a number that follows the last note's and whose mark stands
in the text before it. A mark without its note is believed where it begins or carries on an ascending series.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from wgtip_parse.parser.lines import KINDS, Line
from wgtip_parse.parser.marks import Marks, Place

STARTERS = frozenset(kind for kind, row in KINDS.items() if row.opens and not row.words) - {"CAPTION", "RULE"}
BEGIN = frozenset({"NOTE", "STAR", "BARE", "RULE"})  # so notes begin
SHORTEST_RULE = 5
WINDOW = 40_000  # characters before a note in which its mark is looked for
MOST_AWAITED = 12  # lines of notes that a footer may stand before
MOST_MISSING = 3  # notes
MOST_WEAK = 2  # marks in a row that only the next ones confirm
NEXT = 12  # lines in which the next note follows
SERIES = 2  # marks that make a series
HANGING = 6  # characters that a note may hang in
NEAR = 2_000  # characters in which the next mark confirms a weak one,
FAR = 12_000  # and where a series has begun

_LINE_END = re.compile(r"[^\S\n]*+(?:\n|\Z)")


@dataclass(slots=True)
class Note:
    """One footnote as found: its mark, the pieces of its text, and the place of its mark in the running text."""

    mark: str
    start: int
    end: int
    pieces: list[tuple[int, int]]
    anchor: tuple[int, int] | None = None
    printed: bool = True  # False where only the mark is there

    @property
    def places(self) -> list[tuple[int, int]]:
        """The spans of its number and of its text; between them other notes may stand."""
        return [(self.start, self.start + len(self.mark)), *self.pieces]


class Taken(NamedTuple):
    """The places of the lines that are footnotes or rules above them, the footnotes, and the spans of those rules."""

    places: set[int]
    notes: list[Note]
    rules: list[tuple[int, int]]


def take_notes(lines: list[Line], text: str, marks: Marks) -> Taken:
    """Find the footnotes among the lines."""
    taker = _Taker(text, marks)
    return Taken(taker.take(lines), taker.notes, taker.rules)


class _Taker:
    """Walks the lines once; remembers the last number given to a note and where the search for marks stands."""

    def __init__(self, text: str, marks: Marks) -> None:
        self.text = text
        self.marks = marks
        self.notes: list[Note] = []
        self.rules: list[tuple[int, int]] = []
        self.last = 0
        self.searched = 0

    def take(self, lines: list[Line]) -> set[int]:
        places: set[int] = set()
        for at in [at for at, line in enumerate(lines) if line.kind in BEGIN]:
            if at not in places:
                places.update(range(at, at + self._size(lines, at)))
        return places

    def _size(self, lines: list[Line], at: int) -> int:
        """How many lines from here on belong to footnotes."""
        line = lines[at]
        if line.kind == "RULE" and line.end - line.start >= SHORTEST_RULE and self.text[line.start] == "_":
            return self._ruled(lines, at)
        if line.kind == "NOTE" and self._is_next(lines, at) and self._is_note(line):
            return self._unruled(lines, at)
        if line.kind == "STAR" and self._is_starred(line):
            return self._unruled(lines, at)
        if line.kind == "BARE" and line.label == str(self.last + 1) and self._ends_a_page(lines, at):
            return self._block(lines, at) if self._is_note(line) else 0
        return 0

    def _ends_a_page(self, lines: list[Line], at: int) -> bool:
        """Whether a number alone on its line, apart from the text above, has few lines below it on its page."""
        below = lines[at + 1 : at + 1 + MOST_AWAITED]
        return lines[at].blank and not lines[at].page and any(line.page for line in below[1:])

    def _is_starred(self, line: Line) -> bool:
        first = self.marks.first_star(line.label)
        return first is not None and first <= line.start

    def _is_note(self, line: Line) -> bool:
        """A numbered line is a note when its mark stands in the text before it."""
        low = max(0, line.start - WINDOW, self.searched)
        place = self.marks.find(line.label, low, line.start, noted=True)
        self.searched = place[1] if place else line.start
        return place is not None

    def _ruled(self, lines: list[Line], at: int) -> int:
        """The rule and the notes under it."""
        if at + 1 == len(lines) or lines[at + 1].page:
            return 0
        if lines[at + 1].kind == "TEXT" and (size := self._with_numbers_behind(lines, at + 1)):
            self.rules.append((lines[at].start, lines[at].end))
            return 1 + size
        if not (_opens(lines[at + 1]) or self._is_cut()):
            return 0
        self.rules.append((lines[at].start, lines[at].end))
        return 1 + self._block(lines, at + 1)

    def _with_numbers_behind(self, lines: list[Line], first: int) -> int:
        """How many lines are notes whose numbers stand behind or between their words, in whatever order."""
        stop = first
        while stop < min(len(lines), first + MOST_AWAITED) and not (stop > first and lines[stop].page):
            if stop > first and lines[stop].blank and lines[stop - 1].kind == "BARE":
                break
            stop += 1
        numbers = sorted(
            (line for line in lines[first:stop] if line.kind == "BARE"), key=lambda line: line.label.zfill(3)
        )
        due = [str(self.last + at) for at in range(1, len(numbers) + 1)]
        if not numbers or [line.label for line in numbers] != due or lines[stop - 1].kind != "BARE":
            return 0
        waiting = [Note(line.label, line.start, line.end, []) for line in numbers]
        self.last += len(waiting)
        at = 0
        for line in (line for line in lines[first:stop] if line.kind != "BARE"):
            waiting[at].pieces.append((line.start, line.end))
            at += at + 1 < len(waiting) and self.text[line.end - 1] == "."
        self.notes += waiting
        return stop - first

    def _is_cut(self) -> bool:
        """Whether the last note does not end where it stands, so that it goes on under the rule of the next page."""
        pieces = self.notes[-1].pieces if self.notes else []
        return bool(pieces) and self.text[pieces[-1][1] - 1] not in ".!?”"

    def _block(self, lines: list[Line], first: int) -> int:
        """Notes in a block: up to the end of the page, or to the next numbered paragraph."""
        if lines[first].label == "1":  # an annex begins anew
            self.last = 0
        for at in range(first, len(lines)):
            line = lines[at]
            if at > first and (
                (line.page and not self._is_awaited(lines, at)) or (line.blank and line.kind in STARTERS)
            ):
                return at - first
            if _opens(line) and self._ascends(line):
                self._open(line)
            else:
                self._continue(line)
        return len(lines) - first

    def _is_awaited(self, lines: list[Line], at: int) -> bool:
        """Whether the notes behind a footer are those whose numbers stand before it: few lines, up to the next page."""
        if not self.notes or self.notes[-1].pieces:
            return False
        return any(line.page for line in lines[at + 1 : at + 1 + MOST_AWAITED])

    def _unruled(self, lines: list[Line], at: int) -> int:
        self._open(lines[at])
        size = 1
        while at + size < len(lines):
            line = lines[at + size]
            if line.page or line.kind != "TEXT" or not self._goes_on(lines[at], lines[at + size - 1], line):
                break
            self._continue(line)
            size += 1
        return size

    def _goes_on(self, first: Line, above: Line, line: Line) -> bool:
        """Whether a note goes on in the next line: one that hangs, also below a blank line, or one right below."""
        if first.column < line.column <= first.column + HANGING and self.text[line.start].islower():
            return True
        return not line.blank and _runs_on(self.text, above, line)

    def _ascends(self, line: Line) -> bool:
        if not line.label.isdigit():
            return True
        return self.last < int(line.label) <= self.last + MOST_MISSING or not self.last

    def _is_next(self, lines: list[Line], at: int) -> bool:
        """Whether a number goes on from the last note's; many notes may be missing only where the next one follows."""
        number = int(lines[at].label)
        if self.last < number <= self.last + (MOST_MISSING if self.last else 1):
            return True
        below = next((line for line in lines[at + 1 : at + NEXT] if line.kind == "NOTE"), None)
        if number <= self.last or below is None or int(below.label) != number + 1:
            return False
        return self.marks.find(below.label, max(0, below.start - WINDOW), below.start, noted=True) is not None

    def _open(self, line: Line) -> None:
        if line.label.isdigit():
            self.last = int(line.label)
        body = line.body + (1 if self.text[line.body : line.body + 1] == "/" else 0)
        pieces = [(body, line.end)] if body < line.end else []
        self.notes.append(Note(line.label, line.start, line.end, pieces))

    def _continue(self, line: Line) -> None:
        if not self.notes:
            return
        waiting = next((note for note in self.notes[-4:] if not note.pieces), self.notes[-1])
        waiting.pieces.append((line.start, line.end))
        waiting.end = max(waiting.end, line.end)


def _opens(line: Line) -> bool:
    return line.kind in ("NOTE", "STAR") or (line.kind == "BARE" and len(line.label) <= 3)


def _runs_on(text: str, above: Line, below: Line) -> bool:
    """Whether a note goes on in the next line: it has not ended, or the next line is no new sentence."""
    return text[above.end - 1] not in ".!?" or text[below.start].islower()


def anchored(notes: list[Note], marks: Marks, body: int) -> tuple[list[Note], list[Place]]:
    """The notes with the places of their marks, those that only their marks show, and the places of all marks.

    The masthead ends at `body`.
    """
    found = _anchored(notes, marks, body)
    known = {note.mark for note in found}
    repeats = marks.raised(known, body)
    if any(marks.text.startswith("/", note.start + len(note.mark)) for note in found):
        repeats += marks.slashed(known, body)
    return found, sorted({*repeats, *(note.anchor for note in found if note.anchor)})


def _anchored(notes: list[Note], marks: Marks, body: int) -> list[Note]:
    found: list[Note] = list(notes)
    at, due = body, 1
    for note in notes:
        if not note.mark.isdigit():
            continue
        number = int(note.mark)
        for missing in range(due, number):
            place = _unnoted(missing, marks, at, note.start)
            if place:
                found.append(_without_text(missing, place))
                at = place[1]
        note.anchor = marks.find(note.mark, at, note.start, noted=True)
        at = note.anchor[1] if note.anchor else at
        due = number + 1
    while True:
        place = _unnoted(due, marks, at, len(marks.text))
        if place is None and due > SERIES:  # one mark may not be seen
            due += 1
            place = marks.find(str(due), at, at + WINDOW, noted=False)
        if place is None:
            return sorted(found, key=lambda note: note.start)
        found.append(_without_text(due, place))
        at = place[1]
        due += 1


def _without_text(number: int, place: Place) -> Note:
    return Note(str(number), place[0], place[1], [], place, printed=False)


def _unnoted(number: int, marks: Marks, at: int, end: int) -> Place | None:
    """A mark without its note: sure by itself, or behind a mere word where the next mark follows surely, not far
    behind, or where marks before it have begun a series and it ends its line.
    """
    mark = str(number)
    sure = marks.find(mark, at, end, noted=False)
    if sure:
        return sure
    weak = marks.find(mark, at, min(end, at + WINDOW), noted=True)
    if weak is None:
        return None
    ends_line = _LINE_END.match(marks.text, weak[1]) is not None
    return weak if (number > SERIES and ends_line) or _is_followed(number, weak[1], marks, MOST_WEAK) else None


def _is_followed(number: int, at: int, marks: Marks, most: int) -> bool:
    """Whether the next mark follows not far behind, surely, or weakly where the one behind it does so."""
    end = at + (FAR if number > SERIES else NEAR)
    if marks.find(str(number + 1), at, end, noted=False):
        return True
    weak = marks.find(str(number + 1), at, end, noted=True) if most else None
    return weak is not None and _is_followed(number + 1, weak[1], marks, most - 1)
