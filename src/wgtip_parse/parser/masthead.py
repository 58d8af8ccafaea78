"""The masthead: which lines at the beginning of a document it takes, and what it says.

It ends at the first line that fits the body better: running text, a preamble, a heading, a number.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from wgtip_parse.parser import fields
from wgtip_parse.parser.columns import TOP, WRAPPED, Cell, cells_of, say, settled, without_marks
from wgtip_parse.parser.fields import FIELDS, LANDMARKS, NOTE, Meeting, Piece
from wgtip_parse.parser.lines import KINDS, Line, Type
from wgtip_parse.words import Words

if TYPE_CHECKING:
    from wgtip_parse.model import Span

LONGEST = 80  # lines of a masthead
DATED = 200  # lines of Official Records among which the date in brackets stands
MEASURED = 120  # lines of the document by which those of its front are judged
PARAGRAPH = 40  # lines of a paragraph that are looked at
FULL = 0.85  # of the usual length: so long is a line of running text
NEARLY = 0.7  # of it: so long is the first line of a paragraph, which is indented
SHORTEST_FULL = 68  # characters of a full line
SHORT = 3  # lines of a paragraph behind a blank line that is a sentence although none of them is full
ROW = 3  # cells
BUDGET_PART = 5  # lines below "Part XIII" in which "Section 35" stands
STOPS = ".;:"
WORDED = frozenset({"TEXT", "NOTE", "SYMBOL"})  # kinds of lines that may go on a paragraph
UNPLACED = frozenset({"", "other", "repeated"})

# Why a line is the body's first: points, and what is seen of it.
BODY = {
    "numbered": 20,  # a number, letter or label begins it
    "opens_body": 20,  # "Summary", "Contents", "Introduction"
    "row": 5,  # a label with a colon and something beside it, or three cells
    "preamble": 6,  # "The Security Council,"
    "opening": 5,  # begins as letters and notes do
    "sentence": 3,  # is a sentence by its length and end
    "full": 1,  # is as long as lines of running text,
    "running": 1,  # or nearly, and the next one is
    "plain": 3,  # is printed as running text is, below names that are not
    "asked": -4,  # the line above asks for it,
    "below wrapped": -2,  # or is as long as those of titles
    "titled": -3,
    "author": -3,
    "submitted": -8,
    "bracketed": -4,
}
ENOUGH = 3


class Masthead(NamedTuple):
    """The places of the lines that a masthead takes, the field of each of its cells, and what they say.

    `other` are the lines that fit no field; `places` has the spans of each field, those of the meeting as "meeting".
    `headed` says that headings may stand between the masthead and the first number.
    """

    lines: frozenset[int] = frozenset()
    cells: tuple[Piece, ...] = ()
    values: Mapping[str, str] = MappingProxyType({})
    meeting: Meeting | None = None
    other: tuple[str, ...] = ()
    addendum: bool = False
    headed: bool = False
    places: Mapping[str, tuple[Span, ...]] = MappingProxyType({})


def read(lines: Sequence[Line], text: str, words: Words) -> Masthead:
    """The masthead of a document; none where nothing looks like one."""
    cells, border = _front(lines, text, words)
    if not any(cell.told or "titled" in cell.signs for cell in cells):
        return Masthead()
    kept = settled([*_without_headings(cells), *_dated(lines[border:DATED], cells, text, words)], words)
    found, values, meeting = fields.read(kept, lines[border].kind if border < len(lines) else "", words)
    headed = {cell.line.start for cell, piece in zip(kept, found, strict=True) if piece.kind == "heading"}
    pieces = tuple(piece for cell, piece in zip(kept, found, strict=True) if cell.line.start not in headed)
    taken = {piece.start for piece in pieces}
    places = _places([cell for cell in kept if cell.line.start not in headed], pieces, values, text, words)
    return Masthead(
        frozenset(at for at, line in enumerate(lines[:DATED]) if line.start in taken),
        pieces,
        values,
        meeting,
        tuple(" ".join(text[start:end].split()) for kind, start, end in pieces if kind == "other"),
        addendum := any(piece.kind == "addendum" for piece in pieces) or "/Add." in values.get("symbol", ""),
        addendum or "rapporteur" in values or bool(headed),
        places,
    )


def _places(
    cells: Sequence[Cell], pieces: Sequence[Piece], values: Mapping[str, str], text: str, known: Words
) -> dict[str, tuple[Span, ...]]:
    """Where the value of each field stands, without the words that name the field; lines of one value are one span."""
    found: dict[str, list[Span]] = {}
    last = {piece.kind: at for at, piece in enumerate(pieces)}
    for at, (cell, piece) in enumerate(zip(cells, pieces, strict=True)):
        kind = piece.kind
        is_told = kind not in FIELDS and kind != "organization"
        said = cell.value if is_told else without_marks(cell.words) if at == last[kind] else cell.words
        is_other = is_told and kind != "symbol" and (kind in found or not _is_value(kind, said, values, known))
        if kind in UNPLACED or not said or is_other or (kind == "organization" and not known.united.match(said)):
            continue
        if kind == "symbol":
            said = NOTE.sub("", said)
        if kind == "title" and kind not in found and (number := known.adopted.match(said)):
            said = said[number.end() :]
        behind = (each for each in cells[at + 1 :] if is_told and cell.told == each.told and not each.value)
        for span in _spans(said, cell, next(behind, None), text):
            spans = found.setdefault(kind, [])
            first = spans.pop()[0] if spans and not text[spans[-1][1] : span[0]].strip(" \n\t*") else span[0]
            spans.append((first, span[1]))
    spans = found.get("body") or found.get("title") or [(0, 0)]  # "Report of the Board" may be both
    if inside := _stands(values.get("body", "").split(), spans[0][0], spans[-1][1], text):
        found["body"] = [inside]
    return {kind: tuple(spans) for kind, spans in found.items()}


def _is_value(kind: str, words: str, values: Mapping[str, str], known: Words) -> bool:
    """Whether words are what a field says: of several cells that tell it, one does."""
    return not words or kind not in values or fields.said(kind, words, known) == values[kind]


def _spans(said: str, cell: Cell, below: Cell | None, text: str) -> list[Span]:
    """Where words stand in a cell, or partly or wholly in the one below it."""
    words = said.split()
    for many in range(len(words), -1, -1) if below else [len(words)]:
        first = _stands(words[:many], cell.start, cell.end, text)
        rest = _stands(words[many:], below.start, below.end, text) if below else None
        if (first or not many) and (rest or many == len(words)):
            return [span for span in (first, rest) if span]
    return [(cell.start, cell.end)]


def _stands(words: Sequence[str], start: int, end: int, text: str) -> Span | None:
    """Where words stand in a stretch of the text, whatever white space is between them."""
    found = re.compile(r"\s+".join(map(re.escape, words))).search(text, start, end) if words else None
    return found.span() if found else None


class _Norms(NamedTuple):
    """A document's text and language, and what its lines of running text look like."""

    text: str
    words: Words
    type: Type
    margin: int

    def stands_out(self, line: Line) -> bool:
        return line.look.bold or self.type.is_large(line.look)


