"""Physical lines: where each begins and ends, which shape of the grammar's terminals its beginning has, and its look."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from wgtip_parse.parser.marks import RAISED
from wgtip_parse.source import PAGE_BREAK, Look
from wgtip_parse.words import Words

if TYPE_CHECKING:
    from lark.lexer import TerminalDef

SHAPES = """
    RULE FURNITURE SYMBOL RECOMMENDATION CHAPTER LABEL COMPOUND NUMBER ROMAN LETTER ITEM BULLET CAPTION STAR NOTE BARE TEXT
""".split()
UNLABELLED = frozenset({"RULE", "FURNITURE", "CAPTION", "TEXT"})
GLUED = "__________"  # how a rule ends that stands behind words
RARE = 20  # one line in so many may be long in a text with wrapped lines
POINTS = 5.0  # of a character of common type
LONGEST_WRAPPED = 130  # characters: a longer line stands for a whole block
PLAIN = Look()


class Line(NamedTuple):
    """One physical line that is not blank: `start` and `end` without the white space round it.

    `label` is the shape's number or marker, `printed` the offset of it and `body` the one behind it. `column` and `right` are where the line begins
    and ends on its page, in characters (of some five points where the file has points). `blank` says that a blank line
    stands before, `page` that a page ended before, or something else that is not of the text.
    """

    kind: str
    start: int
    end: int
    label: str
    printed: int
    body: int
    column: int
    right: int
    blank: bool
    page: bool
    look: Look


def scanner(terminals: Iterable[TerminalDef], words: Words) -> re.Pattern[str]:
    """One regular expression over the grammar's terminals that matches each line that is not blank."""
    patterns = {terminal.name: words.filled(terminal.pattern.to_regexp()) for terminal in terminals}
    shapes = "|".join(f"(?P<{name}>{patterns[name]})" for name in SHAPES)
    return re.compile(rf"^[^\S\n]*+(?=\S)(?:{shapes})[^\n]*+", re.MULTILINE)


def scan(text: str, shapes: re.Pattern[str], looks: Sequence[Look]) -> list[Line]:
    """Every line of the text that is not blank, in order; `looks` has the look of each, or is empty."""
    lines: list[Line] = []
    kinds = {group: kind for kind, group in shapes.groupindex.items()}
    before = -1
    paged, ruled = PAGE_BREAK in text, GLUED in text
    for at, match in enumerate(shapes.finditer(text)):
        group = match.lastindex or 0
        kind = kinds[group]
        line_start, line_end = match.span()
        start, body = match.span(group)
        end = line_end
        while text[end - 1].isspace():
            end -= 1
        if kind == "TEXT":
            body = start
        label, printed = ("", start) if kind in UNLABELLED else (match[group + 1] or "", match.start(group + 1))
        if kind == "NOTE":
            label = label.translate(RAISED)
        look = looks[at] if looks else PLAIN
        page = paged and PAGE_BREAK in text[before + 1 : start]
        rule = _glued_rule(text, start, end) if ruled else None
        column, right = start - line_start, end - line_start
        if looks and look.indent is not None and look.width is not None:
            column, right = int(look.indent / POINTS), int((look.indent + look.width) / POINTS)
        values = (kind, start, rule or end, label, printed, body, column, right, line_start != before + 1, page, look)
        lines.append(tuple.__new__(Line, values))
        if rule:
            lines.append(Line("RULE", rule, end, "", rule, end, column, right, False, False, look))
        before = line_end
    return lines


def without(lines: list[Line], taken: Collection[int]) -> list[Line]:
    """The lines but those taken out (by their places); the line behind one of them is marked as beginning a page."""
    if not taken:
        return lines
    kept: list[Line] = []
    turned = False
    for at, line in enumerate(lines):
        if at in taken:
            turned = True
        else:
            kept.append(line._replace(page=True) if turned else line)
            turned = False
    return kept


@cache
def number_of(label: str) -> int:
    """The number at the beginning of a label, without its bis or letter."""
    digits = re.match(r"\d+", label)
    return int(digits[0]) if digits else 0


def usual_width(lines: Sequence[Line]) -> int:
    """The column at which most wrapped lines end."""
    ends = sorted(line.right for line in lines if line.end - line.start <= LONGEST_WRAPPED)
    return ends[len(ends) * 9 // 10] if ends else 0


def usual_length(lines: Sequence[Line]) -> int:
    """The length that most wrapped lines have."""
    lengths = sorted(line.right - line.column for line in lines if line.end - line.start <= LONGEST_WRAPPED)
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def longest_wrapped(lines: Sequence[Line], width: int) -> int:
    """The length up to which a line may be a wrapped one: twice the width where two lines were joined at a hyphen."""
    blocks = sum(line.end - line.start > LONGEST_WRAPPED for line in lines)
    return LONGEST_WRAPPED if blocks * RARE > len(lines) else max(LONGEST_WRAPPED, 2 * width)


def _glued_rule(text: str, start: int, end: int) -> int | None:
    """Where the rule above the footnotes begins that a PDF's text has put behind the last words of the page."""
    if not text.endswith(GLUED, start, end):
        return None
    rule = start + len(text[start:end].rstrip("_"))
    return rule if rule > start and text[rule - 1].isalpha() else None
