"""The outline: what each logical line is, settled by sequence.

Whether "I." is a Roman chapter or the letter behind H, "1. General" a heading or a paragraph, "1." behind a colon an
agenda item, and a short line without number a heading: the lines round it decide.
"""

from __future__ import annotations

import re

from wgtip_parse.numerals import ROMAN
from wgtip_parse.parser.endings import is_ended, is_starred
from wgtip_parse.parser.entries import Heading, Part
from wgtip_parse.parser.folding import Logical
from wgtip_parse.parser.lines import number_of
from wgtip_parse.parser.masthead import FRONT_HEADINGS
from wgtip_parse.parser.resuming import resume
from wgtip_parse.parser.series import agenda_length, is_in_series
from wgtip_parse.parser.standing import is_lettered_heading, stands_above_a_block
from wgtip_parse.parser.titles import LISTS_DOCUMENTS, without_continued

LONGEST_HEADING = 400  # characters, of a heading without Roman numeral or letter
FIRST_BIG_ROMAN = 50  # L, C, D and M number no chapters
DEEPEST_LEVEL = 5

_WORD = re.compile(r"[^\W\d_]{3}")
_COLUMNS = re.compile(r"\S {3,}\S")


def outline(logicals: list[Logical], text: str, *, front: bool) -> list[Heading | Part]:
    """Headings and blocks in order; `front` says that headings without number may stand before the first number."""
    return _Outliner(logicals, text, front).walk()


