"""The fields of a masthead: a name has the field for which most speaks, and what fits none is `other`."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import pairwise, zip_longest
from typing import NamedTuple

from wgtip_parse.parser.columns import ALIKE, BREAKS, STEP, Cell, in_capitals, is_spaced, names_of, without_marks
from wgtip_parse.words import Words

LANDMARKS = frozenset({"session", "meeting", "agenda_item"})
RIGHT_HAND = frozenset({"distribution", "date", "original_language", "only_language"})
NO_TITLE = frozenset({"named", "beside", "principal", "body", "bracketed", "submitted"})
KINDS = {"": "repeated", "only_language": "original_language", "aside": "other"}  # of cells, by what they tell
ENOUGH = 3  # points that make a name that of an organ or a body
FEWEST = -10  # points that a title has at least

# Why a name is of the organ, of the body, or the title: what is seen of it, and how much that speaks for each.
FIELDS = ("organ", "body", "title")
POINTS = {
    "any": (0, -1, 1),
    "principal": (4, -5, -20),  # the name of a principal organ
    "above records": (4, -5, -5),  # stands above "Official Records"
    "body": (1, 3, -2),  # the words of a body's name
    "titled": (-5, -5, 4),  # begins as titles do
    "small": (-5, -5, -20),  # begins in lower case: the end of something
    "bracketed": (-5, -9, -20),
    "submitted": (-5, -9, -9),  # "Draft resolution submitted by …",
    "behind submitted": (0, 0, 5),  # and what stands below that
    "adopted": (0, 0, 9),  # stands behind the number of a resolution
    "largest": (0, 0, 3),  # is printed largest
    "capitals": (0, 0, 2),  # alone all in capitals
    "first": (1, 0, 0),
    "beside": (3, -3, -20),  # beside or above the right-hand column,
    "next": (0, 1, 0),  # or the first below
    "above": (0, 3, -1),  # session, meeting or item stand right below,
    "below": (-3, -2, 1),  # or above
    "named": (-5, -5, -4),  # the agenda item's name
    "above author": (0, 0, 2),  # "Report of the Secretary-General" below a title,
    "author": (0, -5, -5),  # and what stands above that
    "second": (0, 0, -2),  # below a title: "Slovenia"
}

Meeting = dict[str, str | None]

_DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_YEAR = re.compile(r"\d{4}")
_NOTE = re.compile(r"\s+\[[^\]]*\]\Z")
_JOINT = re.compile(r"\s?[-–]\s?(?=[A-Z][\w.]*/)")


class Name(NamedTuple):
    """The cells of one name or title, its words, and what is seen of it."""

    cells: tuple[Cell, ...]
    words: str
    signs: frozenset[str] = frozenset()


class Piece(NamedTuple):
    """A cell and its field."""

    kind: str
    start: int
    end: int


class Fields(NamedTuple):
    """The cells with their fields, what these say, and the names among them."""

    pieces: tuple[Piece, ...]
    names: tuple[Name, ...]
    values: dict[str, str]
    meeting: Meeting | None


class Scene(NamedTuple):
    """What all names are measured by: where the right-hand column ends, their largest type, how they are set."""

    top: int
    largest: float
    deepest: int
    mixed: bool
    spaced: bool


def read(cells: Sequence[Cell], known: Words) -> Fields:
    """The fields of a masthead's cells."""
    names = signed(cells, known)
    given = _given(names, known)
    kinds = {cell.start: field for name, field in zip(names, given, strict=True) for cell in name.cells}
    told, values, meeting = _told(cells, kinds, known)
    for field in FIELDS:
        if words := [name.words for name, of in zip(names, given, strict=True) if of == field]:
            values[field] = " ".join(words)
    if number := known.adopted.match(values.get("title", "")):
        values["title"] = values["title"][number.end() :]
    if "organ" not in values and "body" not in values:
        for name in names:
            if match := known.by_a_body.match(name.words):
                values["body"] = match["value"]
                kinds |= {cell.start: "body" for cell in name.cells if kinds[cell.start] == "other"}
    kinds |= told
    parts = tuple(Piece(kinds[cell.start], cell.start, cell.end) for cell in cells)
    return Fields(parts, tuple(names), values, meeting)