def _front(lines: Sequence[Line], text: str, known: Words) -> tuple[list[Cell], int]:
    """The cells of all lines above the first that fits the body better, and the place of that line."""
    measured = lines[:MEASURED]
    type_ = Type(measured)
    columns = Counter(line.column for line in measured if line.right - line.column >= type_.length * FULL)
    norms = _Norms(text, known, type_, max(columns, key=columns.__getitem__, default=0))
    cells: list[Cell] = []
    is_below_names = False
    for at, line in enumerate(lines[:LONGEST]):
        here = cells_of(line, text, known)
        if sum(BODY[sign] for sign in _signs(lines, at, here, norms) if is_below_names or sign != "plain") >= ENOUGH:
            return cells, at
        cells += here
        if any(cell.told in TOP or cell.told in LANDMARKS for cell in here):
            is_below_names = False
        elif norms.stands_out(line) and "body" not in here[0].signs:
            is_below_names = True
    return cells, min(len(lines), LONGEST)


def _signs(lines: Sequence[Line], at: int, cells: Sequence[Cell], norms: _Norms) -> Iterator[str]:
    """What speaks for and against a line's being the body's first; nothing where it is a field of the masthead."""
    line, cell, text, known = lines[at], cells[0], norms.text, norms.words
    is_told = cell.told or "unfinished" in cell.signs
    if not is_told and ((len(cells) > 1 and cell.words[-1] == ":") or len(cells) >= ROW):
        yield "row"
    elif is_told or any(each.told for each in cells) or _is_budget_part(lines, at, text, known):
        return
    yield from cell.signs & BODY.keys()
    if KINDS[line.kind].opens and line.kind != "RULE":
        yield "numbered"
    if any("contents_heads" in each.signs for each in cells):
        yield "opens_body"
    if at and not line.blank:
        above = text[lines[at - 1].start : lines[at - 1].end]
        if "small" in cell.signs or "asks" in say(above, known)[2]:
            yield "asked"
        elif len(above) >= WRAPPED:
            yield "below wrapped"
    if not norms.stands_out(line):
        yield from _of_text(lines, at, norms)


