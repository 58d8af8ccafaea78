"""Blocks: physical lines → blocks, each one heading, paragraph, table or other stretch of text.

A wrapped line may begin with "(a)", "4." or "A.": whether it begins a block is judged by the sentence above it, the
blank line or page between, and the number that is due. List items stay in their block; the list stack takes them out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from wgtip_parse.parser.lines import (
    KINDS,
    LONGEST_WRAPPED,
    SHORTEST_WRAPPED_TITLE,
    Endings,
    Line,
    Type,
    is_capital,
    is_starred,
    number_of,
)
from wgtip_parse.parser.numbering import Numbering, numbering
from wgtip_parse.parser.regions import Region, cells
from wgtip_parse.source import Look
from wgtip_parse.words import Words

LISTED = frozenset({"ITEM", "BULLET"})
NAMED = frozenset({"RECOMMENDATION", "LABEL", "CHAPTER"})  # with the word that a number is asked for by
NEAR = 30  # so many paragraphs may be missing
LAST_YEAR = 2100
LONGEST_TITLE = 1_200  # characters
LONGEST_LINE = 82  # characters, of a title in bold: a longer line is prose
TITLE_WRAP = range(44, 72)  # where the title block of a UN document breaks its lines, in characters
LONGEST_LABEL = 100  # characters, with points and spaces behind it
OUTDENTED = 3  # characters nearer to the margin than the text above it stands a heading
LONGEST_INDENT = 40  # characters between a number and its words
SHORT = 60  # characters, of a line that may be a title where a page begins
FULL = 0.85  # of the usual width: a line so long has been wrapped
LOOSE = 0.8  # of the usual width: a line that ends before it had room for the next word


_LABEL = re.compile(r"[A-Z][a-z-]+\s(?:\d{1,3}[A-Z]?(?:\.\d{1,3})?|[IVXLC]+)\Z")
_NO_WORDS = re.compile(r"[\s.*]*+\Z")
_NO_TITLE = re.compile(r"[\s.*]*+(?:\[[^\]\n]*+\][\s.*]*+)?\Z")  # behind a label: "[English only]" at most


class Block(NamedTuple):
    """Lines that belong together: the kind and label of the first, and the pieces of text that they are.

    Between two `pieces` stands what is not of the text; `printed` is where the label stands, `body` where the words
    behind it begin, `listed` says that a line begins with the marker of an item, `blank` and `page` what stands before.
    """

    kind: str
    label: str
    printed: int
    start: int
    end: int
    body: int
    pieces: tuple[tuple[int, int], ...]
    listed: bool
    blank: bool
    page: bool
    look: Look
    height: int  # lines
    widest: int  # characters of the longest line but the first


def join(lines: Sequence[Line], regions: Sequence[Region | None], type_: Type, text: str, words: Words) -> list[Block]:
    """The blocks in order; every line is in exactly one. `regions` has the region of each line, None for plain text."""
    return _Joiner(lines, regions, type_, text, words).join() if lines else []


class _Joiner:
    """Walks the lines once; remembers the block that is being built and the numbers that are due."""

    def __init__(
        self, lines: Sequence[Line], regions: Sequence[Region | None], type_: Type, text: str, words: Words
    ) -> None:
        self.lines = lines
        self.regions = regions
        self.text = text
        self.endings = Endings(text, words)
        self.words = words
        self.numbering = numbering(words)
        self.due = Due(self.numbering)
        self.is_listed = False  # whether a line of the block begins with the marker of an item
        self.indent = 0  # the least column of its lines but the first
        self.type = type_

    def join(self) -> list[Block]:
        group = [self.lines[0]]
        region = self.regions[0]
        self.is_listed, self.indent = group[0].kind in LISTED, group[0].right
        self.due.take(group[0])
        blocks: list[Block] = []
        for at, (line, other) in enumerate(zip(self.lines, self.regions, strict=True)):
            if not at:
                continue
            if other is region and (region is not None or not self._begins(line, group, at)):
                group.append(line)
                self.is_listed = self.is_listed or line.kind in LISTED
                self.indent = min(self.indent, line.column)
                continue
            blocks += self._blocks(group, region) if region is not None else [self._block(group, None)]
            group, region = [line], other
            self.is_listed, self.indent = line.kind in LISTED, line.right
            if region is None:
                self.due.take(line)
        return [*blocks, *self._blocks(group, region)]

    def _blocks(self, group: list[Line], region: Region | None) -> Iterator[Block]:
        """One block, or several where cells of a table are recommendations, which end with their cells."""
        if region is None or region.kind != "TABLE" or not any(map(_is_of_cell, group)):
            yield self._block(group, region)
            return
        row: list[Line] = []
        for line in [*group, None]:
            if row and (line is None or line.kind == "RECOMMENDATION" or (line.blank and not self._wants_words(row))):
                is_one = row[0].kind == "RECOMMENDATION" and not self._wants_words(row)
                yield from self._cells(row, region) if is_one else [self._block(row, region)]
                row = []
            if line is not None:
                row.append(line)

    def _wants_words(self, row: list[Line]) -> bool:
        """Whether the first cell of a row has but the label of a recommendation, whose words stand below."""
        if row[0].kind != "RECOMMENDATION":
            return False
        own = next(iter(cells(row, self.text)), [])
        return len(own) == 1 and not self.text[row[0].body : own[0][1]].strip()

    def _cells(self, row: list[Line], region: Region) -> Iterator[Block]:
        """The cells of a row as blocks."""
        whole = self._block(row, region)
        for at, cell in enumerate(cells(row, self.text)):
            start, end = cell[0][0], cell[-1][1]
            if at == 0:
                first = row[0]
                yield whole._replace(
                    kind=first.kind,
                    label=first.label,
                    printed=first.printed,
                    body=first.body,
                    pieces=tuple(cell),
                    end=end,
                )
            else:
                yield whole._replace(start=start, body=start, pieces=tuple(cell), end=end)

    def _block(self, group: list[Line], region: Region | None) -> Block:
        first = group[0]
        return Block(
            first.kind if region is None else region.kind,
            first.label if region is None else "",
            first.printed,
            first.start,
            group[-1].end,
            first.body if region is None else first.start,
            tuple(self._pieces(group)),
            region is None and self.is_listed,
            first.blank,
            first.page,
            _common_look(group),
            len(group),
            max((line.end - line.start for line in group[1:]), default=0),
        )

    def _pieces(self, group: list[Line]) -> list[tuple[int, int]]:
        """The spans of the lines; one span for those between which nothing stands."""
        start, end = group[0].start, group[0].end
        pieces = []
        for line in group[1:]:
            if line.page and self.text[end : line.start].strip():
                pieces.append((start, end))
                start = line.start
            end = line.end
        return [*pieces, (start, end)]

    def _begins(self, line: Line, group: list[Line], at: int) -> bool:
        """Whether a line begins a block below the group of lines above it."""
        kind = line.kind
        first, above = group[0], group[-1]
        if kind == "TEXT" and first.kind == "NUMBER" and len(group) > 1 and not (line.blank or line.page):
            last = self.text[above.end - 1]
            if (last == "," or last.isalpha()) and line.look == above.look:  # the plain case: a sentence goes on
                return False
        if kind not in LISTED and self._looks_other(line, group):
            return True
        if not KINDS[kind].opens:
            return not self._goes_on(line, group, at)
        if kind == "CAPTION":
            alone = not self.text[line.body : line.end].strip()
            return alone or line.blank or line.page or first.kind in ("CAPTION", "RULE") or KINDS[first.kind].heads
        if kind == "RULE":
            return True
        if kind in LISTED:
            return self._item_begins(line, group, at)
        if first.kind == "NUMBER" and kind == "RECOMMENDATION" and line.body < line.end and self._is_label_only(group):
            return False
        if KINDS[first.kind].heads:
            is_number = kind in ("NUMBER", "COMPOUND", "RECOMMENDATION")
            return not self._is_label_only(group) or KINDS[kind].heads or is_number
        return self._starter_begins(line, above, group, at)

    def _looks_other(self, line: Line, group: list[Line]) -> bool:
        """Whether a line begins a block because of its look; a sentence may go on in bold on the next page."""
        first, above = group[0], group[-1]
        if not self.type.parts(above, line) or self._is_label_only(group) or self._is_title_of(line, group):
            return False
        if self.text[line.start].islower() and not self.endings.is_ended(first.start, above.end):
            return False
        goes_on = self._is_full(above) and not self.endings.is_ended(first.start, above.end)
        if line.page or (first.kind == "COMPOUND" and goes_on and not line.blank):  # its number may look otherwise
            return not goes_on
        return line.blank or above.right + len(self._first_word(line)) < self.type.width

    def _is_title_of(self, line: Line, group: list[Line]) -> bool:
        """Whether a line that stands out is the title of a label that does: "Programme 9", "Table 2"."""
        first = group[0]
        is_label = len(group) == 1 and _LABEL.match(self.text, first.start, first.end) is not None
        return is_label and self.type.stands_out(first.look) and self.type.stands_out(line.look)

    def _is_label_only(self, group: list[Line]) -> bool:
        """Whether a block has nothing but its label so far; a heading may have a note such as "[English only]"."""
        body, end = group[0].body, group[-1].end
        nothing = _NO_TITLE if KINDS[group[0].kind].heads else _NO_WORDS
        return end - body < LONGEST_LABEL and nothing.match(self.text, body, end) is not None

    # Lines with a number or letter

    def _starter_begins(self, line: Line, above: Line, group: list[Line], at: int) -> bool:
        """A number or letter at the start of a line: a new block, or a wrapped sentence?"""
        start = group[0].start
        refers = line.kind not in NAMED and self.endings.refers(start, above.end)
        ended = not refers and self.endings.is_stopped(start, above.end)
        is_set_out = line.column + OUTDENTED <= above.column  # nearer to the margin than the line above
        apart = line.blank or line.page or is_set_out
        if line.kind == "NUMBER":
            return self._number_begins(line, ended, refers, apart or self._could_be_heading(group), at)
        is_due = line.kind != "COMPOUND" or line.label == self.due.compound
        return ended or (apart and not refers) or (is_due and self._could_be_heading(group))

    def _number_begins(self, line: Line, ended: bool, refers: bool, apart: bool, at: int) -> bool:
        due = self.due.awaits(line.label)
        if refers:
            return due and apart
        if ended:
            return due or apart or self.due.is_near(line.label) or self.due.is_no_year(line.label)
        if due:
            return True
        alone = line.body >= line.end - 1  # as plain text from a PDF has it: its words stand in the next line
        if alone and at + 1 == len(self.lines):
            return False
        first = self.lines[at + 1].start if alone else line.body
        opens = self.words.has_small_openings or is_capital(self.text[first : first + LONGEST_INDENT].lstrip()[:1])
        return (apart or (alone and line.label == "1")) and opens and self.due.is_near(line.label)

    def _could_be_heading(self, group: list[Line]) -> bool:
        return group[0].kind == "TEXT" and group[-1].end - group[0].start < LONGEST_WRAPPED

    # Items

    def _item_begins(self, line: Line, group: list[Line], at: int) -> bool:
        """Items belong to the block above; only a lettered heading, or an item below a heading, stands alone."""
        first, above = group[0], group[-1]
        if KINDS[first.kind].heads or first.kind in ("RULE", "CAPTION"):
            if self._is_listed_title(group, line):
                return False
            return not self._is_label_only(group) or line.blank
        if is_starred(self.text, first.start, above.end):
            return True
        if line.kind != "ITEM":
            return False
        if (
            first.kind == "TEXT"
            and not self.is_listed
            and self.numbering.item(line.label) != 1
            and (line.blank or line.page)
        ):
            return self.text[above.end - 1] not in ";:"  # its list began above what stands between
        return self._is_lettered_heading(line, at)

    def _is_listed_title(self, group: list[Line], line: Line) -> bool:
        """Whether an item belongs to a title: "III. General debate: (a) …; (b) …"."""
        return line.kind == "ITEM" and (self.is_listed or self.text[group[-1].end - 1] in ":;")

    def _is_lettered_heading(self, line: Line, at: int) -> bool:
        """No stop at its end, blank lines round it, and the next numbered paragraph below: "(a) Consideration of …"."""
        if not line.blank or not self.due.is_next_letter(line.label):
            return False
        last = at
        while last + 1 < len(self.lines) and not self.lines[last + 1].blank and self.lines[last + 1].kind == "TEXT":
            last += 1
        below = self.lines[last + 1] if last + 1 < len(self.lines) else None
        stops = self.text[self.lines[last].end - 1] in ".;:,"
        return not stops and below is not None and below.kind == "NUMBER" and self.due.is_next(below.label)

    # Lines without number or marker

    def _goes_on(self, line: Line, group: list[Line], at: int) -> bool:
        """Whether a line without number or marker carries on the block above it."""
        first, above = group[0], group[-1]
        if first.kind == "RULE":
            return False
        if self._is_title_of(line, group):
            return True
        if first.kind not in ("TEXT", "CAPTION", "SYMBOL") and self._is_label_only(group):
            return self._is_title_below(first, line, at)
        if self.words.run_in.match(self.text, line.start, line.end) and self.endings.is_ended(first.start, above.end):
            return first.kind != "RECOMMENDATION" and not line.blank
        if above.kind in LISTED and not self.text[above.body : above.end].strip():
            return True
        lower = self.text[line.start].islower()
        if KINDS[first.kind].heads or first.kind == "ITEM":
            return self._title_goes_on(line, group, lower or self._connects(group))
        ended = self.endings.is_ended(first.start, above.end)
        if not line.blank and not line.page:
            if ended and self._is_title_above_number(at):
                return False
            return self._wrapped_goes_on(line, group, ended, lower)
        return self._goes_on_apart(line, group, ended, lower)

    def _is_title_below(self, first: Line, line: Line, at: int) -> bool:
        """Whether a line gives its words to the label that stands alone above it."""
        if first.kind == "RECOMMENDATION":
            return False
        if first.kind != "LABEL" or self.text[line.start] == "[":
            return True
        last = at
        while self._is_full(self.lines[last]) and last + 1 < len(self.lines) and self._carries_on(last + 1):
            last += 1
        end = self.lines[last].end
        return (
            end - line.start <= LONGEST_TITLE and self.text[end - 1] not in ".;:" and is_capital(self.text[line.start])
        )

    def _carries_on(self, at: int) -> bool:
        line = self.lines[at]
        return line.kind == "TEXT" and not line.blank and not line.page

    def _connects(self, group: list[Line]) -> bool:
        """Whether the last of the words above asks for more."""
        first, above = group[0], group[-1]
        start = max(first.body, above.start)
        return above.end > start and self.endings.connects(start, above.end, title=KINDS[first.kind].heads)

    def _goes_on_apart(self, line: Line, group: list[Line], ended: bool, lower: bool) -> bool:
        """Whether a line carries on the block above a blank line or the end of a page."""
        first, above = group[0], group[-1]
        numbered = first.kind in ("NUMBER", "COMPOUND")
        title = self._is_short_title(line)
        if ended:
            if line.page and lower and numbered:
                return True
            return line.page and self._is_full(above) and not title and first.kind != "TEXT"
        if (line.page and (numbered or first.kind == "RECOMMENDATION")) or lower:
            return not title or self._is_full(above)
        if first.kind == "TEXT" and self.due.is_fresh and self._is_wrapped_title(above, line):
            return True
        connects = self._connects(group)
        if connects or not numbered:
            return connects
        return not is_capital(self.text[line.start]) or (self._is_full(above) and not title)

    def _title_goes_on(self, line: Line, group: list[Line], joined: bool) -> bool:
        first, above = group[0], group[-1]
        words = self.text[above.start : above.end]
        if words[-1] in ".;!?" or line.end - first.start > LONGEST_TITLE or line.end - line.start > LONGEST_WRAPPED:
            return False
        if line.blank or line.page:
            return joined and not line.page
        below = self.text[line.start : line.end]
        if below[0] == "[" or self.words.item_of_heading.match(below) or self.words.lists_documents.match(below):
            return False
        if joined or words.count("(") > words.count(")"):
            return True
        if len(below) > LONGEST_LINE:
            return False
        return len(words) >= SHORTEST_WRAPPED_TITLE and below[-1] not in ".;:" and not words.endswith(")")

    def _wrapped_goes_on(self, line: Line, group: list[Line], ended: bool, lower: bool) -> bool:
        first, above = group[0], group[-1]
        if max(above.end - above.start, line.end - line.start) > self.type.longest:  # a line is a whole block
            return not ended or (lower and self.text[above.end - 1] in ";:")
        if first.kind == "CAPTION" or lower:
            return True
        if self._is_indented_list(line, above) or self.words.item_of_heading.match(self.text, line.start, line.end):
            return False
        if ended and len(group) > 2 and line.column + OUTDENTED <= self.indent:
            return False
        room = above.end - above.start + len(self._first_word(line)) + 1
        if first.kind == "TEXT" and self.due.is_fresh and room < TITLE_WRAP.start:
            return False
        return not (ended and self._had_room(line, above))

    def _had_room(self, line: Line, above: Line) -> bool:
        """Whether the first word of a line would have fitted into the line above."""
        room = above.right - above.column + len(self._first_word(line)) + 1
        return above.column + room <= self.type.width * LOOSE and room <= self.type.length * LOOSE

    def _first_word(self, line: Line) -> str:
        end = line.end if self.words.is_spaced else line.start + 1
        return self.text[line.start : end].split(None, 1)[0]

    def _is_indented_list(self, line: Line, above: Line) -> bool:
        """Short lines below a colon, set in further or with a colon themselves: names, say, that no marker lists."""
        is_set_in = line.column > above.column + 2 or self.text[line.end - 1] == ":"
        is_short = line.right < self.type.width * LOOSE
        return self.text[above.end - 1] == ":" and is_set_in and is_short

    def _is_title_above_number(self, at: int) -> bool:
        """A line or two without stop right above the paragraph that is due: a heading without blank lines."""
        if not is_capital(self.text[self.lines[at].start]):
            return False
        for line in self.lines[at : at + 4]:
            if line.kind == "NUMBER":
                return self.due.awaits(line.label)
            is_long = line.end - line.start > TITLE_WRAP.stop
            if line.kind != "TEXT" or is_long or self.text[line.end - 1] in ".;:,":
                return False
        return False

    def _is_wrapped_title(self, above: Line, line: Line) -> bool:
        """The title block above the first paragraph breaks its lines at a narrow width."""
        length = above.end - above.start
        is_full = length in TITLE_WRAP and length + len(self._first_word(line)) + 1 > TITLE_WRAP.start + 8
        return is_full and line.end - line.start < TITLE_WRAP.stop

    def _is_full(self, above: Line) -> bool:
        return above.end - above.start <= LONGEST_WRAPPED and above.right >= self.type.width * FULL

    def _is_short_title(self, line: Line) -> bool:
        return (
            line.end - line.start < SHORT
            and self.text[line.end - 1] not in ".;:,"
            and is_capital(self.text[line.start])
        )


def _is_of_cell(line: Line) -> bool:
    """Whether a line of a table begins a recommendation, or is one of a cell that was read down."""
    return line.kind == "RECOMMENDATION" or line.look.in_cell


def _common_look(group: list[Line]) -> Look:
    """The look of the first line, bold and italic only where all lines are."""
    look = group[0].look
    if len(group) == 1 or not (look.bold or look.italic):
        return look
    bold, italic = all(line.look.bold for line in group), all(line.look.italic for line in group)
    return look if (bold, italic) == (look.bold, look.italic) else look._replace(bold=bold, italic=italic)


class Due:
    """The numbers that the next blocks may have, as far as the blocks have been seen."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._number = (1, 1)
        self._outer = 1  # with which the count goes on behind a list that began at 1 inside a paragraph
        self.compound = ""
        self._letter = ""

    def take(self, line: Line) -> None:
        """A line has begun a block."""
        if line.kind == "NUMBER":
            if line.label == "1":
                self._outer = self._number[0]
            self._number = (number_of(line.label) + 1, self._number[0])
        elif line.kind == "COMPOUND":
            whole, part = line.label.split(".")
            self.compound = f"{whole}.{int(part) + 1}"
        elif line.kind == "ITEM":
            self._letter = line.label
        elif KINDS[line.kind].heads:
            self._letter = ""

    @property
    def is_fresh(self) -> bool:
        """Whether no numbered block has been seen yet."""
        return self._number == (1, 1)

    def is_next_letter(self, label: str) -> bool:
        """Whether a letter is that of the next lettered heading."""
        return self._numbering.items[0].get(label) == self._numbering.items[0].get(self._letter, 0) + 1

    def is_next(self, label: str) -> bool:
        """Whether a number is the next one."""
        return number_of(label) == self._number[0]

    def awaits(self, label: str) -> bool:
        """Whether a number is the next one, or goes on from before the last or before a list that began at 1."""
        number = number_of(label)
        return number in (*self._number, self._outer) or (not label.isdigit() and number + 1 in self._number)

    def is_near(self, label: str) -> bool:
        """Whether a number is not far ahead."""
        return number_of(label) < self._number[0] + NEAR

    def is_no_year(self, label: str) -> bool:
        """Whether a number is too large to be a year."""
        return number_of(label) > LAST_YEAR
