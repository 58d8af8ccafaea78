"""The fields of a masthead: a name has the field for which most speaks, and what fits none is `other`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest
from typing import Any, NamedTuple

from wgtip_parse.parser.columns import ALIKE, BREAKS, STEP, Cell, is_spaced, names_of, say, without_marks
from wgtip_parse.words import Words

LANDMARKS = frozenset({"session", "meeting", "agenda_item"})
UPPER = frozenset({"distribution", "original_language", "only_language"})
NO_TITLE = frozenset({"named", "beside", "principal", "bracketed", "submitted"})
KINDS = {"": "repeated", "only_language": "original_language", "aside": "other"}  # of cells, by what they tell
NUMBERED = frozenset({"NUMBER", "LETTER", "COMPOUND", "RECOMMENDATION"})
ENOUGH = 3  # points that make a name that of an organ or a body
MONTHS = 12
FEWEST = -10  # points that a title has at least

# Why a name is of the organ, of the body, or the title: what is seen of it, and how much that speaks for each.
FIELDS = ("organ", "body", "title")
ORGAN, BODY, TITLE = range(len(FIELDS))  # the columns of the table
POINTS = {
    "any": (0, -1, 1),
    "principal": (4, -5, 0),  # the name of a principal organ
    "above records": (4, 0, 0),  # stands above "Official Records"
    "beside": (3, -3, -20),  # beside or above the right-hand column,
    "next": (0, 1, 0),  # or the first below
    "body": (0, 3, -2),  # the words of a body's name
    "above": (0, 3, 0),  # session, meeting or item stand right below,
    "below": (0, 0, 1),  # or above
    "titled": (0, 0, 4),  # begins as titles do
    "largest": (0, 0, 3),  # is printed largest
    "alone in capitals": (0, 0, 2),
    "adopted": (0, 0, 9),  # stands behind the number of a resolution
    "above author": (0, 0, 2),  # "Report of the Secretary-General" below a title,
    "authored": (0, 0, -5),  # and what stands above that
    "named": (0, 0, -4),  # the agenda item's name
    "submitted": (0, 0, -9),  # "Draft resolution submitted by …"
    "bracketed": (0, 0, -20),
}

Meeting = dict[str, str | None]

_YEAR = re.compile(r"\d{4}")
NOTE, _JOINT = re.compile(r"\s+\[[^\]]*\]\Z"), re.compile(r"\s?[-–]\s?(?=[A-Z][\w.]*/)")


class Name(NamedTuple):
    """The cells of one name or title, its words, and what is seen of it."""

    cells: tuple[Cell, ...]
    words: str
    signs: frozenset[str]


class Piece(NamedTuple):
    """A cell and its field."""

    kind: str
    start: int
    end: int


def read(cells: Sequence[Cell], below: str, known: Words) -> tuple[list[Piece], dict[str, str], Meeting | None]:
    """The fields of a masthead's cells, what they say, and the meeting; `below` is the kind of the body's first line.

    The last name is a heading of the body where that is a number and the title stands above.
    """
    names = _names(cells, known)
    given = _given(names)
    is_last = below in NUMBERED and "title" in given and given[-1] == "other" and names[-1].cells[-1] == cells[-1]
    own = {cell.line.start for cell in names[-1].cells} if names else set()
    is_apart = all(cell in names[-1].cells for cell in cells if cell.line.start in own)
    if is_last and is_apart and not names[-1].signs & {"author", "named"}:
        given[-1] = "heading"
    kinds = {cell.start: given[at] for at, name in enumerate(names) for cell in name.cells}
    title = next((_start(name) for name, field in zip(names, given, strict=True) if field == "title"), 0)
    told, values = _told([cell for cell in cells if cell.start not in kinds], title, known)
    meeting = values.pop("meeting", None)
    for field in {*FIELDS} & {*given}:
        values[field] = " ".join(name.words for name, of in zip(names, given, strict=True) if of == field)
    if number := known.adopted.match(values.get("title", "")):
        values["title"] = values["title"][number.end() :]
    if "organ" not in values and "body" not in values:
        for name in names:
            if author := known.by_a_body.match(name.words):
                values["body"] = author["value"]
                kinds |= {cell.start: "body" for cell in name.cells if kinds[cell.start] == "other"}
    kinds |= told
    return [Piece(kinds[cell.start], cell.start, cell.end) for cell in cells], values, meeting


def _names(cells: Sequence[Cell], known: Words) -> list[Name]:
    """The names of a masthead in order, with what is seen of each."""
    plain = [_name(group, known) for group in names_of(cells, known)]
    inside = {cell.start for name in plain for cell in name.cells}
    left = [name for name in plain if not name.cells[0].right]
    row: list[Cell | Name] = [*left, *(cell for cell in cells if cell.told in BREAKS and cell.start not in inside)]
    row.sort(key=_start)
    found = [name for name in plain if name.cells[0].right]
    scene = _scene(cells, left)
    above: Cell | Name | None = None
    behind = {"next", "any"}
    for item, below in zip_longest(row, row[1:]):
        above, over = item, above
        if isinstance(item, Name):
            above = item._replace(signs=item.signs | behind | {*_of_place(item, over, below, scene)})
            found.append(above)
            behind -= {"next"} if above.signs & {"body", "titled"} and "beside" not in above.signs else set()
        elif item.told in LANDMARKS and item.words[0] != "(":
            behind = {"below", "any"}
    return sorted(found, key=_start)


def _name(cells: tuple[Cell, ...], known: Words) -> Name:
    """The lines of a name in one; nothing stands between them behind a hyphen."""
    words = cells[0].words
    for cell in cells[1:]:
        is_hyphened = words.endswith("-") and words[-2:-1].isalpha() and cell.words[0].isalpha()
        words += cell.words if is_hyphened or not known.is_spaced else f" {cell.words}"
    words = without_marks(words)
    return Name(cells, words, say(words, known)[2])


def _start(item: Cell | Name) -> int:
    return item.start if isinstance(item, Cell) else item.cells[0].start


def _size(name: Name) -> float:
    return name.cells[0].line.look.size or 0.0


class _Scene(NamedTuple):
    """Where the right-hand column ends, and what the names below look like."""

    top: int
    smallest: float
    largest: float
    deepest: int
    mixed: bool
    spaced: bool


def _scene(cells: Sequence[Cell], names: Sequence[Name]) -> _Scene:
    stop = next((cell.start for cell in cells if cell.told in LANDMARKS and not cell.right), cells[-1].end)
    tops = [cell for cell in cells if cell.start < stop and cell.words[0] != "["]
    top = max((cell.start for cell in tops if cell.told in UPPER or (cell.told == "date" and cell.right)), default=0)
    below = [name for name in names if _start(name) >= top]
    sizes = [_size(name) for name in below] or [0.0]
    deepest = max((name.cells[0].line.column for name in below), default=0)
    mixed = any("capitals" not in name.signs for name in below)
    return _Scene(top, min(sizes), max(sizes), deepest, mixed, is_spaced(cells))


def _of_place(name: Name, above: Cell | Name | None, below: Cell | Name | None, scene: _Scene) -> Iterator[str]:
    """What the look and place of a name say, and what stands right above and below it in its column."""
    if "capitals" in name.signs and scene.mixed:
        yield "alone in capitals"
    if _size(name) >= scene.largest * (1 - ALIKE) > scene.smallest:
        yield "largest"
    if _start(name) < scene.top:
        yield "beside"
    if isinstance(below, Name) and "author" in below.signs:
        yield "above author"
    elif isinstance(below, Cell):
        yield "above" if below.told in LANDMARKS else "above records" if "records" in below.signs else "any"
    if isinstance(above, Name) and not (above.signs & NO_TITLE or above.signs >= {"body", "next"}):
        yield "authored" if "author" in name.signs else "any"
        yield "alike" if _is_alike(above.cells[-1], name.cells[0]) else "any"
    if above and _is_named(name.cells[0], above, scene):
        yield "named"


def _is_alike(above: Cell, cell: Cell) -> bool:
    """Whether two cells are printed alike: so are the parts of a title."""
    looks = [(each.line.look.bold, "capitals" in each.signs) for each in (above, cell)]
    size, other = above.line.look.size or 0.0, cell.line.look.size or 0.0
    return looks[0] == looks[1] and abs(size - other) <= ALIKE * size and (size > 0 or looks[0][1])


def _is_named(cell: Cell, above: Cell | Name, scene: _Scene) -> bool:
    """Whether a name is that of the agenda item: right below it, or below session or meeting in their column."""
    last = above if isinstance(above, Cell) else above.cells[-1]
    is_shallow = cell.line.column + STEP <= scene.deepest
    if abs(cell.line.column - last.line.column) >= STEP or last.words[0] == "(":
        return False
    if isinstance(above, Name):
        return "named" in above.signs and (is_shallow or not (cell.apart or scene.spaced))
    if scene.spaced or (cell.apart and is_shallow):
        return above.told == "agenda_item"
    return above.told in LANDMARKS and not cell.apart


def _given(names: Sequence[Name]) -> list[str]:
    """The field of each name: the organ's, title's and body's are those with most points."""
    rows = [[POINTS[sign] for sign in name.signs & POINTS.keys()] for name in names]
    points = [[sum(row[of] for row in seen) for of in range(len(FIELDS))] for seen in rows]
    places = [at for at, name in enumerate(names) if not name.cells[0].right]
    organs = [at for at in places if points[at][ORGAN] >= max(ENOUGH, *points[at])]
    best = max(organs, key=lambda at: (points[at][ORGAN], -at), default=-1)
    bodies = [at for at in places if points[at][BODY] >= max(ENOUGH, *points[at]) and at != best]
    first = next((at for at in places if "titled" in names[at].signs), len(names))
    body = max(bodies, key=lambda at: (points[at][BODY], at < first, at), default=-1)
    above = body - 1 if body > 0 and "next" in names[body - 1].signs else -1
    organ = best if organs else bodies[0] if len(bodies) > 1 else above
    given = {body: "body", organ: "organ"}
    if above not in {-1, organ} and "bare_body" in names[body].signs:
        given[above] = "body"  # "United Nations Children's Fund" above "Executive Board"
    titles = [at for at in places if at not in {*organs, *bodies, *given} and points[at][TITLE] >= FEWEST]
    title = max(titles, key=lambda at: (points[at][TITLE], -at), default=-1)
    while title not in {-1, *given}:
        given[title] = "title"
        title -= "alike" in names[title].signs  # a title in two parts
    said = {names[at].words for at in given if at >= 0}
    rest = ("organization" if "organization" in name.signs else "other" for name in names)
    return [given.get(at) or ("repeated" if names[at].words in said else kind) for at, kind in enumerate(rest)]


