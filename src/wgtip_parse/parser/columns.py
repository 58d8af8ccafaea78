"""The columns of a masthead: its lines cut into cells, what each says by its own words, and which are lines of one name.

A name (of an organ, a body, a title) goes on down its column, whatever stands beside it in the other one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from wgtip_parse.parser.lines import Line
from wgtip_parse.words import Words

# The fields that a cell names by its own words (patterns of these names in the file of words), in the order they are tried.
TOLD = (
    "organization",
    "distribution",
    "date",
    "symbol",
    "original_language",
    "only_language",
    "session",
    "agenda_item",
    "meeting",
    "rapporteur",
    "addendum",
    "aside",
)
TOP = frozenset({"distribution", "date", "symbol", "original_language", "only_language", "organization"})
BREAKS = frozenset({"session", "meeting", "agenda_item", "rapporteur", "addendum", "aside"})  # end the name above them
LONGEST_FIELD = 200  # characters: a longer cell is a name, a title or prose
NEAR = 4  # cells in which the end of a field may stand that is cut by the other column
PAGE_SHARE = 0.4  # of the width of the page, at least, stands to the left of the right-hand column
BRACKETS = "()[], "
WRAPPED = 44  # characters: a line of a title that is as long has no room for more
SPACED = 0.9  # a share of the cells: where so many stand behind blank lines, those part nothing
ALIKE = 0.06  # of the larger: so little may two lines of one name differ in height
CAPITALS = 0.8  # a share of the letters
SLACK = 4  # characters that lines of one width may differ by, since letters are not all as wide
STEP = 3  # characters: columns that differ by less are one

# Why a cell goes on the name above it.
JOINS = {
    "asks": 6,  # the line above ends in a word that asks for more: "of the"
    "united": 2,  # or in "United Nations"
    "small": 4,  # the line begins in lower case
    "near": 1,  # no blank line is between,
    "apart": -2,  # or one is
    "alike": 1,  # both are of one height
    "unlike": -4,
    "indented": 1,  # both are indented alike
    "beside": 1,  # something stands beside one of them in the other column
    "full": 1,  # the line above is as long as lines of titles are, or had no room for the next word
    "room": -2,  # the next word would have had room in the line above
    "closed": -3,  # the line above ends in an asterisk
    "whole": -4,  # the line above is the name of a principal organ
    "organ": -3,  # the line itself is one
    "bodies": -3,  # both are names of bodies
    "capitals": -2,  # one is all in capitals
    "title": -4,  # the line begins as titles do,
    "author": -5,  # or names an author,
    "bracket": -2,  # or is a bracket
}

_CELL = re.compile(r"(?:\d{1,3}/\d{1,4}\.[^\S\n]+)?\S(?:\S|[^\S\n\t]{1,2}(?=\S))*+")
_MARKS = re.compile(r"[\s*,†¹²³⁴-⁹]*[*†¹²³⁴-⁹]\Z")
_YEAR_AND_MARK = re.compile(r"(\b(?:19|20)\d\d)\d\Z")
_PART = re.compile(r"\s*(?P<part>[^,]+,?)")


class Cell(NamedTuple):
    """One piece of a line of a masthead: its `words` without more white space than need be.

    `told` is the field that they name by themselves, "" where they name none, and `value` what they say of it. `right`
    says that the cell stands in the right-hand column, `apart` that a blank line, wide gap or page stands above it.
    """

    start: int
    end: int
    words: str
    line: Line
    told: str = ""
    value: str = ""
    right: bool = False
    apart: bool = False


def tell(words: str, known: Words) -> tuple[str, str]:
    """The field that words name by themselves, and what they say of it; two empty strings where they name none."""
    if len(words) <= LONGEST_FIELD:
        for name in TOLD:
            if match := getattr(known, name).match(words):
                return name, match.groupdict("").get("value", words)
    return "", ""


def pieces(line: Line, text: str, known: Words) -> list[Cell]:
    """The cells of one line, each told by itself."""
    return [
        Cell(start, end, words, line, *tell(words, known), right, line.blank or line.page)
        for start, end, right in _spans(line, text, known)
        if (words := " ".join(text[start:end].split()))
    ]


def settled(found: Sequence[Cell], known: Words) -> list[Cell]:
    """The cells of a masthead, with fields told that stand in several of them, and each in its column."""
    cells = list(found)
    for at, cell in enumerate(cells):
        if not cell.value or cell.told in TOP:
            _finish(cells, at, known)
    cells = [part for cell in cells for part in _parts(cell, known)]
    width = max((cell.line.right for cell in cells), default=0)
    tops = [cell.line.column for cell in cells if cell.told in TOP and cell.start == cell.line.start]
    edge = min((column for column in tops if column >= width * PAGE_SHARE), default=width + 1)
    return [cell._replace(right=cell.right or 0 < edge <= cell.line.column) for cell in cells]


def _spans(line: Line, text: str, known: Words) -> Iterator[tuple[int, int, bool]]:
    """The columns of a line, and what ran together in one: "… to the Distr.: General 23 July 2018 United Nations …"."""
    for match in _CELL.finditer(text, line.start, line.end):
        whole = match[0]
        if known.beside_mark.search(whole):
            inner = [found.span() for found in known.beside.finditer(whole)]
        else:
            inner = [found.span()] if (found := known.in_front.match(whole)) else []
        for a, b in pairwise(sorted({0, len(whole), *(edge for span in inner for edge in span)})):
            words = whole[a:b]
            if words.strip():
                first, last = match.start() + b - len(words.lstrip()), match.start() + a + len(words.rstrip())
                yield first, last, match.start() > line.start


def _finish(cells: list[Cell], at: int, known: Words) -> None:
    """Tell a field that goes on in a cell below: "Distr." above "GENERAL", a bracket over two lines."""
    cell = cells[at]
    is_open = cell.words[0] == "(" and ")" not in cell.words
    if not is_open and not known.unfinished.match(cell.words):
        return
    for below in range(at + 1, min(at + 1 + (1 if is_open else NEAR), len(cells))):
        name, value = tell(f"{cell.words} {cells[below].words}", known)
        if name:
            cells[at] = cell._replace(told=name, value=value)
            cells[below] = cells[below]._replace(told=name, value="")
            return


def _parts(cell: Cell, known: Words) -> Iterator[Cell]:
    """A bracket with several fields, "(Fifty-fifth session, 16–18 October 2001, agenda item 13)", as a cell for each."""
    found = [(match, tell(match[0].strip(BRACKETS), known)) for match in _PART.finditer(cell.words)]
    whole = len(cell.words) == cell.end - cell.start
    if cell.told or cell.words[0] != "(" or not whole or not all(name for _, (name, _) in found):
        yield cell
        return
    for match, (name, value) in found:
        start, end = cell.start + match.start("part"), cell.start + match.end()
        yield cell._replace(start=start, end=end, words=match["part"], told=name, value=value)


def names_of(cells: Sequence[Cell], known: Words) -> list[tuple[Cell, ...]]:
    """The cells that are no fields by their own words, put together where they are lines of one name; in order."""
    spaced = is_spaced(cells)
    first = {cell.told: cell.start for cell in reversed(cells)}
    names = [
        tuple(name)
        for right in (False, True)
        for name in _names_in([cell for cell in cells if cell.right is right], known, first, spaced=spaced)
    ]
    return sorted(names, key=lambda name: name[0].start)


def is_spaced(cells: Sequence[Cell]) -> bool:
    """Whether nearly all cells stand behind blank lines, so that those part nothing."""
    return sum(cell.apart for cell in cells) > SPACED * len(cells)


def in_capitals(words: str) -> bool:
    """Whether nearly all letters are capitals."""
    letters = [letter for letter in words if letter.isalpha()]
    return sum(map(str.isupper, letters)) > CAPITALS * len(letters)


def without_marks(words: str) -> str:
    """A name or title without what stands behind it for a note: asterisks and raised digits."""
    return _YEAR_AND_MARK.sub(r"\1", _MARKS.sub("", words))


def _names_in(
    column: Sequence[Cell], known: Words, first: Mapping[str, int], *, spaced: bool
) -> list[list[Cell]]:
    names: list[list[Cell]] = []
    is_open = False
    last: Cell | None = None
    for cell in column:
        above = names[-1][-1] if is_open else None
        behind_aside = last is not None and last.told == "aside" and _asks(last, cell, known)
        twice = above is not None and above.words == cell.words  # bold type may be made by printing a line twice
        if twice or behind_aside or _is_field(cell, above, first, known):
            is_open = is_open and cell.told not in BREAKS
        elif above is not None and sum(map(JOINS.__getitem__, _signs(names[-1], cell, known, spaced=spaced))) > 0:
            names[-1].append(cell)
        else:
            names.append([cell])
            is_open = True
        last = cell
    return names


def _is_field(cell: Cell, above: Cell | None, first: Mapping[str, int], known: Words) -> bool:
    """Whether a cell is the field that its words name, and no part of a name: "Report of the meeting held on", "3 May"."""
    is_second = first[cell.told] < cell.start
    if cell.told == "organization":
        return not (is_second and " " in cell.words)  # "UNITED NATIONS", "United Nations Conference"
    if above is None or not cell.told or cell.right or (cell.told in TOP and not is_second):
        return bool(cell.told)
    return not known.name_connects.search(above.words)


def _asks(above: Cell, cell: Cell, known: Words) -> bool:
    return cell.words[0].islower() or known.name_connects.search(above.words) is not None


def _signs(name: Sequence[Cell], cell: Cell, known: Words, *, spaced: bool) -> Iterator[str]:
    """What speaks for and against a cell's going on the name above it."""
    above = name[-1]
    ends, words = without_marks(above.words), cell.words
    if known.name_connects.search(ends):
        yield "asks"
    elif known.united.search(ends):
        yield "united"
    if ends != above.words and above.words[-1] == "*":
        yield "closed"
    if words[0].islower():
        yield "small"
    elif known.author.match(words):
        yield "author"
    elif known.titled.match(words) and " " in words:
        yield "title"
    if known.principal.match(words):
        yield "organ"
    if known.bracketed.match(words) and any(map(str.isalpha, words)):
        yield "bracket"
    if known.principal.match(" ".join(each.words for each in name)):
        yield "whole"
    elif known.body.match(name[0].words) and known.body.match(words):
        yield "bodies"
    if in_capitals(above.words) != in_capitals(words):
        yield "capitals"
    yield from _looks(name, cell, spaced=spaced)


def _looks(name: Sequence[Cell], cell: Cell, *, spaced: bool) -> Iterator[str]:
    """The same by where the two stand and what they look like."""
    above = name[-1]
    if not spaced:
        yield "apart" if cell.apart else "near"
    size, other = above.line.look.size, cell.line.look.size
    if size and other:
        yield "alike" if abs(size - other) <= ALIKE * max(size, other) else "unlike"
    if cell.line.column > 0 and abs(cell.line.column - above.line.column) < STEP:
        yield "indented"
    if above.end < above.line.end or cell.end < cell.line.end:
        yield "beside"
    widths = [len(each.words) for each in name]
    needed = widths[-1] + 1 + len(cell.words.split(None, 1)[0])
    if needed + SLACK <= max(*widths, len(cell.words)):
        yield "room"
    elif widths[-1] >= WRAPPED or needed > max(widths) > widths[-1] or len(name) > 1:
        yield "full"
