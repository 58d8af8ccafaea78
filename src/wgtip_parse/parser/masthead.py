"""The masthead: which lines at the beginning of a document it takes, and what it says.

It ends at the first line that fits the body better: running text, a preamble, a heading, a number.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from wgtip_parse.parser import fields
from wgtip_parse.parser.columns import TOP, WRAPPED, Cell, pieces, settled
from wgtip_parse.parser.fields import LANDMARKS, Fields, Meeting, Piece
from wgtip_parse.parser.kinds import KINDS
from wgtip_parse.parser.lines import Line, usual_length
from wgtip_parse.parser.type import Type
from wgtip_parse.words import Words

LONGEST = 80  # lines of a masthead
MEASURED = 200  # lines of the document by which those of its front are judged
PARAGRAPH = 40  # lines of a paragraph that are looked at
FULL = 0.85  # of the usual length: so long is a line of running text
NEARLY = 0.7  # of it: so long is the first line of a paragraph, which is indented
SHORT = 3  # lines of a paragraph behind a blank line that is a sentence although none of them is full
ROW = 3  # cells
STOPS = ".;:"
SHORTEST_FULL = 68  # characters of it
SMALL = 0.9  # of the usual size: smaller is what heads a contents page or table
NUMBERED = frozenset({"NUMBER", "LETTER", "COMPOUND", "RECOMMENDATION"})
NEAR = 2  # lines
WORDED = frozenset({"TEXT", "NOTE", "SYMBOL"})  # kinds of lines that may go on a paragraph
BUDGET_PART = 5  # lines below "Part XIII" in which "Section 35" stands

# Why a line is the body's first: points, and what is seen of it.
BODY = {
    "numbered": 20,  # a number, letter or label begins it
    "heading": 20,  # "Summary", "Contents", "Introduction"
    "row": 5,  # a label with a colon and something beside it, or three cells
    "preamble": 6,  # "The Security Council,"
    "opening": 5,  # begins as letters and notes do
    "sentence": 3,  # is a sentence by its length and end
    "full": 1,  # is as long as lines of running text,
    "running": 1,  # and the next one too
    "plain": 3,  # is printed as running text is, below names that are not
    "tiny": 3,  # is printed smaller
    "asked": -4,  # the line above asks for it
    "below wrapped": -2,  # or is as long as those of titles
    "told": -8,  # names a field of the masthead
    "titled": -3,
    "author": -3,
    "submitted": -8,
    "bracketed": -4,
    "fields below": -4,  # a line right below names one
    "large": -6,
    "bold": -3,
}
# Why the last name above the first number is a heading of the body: the same.
HEADING = {
    "numbered": 2,  # "1." or "A." stands below, and no chapter
    "titled above": 1,
    "behind rapporteur": 2,
    "largest": -3,
    "author": -9,
    "submitted": -9,
    "bracketed": -9,
    "named": -9,
    "beside": -9,
    "small": -9,
}
ENOUGH = 3
UNPLACED = frozenset({"other", "repeated", "organization"})

Span = tuple[int, int]


class Masthead(NamedTuple):
    """The places of the lines that a masthead takes, the field of each of its cells, and what they say.

    `other` are the lines that fit no field; `places` has the spans of each field, those of the meeting as "meeting".
    """

    lines: frozenset[int] = frozenset()
    cells: tuple[Piece, ...] = ()
    values: Mapping[str, str] = MappingProxyType({})
    meeting: Meeting | None = None
    other: tuple[str, ...] = ()
    addendum: bool = False
    places: Mapping[str, tuple[Span, ...]] = MappingProxyType({})


class _Norms(NamedTuple):
    """What lines of running text look like in a document."""

    type: Type
    length: int
    margin: int


def read(lines: Sequence[Line], text: str, words: Words) -> Masthead:
    """The masthead of a document; none where nothing looks like one."""
    cells, border = _front(lines, text, words)
    if not any(cell.told or words.titled.match(cell.words) for cell in cells):
        return Masthead()
    kept = [*_without_headings(cells), *_dated(lines[border:LONGEST], cells, text, words)]
    found = fields.read(settled(kept, words), words)
    if border < len(lines) and (heading := _heading(found, lines[border])):
        outside = {cell.line.start for cell in heading}
        kept = [cell for cell in kept if cell.line.start not in outside]
        found = fields.read(settled(kept, words), words)
    return _masthead(lines, text, kept, found)


def _front(lines: Sequence[Line], text: str, known: Words) -> tuple[list[Cell], int]:
    """The cells of all lines above the first that fits the body better, and the place of that line."""
    measured = lines[:MEASURED]
    length = usual_length(measured)
    columns = Counter(line.column for line in measured if line.right - line.column >= length * FULL)
    norms = _Norms(Type(measured), length, max(columns, key=lambda column: columns[column], default=0))
    cells: list[Cell] = []
    is_below_names = False
    for at, line in enumerate(lines[:LONGEST]):
        here = pieces(line, text, known)
        signs = set(_signs(lines, at, here, text, norms, known))
        if not is_below_names:
            signs -= {"plain", "tiny"}
        if sum(map(BODY.__getitem__, signs)) >= ENOUGH:
            return cells, at
        cells += here
        is_below_names |= bool(signs & {"large", "bold"})
        is_below_names &= not any(cell.told in TOP or cell.told in LANDMARKS for cell in here)
    return cells, min(len(lines), LONGEST)


def _signs(
    lines: Sequence[Line], at: int, cells: Sequence[Cell], text: str, norms: _Norms, known: Words
) -> Iterator[str]:
    """What speaks for and against a line's being the body's first."""
    line, words = lines[at], cells[0].words
    unfinished = known.unfinished.match(words)
    if not cells[0].told and not unfinished and ((len(cells) > 1 and words[-1] == ":") or len(cells) >= ROW):
        yield "row"
    elif any(cell.told for cell in cells) or unfinished or _is_budget_part(lines, at, text, known):
        yield "told"
        return
    if KINDS[line.kind].opens and line.kind != "RULE":
        yield "numbered"
    if known.opens_body.match(words) or any(known.contents_heads.match(cell.words) for cell in cells):
        yield "heading"
    if known.author.match(words):
        yield "author"
    elif known.titled.match(words):
        yield "titled"
    if words[0] in "([":
        yield "bracketed"
    if at and not line.blank:
        above = text[lines[at - 1].start : lines[at - 1].end]
        if words[0].islower() or known.name_connects.search(above):
            yield "asked"
        elif len(above) >= WRAPPED:
            yield "below wrapped"
    if known.preamble.match(words):
        yield "preamble"
    if known.opening.match(words):
        yield "opening"
    yield from _looks(lines, at, text, norms, known)


def _looks(lines: Sequence[Line], at: int, text: str, norms: _Norms, known: Words) -> Iterator[str]:
    """The same by what the line looks like, and by how its paragraph goes on."""
    line, look = lines[at], lines[at].look
    is_full = _length(lines, at) >= max(norms.length * FULL, SHORTEST_FULL)
    count = _paragraph(lines, at)
    paragraph = " ".join(text[line.start : lines[at + count - 1].end].split())
    if known.submitted.match(paragraph):
        yield "submitted"
    if norms.type.is_large(look) or look.bold:
        yield "large" if norms.type.is_large(look) else "bold"
        return
    if look.size and line.column >= norms.margin - 1:
        yield "plain"
    if any(cell.told in LANDMARKS for below in lines[at + 1 : at + 1 + NEAR] for cell in pieces(below, text, known)):
        yield "fields below"
    if look.size and look.size < norms.type.size * SMALL:
        yield "tiny"
    if is_full:
        yield "full"
    goes_on = _length(lines, at) >= norms.length * NEARLY and _length(lines, at + 1) >= norms.length * FULL
    if goes_on:
        yield "running"
    if known.sentence.match(paragraph) and (is_full or goes_on or (line.blank and paragraph[-1] in STOPS and count <= SHORT)):
        yield "sentence"


def _length(lines: Sequence[Line], at: int) -> int:
    return lines[at].right - lines[at].column if at < len(lines) else 0


def _paragraph(lines: Sequence[Line], at: int) -> int:
    """How many lines a paragraph has."""
    count = 1
    for line in lines[at + 1 : at + PARAGRAPH]:
        if line.kind not in WORDED or line.blank:
            break
        count += 1
    return count


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
        if text[line.start] == "[":
            yield from (cell for cell in pieces(line, text, known) if cell.told in TOP)
        elif known.contents_heads.match(text, line.start, line.end):
            return


def _heading(found: Fields, border: Line) -> tuple[Cell, ...]:
    """The cells of the last name, if it is a heading of the body: right above its first number, below the title."""
    last = found.names[-1] if found.names else None
    if last is None or found.pieces[-1].start != last.cells[-1].start or found.pieces[-1].kind != "other":
        return ()
    signs = set(last.signs)
    signs |= {"numbered"} if border.kind in NUMBERED else set()
    signs |= {"titled above"} if "title" in found.values else set()
    return last.cells if sum(HEADING.get(sign, 0) for sign in signs) >= ENOUGH else ()


def _masthead(lines: Sequence[Line], text: str, cells: Sequence[Cell], found: Fields) -> Masthead:
    taken = {cell.line.start for cell in cells}
    places: dict[str, list[Span]] = {}
    for kind, start, end in found.pieces:
        spans = places.setdefault(kind, [])
        if spans and not text[spans[-1][1] : start].strip():
            spans[-1] = (spans[-1][0], end)
        elif kind not in UNPLACED:
            spans.append((start, end))
    return Masthead(
        frozenset(at for at, line in enumerate(lines[:LONGEST]) if line.start in taken),
        found.pieces,
        found.values,
        found.meeting,
        tuple(" ".join(text[start:end].split()) for kind, start, end in found.pieces if kind == "other"),
        "addendum" in places or "/Add." in found.values.get("symbol", ""),
        {kind: tuple(spans) for kind, spans in places.items() if spans},
    )
