"""Folding: physical lines → logical lines, each one heading, paragraph, table or other block.

A wrapped line may begin with "(a)", "4." or "A.": whether it begins a block is judged by the sentence above it, the
blank line or page between, and the number that is due. List items stay in their block here; the list stack takes
them out later.
"""

from __future__ import annotations

from wgtip_parse.parser import titles
from wgtip_parse.parser.contents import mark_contents
from wgtip_parse.parser.early import settle_labels
from wgtip_parse.parser.endings import CONNECTS, is_ended, is_starred, is_stopped, refers
from wgtip_parse.parser.lines import LONGEST_WRAPPED, Line, longest_wrapped, number_of, usual_width

HEADED = frozenset({"ROMAN", "LETTER", "CHAPTER", "ANNEX"})
STARTERS = HEADED | {"NUMBER", "COMPOUND", "RECOMMENDATION", "CAPTION", "RULE", "CONTENTS"}
LATER_ITEMS = frozenset("bcdefghjklmnopqrstuvwxyz")
LONGEST_TITLE = 400
LAST_YEAR = 2100
LONGEST_LABEL = 100  # characters, with points and spaces behind it
OUTDENTED = 3  # characters nearer to the margin than the text above it stands a heading
LONGEST_INDENT = 40  # characters between a number and its words


class Logical:
    """One logical line: its kind and label as printed, and the pieces of text it is made of.

    `pieces` are spans of the source text; what stands between two of them is page furniture or notes. `body` is where
    the words behind the label begin, `listed` whether one of its lines begins with a marker.
    """

    __slots__ = ("blank", "body", "kind", "label", "listed", "page", "pieces", "start")

    def __init__(self, line: Line) -> None:
        self.kind = line.kind
        self.label = line.label
        self.start = line.start
        self.body = line.body
        self.pieces = [(line.start, line.end)]
        self.blank = line.blank
        self.page = line.page
        self.listed = line.kind in ("ITEM", "BULLET")

    @property
    def end(self) -> int:
        """The offset behind the last piece."""
        return self.pieces[-1][1]


def fold(lines: list[Line], text: str) -> tuple[list[Logical], list[Line]]:
    """The logical lines, in order, and the labels printed too early; every other physical line is in exactly one."""
    mark_contents(lines, text)
    lines, early = settle_labels(lines, text)
    return _Folder(lines, text).fold(), early


