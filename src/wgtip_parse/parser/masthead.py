"""The masthead: which lines it takes, and the field that each of its cells fills (Editorial Manual, "Masthead").

Fields come wrapped, doubled, in two columns or in another order. A cell that fits no field is kept in `other` as it stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from wgtip_parse.parser.lines import Line

MONTHS = {
    name: number
    for number, name in enumerate(
        "January February March April May June July August September October November December".split(), 1
    )
}
LONGEST_MASTHEAD = 80  # lines
LONGEST_CELL = 160  # characters: a longer line is prose
TITLE_WRAP = range(44, 72)  # where the title block of a UN document breaks its lines, in characters

_MONTH = "|".join(MONTHS)
_LANGUAGES = "English|French|Spanish|Russian|Chinese|Arabic"
_CELL = re.compile(r"\S(?:\S|[^\S\n]{1,2}(?=\S))*+")
_SENTENCE = re.compile(r"(?:\S+\s+){9,}\S*[.;:]\Z", re.DOTALL)
_CONNECTS = re.compile(r"(?:\b(?:of|the|and|on|in|for|to|by|with|from|against|at|an?)|[,–-])\Z")

_INLINE = re.compile(
    rf"(?:Distr\.?\s?:\s?(?:General|Limited|Restricted)\b|\b\d{{1,2}} (?:{_MONTH}) \d{{4}}|Original\s?:\s?(?:{_LANGUAGES})\b)"
)
_DISTRIBUTION = re.compile(r"Distr?\.?\s*:?\s*(General|Limited|Restricted|Générale|Limitée)?\Z", re.IGNORECASE)
_LEVEL = re.compile(r"(?:General|Limited|Restricted)\Z", re.IGNORECASE)
_ORIGINAL = re.compile(rf"\[?Original\s*:\s*((?:{_LANGUAGES})(?:\s*[/,]\s*(?:(?:{_LANGUAGES}))?|\s+and\s+(?:{_LANGUAGES}))*)\]?\Z", re.I)
_ONLY = re.compile(rf"\[?((?:{_LANGUAGES})(?:(?:,\s*|\s+and\s+|/)(?:{_LANGUAGES}))*)\s+only\]?\Z", re.IGNORECASE)
_LANGUAGE = re.compile(rf"(?:{_LANGUAGES})\Z")
_DATE = re.compile(rf"\[?(\d{{1,2}})\s+({_MONTH})\s+(\d{{4}})\]?\*?\Z")
_SESSION = re.compile(
    r"(?:(?:Resumed|First|Second|Third|Fourth|Annual|Substantive)\s+)*"
    r"(?:[A-Z][a-z]+(?:-[a-z]+)?|\d{4}|\d{1,3}(?:st|nd|rd|th))(?:\s+[a-z]+){0,3}\s+(?:sessions?|meeting)(?:\s+(?:of\s+)?\d{4})?\*{0,2}\Z"
)
_DASH = "[-\u2010-\u2015\u2060\\s]"
_RANGE = re.compile(
    rf"(?:(?P<place>[^\W\d_][^\d,]*?(?:,\s*[^\W\d_][^\d,]*?)?),\s*)?"
    rf"(?P<day>\d{{1,2}})(?:\s+(?P<month>{_MONTH}))?(?:\s+(?P<year>\d{{4}}))?"
    rf"(?P<more>(?:{_DASH}|,|and|\d{{1,2}}|{_MONTH})*?)"
    rf"(?P<last_day>\d{{1,2}})\s+(?P<last_month>{_MONTH})\s+(?P<last_year>\d{{4}})\*?\Z"
)
_ONE_DAY = re.compile(rf"(?P<place>[^\W\d_][^\d,]*?),\s*(?P<day>\d{{1,2}})\s+(?P<month>{_MONTH})\s+(?P<year>\d{{4}})\*?\Z")
_AGENDA = re.compile(
    r"\(?(?:Provisional\s+)?(?:Agenda\s+)?items?\s+(\d{1,3}(?:\s*\([a-z]+\))*(?:(?:\s*,\s*|\s+and\s+|\s+to\s+|\s*[–-]\s*)"
    r"(?:\d{1,3}(?:\s*\([a-z]+\))*|\([a-z]+\)))*)(?:\s+of\s+the\s+(?:provisional\s+)?agenda)?\s*\*{0,3}\)?\Z",
    re.IGNORECASE,
)
_RAPPORTEUR = re.compile(r"(?:Co-)?Rapporteurs?(?:-General)?\s*:\s*(\S.*)\Z", re.DOTALL)
_ADDENDUM = re.compile(r"Addendum(?:\s+\d+)?\*{0,2}\Z", re.IGNORECASE)
_TITLE = re.compile(
    r"(?:(?:Draft|Advance|Final|Revised|Provisional|Annual|Interim)\s+)*(?:report|note|letter|summary|recommendations?|review|"
    r"proposed\s+programme|programme\s+budget|decisions?|conclusions|working\s+paper|background\s+paper|compilation|index)\b",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"(?:(?:Ad Hoc|Open-ended|Special|Intergovernmental|Preparatory|Executive|Joint|Standing|Expert|Main|Advisory|Permanent) )*"
    r"(?:Working (?:Group|Party)|Committee|Commission|Council|Conference|Meeting|Group|Board|Forum|Assembly|Sub-?[Cc]om\w+|Panel)\b"
)
_CONTENTS = re.compile(r"(?:Contents|CONTENTS|Table of contents)\Z")
_STARS = re.compile(r"\*{1,3}\Z")

FRONT_HEADINGS = re.compile(
    r"(?:Introduction|Summary|Background|Attendance|Discussion|Overview|Conclusions?|Recommendations?|Conclusions and recommendations)\Z"
)


@dataclass(slots=True)
class Cell:
    """One piece of a masthead line: columns are set apart by three spaces or more."""

    start: int
    end: int
    text: str
    kind: str = "other"
    apart: bool = False  # a blank line or a wide space stands before it


@dataclass(slots=True)
class Fields:
    """What the masthead says, collected cell by cell."""

    values: dict[str, str] = field(default_factory=dict)
    meeting: dict[str, str | None] | None = None
    other: list[str] = field(default_factory=list)
    addendum: bool = False


def cells(lines: list[Line], text: str) -> list[Cell]:
    """The cells of the masthead's lines, in reading order."""
    found = []
    for line in lines:
        for match in _CELL.finditer(text, line.start, line.end):
            split = _split_inline(match.start(), match.end(), text)
            split[0].apart = line.blank or line.page or match.start() > line.start
            found += split
    return found


