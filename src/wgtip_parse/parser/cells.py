"""The cells of a masthead, and what the words of each field look like (Editorial Manual, "Masthead")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from wgtip_parse.parser.lines import Line

MONTHS = {
    name: number
    for number, name in enumerate(
        "January February March April May June July August September October November December".split(), 1
    )
}
LONGEST_CELL = 160  # characters: a longer line is prose
LONGEST_TITLE = 400  # characters, of "Report of … on its … session, held in …" on one line
REMEMBERED = 1_000  # cells: they are asked about more than once, and many stand in every masthead

_MONTH = "|".join(MONTHS)
_LANGUAGES = "English|French|Spanish|Russian|Chinese|Arabic"
_CELL = re.compile(r"\S(?:\S|[^\S\n]{1,2}(?=\S))*+")

_INLINE = re.compile(
    r"(?:Distr\.?\s?:\s?(?:General|Limited|Restricted)\b|"
    rf"\b\d{{1,2}} (?:{_MONTH}) \d{{4}}|Original\s?:\s?(?:{_LANGUAGES})\b)"
)
DISTRIBUTION = re.compile(r"(?:Distr?\.?\s*:?\s*)+(General|Limited|Restricted|Générale|Limitée)?\Z", re.IGNORECASE)
LEVELS = ("General", "Limited", "Restricted")
LEVEL = re.compile(rf"(?:{'|'.join(LEVELS)})+\Z", re.IGNORECASE)  # two where two mastheads are printed in one place
ORIGINAL = re.compile(
    rf"\[?Original\s*:\s*((?:{_LANGUAGES})(?:\s*[/,]\s*(?:(?:{_LANGUAGES}))?|\s+and\s+(?:{_LANGUAGES}))*)\]?\Z", re.I
)
ORIGINAL_IN = re.compile(r"Original\s*:\Z", re.IGNORECASE)
ONLY = re.compile(rf"\[?((?:{_LANGUAGES})(?:(?:,\s*|\s+and\s+|/)(?:{_LANGUAGES}))*)\s+only\]?\Z", re.IGNORECASE)
LANGUAGE = re.compile(rf"(?:{_LANGUAGES})\Z", re.IGNORECASE)
DATE = re.compile(rf"\[?(\d{{1,2}})\s+({_MONTH})\s+(\d{{4}})\]?\*?\Z")
MONTH_AND_YEAR = re.compile(rf"(?:\d{{1,2}}\s+)?(?:{_MONTH})\d{{0,2}}\s+\d{{4}}\Z")  # also of two dates in one place
SESSION = re.compile(
    r"(?!(?:Draft\s+)?[Rr]eport\b)"
    r"(?:(?:Resumed|First|Second|Third|Fourth|Annual|Substantive)\s+)*"
    r"(?:[A-Z][a-z]+(?:-[a-z]+)?(?<=th|st|nd|rd|al|ed|ar|ve|ry)|\d{4}|\d{1,3}(?:st|nd|rd|th))(?:\s+[a-z]+){0,3}\s+(?:[Ss]essions?|meeting)(?:\s+(?:of\s+)?\d{4})?\*{0,2}\Z"
)
_DASH = "[-\u2010-\u2015\u2060\\s]"
RANGE = re.compile(
    rf"\(?(?:(?P<place>[^\W\d_][^\d,]*?(?:,\s*[^\W\d_][^\d,]*?)?),\s*)?"
    rf"(?P<day>\d{{1,2}}(?!\d))(?:\s+(?P<month>{_MONTH}))?(?:\s+(?P<year>\d{{4}}))?"
    rf"(?P<more>(?:{_DASH}|,|and|to|\d{{1,2}}|{_MONTH})*?)"
    rf"(?P<last_day>\d{{1,2}})\s+(?P<last_month>{_MONTH})\s+(?P<last_year>\d{{4}})\)?\*?\Z"
)
PLACE_BEHIND = re.compile(r"(?P<dates>\d[^()\n]*?\d{4}), (?P<place>[^\W\d_][^\d,]*)\Z")
ONE_DAY = re.compile(
    rf"(?P<place>[^\W\d_][^\d,]*?),\s*(?P<day>\d{{1,2}})\s+(?P<month>{_MONTH})\s+(?P<year>\d{{4}})\*?\Z"
)
AGENDA = re.compile(
    r"\(?(?:Provisional\s+)?(?:Agenda\s+)?items?\s+(\d{1,3}(?:\s*\([a-z]+\))*(?:(?:\s*,\s*|\s+and\s+|\s+to\s+|\s*[–-]\s*)"
    r"(?:\d{1,3}(?:\s*\([a-z]+\))*|\([a-z]+\)))*)(?:\s+of\s+the\s+(?:(?:provisional\s+)?agenda|preliminary\s+list))?\s*\*{0,3}\)?\Z",
    re.IGNORECASE,
)
RAPPORTEUR = re.compile(
    r"(?:(?:Acting|Co|(?:Vice-)?(?:Chair(?:man|person|woman)?|President)(?:-cum)?)(?: and |[ -]))?"
    r"Rapporteurs?(?:-General)?\s*:\s*(\S.*)\Z",
    re.DOTALL,
)
ADDENDUM = re.compile(r"Addendum(?:\s+\d+)?\*{0,2}\Z", re.IGNORECASE)
REPORT = re.compile(r"(?:(?:Draft|Advance|Final|Annual|Interim)\s+)*(?:report|note|letter)\b", re.IGNORECASE)
TITLE = re.compile(
    r"(?:(?:Draft|Advance|Final|Revised|Provisional|Annual|Interim|Management)\s+)*(?:report|response|note|letter|summary|recommendations?|review|"
    r"proposed\s+programme|programme\s+budget|decisions?|(?:agreed\s+)?conclusions|country\s+programme|proceedings|concluding\s+observations|general\s+comment|list\s+of|working\s+paper|background\s+paper|compilation|index)\b",
    re.IGNORECASE,
)
IMPRINT = re.compile(r"(?:Official Records(?:, \d{4})?|Supplement No\. \d+ ?[A-Z]?|Prepared by \S.*)\*?\Z")
STAMP = re.compile(
    r"(?:(?:(?:final|original|draft)\s+)?(?:advance|unedited|preliminary|unofficial)"
    r"(?:\s+(?:advance|unedited|version|copy|text|translation))*|for (?:information|decision|action|discussion))\*?\Z",
    re.IGNORECASE,
)
PRINCIPAL_ORGAN = re.compile(r"(?:General Assembly|Security Council|Economic and Social Council|Trusteeship Council)\Z")
AUTHOR = re.compile(
    r"(?:Report|Note) (?:of|by) the ((?:[A-Z][\w’-]*|of|the|and|on|for)(?: (?:[A-Z][\w’-]*|of|the|and|on|for))*)\Z"
)
TRANSMITTED = re.compile(r"(?:Transmitted|Submitted|Presented|Communicated) by\b", re.IGNORECASE)
BODY = re.compile(
    r"(?:(?:Ad Hoc|Open-ended|Special|Intergovernmental|Preparatory|Executive|Joint|Standing|Expert|Main|Advisory|"
    r"Permanent) )*(?:Working (?:Group|Party)|Committee|Commission|Council|Conference|Meeting|Group|Board|Forum|"
    r"Assembly|Sub-?[Cc]om\w+|Panel)\b"
)
_NOUNS = r"Assembly|Board|Commission|Committee|Conference|Council|Forum|Group|Meeting|Panel|Party"
BODY_NOUN = re.compile(rf"\b(?:{_NOUNS}|{_NOUNS.upper()}|Sub-?[Cc]om\w+)\b")
_ONE_SYMBOL = r"[A-Z][A-Za-z.]*(?:/[\w.()]+(?:-\d+)?(?:\s\((?:Part|Sect|Vol|Plan|Introduction|Income)[^)]*\))?)+\*{0,3}"
_SYMBOL = re.compile(rf"{_ONE_SYMBOL}(?:\s?[-–]\s?{_ONE_SYMBOL})*(?:\s+\[[^\]]*\])?\Z")
_BRACKETED = re.compile(r"\s+\[[^\]]*\]\Z")
_JOINT = re.compile(r"\s?[-–]\s?(?=[A-Z])")
_OF_A_FIELD = (DISTRIBUTION, ORIGINAL, ORIGINAL_IN, ONLY, LANGUAGE, DATE, SESSION, AGENDA, RAPPORTEUR, ADDENDUM)
_OF_THE_COVER = (RANGE, PLACE_BEHIND, ONE_DAY, IMPRINT, STAMP)


@dataclass(slots=True)
class Cell:
    """One piece of a masthead line: columns are set apart by three spaces or more."""

    start: int
    end: int
    text: str
    kind: str = "other"
    apart: bool = False  # a blank line or a wide space stands before it


def cells(lines: list[Line], text: str) -> list[Cell]:
    """The cells of the masthead's lines, in reading order."""
    found = []
    for line in lines:
        for start, end in _columns(line, text):
            split = _split_inline(start, end, text)
            split[0].apart = line.blank or line.page or start > line.start
            found += split
    return found