class _Folder:
    """Walks the lines once; remembers the block being built and the paragraph numbers that are due."""

    def __init__(self, lines: list[Line], text: str) -> None:
        self.lines = lines
        self.text = text
        self.width = usual_width(lines)
        self.longest = longest_wrapped(lines, self.width)
        self.due: tuple[int, int] = (1, 1)
        self.due_compound = ""
        self.heading_letter = ""

    def fold(self) -> list[Logical]:
        if not self.lines:
            return []
        text = self.text
        block = self._open(self.lines[0])
        folded = [block]
        above = self.lines[0]
        for at in range(1, len(self.lines)):
            line = self.lines[at]
            listed = line.kind in ("ITEM", "BULLET")
            if self._begins(line, above, block, at):
                block = self._open(line)
                folded.append(block)
            else:
                block.listed = block.listed or listed
                start, end = block.pieces[-1]
                if line.page and text[end : line.start].strip():
                    block.pieces.append((line.start, line.end))
                else:
                    block.pieces[-1] = (start, line.end)
            above = line
        return folded

    def _open(self, line: Line) -> Logical:
        if line.kind == "NUMBER":
            number = number_of(line.label)
            self.due = (number + 1, self.due[0])
        elif line.kind == "COMPOUND":
            whole, part = line.label.split(".")
            self.due_compound = f"{whole}.{int(part) + 1}"
        elif line.kind == "ITEM":
            self.heading_letter = line.label
        elif line.kind in HEADED:
            self.heading_letter = ""
        return Logical(line)

    def _begins(self, line: Line, above: Line, block: Logical, at: int) -> bool:
        kind = line.kind
        text = self.text
        if kind == "ROW" or (line.blank and text[line.start] == "*" and is_starred(text, line.start, line.end)):
            return True
        if kind == "TEXT" or (kind not in STARTERS and kind not in ("ITEM", "BULLET")):
            return not self._goes_on(line, above, block, at)
        if kind == "CAPTION":
            alone = not self.text[line.body : line.end].strip()
            return alone or line.blank or line.page or block.kind in ("CAPTION", "RULE") or block.kind in HEADED
        if kind in ("RULE", "CONTENTS") or block.kind == "CONTENTS":
            return not kind == block.kind == "CONTENTS"
        if kind in ("ITEM", "BULLET"):
            return self._item_begins(line, block, at)
        if block.kind in HEADED or block.kind in ("RULE", "RECOMMENDATION"):
            return not self._is_label_only(block) or kind in HEADED or kind in ("NUMBER", "COMPOUND", "RECOMMENDATION")
        return self._starter_begins(line, above, block, at)

    def _is_label_only(self, block: Logical) -> bool:
        return block.end - block.body < LONGEST_LABEL and not self.text[block.body : block.end].strip(" .*")

    def _starter_begins(self, line: Line, above: Line, block: Logical, at: int) -> bool:
        """A number or letter at the start of a line: a new block, or a wrapped sentence?"""
        is_referring = refers(self.text, block.start, above.end)
        ended = not is_referring and is_stopped(self.text, block.start, above.end)
        apart = line.blank or line.page or (line.kind in HEADED and line.column + OUTDENTED < above.column)
        if line.kind == "NUMBER":
            return self._number_begins(line, ended, is_referring, apart or self._could_be_heading(block), at)
        if is_referring and not apart:
            return False
        if line.kind == "COMPOUND":
            due = line.label == self.due_compound and (block.kind == "CAPTION" or self._could_be_heading(block))
            return ended or due or (apart and not is_referring)
        if line.kind == "ANNEX" or line.kind == "CHAPTER":
            return ended or apart
        if line.kind == "RECOMMENDATION":
            return ended or apart or self._could_be_heading(block)
        return ended or (apart and not is_referring) or self._could_be_heading(block)

    def _number_begins(self, line: Line, ended: bool, is_referring: bool, apart: bool, at: int) -> bool:
        number = number_of(line.label)
        due = number in self.due
        if is_referring:
            return due and apart
        if ended:
            return due or apart or number < self.due[0] + 30 or number > LAST_YEAR
        if due:
            return True
        alone = line.body >= line.end - 1  # as plain text from a PDF has it: its words stand in the next line
        if alone and at + 1 == len(self.lines):
            return False
        first = self.lines[at + 1].start if alone else line.body
        return (
            (apart or (alone and number == 1))
            and self.text[first : first + LONGEST_INDENT].lstrip()[:1].isupper()
            and number < self.due[0] + 30
        )

    def _could_be_heading(self, block: Logical) -> bool:
        return block.kind == "TEXT" and block.end - block.start < LONGEST_WRAPPED

    def _item_begins(self, line: Line, block: Logical, at: int) -> bool:
        """Items belong to the block above; only a lettered heading, or an item below a heading, stands alone."""
        if block.kind in HEADED or block.kind in ("RULE", "CONTENTS", "CAPTION"):
            return not self._is_label_only(block) or line.blank
        if block.kind == "ROW" or is_starred(self.text, block.start, block.end):
            return True
        if block.kind == "TEXT" and line.label in LATER_ITEMS and not block.listed and (line.blank or line.page):
            return self.text[block.end - 1] not in ";:"  # its list began above what stands between
        if line.kind == "BULLET":
            return False
        return self._is_lettered_heading(line, at)

    def _is_lettered_heading(self, line: Line, at: int) -> bool:
        """No stop at its end, blank lines round it, and the next numbered paragraph below: "(a) Consideration of …"."""
        due = "a" if not self.heading_letter else chr(ord(self.heading_letter[-1]) + 1)
        if line.label != due or not line.blank or line.end - line.body < 8:
            return False
        last = at
        while last + 1 < len(self.lines) and not self.lines[last + 1].blank and self.lines[last + 1].kind == "TEXT":
            last += 1
        below = self.lines[last + 1] if last + 1 < len(self.lines) else None
        stops = self.text[self.lines[last].end - 1] in ".;:,"
        return not stops and below is not None and below.kind == "NUMBER" and number_of(below.label) == self.due[0]

    def _goes_on(self, line: Line, above: Line, block: Logical, at: int) -> bool:
        """Whether a line without number or marker carries on the block above it."""
        text = self.text
        if block.kind in ("RULE", "CONTENTS"):
            return False
        if block.kind == "ROW":
            return not line.blank and text[above.end - 1] != "|"
        if block.kind not in ("TEXT", "CAPTION") and self._is_label_only(block):
            return block.kind != "RECOMMENDATION"
        if above.kind in ("ITEM", "BULLET") and not text[above.body : above.end].strip():
            return True
        lower = text[line.start].islower()
        if block.kind in HEADED or block.kind == "ITEM":
            return self._title_goes_on(line, above, block, lower or self._connects(block, above))
        ended = is_ended(text, block.start, above.end)
        if not line.blank and not line.page:
            if ended and self._is_title_above_number(at):
                return False
            return self._wrapped_goes_on(line, above, block, ended, lower)
        if block.kind == "CAPTION":
            return False
        return self._goes_on_apart(line, above, block, ended, lower, self._connects(block, above))

    def _connects(self, block: Logical, above: Line) -> bool:
        """Whether the last of the words above asks for more."""
        words = titles.CONNECTS if block.kind in HEADED else CONNECTS
        return words.search(self.text, max(block.body, above.end - 16), above.end) is not None

    def _goes_on_apart(self, line: Line, above: Line, block: Logical, ended: bool, lower: bool, connects: bool) -> bool:
        """Whether a line carries on the block above a blank line or the end of a page."""
        if ended:
            if line.page and lower and block.kind in ("NUMBER", "COMPOUND"):
                return True
            return line.page and self._is_full(above) and not self._is_short_title(line) and block.kind != "TEXT"
        if (line.page and block.kind in ("NUMBER", "COMPOUND", "RECOMMENDATION")) or lower:
            return not self._is_short_title(line) or self._is_full(above)
        if block.kind == "TEXT" and self.due == (1, 1) and self._is_wrapped_title(above, line):
            return True
        if connects or block.kind not in ("NUMBER", "COMPOUND"):
            return connects
        return not self.text[line.start].isupper() or (self._is_full(above) and not self._is_short_title(line))

    def _title_goes_on(self, line: Line, above: Line, block: Logical, joined: bool) -> bool:
        words = self.text[above.start : above.end]
        if words[-1] in ".;!?" or line.end - block.start > LONGEST_TITLE or line.end - line.start > LONGEST_WRAPPED:
            return False
        if line.blank or line.page:
            return joined and not line.page
        return titles.heading_goes_on(words, self.text[line.start : line.end], joined=joined)

    def _wrapped_goes_on(self, line: Line, above: Line, block: Logical, ended: bool, lower: bool) -> bool:
        if above.end - above.start > self.longest:
            return not ended or (lower and self.text[above.end - 1] in ";:")
        if block.kind == "CAPTION" or lower:
            return True
        if self._is_indented_list(line, above):
            return False
        if line.end - line.start > self.longest:
            return not ended and block.kind not in ("TEXT",)
        first_word = self.text[line.start : line.end].split(None, 1)[0]
        if (
            block.kind == "TEXT"
            and self.due == (1, 1)
            and above.end - above.start + len(first_word) + 1 < titles.TITLE_WRAP.start
        ):
            return False
        fits = above.column + above.end - above.start + 1 + len(first_word) <= self.width * 0.75
        return not (fits and ended)

    def _is_indented_list(self, line: Line, above: Line) -> bool:
        """Short lines below a colon, set in further or with a colon themselves: names, say, that no marker lists."""
        is_set_in = line.column > above.column + 2 or self.text[line.end - 1] == ":"
        return self.text[above.end - 1] == ":" and is_set_in and line.column + line.end - line.start < self.width * 0.75

    def _is_title_above_number(self, at: int) -> bool:
        """A line or two without stop right above the paragraph that is due: a heading without blank lines."""
        if not self.text[self.lines[at].start].isupper():
            return False
        for line in self.lines[at : at + 4]:
            if line.kind == "NUMBER":
                return number_of(line.label) in self.due
            if line.kind == "RECOMMENDATION" or (line.kind == "COMPOUND" and line.label == self.due_compound):
                return True
            if (
                line.kind != "TEXT"
                or line.end - line.start > titles.TITLE_WRAP.stop
                or self.text[line.end - 1] in ".;:,"
            ):
                return False
        return False

    def _is_wrapped_title(self, above: Line, line: Line) -> bool:
        """The title block above the first paragraph breaks its lines at a narrow width."""
        first_word = self.text[line.start : line.end].split(None, 1)[0]
        length = above.end - above.start
        return (
            length in titles.TITLE_WRAP
            and length + len(first_word) + 1 > titles.TITLE_WRAP.start + 8
            and line.end - line.start < titles.TITLE_WRAP.stop
        )

    def _is_full(self, above: Line) -> bool:
        return (
            above.end - above.start <= LONGEST_WRAPPED and above.column + above.end - above.start >= self.width * 0.85
        )

    def _is_short_title(self, line: Line) -> bool:
        return line.end - line.start < 60 and self.text[line.end - 1] not in ".;:," and self.text[line.start].isupper()