def signed(cells: Sequence[Cell], known: Words) -> list[Name]:
    """The names of a masthead in order, with what is seen of each."""
    plain = [Name(group, _joined(group)) for group in names_of(cells, known)]
    found = [name for name in plain if name.cells[0].right]
    left = [name for name in plain if not name.cells[0].right]
    inside = {cell.start for name in plain for cell in name.cells}
    marks = [cell for cell in cells if cell.told in BREAKS and cell.start not in inside]
    row = sorted([*left, *marks], key=_start)
    scene = _scene(cells, left)
    above: Cell | Name | None = None
    behind = {"next"}
    for item, under in zip_longest(row, row[1:]):
        above, over = item, above
        if isinstance(item, Name):
            signs = {"any", *behind, *_of_itself(item, scene, known), *_of_place(item, over, under, scene, known)}
            above = item._replace(signs=frozenset(signs))
            found.append(above)
            behind -= {"next"} if signs & {"body", "titled"} and "beside" not in signs else set()
        elif item.told in LANDMARKS and item.words[0] != "(":
            behind = {"below"}
    return sorted(found, key=_start)


def _start(item: Cell | Name) -> int:
    return item.start if isinstance(item, Cell) else item.cells[0].start


def _joined(cells: Sequence[Cell]) -> str:
    """The lines of a name in one; nothing stands between them behind a hyphen."""
    words = cells[0].words
    for cell in cells[1:]:
        is_hyphened = words.endswith("-") and words[-2:-1].isalpha() and cell.words[0].isalpha()
        words += cell.words if is_hyphened else f" {cell.words}"
    return without_marks(words)


def _scene(cells: Sequence[Cell], names: Sequence[Name]) -> Scene:
    stop = next((cell.start for cell in cells if cell.told in LANDMARKS and not cell.right), cells[-1].end)
    first = next((cell.start for cell in cells if cell.told == "date"), stop)
    tops = [cell for cell in cells if cell.told in RIGHT_HAND and cell.words[0] != "[" and cell.start < stop]
    tops = [cell for cell in tops if cell.told != "date" or cell.start == first]
    is_apart = any(cell.right or cell.told == "distribution" for cell in tops)
    top = max((cell.start for cell in tops if is_apart or cell.told != "date"), default=0)
    below = [name for name in names if _start(name) >= top]
    sizes = [name.cells[0].line.look.size or 0.0 for name in below] or [0.0]
    return Scene(
        top,
        max(sizes) if min(sizes) < max(sizes) * (1 - ALIKE) else 0.0,
        max((name.cells[0].line.column for name in below), default=0),
        any(not in_capitals(name.words) for name in below),
        is_spaced(cells),
    )


def _of_itself(name: Name, scene: Scene, known: Words) -> Iterator[str]:
    """What a name's own words and look say."""
    if name.words[0].islower():
        yield "small"
    elif known.titled.match(name.words):
        yield "titled"
    for sign in ("principal", "body", "bracketed", "submitted", "adopted"):
        if getattr(known, sign).match(name.words):
            yield sign
    if in_capitals(name.words) and scene.mixed:
        yield "capitals"
    if scene.largest and (name.cells[0].line.look.size or 0.0) >= scene.largest * (1 - ALIKE):
        yield "largest"


def _of_place(
    name: Name, above: Cell | Name | None, below: Cell | Name | None, scene: Scene, known: Words
) -> Iterator[str]:
    """What the place of a name says, and what stands right above and below it in its column."""
    if above is None:
        yield "first"
    if _start(name) < scene.top:
        yield "beside"
    if isinstance(below, Cell) and below.told in LANDMARKS:
        yield "above"
    elif isinstance(below, Cell) and known.records.match(below.words):
        yield "above records"
    elif isinstance(below, Name) and known.author.match(below.words):
        yield "above author"
    if isinstance(above, Name):
        if "submitted" in above.signs:
            yield "behind submitted"
        if "titled" in above.signs and "named" not in above.signs:
            yield "second"
        if _is_alike(above.cells[-1], name.cells[0]) and not above.signs & NO_TITLE:
            yield "alike"
        if known.author.match(name.words) and not above.signs & NO_TITLE:
            yield "author"
    elif above and above.told == "rapporteur":
        yield "behind rapporteur"
    if above and _is_named(name.cells[0], above, scene):
        yield "named"


def _is_alike(above: Cell, cell: Cell) -> bool:
    """Whether two cells are printed alike."""
    size, other = above.line.look.size or 0.0, cell.line.look.size or 0.0
    capitals = in_capitals(above.words)
    return (
        abs(size - other) <= ALIKE * size
        and above.line.look.bold == cell.line.look.bold
        and capitals == in_capitals(cell.words)
        and (size > 0 or capitals)
    )


def _is_named(cell: Cell, above: Cell | Name, scene: Scene) -> bool:
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


