"""The columns of a masthead: its lines cut into cells, what each says by itself, and which are lines of one name.

A name (of an organ, a body, a title) goes on down its column, whatever stands beside it in the other one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from wgtip_parse.parser.lines import Line
from wgtip_parse.words import Words

# Names of patterns in the file of words: the fields that a cell names by itself, as they are tried, and other signs.
TOLD = """
    organization distribution date symbol original_language only_language session agenda_item meeting rapporteur
    addendum aside
""".split()
SIGNS = """
    unfinished asks united author principal organization body bare_body bracketed submitted adopted records
    opens_body contents_heads preamble opening beside_mark in_front
""".split()
TOP = frozenset({"distribution", "date", "symbol", "original_language", "only_language", "organization"})
BREAKS = frozenset({"session", "meeting", "agenda_item", "rapporteur", "addendum", "aside"})  # end the name above them
LONGEST = 400  # characters of a cell that are looked at
REMEMBERED = 2_000  # cells: they are asked about more than once, and many stand in every masthead
NEAR = 4  # cells in which the end of a field may stand that is cut by the other column
PAGE_SHARE = 0.4  # of the width of the page, at least, stands to the left of the right-hand column
CAPITALS = 0.8  # a share of the letters: where more are capitals, all are
WRAPPED = 44  # characters: a line of a title that is as long has no room for more
SLACK = 4  # characters that lines of one width may differ by, since letters are not all as wide
SPACED = 0.75  # a share of the cells: where so many stand behind blank lines, those part nothing
ALIKE = 0.06  # of the larger: so little may two lines of one name differ in height
STEP = 3  # characters: columns that differ by less are one

# Why a cell goes on the name above it: what the words above say, what its own say, and how the two stand and look.
ABOVE = {"asks": 6, "united": 2, "starred": -3}
BELOW = {"small": 4, "titled": -4, "author": -5, "principal": -3, "bracketed": -2, "adopted": -4}
JOINS = {
    "near": 1,  # no blank line is between,
    "apart": -2,  # or one is
    "unlike": -4,  # of another height
    "indented": 1,  # both are indented alike
    "beside": 1,  # something stands beside one of them in the other column
    "full": 1,  # the line above is as long as lines of titles are, or had no room for the next word
    "room": -2,  # the next word would have had room in the line above
    "whole": -4,  # the line above is the name of a principal organ
    "bodies": -3,  # both are names of bodies
    "capitals": -2,  # one is all in capitals
}

_CELL = re.compile(r"(?:\d{1,3}/\d{1,4}\.[^\S\n]+)?\S(?:\S|[^\S\n\t]{1,2}(?=\S))*+")
_GROUP = re.compile(r"\(\?P<\w+>")
_MARKS = re.compile(r"\s*[*†¹²³⁴-⁹][*†¹²³⁴-⁹\s,]*\Z")
_YEAR_AND_MARK = re.compile(r"(\b(?:19|20)\d\d)\d\Z")


class Cell(NamedTuple):
    """One piece of a line of a masthead: its `words` without more white space than need be, and what they say.

    `told` is the field that they name by themselves, "" where none, `value` what they say of it, `signs` what else
    is in them. `right` says that the cell stands in the right-hand column, `apart` that white stands above it.
    """

    start: int
    end: int
    words: str
    line: Line
    told: str
    value: str
    signs: frozenset[str]
    right: bool
    apart: bool


@lru_cache(REMEMBERED)
def say(words: str, known: Words) -> tuple[str, str, frozenset[str]]:
    """The field that words name by themselves, "" where none, what they say of it, and the signs in them."""
    words = words[:LONGEST]
    plain = without_marks(words)
    signs = {sign for sign in SIGNS if getattr(known, sign).match(plain)}
    signs |= {"starred"} if words[-1] == "*" else set()
    letters = [letter for letter in words if letter.isalpha()]
    signs |= {"capitals"} if sum(map(str.isupper, letters)) > CAPITALS * len(letters) else set()
    if words[0].islower():
        signs = (signs | {"small"}) - {"author"}
    elif (" " in words or not known.is_spaced) and known.titled.match(words):
        signs |= {"titled"}
    field = _fields(known).match(words)
    if field is None or field.lastgroup is None:
        return "", "", frozenset(signs)
    value = getattr(known, field.lastgroup).match(words).groupdict("").get("value", words)
    return field.lastgroup, value, frozenset(signs)


@cache
def _fields(known: Words) -> re.Pattern[str]:
    """One pattern for all fields, each a group by its name."""
    patterns = (_GROUP.sub("(?:", known.filled(f"<<{name}>>")) for name in TOLD)
    return re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in zip(TOLD, patterns, strict=True)))


def without_marks(words: str) -> str:
    """A name or title without what stands behind it for a note: asterisks and raised digits."""
    return _YEAR_AND_MARK.sub(r"\1", _MARKS.sub("", words)) or words


def cells_of(line: Line, text: str, known: Words) -> list[Cell]:
    """The cells of one line."""
    found = []
    for match in _CELL.finditer(text, line.start, line.end):
        start, end = match.span()
        cuts = _cuts(text, start, end, known)
        for first, last in pairwise(sorted({start, end, *cuts})) if cuts else [(start, end)]:
            piece = text[first:last]
            if words := " ".join(piece.split()):
                told, value, signs = say(words, known)
                span = last - len(piece.lstrip()), first + len(piece.rstrip())
                found.append(Cell(*span, words, line, told, value, signs, start > line.start, line.blank or line.page))
    return found


def _cuts(text: str, start: int, end: int, known: Words) -> list[int]:
    """Where fields begin and end that ran together: "… to the Distr.: General 23 July 2018 United Nations …"."""
    signs = say(text[start:end], known)[2]
    if "beside_mark" in signs:
        return [edge for match in known.beside.finditer(text, start, end) for edge in match.span()]
    if match := known.in_front.match(text, start, end) if "in_front" in signs else None:
        return [match.end()]
    if text[start] == "(":  # "(Fifty-fifth session, 16–18 October 2001, agenda item 13)"
        ends = [at + 1 for at in range(start, end) if text[at] == ","]
        parts = [text[first:last].strip() for first, last in pairwise([start, *ends, end])]
        return ends if all(say(part, known)[0] for part in parts if part) else []
    return []


def settled(cells: list[Cell], known: Words) -> list[Cell]:
    """The cells of a masthead, with fields told that stand in several of them, and each in its column."""
    cells = list(cells)
    for at, cell in enumerate(cells):
        if "unfinished" in cell.signs or (cell.words[0] == "(" and ")" not in cell.words and not cell.told):
            _finish(cells, at, known)
    width = max((cell.line.right for cell in cells), default=0)
    tops = [cell.line.column for cell in cells if cell.told in TOP and cell.start == cell.line.start]
    edge = min((column for column in tops if column >= max(1, width * PAGE_SHARE)), default=width + 1)
    return [cell if cell.right or cell.line.column < edge else cell._replace(right=True) for cell in cells]


def _finish(cells: list[Cell], at: int, known: Words) -> None:
    """Tell a field that goes on in a cell below: "Distr." above "GENERAL", a bracket over two lines."""
    farthest = NEAR if "unfinished" in cells[at].signs else 1
    for below in range(at + 1, min(at + 1 + farthest, len(cells))):
        told, value, _ = say(f"{cells[at].words} {cells[below].words}", known)
        if told:
            cells[at] = cells[at]._replace(told=told, value=value)
            cells[below] = cells[below]._replace(told=told, value="")
            return


def is_spaced(cells: Sequence[Cell]) -> bool:
    """Whether nearly all cells stand behind blank lines, so that those part nothing."""
    return sum(cell.apart for cell in cells) > SPACED * len(cells)


def names_of(cells: Sequence[Cell], known: Words) -> list[tuple[Cell, ...]]:
    """The cells that are no fields by their own words, put together where they are lines of one name; in order."""
    spaced = is_spaced(cells)
    first = {cell.told: cell.start for cell in reversed(cells)}
    columns = [[cell for cell in cells if cell.right is right] for right in (False, True)]
    names = [tuple(name) for column in columns for name in _names_in(column, known, first, spaced=spaced)]
    return sorted(names, key=lambda name: name[0].start)


def _names_in(column: Sequence[Cell], known: Words, first: Mapping[str, int], *, spaced: bool) -> list[list[Cell]]:
    names: list[list[Cell]] = []
    is_open = False
    last: Cell | None = None
    for cell in column:
        above = names[-1][-1] if is_open else None
        of_aside = last is not None and last.told == "aside" and ("small" in cell.signs or "asks" in last.signs)
        twice = above is not None and above.words == cell.words and not cell.apart  # so bold type may be printed
        if twice or of_aside or _is_field(cell, names[-1] if above else [], first):
            asked = above is not None and "asks" in above.signs and cell.told == "aside"
            is_open = is_open and (asked or cell.told not in BREAKS)
        elif above is not None and _goes_on(names[-1], cell, known, spaced=spaced):
            names[-1].append(cell)
        else:
            names.append([cell])
            is_open = True
        last = cell
    return names


def _is_field(cell: Cell, name: Sequence[Cell], first: Mapping[str, int]) -> bool:
    """Whether a cell is the field that its words name, and not a part of the name above: "Report on", "the third"."""
    is_second = first[cell.told] < cell.start
    if cell.told == "organization":
        return not (is_second and " " in cell.words)  # "UNITED NATIONS", "United Nations Conference"
    if not name or not cell.told or cell.right or cell.told == "aside" or (cell.told in TOP and not is_second):
        return bool(cell.told)
    is_end = cell.told == "meeting" and not cell.apart and cell.words[0] != "(" and "titled" in name[0].signs
    return not ("asks" in name[-1].signs or (is_end and len(name[-1].words) >= WRAPPED))


def _goes_on(name: Sequence[Cell], cell: Cell, known: Words, *, spaced: bool) -> bool:
    """Whether more speaks for a cell's going on the name above it than against."""
    points = sum(ABOVE.get(sign, 0) for sign in name[-1].signs) + sum(BELOW.get(sign, 0) for sign in cell.signs)
    if "principal" in say(" ".join(each.words for each in name), known)[2]:
        points += JOINS["whole"]
    elif "body" in name[0].signs and "body" in cell.signs:
        points += JOINS["bodies"]
    return points + sum(map(JOINS.__getitem__, _looks(name, cell, known, spaced=spaced))) > 0


def _looks(name: Sequence[Cell], cell: Cell, known: Words, *, spaced: bool) -> Iterator[str]:
    """What the places and looks of a name and the cell below it say."""
    above = name[-1]
    if not spaced:
        yield "apart" if cell.apart else "near"
    if ("capitals" in above.signs) != ("capitals" in cell.signs):
        yield "capitals"
    size, other = above.line.look.size or 0.0, cell.line.look.size or 0.0
    if abs(size - other) > ALIKE * max(size, other):
        yield "unlike"
    if cell.line.column > 0 and abs(cell.line.column - above.line.column) < STEP:
        yield "indented"
    if above.end < above.line.end or cell.end < cell.line.end:
        yield "beside"
    wide = 1 if known.is_spaced else 2  # a character without a space is as wide as two letters
    widths = [len(each.words) * wide for each in name]
    needed = widths[-1] + 1 + (len(cell.words.split(None, 1)[0]) if known.is_spaced else 0)
    if needed + SLACK <= max(*widths, len(cell.words) * wide):
        yield "room"
    elif widths[-1] >= WRAPPED or len(name) > 1:
        yield "full"
