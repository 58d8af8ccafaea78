"""Lines: where each physical line begins and ends, what it can be, how it ends, and what it looks like."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from itertools import repeat
from typing import NamedTuple

from wgtip_parse.parser.marks import RAISED
from wgtip_parse.source import PAGE_BREAK, Look
from wgtip_parse.words import Words

SHAPES = """
    RULE FURNITURE SYMBOL RECOMMENDATION CHAPTER LABEL COMPOUND NUMBER ROMAN LETTER ITEM BULLET CAPTION STAR NOTE BARE
    TEXT
""".split()
UNLABELLED = frozenset({"RULE", "FURNITURE", "CAPTION", "TEXT"})
GLUED = "__________"  # how a rule ends that stands behind words
RARE = 20  # one line in so many may be long in a text with wrapped lines
WIDEST = 6  # so many lines at least are as wide as the text, in whatever document
POINTS = 5.0  # of a character of common type
LONGEST_WRAPPED = 130  # characters: a longer line stands for a whole block
SHORTEST_WRAPPED_TITLE = 38  # characters, of a line of a title that goes on below
PLAIN = Look()
COMMON = 0.3  # a share of the lines: type that so many have does not stand out
STYLED = 1_000  # a heading by its style stands above all that only look so
LARGER = 1.08  # of the size of the body
LONGEST_REFERRING = 16  # characters, of a word that asks for a number

_ENDED = re.compile(r"[.;:!?…][”’\"')\]*]*(?:[^\S\n]?(?:\d{1,3}/?|[⁰¹²³⁴-⁹]+))?\Z")


class Kind(NamedTuple):
    """`roles` are what a block of this kind may be, the likeliest first; `opens` says that such a line may begin a
    block by itself, `heads` that it is the number or label of a heading, `words` that its words are running text.
    """

    roles: tuple[str, ...]
    opens: bool = False
    heads: bool = False
    words: bool = False


KINDS: dict[str, Kind] = {
    "TEXT": Kind(("text", "heading"), words=True),
    "NOTE": Kind(("text", "heading"), words=True),
    "STAR": Kind(("text", "heading"), words=True),
    "BARE": Kind(("text", "heading"), words=True),
    "SYMBOL": Kind(("text", "heading")),
    "FURNITURE": Kind(("text",)),
    "NUMBER": Kind(("paragraph", "heading", "item"), opens=True),
    "COMPOUND": Kind(("paragraph", "recommendation", "item", "text"), opens=True),
    "RECOMMENDATION": Kind(("recommendation", "heading"), opens=True),
    "ROMAN": Kind(("heading", "text"), opens=True, heads=True),
    "LETTER": Kind(("heading", "text"), opens=True, heads=True),
    "CHAPTER": Kind(("heading",), opens=True, heads=True),
    "LABEL": Kind(("heading",), opens=True, heads=True),
    "ITEM": Kind(("text", "heading"), opens=True, words=True),
    "BULLET": Kind(("text",), opens=True, words=True),
    "CAPTION": Kind(("text",), opens=True),
    "RULE": Kind(("text",), opens=True),
    "CONTENTS": Kind(("contents",)),
    "TABLE": Kind(("row",)),
}


class Line(NamedTuple):
    """One physical line that is not blank: `start` and `end` without the white space round it.

    `label` is the number or marker, `printed` the offset of it and `body` the one behind it. `column` and `right`
    are where the line begins and ends on its page, in characters (of some five points where the file has points).
    `blank` says that a blank line stands before, `page` that a page ended before, or something else that is not of the
    text.
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


def scanner(patterns: Mapping[str, str], words: Words) -> re.Pattern[str]:
    """One regular expression over the grammar's terminals that matches each line that is not blank."""
    shapes = "|".join(f"(?P<{name}>{words.filled(patterns[name])})" for name in SHAPES)
    return re.compile(rf"^[^\S\n]*+(?=\S)(?:{shapes})[^\n]*+", re.MULTILINE)


def scan(text: str, shapes: re.Pattern[str], looks: Sequence[Look], *, is_wide: bool = False) -> list[Line]:
    """Every line of the text that is not blank, in order; `looks` has the look of each, or is empty.

    `is_wide` says that the characters of the language are as wide as two letters.
    """
    lines: list[Line] = []
    kinds = {group: (kind, kind not in UNLABELLED) for kind, group in shapes.groupindex.items()}
    before = -1
    paged, ruled = PAGE_BREAK in text, "_" in text and GLUED in text
    for match, look in zip(shapes.finditer(text), looks or repeat(PLAIN), strict=False):
        group = match.lastindex or 0
        kind, is_labelled = kinds[group]
        first, last = match.span()
        start, body = match.span(group)
        end = last if text[last - 1] > " " else start + len(text[start:last].rstrip())
        label, printed = (match[group + 1] or "", match.start(group + 1)) if is_labelled else ("", start)
        if kind == "NOTE":
            label = label.translate(RAISED)
        page = paged and PAGE_BREAK in text[before + 1 : start]
        column, right = start - first, end - first
        if is_wide:
            right += (len(text[start:end].encode()) - (end - start)) // 2  # of three bytes each
        if look.indent is not None and look.width is not None:
            column, right = int(look.indent / POINTS), int((look.indent + look.width) / POINTS)
        values = (kind, start, end, label, printed, body, column, right, first != before + 1, page, look)
        lines.append(tuple.__new__(Line, values))
        if ruled:
            _part_rule(lines, text)
        before = last
    return lines