def _split_inline(start: int, end: int, text: str) -> list[Cell]:
    """Two columns that ran into one: "… to the Distr.: General 23 July 2018 United Nations …"."""
    whole = text[start:end]
    inner = [m for m in _INLINE.finditer(whole) if m.group() != whole]
    if not inner or _RANGE.match(whole) or not any(m.group().startswith("Distr") for m in inner):
        return [Cell(start, end, whole)]
    cuts = sorted({0, len(whole), *(m.start() for m in inner), *(m.end() for m in inner)})
    spans = [(start + a + len(whole[a:b]) - len(whole[a:b].lstrip()), start + a + len(whole[a:b].rstrip())) for a, b in zip(cuts, cuts[1:], strict=False) if whole[a:b].strip()]
    return [Cell(a, b, text[a:b]) for a, b in spans]


def part(lines: list[Line], text: str) -> tuple[list[Line], list[Line]]:
    """The lines of the masthead and those of the body; none are the masthead's where nothing looks like one."""
    end = _first_body_line(lines, text)
    if not any(_is_evidence(cell.text) for cell in cells(lines[:end], text)):
        return [], lines
    head = _without_headings(lines, text, end)
    late = [line for line in lines[head:end] if _is_field(text[line.start : line.end])]
    return lines[:head] + late, [line for line in lines[head:] if line not in late] if late else lines[head:]


def _first_body_line(lines: list[Line], text: str) -> int:
    for i, line in enumerate(lines[:LONGEST_MASTHEAD]):
        words = text[line.start : line.end]
        if line.kind in ("NUMBER", "COMPOUND", "ROMAN", "LETTER", "RECOMMENDATION", "CHAPTER", "ANNEX", "ITEM", "CAPTION", "BULLET"):
            return i
        if _CONTENTS.match(words) or len(words) > LONGEST_CELL or (line.kind == "TEXT" and _is_prose(lines, i, text)):
            return i
    return min(len(lines), LONGEST_MASTHEAD)


def _is_prose(lines: list[Line], at: int, text: str) -> bool:
    """A line that begins a sentence of running text and no name, title or field."""
    last = at
    while last + 1 < len(lines) and last < at + 4 and not lines[last + 1].blank and lines[last + 1].kind == "TEXT":
        last += 1
    words = text[lines[at].start : lines[last].end]
    return bool(_SENTENCE.match(words)) and not _is_evidence(text[lines[at].start : lines[at].end])