def _told(cells: Sequence[Cell], title: int, known: Words) -> tuple[dict[int, str], dict[str, Any]]:
    """The fields of the cells that name them themselves, and what they say; a meeting is best told below the title."""
    kinds: dict[int, str] = {}
    values: dict[str, Any] = {}
    seen: set[str] = set()
    weak = {cell.start for above, cell in pairwise(cells) if "records" in above.signs and cell.told == "session"}
    weak |= {cell.start for cell in cells if cell.told == "only_language"}
    early = [cell for cell in cells if cell.told == "meeting" and cell.start < title]
    weak |= {cell.start for cell in early if not _has_place(cell, known)}  # "25 July 2024–30 July 2025"
    above = {False: "", True: ""}  # what the last cell of each column has told
    for cell in sorted(cells, key=lambda cell: cell.start in weak):
        kind = KINDS.get(cell.told, cell.told)
        words = said(kind, cell.value, known) if cell.value else None
        if cell.value and cell.words in seen:
            kind = "repeated"
        elif kind == above[cell.right] == "symbol" and kind in values:
            values[kind] += "" if words in values[kind] else f"-{words}"
            kind = kind if values[kind].endswith(f"-{words}") else "repeated"
        elif cell.value and (values.setdefault(kind, words) != words if words else kind == "meeting"):
            kind = kind if kind == "original_language" else "other"
        kinds[cell.start] = kind
        above[cell.right] = cell.told
        seen.add(cell.words)
    return kinds, values