def _part_rule(lines: list[Line], text: str) -> None:
    """Make a line of its own of the rule above the footnotes that a PDF's text has put behind the last words."""
    line = lines[-1]
    if text.endswith(GLUED, line.start, line.end):
        rule = line.start + len(text[line.start : line.end].rstrip("_"))
        if rule > line.start and text[rule - 1].isalpha():
            below = line._replace(
                kind="RULE", start=rule, label="", printed=rule, body=line.end, blank=False, page=False
            )
            lines[-1:] = [line._replace(end=rule), below]


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


class Endings:
    """Asks one text how its lines end."""

    def __init__(self, text: str, words: Words) -> None:
        self.text = text
        self._refers = words.refers
        self._connects = words.connects
        self._title_connects = words.title_connects
        self._abbreviations = words.known("abbreviations")

    def is_ended(self, start: int, end: int) -> bool:
        """Whether the text up to `end` ends a sentence or an item, closing quotes and a footnote mark aside."""
        return self.is_stopped(start, end) and not (self.text[end - 1] == "." and self.refers(start, end))

    def is_stopped(self, start: int, end: int) -> bool:
        """Whether the text up to `end` has a stop there, be it that of an abbreviation."""
        last = self.text[end - 1]
        return last in ".;:!?…" or (
            not last.isalpha() and _ENDED.search(self.text, max(start, end - 12), end) is not None
        )

    def refers(self, start: int, end: int) -> bool:
        """Whether the last word before `end` asks for a number or a name: "article", "Mr."."""
        last = self.text[end - 1]
        if last == ".":
            words = self.text[max(start, end - LONGEST_REFERRING) : end].split()
            return bool(words) and words[-1].lstrip("([“") in self._abbreviations
        return last.isalpha() and self._refers.search(self.text, max(start, end - LONGEST_REFERRING), end) is not None

    def connects(self, start: int, end: int, *, title: bool = False) -> bool:
        """Whether the last word before `end` asks for more; fewer words do so in a `title`."""
        pattern = self._title_connects if title else self._connects
        return pattern.search(self.text, max(start, end - LONGEST_REFERRING), end) is not None


def is_capital(letter: str) -> bool:
    """Whether a letter is one that sentences and titles begin with: no small one, in scripts that have such."""
    return letter.isupper() or (letter.isalpha() and not letter.islower())


def is_starred(text: str, start: int, end: int) -> bool:
    """Whether a line stands between asterisks, as plain text marks italics."""
    return text[start] == "*" == text[end - 1] and end - start > 2 and text[start + 1] not in "* "


_LEVEL = re.compile(r"\d")


class Type:
    """The common type of a document's lines.

    `width` is the column at which most wrapped lines end, `length` how long they are and `widest` the few longest, in
    characters; a line longer than `longest` stands for a whole block.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        wrapped = [line for line in lines if line.end - line.start <= LONGEST_WRAPPED]
        lengths = sorted([line.right - line.column for line in wrapped])
        most = len(wrapped) * 9 // 10
        self.width = sorted([line.right for line in wrapped])[most] if wrapped else 0
        self.length = lengths[most] if wrapped else 0
        self.widest = lengths[-min(len(lengths), WIDEST)] if lengths else 0
        is_unwrapped = (len(lines) - len(wrapped)) * RARE > len(lines)
        self.longest = LONGEST_WRAPPED if is_unwrapped else max(LONGEST_WRAPPED, 2 * self.width)
        has_looks = bool(lines) and lines[0].look is not PLAIN
        printed = [line.look for line in lines if line.look.page is not None] if has_looks else []
        sizes = Counter(round(look.size, 1) for look in printed if look.size)
        few = len(printed) * COMMON if printed else 1
        self._bold = sum(look.bold for look in printed) < few
        self._italic = sum(look.italic for look in printed) < few
        self.size = max(sizes, key=lambda size: (sizes[size], size), default=0.0)

    def is_bold(self, look: Look) -> bool:
        """Whether a line is bold where most are not."""
        return look.bold and self._bold

    def is_italic(self, look: Look) -> bool:
        """Whether a line is in italics where most are not."""
        return look.italic and self._italic

    def is_large(self, look: Look) -> bool:
        """Whether a line is set in larger type than most."""
        return bool(look.size and self.size and look.size > self.size * LARGER)

    def rank(self, look: Look) -> tuple[int, bool, bool]:
        """How high headings of a look stand: by the level of the file's own style, else by size, bold and italic."""
        level = _LEVEL.search(look.style or "") if look.heading else None
        height = STYLED - int(level[0]) if level else round(look.size or 0.0)
        return height, self.is_bold(look), not look.italic

    def stands_out(self, look: Look) -> bool:
        """Whether a line is a heading by its look, as far as one line can tell."""
        return look.heading or self.is_bold(look) or self.is_italic(look)

    def parts(self, above: Line, line: Line) -> bool:
        """Whether a line begins a block because it looks other than the line above it."""
        if above.look is line.look:
            return False
        here, there = self.stands_out(line.look), self.stands_out(above.look)
        if line.blank:
            return (here or there) and not line.look.cells
        return here != there