def _is_evidence(words: str) -> bool:
    patterns = (_ORIGINAL, _ONLY, _DATE, _SESSION, _RANGE, _AGENDA, _RAPPORTEUR, _ADDENDUM)
    return (
        any(pattern.match(words) for pattern in patterns)
        or words.startswith(("Distr.", "DISTR."))
        or (_TITLE.match(words) is not None and len(words) <= LONGEST_CELL and not words.endswith((".", ":")))
        or is_symbol(words)
    )


def _without_headings(lines: list[Line], text: str, end: int) -> int:
    """Headings before the first number belong to the body: all that follows "Addendum", and an "Introduction"."""
    for i in range(end):
        if _ADDENDUM.match(text[lines[i].start : lines[i].end]):
            rest = [j for j in range(i + 1, end) if not _is_field(text[lines[j].start : lines[j].end])]
            return rest[0] if rest else end
    at = end
    while at and lines[at - 1].kind == "TEXT" and _is_front_heading(lines, at - 1, text):
        at -= 1
    return at


def _is_field(words: str) -> bool:
    return bool(_RAPPORTEUR.match(words) or _AGENDA.match(words))


def _is_front_heading(lines: list[Line], at: int, text: str) -> bool:
    words = text[lines[at].start : lines[at].end]
    return bool(FRONT_HEADINGS.match(words)) or (at > 0 and bool(_RAPPORTEUR.match(text[lines[at - 1].start : lines[at - 1].end])) and not _TITLE.match(words))


def is_symbol(words: str) -> bool:
    """Whether a cell is a document symbol and nothing else."""
    return _SYMBOL.match(words) is not None


_SYMBOL = re.compile(
    r"(?:[A-Z][A-Za-z.]*(?:/[\w.()]+(?:\s\((?:Part|Sect|Vol)[^)]*\))?)+\*{0,3})"
    r"(?:\s?[-–]\s?(?:[A-Z][A-Za-z.]*(?:/[\w.()]+(?:\s\((?:Part|Sect|Vol)[^)]*\))?)+\*{0,3}))*(?:\s+\[[^\]]*\])?\Z"
)


def read_fields(found: list[Cell]) -> Fields:
    """Give every cell its field; the cells' `kind` says which."""
    return _Reader(found).read()