def _columns(line: Line, text: str) -> list[tuple[int, int]]:
    words = text[line.start : line.end]
    if " ".join(words.split()) == words:  # the usual line, told at once
        return [(line.start, line.end)]
    return [match.span() for match in _CELL.finditer(text, line.start, line.end)]


def _split_inline(start: int, end: int, text: str) -> list[Cell]:
    """Two columns that ran into one: "… to the Distr.: General 23 July 2018 United Nations …"."""
    whole = text[start:end]
    if "Distr" not in whole:
        return [Cell(start, end, whole)]
    inner = [m for m in _INLINE.finditer(whole) if m.group() != whole]
    if not inner or RANGE.match(whole) or not any(m.group().startswith("Distr") for m in inner):
        return [Cell(start, end, whole)]
    cuts = sorted({0, len(whole), *(m.start() for m in inner), *(m.end() for m in inner)})
    spans = [
        (start + a + len(whole[a:b]) - len(whole[a:b].lstrip()), start + a + len(whole[a:b].rstrip()))
        for a, b in pairwise(cuts)
        if whole[a:b].strip()
    ]
    return [Cell(a, b, text[a:b]) for a, b in spans]


@lru_cache(REMEMBERED)
def is_symbol(words: str) -> bool:
    """Whether a cell is a document symbol and nothing else."""
    return _SYMBOL.match(words) is not None