class _Outliner:
    """Walks the logical lines once; remembers where each series of numbers stands."""

    def __init__(self, logicals: list[Logical], text: str, front: bool) -> None:
        self.logicals = logicals
        self.text = text
        self.front = front
        self.found: list[Heading | Part] = []
        self.roman = 0
        self.letter = 0
        self.arabic = 0
        self.count = 0
        self.numbered_level = 0
        self.agenda_until = -1
        self.agenda_due = 1
        self.in_table = False
        self.in_names = False  # behind a colon: lines without stop are what it announced

    def walk(self) -> list[Heading | Part]:
        for at, logical in enumerate(self.logicals):
            self._place(at, logical)
        return self.found

    def _place(self, at: int, logical: Logical) -> None:
        kind = logical.kind
        if kind in ("NUMBER", "COMPOUND"):
            self.in_table = False
            self._number(at, logical) if kind == "NUMBER" else self._compound(at, logical)
        elif kind in ("ROMAN", "LETTER"):
            self._chapter_or_letter(logical)
        elif kind in ("CHAPTER", "ANNEX"):
            self._annex_or_chapter(logical)
        elif kind == "RECOMMENDATION":
            self._recommendation(at, logical)
        elif kind == "ITEM" and is_lettered_heading(self.logicals, at, self._words(self._title(logical))):
            self._heading(4, f"({logical.label})", logical, self._title(logical))
        else:
            self._text(at, logical)

    # Numbered headings

    def _chapter_or_letter(self, logical: Logical) -> None:
        level = self._roman_or_letter(logical)
        if level == 1:
            self.roman = ROMAN.get(logical.label.lower(), self.roman + 1)
            self.letter = self.arabic = 0
        elif level == 2:
            self.letter = ord(logical.label) - 64
            self.arabic = 0
        else:
            self._part("text", None, logical, logical.pieces)
            return
        self._heading(level, logical.label, logical, self._title(logical))

    def _roman_or_letter(self, logical: Logical) -> int:
        label = logical.label
        value = ROMAN.get(label.lower())
        if self._is_running_text(logical, value):
            return 0
        if len(label) > 1:
            return 1 if value else 0
        due = chr(65 + self.letter)
        if value is None or value >= FIRST_BIG_ROMAN:
            return 2
        if value == self.roman + 1 and not (label == due and self.letter):
            return 1
        if label == due or (label == "C" and value != self.roman + 1):
            return 2
        return 1

    def _is_running_text(self, logical: Logical, value: int | None) -> bool:
        """ "A. Smith said …": a sentence, and no number of the series that is due."""
        title = self._words(self._title(logical))
        if not title:
            return True
        dotted = logical.body == logical.start or self.text[logical.start + len(logical.label)] == "."
        if not dotted and self.roman and value != self.roman + 1:
            return True
        return len(title) > LONGEST_HEADING and title.endswith(".")

    def _annex_or_chapter(self, logical: Logical) -> None:
        number = " ".join(logical.label.split())
        self.roman = ROMAN.get(number.lower(), 0) if logical.kind == "CHAPTER" else 0
        self.letter = self.arabic = self.count = 0
        number = number.capitalize() if number.isupper() and len(number) > 4 and " " not in number else number
        self._heading(1, number, logical, self._title(logical))

    def _heading(self, level: int, number: str | None, logical: Logical, pieces: list[tuple[int, int]]) -> None:
        if number is not None:
            self.numbered_level = level
        pieces, continued = without_continued(pieces, self.text)
        self.found.append(Heading(min(level, DEEPEST_LEVEL), number, logical, pieces, continued))
        self.in_table = False

    def _title(self, logical: Logical) -> list[tuple[int, int]]:
        pieces = []
        for a, b in logical.pieces:
            low = max(a, logical.body)
            while low < b and self.text[low].isspace():
                low += 1
            if low < b:
                pieces.append((low, b))
        return pieces

    def _words(self, pieces: list[tuple[int, int]]) -> str:
        return " ".join(" ".join(self.text[a:b].split()) for a, b in pieces)

    # Paragraphs

    def _number(self, at: int, logical: Logical) -> None:
        number = number_of(logical.label)
        self.front = False
        last = self.found[-1] if self.found else None
        if isinstance(last, Part) and (at <= self.agenda_until or self._begins_agenda(at, number, last)):
            last.numbered_items.append(logical)
        elif self._is_numeric_heading(at, logical, number):
            self.arabic = number
            self._heading(3, logical.label, logical, self._title(logical))
        else:
            self.count = number
            label = logical.label
            number_as_printed = label if label.isdigit() else " ".join(label.replace("*", "").split())
            self._part("paragraph", number_as_printed, logical, self._title(logical))

    def _begins_agenda(self, at: int, number: int, last: Part) -> bool:
        """Numbers behind a colon, until the count of paragraphs goes on: the items of a quoted agenda.

        They begin at 1, or where the list of an earlier paragraph ended.
        """
        announced = last.kind == "paragraph" and self.text[last.logical.end - 1] == ":"
        if not announced or last.closing is not None or last.numbered_items or number not in (1, self.agenda_due):
            return False
        length = agenda_length(self.logicals[at:], number, self.count)
        self.agenda_until = at + length - 1
        if length:
            self.agenda_due = number + length
        return length > 0

    def _is_numeric_heading(self, at: int, logical: Logical, number: int) -> bool:
        """Short, without stop, something below it, and a number that the headings or a fresh count allow."""
        if logical.listed or is_ended(self.text, logical.body, logical.end):
            return False
        title = self._words(self._title(logical))
        if (
            not title
            or len(title) > LONGEST_HEADING
            or title[0] in "[("
            or not (title[0].isupper() or title[0].isdigit())
        ):
            return False
        if title[-1] in ",]" or at + 1 >= len(self.logicals):
            return False
        below = self.logicals[at + 1]
        if below.kind == "NUMBER" and number == self.count + 1 and number != self.arabic + 1:
            return False
        return number in (1, self.arabic + 1) or number != self.count + 1

    def _compound(self, at: int, logical: Logical) -> None:
        whole = logical.label.split(".")[0]
        last = self.found[-1] if self.found else None
        if isinstance(last, Part) and last.kind == "recommendation" and last.number == whole:
            last.numbered_items.append(logical)
        elif self._is_announced(whole):
            self._part("recommendation", logical.label, logical, self._title(logical))
        elif is_in_series(self.logicals, at):
            self.front = False
            self._part("paragraph", logical.label, logical, self._title(logical))
        else:
            self._part("text", None, logical, logical.pieces)

    def _is_announced(self, whole: str) -> bool:
        """Paragraph 140 stands above 140.1."""
        for part in reversed(self.found):
            if isinstance(part, Part) and part.kind == "paragraph":
                return part.number == whole
            if isinstance(part, Part) and part.kind == "recommendation":
                return (part.number or "").split(".")[0] == whole and "." in (part.number or "")
        return False

    def _recommendation(self, at: int, logical: Logical) -> None:
        pieces = self._title(logical)
        below = self.logicals[at + 1] if at + 1 < len(self.logicals) else None
        self.front = False
        if not pieces and below is not None and below.kind == "NUMBER":
            self._heading(self.numbered_level + 1, None, logical, [(logical.start, logical.end)])
            return
        self._part("recommendation", logical.label, logical, pieces)

    def _part(self, kind: str, number: str | None, logical: Logical, pieces: list[tuple[int, int]]) -> None:
        self.found.append(Part(kind, number, logical, pieces, listed=logical.listed))

    # Lines without number

    def _text(self, at: int, logical: Logical) -> None:
        if logical.kind in ("ROW", "CAPTION"):
            self.in_table = logical.kind == "CAPTION" and not self.text.startswith(("Source", "Note"), logical.start)
        elif self._is_heading(at, logical):
            self._heading(self.numbered_level + 1, None, logical, logical.pieces)
            return
        elif resume(self.found, logical, self.text):
            return
        last = self.found[-1] if self.found else None
        if isinstance(last, Part) and logical.kind in ("TEXT", "ITEM", "BULLET", "NOTE", "STAR") and not self.in_table:
            if last.kind == "recommendation" and not last.numbered_items and self._wants_words(last):
                last.pieces += logical.pieces
                last.listed = last.listed or logical.listed
                return
            if logical.kind == "TEXT" and self._closes(last):
                last.closing = logical
                return
        self.in_names = self._goes_on_naming(logical, last)
        self._part("text", None, logical, logical.pieces)

    def _wants_words(self, last: Part) -> bool:
        """Whether a recommendation has but its label so far, or a title: "Recommendation 3: Training"."""
        if not last.pieces:
            return True
        is_first = last.pieces[-1][1] == last.logical.end
        return is_first and not last.listed and not is_ended(self.text, last.logical.start, last.logical.end)

    def _goes_on_naming(self, logical: Logical, last: Heading | Part | None) -> bool:
        if not isinstance(last, Part) or logical.kind not in ("TEXT", "ROW", "BARE", "NOTE"):
            return False
        goes_on = self.text[last.logical.end - 1] == ":" or (self.in_names and last.kind == "text")
        return goes_on and not is_ended(self.text, logical.start, logical.end)

    def _closes(self, last: Part) -> bool:
        """An unmarked sentence behind a list belongs to the block that the list is in."""
        if last.pieces and self.text[last.pieces[-1][1] - 1] == ":":
            return False
        return last.closing is None and last.kind != "text" and (bool(last.numbered_items) or last.listed)

    def _is_heading(self, at: int, logical: Logical) -> bool:
        start, end = logical.start, logical.end
        if is_starred(self.text, start, end) and len(self._words(logical.pieces)) <= LONGEST_HEADING:
            return not self.in_table and at + 1 < len(self.logicals)
        is_line = logical.kind in ("TEXT", "NOTE")
        if not is_line or (self.text[end - 1] not in ")*" and is_ended(self.text, start, end)):
            return False
        words = self._words(logical.pieces)
        if len(words) > LONGEST_HEADING or not _WORD.search(words) or words[-1] in ",-":
            return False
        if LISTS_DOCUMENTS.match(words):
            return False
        if not (words[0].isupper() or words[0].isdigit() or words[0] in "“*"):
            return False
        if any(_COLUMNS.search(self.text, a, b) for a, b in logical.pieces) or not (
            self._follows_an_end() or FRONT_HEADINGS.match(words)
        ):
            return False
        return stands_above_a_block(self.logicals, at, self.text, words, front=self.front)

    def _follows_an_end(self) -> bool:
        last = self.found[-1] if self.found else None
        if not isinstance(last, Part):
            return True
        end = last.closing or last.numbered_items[-1] if last.closing or last.numbered_items else last.logical
        stop = last.pieces[-1][1] if last.pieces and end is last.logical else end.end
        if self.text[stop - 1] == ":":  # what it announces comes next: names, say
            return False
        if last.kind == "text" and self.in_names:
            return False
        return is_ended(self.text, end.start, stop) or end.kind == "CAPTION" or last.kind == "text"