class _Reader:
    """Walks the cells once; the stage (top, names, title, after) is what has been seen so far."""

    def __init__(self, found: list[Cell]) -> None:
        self.cells = found
        self.fields = Fields()
        self.open = ""  # the field that a next cell may go on
        self.seen: set[str] = set()
        self.spare: list[Cell] = []

    def read(self) -> Fields:
        for cell in self.cells:
            words = " ".join(cell.text.split())
            if not self._goes_on(cell, words):
                cell.kind = self._place(cell, words)
                self.open = cell.kind
            self.seen.add(words)
        self._settle()
        return self.fields

    def _place(self, cell: Cell, words: str) -> str:
        if words in self.seen and len(words) > 3:
            return "repeated"
        if words.startswith("(") and words.endswith(")") and "session" in words and "," in words:
            for part in words[1:-1].split(","):
                self._simple(part.strip()) or self._meeting(part.strip())
            return "session"
        return self._simple(words) or self._meeting(words) or self._name(cell, words)

    def _simple(self, words: str) -> str | None:
        if words == "United Nations":
            return "organization"
        if match := _DISTRIBUTION.match(words):
            return self._set("distribution", (match[1] or "").capitalize())
        if self.open == "distribution" and not self.fields.values.get("distribution") and _LEVEL.match(words):
            self.fields.values.pop("distribution", None)
            return self._set("distribution", words.capitalize())
        if match := _ORIGINAL.match(words) or _ONLY.match(words):
            self.fields.values.pop("original_language", None)
            return self._set("original_language", match[1].title().replace(" And ", " and ").rstrip("/, "))
        if _LANGUAGE.match(words):
            return self._set("original_language", words)
        if match := _DATE.match(words):
            return self._set("date", _iso(match[1], match[2], match[3]))
        if is_symbol(words):
            return self._symbol(words)
        if _SESSION.match(words):
            return self._set("session", words.rstrip("*"))
        if match := _AGENDA.match(words):
            return self._set("agenda_item", " ".join(match[1].split()))
        if match := _RAPPORTEUR.match(words):
            return self._set("rapporteur", match[1])
        if _ADDENDUM.match(words):
            self.fields.addendum = True
            return "addendum"
        return None

    def _set(self, name: str, value: str) -> str:
        if self.fields.values.setdefault(name, value) != value:
            self.fields.other.append(value)
        return name

    def _symbol(self, words: str) -> str:
        bare = re.sub(r"\s+\[[^\]]*\]\Z", "", words)
        bare = re.sub(r"\*+", "", re.sub(r"\s?[-–]\s?(?=[A-Z])", "-", bare))
        if self.open == "symbol" and self.fields.values.get("symbol") not in (None, bare):
            self.fields.values["symbol"] += "-" + bare
            return "symbol"
        return self._set("symbol", bare)

    def _meeting(self, words: str) -> str | None:
        match = _RANGE.match(words)
        if match and self.fields.meeting is None:
            last = _iso(match["last_day"], match["last_month"], match["last_year"])
            first = _iso(match["day"], match["month"] or match["last_month"], match["year"] or match["last_year"])
            self.fields.meeting = {"place": match["place"], "start": first, "end": last}
            return "meeting"
        one = _ONE_DAY.match(words)
        if one and self.fields.meeting is None:
            day = _iso(one["day"], one["month"], one["year"])
            self.fields.meeting = {"place": one["place"], "start": day, "end": day}
            return "meeting"
        return None

    def _name(self, cell: Cell, words: str) -> str:
        """An organ, a body, a title, or what cannot be placed."""
        values = self.fields.values
        if _TITLE.match(words) and "title" not in values and len(words) <= LONGEST_CELL:
            values["title"] = _STARS.sub("", words)
            return "title"
        if self._at_top() and "organ" not in values and "title" not in values:
            values["organ"] = _STARS.sub("", words)
            return "organ"
        below = {"session", "agenda_item", "title"} & values.keys() or self.fields.meeting
        is_late = "title" not in values and _BODY.match(words)
        if "body" not in values and (is_late or not below) and not self._at_top():
            values["body"] = _STARS.sub("", words)
            return "body"
        self.spare.append(cell)
        return "other"

    def _at_top(self) -> bool:
        return not {"distribution", "date", "original_language"} & self.fields.values.keys()

    def _goes_on(self, cell: Cell, words: str) -> bool:
        """A name or title that goes on in this cell."""
        values = self.fields.values
        if self.open not in ("organ", "body", "title", "rapporteur") or self._is_known(words):
            return self._organ_goes_on(cell, words)
        above = values[self.open]
        if self.open == "title" and not _title_goes_on(self._last_line, words, apart=cell.apart):
            return False
        if self.open == "rapporteur" and not words[0].islower():
            return False
        cell.kind = self.open
        if self.open == "title" and words.endswith("*"):
            self.open = ""
        values[cell.kind] = f"{above} {_STARS.sub('', words)}"
        return True

    @property
    def _last_line(self) -> str:
        at = self.cells.index(next(c for c in reversed(self.cells) if c.kind == self.open))
        return self.cells[at].text

    def _organ_goes_on(self, cell: Cell, words: str) -> bool:
        """The organ's name, cut by the other column."""
        above = self.fields.values.get("organ", "")
        if self.open in ("", "organ", "body", "title") or self._is_known(words) or "body" in self.fields.values:
            return False
        if not above or not (_CONNECTS.search(above) or words[0].islower()) or "title" in self.fields.values:
            return False
        self.fields.values["organ"] = f"{above} {words}"
        cell.kind = "organ"
        return True

    def _is_known(self, words: str) -> bool:
        known = (_DISTRIBUTION, _ORIGINAL, _ONLY, _LANGUAGE, _DATE, _SESSION, _AGENDA, _RAPPORTEUR, _ADDENDUM, _RANGE, _ONE_DAY)
        if words == "United Nations" and self.open != "body":
            return True
        if self.open != "title" and _TITLE.match(words):
            return True
        return any(pattern.match(words) for pattern in known) or is_symbol(words) or words in self.seen

    def _settle(self) -> None:
        """A title that no word gives away: the first line below meeting or session that is left over."""
        values = self.fields.values
        if "title" not in values and self.spare and "agenda_item" not in values and (self.fields.meeting or "session" in values):
            cell = self.spare.pop(0)
            cell.kind = "title"
            values["title"] = _STARS.sub("", " ".join(cell.text.split()))
        self.fields.other += [" ".join(cell.text.split()) for cell in self.spare]
        if not values.get("distribution"):
            values.pop("distribution", None)
        self.fields.addendum = self.fields.addendum or "/Add." in values.get("symbol", "")


def _title_goes_on(above: str, words: str, *, apart: bool) -> bool:
    if above.endswith("*"):
        return False
    if not apart and len(above) >= TITLE_WRAP.start:
        return True
    return words[0].islower() or bool(_CONNECTS.search(above)) or (len(above) in TITLE_WRAP and len(above) + len(words.split()[0]) + 1 > 50)


def _iso(day: str, month: str, year: str) -> str:
    return f"{year}-{MONTHS[month]:02}-{int(day):02}"