def bare_symbol(words: str) -> str:
    """The symbol in a cell that is one, without asterisk or bracketed note; joint symbols are joined by "-"."""
    return _JOINT.sub("-", _BRACKETED.sub("", words)).replace("*", "")


def original_language(words: str) -> str | None:
    """The language, or languages, of the original, where a cell calls them so."""
    match = ORIGINAL.match(words) or ONLY.match(words)
    return match[1].title().replace(" And ", " and ").rstrip("/, ") if match else None


def is_title(words: str) -> bool:
    """Whether a cell begins as titles do, and is no longer than one."""
    if len(words) <= LONGEST_CELL:
        return TITLE.match(words) is not None
    return len(words) <= LONGEST_TITLE and words[-1] not in ".;:" and REPORT.match(words) is not None


@lru_cache(REMEMBERED)
def is_evidence(words: str) -> bool:
    """Whether a cell can only stand in a masthead."""
    patterns = (ORIGINAL, ONLY, DATE, SESSION, RANGE, AGENDA, RAPPORTEUR, ADDENDUM)
    return (
        any(pattern.match(words) for pattern in patterns)
        or words.startswith(("Distr.", "DISTR."))
        or (TITLE.match(words) is not None and len(words) <= LONGEST_CELL and not words.endswith((".", ":")))
        or is_symbol(words)
    )


@lru_cache(REMEMBERED)
def fills_a_field(words: str) -> bool:
    """Whether a cell says by its own words what it is, and so carries on no name or title."""
    return any(pattern.match(words) for pattern in (*_OF_A_FIELD, *_OF_THE_COVER)) or is_symbol(words)