def _of_text(lines: Sequence[Line], at: int, norms: _Norms) -> Iterator[str]:
    """What the paragraph says that a line begins."""
    line = lines[at]
    rest = enumerate(lines[at + 1 : at + PARAGRAPH], 1)
    count = next((n for n, each in rest if each.blank or each.kind not in WORDED), min(PARAGRAPH, len(lines) - at))
    end = lines[at + count - 1].end
    length, below = (each.right - each.column for each in (line, lines[min(at + 1, len(lines) - 1)]))
    is_full = length >= max(norms.type.length * FULL, SHORTEST_FULL)
    goes_on = length >= norms.type.length * NEARLY and below >= norms.type.length * FULL
    is_plain = bool(line.look.size) and line.column >= norms.margin - 1
    is_short = line.blank and count <= SHORT and norms.text[end - 1] in STOPS
    yield from (sign for sign, holds in (("plain", is_plain), ("full", is_full), ("running", goes_on)) if holds)
    if is_full or goes_on or is_short or is_plain:
        paragraph = " ".join(norms.text[line.start : end].split())
        if norms.words.submitted.match(paragraph):
            yield "submitted"
        if (is_full or goes_on or is_short) and norms.words.sentence.match(paragraph):
            yield "sentence"


def _is_budget_part(lines: Sequence[Line], at: int, text: str, known: Words) -> bool:
    """ "Part XIII" above "Section 35": the title block of a section of the programme budget."""
    below = lines[at + 1 : at + 1 + BUDGET_PART]
    return lines[at].kind == "LABEL" and any(known.budget_section.match(text[line.start : line.end]) for line in below)


def _without_headings(cells: Sequence[Cell]) -> list[Cell]:
    """The cells but what stands below "Addendum" and names no field: headings of the body."""
    late = next((cell.line.start for cell in cells if cell.told == "addendum"), None)
    told = {cell.line.start for cell in cells if cell.told}
    return [cell for cell in cells if late is None or cell.line.start <= late or cell.line.start in told]


def _dated(lines: Sequence[Line], cells: Sequence[Cell], text: str, known: Words) -> Iterator[Cell]:
    """The date in brackets on the contents page of Official Records."""
    if any(cell.told == "distribution" for cell in cells):
        return
    for line in lines:
        here = cells_of(line, text, known) if text[line.start] == "[" else []
        if here and all(cell.told in TOP for cell in here):
            yield from here
        elif known.contents_heads.match(text, line.start, line.end):
            return