def said(kind: str, words: str, known: Words) -> str | Meeting | None:
    """What a field says, in the form of the data contract; None where the kind is no field."""
    if kind == "meeting":
        return _meeting(words, known)
    if kind == "date":
        day, month, year = (each.findall(words)[0] for each in (known.day, known.a_month, _YEAR))
        return _iso(day, month, year, known)
    if kind == "symbol":
        return _JOINT.sub("-", NOTE.sub("", words)).replace("*", "")
    if kind == "original_language":
        return known.and_word.sub(lambda match: match[0].lower(), words.title()).rstrip("/, ").replace("/ ", "/")
    if kind == "distribution":
        return words.capitalize()
    return without_marks(words) if kind in ("session", "agenda_item", "rapporteur", "addendum") else None


def _has_place(cell: Cell, known: Words) -> bool:
    match = known.meeting.match(cell.value)
    return match is not None and bool(match["place"] or match["town"] or match["behind"])


def _meeting(words: str, known: Words) -> Meeting | None:
    """Place, start and end of a meeting: "Vienna, 9–11 September 2019"."""
    match = known.meeting.match(words)
    place = match and (match["place"] or match["town"] or match["behind"])
    is_session = place is not None and known.of_session.match(place) is not None
    if match is None or (match["town"] and is_session):
        return None
    dates = match["dates"] or match["day"] or match["alone"]
    days, months, years = known.day.findall(dates), known.a_month.findall(dates), _YEAR.findall(dates)
    start, end = (_iso(days[at], months[at], years[at], known) for at in (0, -1))
    return {"place": None if is_session else place, "start": start, "end": end}


def _iso(day: str, month: str, year: str, known: Words) -> str:
    number = known.listed("months").index(month) % MONTHS + 1  # which may have several names
    return f"{int(year)}-{number:02}-{int(day):02}"
