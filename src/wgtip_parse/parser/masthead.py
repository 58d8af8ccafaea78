"""The masthead: which lines at the beginning of a document it takes."""

from __future__ import annotations

import re

from wgtip_parse.parser.cells import ADDENDUM, AGENDA, LONGEST_CELL, RAPPORTEUR, TITLE, cells, is_evidence, is_title
from wgtip_parse.parser.lines import Line

LONGEST_MASTHEAD = 80  # lines
FRONT_HEADINGS = re.compile(
    r"(?:Introduction|Summary|Background|Attendance|Discussion|Overview|Conclusions?|Recommendations?|"
    r"Conclusions and recommendations)\Z",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?:\S+\s+){9,}\S*[.;:]\Z", re.DOTALL)
_BUDGET_SECTION = re.compile(r"Section \d{1,2}[A-Z]?\Z")
_CONTENTS = re.compile(r"(?:Contents|CONTENTS|Table of contents)\Z")


def part(lines: list[Line], text: str) -> tuple[list[Line], list[Line]]:
    """The lines of the masthead and those of the body; none are the masthead's where nothing looks like one."""
    end = _first_body_line(lines, text)
    if not any(is_evidence(cell.text) for cell in cells(lines[:end], text)):
        return [], lines
    head = _without_headings(lines, text, end)
    late = [line for line in lines[head:end] if _is_field(text[line.start : line.end])]
    return lines[:head] + late, [line for line in lines[head:] if line not in late] if late else lines[head:]


def _first_body_line(lines: list[Line], text: str) -> int:
    for i, line in enumerate(lines[:LONGEST_MASTHEAD]):
        words = text[line.start : line.end]
        if line.kind in (
            "NUMBER",
            "COMPOUND",
            "ROMAN",
            "LETTER",
            "RECOMMENDATION",
            "CHAPTER",
            "LABEL",
            "ITEM",
            "CAPTION",
            "BULLET",
        ) and not (_is_budget_part(lines, i, text) or AGENDA.match(words)):
            return i
        if _CONTENTS.match(words) or _is_too_long(words) or (line.kind == "TEXT" and _is_prose(lines, i, text)):
            return i
    return min(len(lines), LONGEST_MASTHEAD)


def _is_too_long(words: str) -> bool:
    return len(words) > LONGEST_CELL and not is_title(words)


def _is_budget_part(lines: list[Line], at: int, text: str) -> bool:
    """ "Part XIII" above "Section 35": the title block of a section of the programme budget."""
    return text.startswith(("Part ", "PART "), lines[at].start) and any(
        _BUDGET_SECTION.match(text[line.start : line.end]) for line in lines[at + 1 : at + 6]
    )


def _is_prose(lines: list[Line], at: int, text: str) -> bool:
    """A line that begins a sentence of running text and no name, title or field."""
    last = at
    while last + 1 < len(lines) and last < at + 4 and not lines[last + 1].blank and lines[last + 1].kind == "TEXT":
        last += 1
    words = text[lines[at].start : lines[last].end]
    return bool(_SENTENCE.match(words)) and not is_evidence(text[lines[at].start : lines[at].end])


def _without_headings(lines: list[Line], text: str, end: int) -> int:
    """Headings before the first number belong to the body: all that follows "Addendum", and an "Introduction"."""
    for i in range(end):
        if ADDENDUM.match(text[lines[i].start : lines[i].end]):
            rest = [j for j in range(i + 1, end) if not _is_field(text[lines[j].start : lines[j].end])]
            return rest[0] if rest else end
    at = end
    while at and lines[at - 1].kind == "TEXT" and _is_front_heading(lines, at - 1, text):
        at -= 1
    return at


def _is_field(words: str) -> bool:
    return bool(RAPPORTEUR.match(words) or AGENDA.match(words))


def _is_front_heading(lines: list[Line], at: int, text: str) -> bool:
    words = text[lines[at].start : lines[at].end]
    return bool(FRONT_HEADINGS.match(words)) or (
        at > 0 and bool(RAPPORTEUR.match(text[lines[at - 1].start : lines[at - 1].end])) and not TITLE.match(words)
    )