def _given(names: Sequence[Name], known: Words) -> list[str]:
    """The field of each name: the organ's, title's and body's are those with most points."""
    points = [_points(name) for name in names]
    places = [at for at, name in enumerate(names) if not name.cells[0].right]
    organs = [at for at in places if points[at]["organ"] >= max(ENOUGH, *points[at].values())]
    bodies = [at for at in places if points[at]["body"] >= max(ENOUGH, *points[at].values()) and at not in organs]
    first = next((at for at in places if "titled" in names[at].signs), len(names))
    body = max(bodies, key=lambda at: (points[at]["body"], at < first, at), default=None)
    organ = max(organs, key=lambda at: (points[at]["organ"], -at), default=bodies[0] if len(bodies) > 1 else None)
    given = {at: "body" for at in [body] if at is not None} | {at: "organ" for at in [organ] if at is not None}
    if body and known.bare_body.match(names[body].words) and "next" in names[body - 1].signs:
        given[body - 1] = "body"  # "United Nations Children's Fund" above "Executive Board"
    titles = [at for at in places if at not in {*organs, *bodies, *given} and points[at]["title"] >= FEWEST]
    title = max(titles, key=lambda at: (points[at]["title"], -at), default=None)
    while title is not None and title not in given:
        given[title] = "title"
        title -= "alike" in names[title].signs  # a title in two parts
    said = {names[at].words for at in given}
    return [given.get(at) or _rest(name, said, known) for at, name in enumerate(names)]


def _points(name: Name) -> dict[str, int]:
    rows = [POINTS[sign] for sign in name.signs if sign in POINTS]
    return {field: sum(row[at] for row in rows) for at, field in enumerate(FIELDS)}


def _rest(name: Name, said: Collection[str], known: Words) -> str:
    """What a name is that is none of the three."""
    if known.organization.match(name.words):
        return "organization"
    if "behind rapporteur" in name.signs and name.signs & {"small", "bracketed"}:
        return "rapporteur"
    return "repeated" if name.words in said else "other"


def _told(
    cells: Sequence[Cell], named: Collection[int], known: Words
) -> tuple[dict[int, str], dict[str, str], Meeting | None]:
    """The fields of the cells that name them themselves, and what they say; the meeting apart."""
    kinds: dict[int, str] = {}
    values: dict[str, str] = {}
    meeting: Meeting | None = None
    seen: set[str] = set()
    weak = {cell.start for above, cell in pairwise(cells) if above.told == "aside" and cell.told == "session"}
    weak |= {cell.start for cell in cells if cell.told == "only_language"}
    order = sorted((cell for cell in cells if cell.start not in named), key=lambda cell: cell.start in weak)
    for at, cell in enumerate(order):
        kind = KINDS.get(cell.told, cell.told)
        if cell.value and cell.words in seen:
            kind = "repeated"
        elif kind == "meeting" and cell.value:
            found = _meeting(cell.value, known)
            kind = "other" if meeting or not found else kind
            meeting = meeting or found
        elif kind == "addendum":
            values[kind] = cell.words
        elif kind in READ and cell.value:
            value = READ[kind](cell.value, known)
            if kind not in values:
                values[kind] = value
            elif kind == "symbol" and order[at - 1].told == kind:
                values[kind] += "" if value in values[kind] else f"-{value}"
            elif kind != "original_language":
                kind = "other"
        seen.add(cell.words)
        kinds[cell.start] = kind
    return kinds, values, meeting


def _meeting(words: str, known: Words) -> Meeting | None:
    """Place, start and end of a meeting: "Vienna, 9–11 September 2019"."""
    match = known.meeting.match(words)
    if match is None:
        return None
    place = match["place"] or match["town"] or match["behind"]
    is_session = place is not None and known.a_session.match(place) is not None
    if match["town"] and is_session:
        return None
    dates = match["dates"] or match["day"] or match["alone"]
    months = known.a_month.findall(dates)
    years = _YEAR.findall(dates)
    days = _DAY.findall(dates)
    return {
        "place": None if is_session else place,
        "start": _iso(days[0], months[0], years[0], known),
        "end": _iso(days[-1], months[-1], years[-1], known),
    }


def _date(words: str, known: Words) -> str:
    return _iso(*words.split(), known)


def _iso(day: str, month: str, year: str, known: Words) -> str:
    return f"{year}-{known.listed('months').index(month) + 1:02}-{int(day):02}"


def _symbol(words: str, _: Words) -> str:
    return _JOINT.sub("-", _NOTE.sub("", words)).replace("*", "")


def _language(words: str, known: Words) -> str:
    return known.and_word.sub(lambda match: match[0].lower(), words.title()).rstrip("/, ")


def _as_it_stands(words: str, _: Words) -> str:
    return without_marks(words)


READ: dict[str, Callable[[str, Words], str]] = {
    "distribution": lambda words, _: words.capitalize(),
    "date": _date,
    "symbol": _symbol,
    "original_language": _language,
    "session": _as_it_stands,
    "agenda_item": _as_it_stands,
    "rapporteur": _as_it_stands,
}
