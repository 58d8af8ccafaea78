"""Physical lines: where each begins and ends, and which shape of the grammar's terminals its beginning has."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from wgtip_parse.parser.marks import RAISED

if TYPE_CHECKING:
    from lark.lexer import TerminalDef


class Line:
    """One physical line that is not blank: `start` and `end` without the white space round it.

    `label` is the shape's number or marker, `body` the offset behind it; `blank` says that a blank line stands before,
    `page` that a page ended before. A plain class with slots, since a large report makes hundreds of thousands.
    """

    __slots__ = ("blank", "body", "column", "end", "kind", "label", "page", "start")

    def __init__(
        self, kind: str, start: int, end: int, label: str, body: int, blank: bool, page: bool, column: int
    ) -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.label = label
        self.body = body
        self.blank = blank
        self.page = page
        self.column = column


SHAPES = """
    RULE FURNITURE SYMBOL RECOMMENDATION CHAPTER ANNEX COMPOUND NUMBER ROMAN LETTER ITEM BULLET ROW CAPTION STAR NOTE
    BARE TEXT
""".split()
LABELLED = frozenset(SHAPES) - {"RULE", "FURNITURE", "ROW", "CAPTION", "TEXT"}
GLUED = "__________"  # how a rule ends that stands behind words
RARE = 20  # one line in so many may be long in a text with wrapped lines
LONGEST_WRAPPED = 130  # characters: a longer line stands for a whole block


def scanner(terminals: Iterable[TerminalDef]) -> re.Pattern[str]:
    """One regular expression over the grammar's terminals that matches each line that is not blank."""
    patterns = {terminal.name: terminal.pattern.to_regexp() for terminal in terminals}
    shapes = "|".join(f"(?P<{name}>{patterns[name]})" for name in SHAPES)
    return re.compile(rf"^[^\S\n]*+(?=\S)(?:{shapes})[^\n]*+", re.MULTILINE)


def scan(text: str, shapes: re.Pattern[str]) -> list[Line]:
    """Every line of the text that is not blank, in order."""
    lines: list[Line] = []
    kinds = {group: kind for kind, group in shapes.groupindex.items()}
    before = -1
    paged, ruled = "\f" in text, GLUED in text
    for match in shapes.finditer(text):
        group = match.lastindex or 0
        kind = kinds[group]
        line_start, line_end = match.span()
        start, body = match.span(group)
        end = line_end
        while text[end - 1].isspace():
            end -= 1
        if kind == "TEXT":
            body = start
        label = (match[group + 1] or "") if kind in LABELLED else ""
        if kind == "NOTE":
            label = label.translate(RAISED)
        page = paged and "\f" in text[before + 1 : start]
        rule = _glued_rule(text, start, end) if ruled else None
        lines.append(Line(kind, start, rule or end, label, body, line_start != before + 1, page, start - line_start))
        if rule:
            lines.append(Line("RULE", rule, end, "", end, False, False, rule - line_start))
        before = line_end
    return lines


@lru_cache(1_000)
def number_of(label: str) -> int:
    """The number in the label of a numbered line, without its bis or ter."""
    return int(label.split()[0])


def usual_width(lines: list[Line]) -> int:
    """The column at which most wrapped lines end."""
    ends = sorted(line.column + line.end - line.start for line in lines if line.end - line.start <= LONGEST_WRAPPED)
    return ends[len(ends) * 9 // 10] if ends else 0


def longest_wrapped(lines: list[Line], width: int) -> int:
    """The length up to which a line may be a wrapped one: twice the width where two lines were joined at a hyphen."""
    blocks = sum(line.end - line.start > LONGEST_WRAPPED for line in lines)
    return LONGEST_WRAPPED if blocks * RARE > len(lines) else max(LONGEST_WRAPPED, 2 * width)


def _glued_rule(text: str, start: int, end: int) -> int | None:
    """Where the rule above the footnotes begins that a PDF's text has put behind the last words of the page."""
    if not text.endswith(GLUED, start, end):
        return None
    rule = start + len(text[start:end].rstrip("_"))
    return rule if rule > start and text[rule - 1].isalpha() else None
