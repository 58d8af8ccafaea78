"""Roles: what each block is, by the signs of the table of points and by the series of numbers and letters.

Whether "I." is a Roman chapter or the letter behind H, "1. General" a heading or a paragraph, "1." behind a colon an
agenda item, and a short line without number a heading: the blocks round it decide.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from wgtip_parse.parser.agendas import agenda_length, is_item, recommendations_length
from wgtip_parse.parser.blocks import Block
from wgtip_parse.parser.lines import KINDS, Endings, Type, number_of
from wgtip_parse.parser.lists import cut, split
from wgtip_parse.parser.numbering import numbering
from wgtip_parse.parser.scene import Norms, Scene, Series, is_in_series, whole_between
from wgtip_parse.parser.signs import Explanation, explain, outweighs
from wgtip_parse.words import Words

LONGEST_CHAPTER = 400  # characters, of a sentence behind a Roman numeral or letter
FIRST_BIG_ROMAN = 50  # L, C, D and M number no chapters
DEEPEST_LEVEL = 5
MOST_BELOW_CAPTION = 4  # blocks: its title, heads and notes
STOPS = ".;:"  # outweigh all that speaks for a numbered heading, but a style of the file
MOST_BETWEEN = 60  # blocks between two items of one list

_NOTE = re.compile(r"[\s.*]*+\[[^\]\n]*+\]")

Pieces = list[tuple[int, int]]
Tell = Callable[[Explanation], None]


@dataclass(slots=True)
class Entry:
    """One block with its role: "heading", "paragraph", "recommendation", "text", "row" or "contents".

    `pieces` are its words behind the number; of a heading `level` counts from 1 and `continued` is where it says so.
    `items` are numbered blocks that belong to it (an agenda, say), `closing` the block that ends it behind its list.
    """

    role: str
    block: Block
    number: str | None
    pieces: Pieces
    level: int = 0
    continued: tuple[int, int] | None = None
    listed: bool = False
    items: list[Block] = field(default_factory=list)
    closing: Block | None = None


def assign(
    blocks: Sequence[Block], type_: Type, text: str, words: Words, *, front: bool, tell: Tell | None = None
) -> list[Entry]:
    """The blocks with their roles, in order; `front` says that headings may stand before the first number.

    `tell` is called with the explanation of each block.
    """
    return _Assigner(blocks, type_, text, words, front, tell).walk()


class _Assigner:
    """Walks the blocks once; remembers where each series of numbers stands."""

    def __init__(
        self, blocks: Sequence[Block], type_: Type, text: str, words: Words, front: bool, tell: Tell | None
    ) -> None:
        self.tell = tell
        self.blocks = blocks
        self.type = type_
        self.text = text
        self.language = words
        self.numbering = numbering(words)
        self.endings = Endings(text, words)
        self.norms = Norms(blocks, text)
        self.front = front
        self.sources = tuple(words.listed("source_notes"))
        self.decisions = words.listed("decision")
        self.found: list[Entry] = []
        self.numbered: Entry | None = None  # the last paragraph or recommendation
        self.in_recommendation = False  # whether that is a recommendation, and no heading stands behind it
        self.roman = self.letter = self.arabic = self.count = 0
        self.outer = 0  # the report's own last chapter, above a draft that may have chapters too
        self.draft_level = self.nested = 0  # of the label of that draft, and by how much its chapters stand deeper
        self.numbered_level = 0
        self.labelled: dict[str, int] = {}  # the level of the last "Part" or "Draft decision"
        self.ranks: list[tuple[int, bool, bool]] = []  # of the headings without number that are open
        self.agenda_until = -1
        self.agenda_due = 1
        self.captioned: int | None = None  # the place of the caption whose table goes on
        self.in_names = False
        self.scene = self._scene(0) if blocks else None

    def walk(self) -> list[Entry]:
        for at, block in enumerate(self.blocks):
            scene = self._scene(at) if self.tell else None
            if at <= self.agenda_until:
                self._within_agenda(block)
            else:
                _PLACE.get(block.kind, _Assigner._unnumbered)(self, at, block)
            if self.tell and scene:
                self.tell(explain(scene, self._role_of(block)))
        return self.found

    def _role_of(self, block: Block) -> str:
        """The role that the last block got; "part" where it goes on the block above."""
        last = self.found[-1]
        if last.block is block:
            return last.role
        return "item" if block in last.items else "closing" if last.closing is block else "part"

    def _scene(self, at: int) -> Scene:
        return Scene(
            self.blocks,
            at,
            self.text,
            self.language,
            self.norms,
            self.type,
            self.endings,
            above=self._end_above(),
            series=Series(self.count, self.arabic),
            in_recommendation=self.in_recommendation,
            in_names=self.in_names and self.found[-1].role == "text",
            in_table=self._is_in_table(at),
            front=self.front,
        )

    def _end_above(self) -> str:
        """How the block above ends: "colon", "open", "ended", or "" below a heading."""
        last = self.found[-1] if self.found else None
        if last is None or last.role == "heading":
            return ""
        end = last.closing or (last.items[-1] if last.items else last.block)
        stop = last.pieces[-1][1] if last.pieces and end is last.block else end.end
        if self.text[stop - 1] == ":":
            return "colon"
        is_closed = self.endings.is_ended(end.start, stop) or self.text[stop - 1] == "]" or end.kind == "CAPTION"
        return "ended" if is_closed or last.role in ("text", "row", "contents") else "open"

    def _title(self, block: Block) -> Pieces:
        second = self.text[block.body + 1 : block.body + 2]  # nothing where the text ends with the first
        if len(block.pieces) == 1 and block.body < block.end and not second.isspace():  # the usual one
            return [(block.body + self.text[block.body].isspace(), block.end)]
        return cut(block.pieces, block.body, block.end, self.text)

    def _add(self, role: str, number: str | None, block: Block, pieces: Pieces) -> None:
        entry = Entry(role, block, number, pieces, listed=block.listed)
        self.found.append(entry)
        if role in ("paragraph", "recommendation"):
            self.numbered = entry
            self.in_recommendation = role == "recommendation"

    # Headings

    def _chapter_or_letter(self, at: int, block: Block) -> None:
        level = self._roman_or_letter(block)
        if level == 1:
            value = self.numbering.chapter(block.label) or self.roman + 1
            self.nested = self._nested(value)
            self.roman = value
            self.letter = self.arabic = 0
        elif level == 2:
            self.letter = self.numbering.heading(block.label) or 0
            self.arabic = 0
        else:
            self._add("text", None, block, list(block.pieces))
            return
        self._heading(level + self.nested, block.label, block, self._title(block))

    def _nested(self, value: int) -> int:
        """By how many levels a chapter stands deeper: those of a draft, which begin anew, stand below its label."""
        if self.outer and (value == 1 or (self.nested and value == self.roman + 1)):
            return self.draft_level
        if value == self.outer + 1:
            self.outer = 0
            return 0
        return self.nested

    def _roman_or_letter(self, block: Block) -> int:
        label = block.label
        value, letter = self.numbering.chapter(label), self.numbering.heading(label)
        if self._is_running_text(block, value):
            return 0
        if letter is None:
            return 1 if value else 0
        is_due = letter == self.letter + 1
        if value is None or value >= FIRST_BIG_ROMAN:
            return 2
        if value == self.roman + 1 and not (is_due and self.letter):
            return 1
        return 2 if is_due else 1

    def _is_running_text(self, block: Block, value: int | None) -> bool:
        """ "A. Smith said …": a sentence, and no number of the series that is due."""
        title = " ".join(" ".join(self.text[a:b] for a, b in self._title(block)).split())
        if not title:
            return True
        dotted = block.body == block.start or block.body > block.printed + len(block.label)
        if not dotted and self.roman and value != self.roman + 1:
            return True
        return len(title) > LONGEST_CHAPTER and title.endswith(".")

    def _label(self, at: int, block: Block) -> None:
        """ "Chapter II" or "Annex IV-A" above a title."""
        is_chapter = block.kind == "CHAPTER"
        outer = self.outer or self.roman
        self.roman = (self.numbering.chapter(block.label) or 0) if is_chapter else 0
        self.letter = self.arabic = 0
        self.count = self.count if is_chapter else 0
        number = block.label if is_chapter else _in_ordinary_case(block.label)
        is_first = is_chapter or self.language.annex_label.match(number) is not None
        word = number.rpartition(" ")[0] or next(filter(number.startswith, self.decisions), "")
        level = 1 if is_first else min(self.numbered_level + 1, self.labelled.get(word, DEEPEST_LEVEL))
        self.labelled[word] = level
        is_draft = level > 1 and self.language.quoted_label.match(number) is not None
        self.outer, self.draft_level, self.nested = (outer, level, 0) if is_draft else (0, 0, 0)
        title = cut(block.pieces, _behind_note(self.text, block), block.end, self.text)
        self._heading(level, number, block, title, is_nested=not is_chapter)

    def _heading(
        self, level: int, number: str | None, block: Block, pieces: Pieces, *, is_nested: bool = False
    ) -> None:
        if number is not None and not (is_nested and level > 1):
            self.numbered_level = level
            self.ranks.clear()
        pieces, continued = self._without_continued(pieces, block)
        self.found.append(Entry("heading", block, number, pieces, min(level, DEEPEST_LEVEL), continued))
        self.captioned = None
        self.in_recommendation = False

    def _level(self, block: Block) -> int:
        """The level of a heading without number: below the last numbered one, and below those that rank higher."""
        rank = self.type.rank(block.look)
        while self.ranks and self.ranks[-1] < rank:
            self.ranks.pop()
        if not self.ranks or self.ranks[-1] > rank:
            self.ranks.append(rank)
        return self.numbered_level + len(self.ranks)

    def _without_continued(self, pieces: Pieces, block: Block) -> tuple[Pieces, tuple[int, int] | None]:
        """The pieces of a title before "(continued)", and the span of that word, be it there or behind the label."""
        match = self.language.continued.search(self.text, *pieces[-1]) if pieces else None
        if match is None:
            behind = self.language.continued.search(self.text, block.printed + len(block.label), block.body)
            return pieces, behind.span() if behind and KINDS[block.kind].heads else None
        start = pieces[-1][0]
        return [*pieces[:-1], (start, match.start())] if match.start() > start else pieces[:-1], match.span()

    # Paragraphs and recommendations

    def _number(self, at: int, block: Block) -> None:
        number = number_of(block.label)
        self.front, self.captioned = False, None
        last = self.found[-1] if self.found else None
        if last is not None and self._begins_agenda(at, number, last):
            last.items.append(block)
        elif (block.look.heading or self.text[block.end - 1] not in STOPS) and outweighs(self._scene(at), "numbered"):
            self.arabic = number
            self._heading(3, block.label, block, self._title(block))
        else:
            self.count = number
            self._add("paragraph", _as_printed(block.label), block, self._title(block))

    def _begins_agenda(self, at: int, number: int, last: Entry) -> bool:
        """Numbers behind a colon, until the count of paragraphs goes on: the items of a quoted agenda.

        They begin at 1, or where the list of an earlier paragraph ended. A paragraph that says that recommendations
        follow needs no colon.
        """
        if number not in (1, self.agenda_due) or not self._announces(last):
            return False
        text, start, end = self.text, last.block.start, last.block.end
        follow = self.language.recommendations_follow.search(text, start, end)
        if not follow and text[end - 1] != ":":
            return False
        length = recommendations_length(self.blocks, at, number, self.count) if follow else 0
        length = length or agenda_length(self.blocks, at, number, self.count)
        self.agenda_until = at + length - 1
        if length:
            self.agenda_due = number_of(self.blocks[self.agenda_until].label) + 1
        return length > 0

    def _announces(self, last: Entry) -> bool:
        """Whether an entry may have a list of numbers, and has none yet."""
        return last.role in ("paragraph", "text") and last.closing is None and not last.items

    def _within_agenda(self, block: Block) -> None:
        """An item of the list that goes on, or what stands between two of them, which goes with the one above."""
        items = self.found[-1].items
        if block.kind == "NUMBER" or is_item(block, number_of(items[-1].label)):
            items.append(block)
        else:
            pieces, listed = (*items[-1].pieces, *block.pieces), items[-1].listed or block.listed
            items[-1] = items[-1]._replace(pieces=pieces, end=block.end, listed=listed)

    def _compound(self, at: int, block: Block) -> None:
        self.captioned = None
        whole = block.label.split(".")[0]
        last = self.found[-1] if self.found else None
        if last is not None and last.role == "recommendation" and last.number == whole:
            self._absorb(last, [])  # what seemed to close it does not
            last.items.append(block)
        elif self._is_announced(whole):
            self._add("recommendation", block.label, block, self._title(block))
        elif self._is_announced(whole_between(self.blocks, at)):
            above = self.numbered
            self._add("recommendation", block.label, block, self._title(block))
            self.numbered = above  # whose number tells that of the next
        elif is_in_series(self.blocks, at):
            self.front = False
            self._add("paragraph", block.label, block, self._title(block))
        else:
            self._add("text", None, block, list(block.pieces))

    def _is_announced(self, whole: str | None) -> bool:
        """Paragraph 140 stands above 140.1."""
        entry = self.numbered
        if entry is None or entry.role == "paragraph":
            return entry is not None and entry.number == whole
        return (entry.number or "").split(".")[0] == whole and "." in (entry.number or "")

    def _recommendation(self, at: int, block: Block) -> None:
        pieces = self._title(block)
        below = self.blocks[at + 1] if at + 1 < len(self.blocks) else None
        self.front = False
        if not pieces and below is not None and (below.kind == "NUMBER" or self._is_told_below(at, block)):
            self._heading(self.numbered_level + 1, None, block, [(block.start, block.end)])
        else:
            self._add("recommendation", block.label, block, pieces)

    def _is_told_below(self, at: int, block: Block) -> bool:
        """Whether a label and its title stand above "6. Recommendation 1 reads as follows:"."""
        below = self.blocks[at + 2] if at + 2 < len(self.blocks) and self.blocks[at + 1].kind == "TEXT" else None
        label = " ".join(self.text[block.start : block.body].split()).rstrip(".:")
        return below is not None and below.kind == "NUMBER" and self.text.startswith(label, below.body + 1)

    # Blocks without number

    def _region(self, at: int, block: Block) -> None:
        self.captioned = None
        self._add(KINDS[block.kind].roles[0], None, block, list(block.pieces))

    def _is_in_table(self, at: int) -> bool:
        return self.captioned is not None and at - self.captioned <= MOST_BELOW_CAPTION

    def _caption(self, at: int, block: Block) -> None:
        self.captioned = at if not self.text.startswith(self.sources, block.start) else None
        self._add("text", None, block, list(block.pieces))

    def _item(self, at: int, block: Block) -> None:
        below = self.blocks[at + 1] if at + 1 < len(self.blocks) else None
        title = self._title(block)
        if below is not None and below.kind == "NUMBER" and title and self.text[title[-1][1] - 1] not in ".;:,":
            self._heading(4, f"({block.label})", block, title)
        else:
            self._unnumbered(at, block)

    def _unnumbered(self, at: int, block: Block) -> None:
        roles = KINDS[block.kind].roles
        if "heading" in roles and outweighs(self._scene(at), "title"):
            self._heading(self._level(block), None, block, list(block.pieces))
            return
        if self._resume(block):
            return
        last = self.found[-1] if self.found else None
        if (
            last is not None
            and last.role not in ("heading", "row")
            and KINDS[block.kind].words
            and not self._is_in_table(at)
        ):
            if last.role == "recommendation" and not last.items and self._wants_words(last):
                last.pieces += block.pieces
                last.listed = last.listed or block.listed
                return
            if block.kind == "TEXT" and self._closes(last, block):
                last.closing = block
                return
        self.in_names = self._goes_on_naming(block, last)
        self._add("text", None, block, list(block.pieces))

    def _wants_words(self, last: Entry) -> bool:
        """Whether a recommendation has but its label so far, or a title: "Recommendation 3: Training"."""
        if not last.pieces:
            return True
        is_first = last.pieces[-1][1] == last.block.end
        return is_first and not last.listed and not self.endings.is_ended(last.block.start, last.block.end)

    def _goes_on_naming(self, block: Block, last: Entry | None) -> bool:
        if last is None or last.role == "heading" or block.kind not in ("TEXT", "BARE", "NOTE"):
            return False
        goes_on = self.text[last.block.end - 1] == ":" or (self.in_names and last.role == "text")
        return goes_on and not self.endings.is_ended(block.start, block.end)

    def _closes(self, last: Entry, block: Block) -> bool:
        """An unmarked sentence behind a list belongs to the block that the list is in."""
        if last.pieces and self.text[last.pieces[-1][1] - 1] == ":":
            return False
        if self.language.run_in.match(self.text, block.start, block.end):
            return False
        return last.closing is None and last.role in ("paragraph", "recommendation") and bool(last.items or last.listed)

    # A list that goes on behind a table, a figure, a quotation or names that stand between two of its items

    def _resume(self, block: Block) -> bool:
        """Put an item into the block whose list waits for it, with all that stands between; whether there is one."""
        number = self.numbering.item(block.label)
        if block.kind != "ITEM" or number < 2:
            return False
        for at in range(len(self.found) - 1, max(-1, len(self.found) - 1 - MOST_BETWEEN), -1):
            entry = self.found[at]
            if entry.role == "heading":
                return False
            if entry.listed and self._last_letter(entry) == number - 1:
                self._absorb(entry, [*(each.block for each in self.found[at + 1 :]), block])
                del self.found[at + 1 :]
                return True
            if entry.role in ("paragraph", "recommendation") or entry.listed:
                return False
        return False

    def _last_letter(self, entry: Entry) -> int:
        """The number of the last lettered item of a block's outer list; 0 where it has none."""
        if not entry.pieces or entry.items:
            return 0
        _, items = split(self.text, entry.pieces[0][0], entry.pieces, self.language, listed=True)
        return next((self.numbering.item(item.label) for item in reversed(items) if item.depth == 1), 0)

    def _absorb(self, entry: Entry, blocks: Iterable[Block]) -> None:
        """Put blocks into the words of an entry, behind what closed it until now."""
        closing = [entry.closing] if entry.closing is not None else []
        entry.closing = None
        for each in (*closing, *blocks):
            entry.pieces = [*entry.pieces, *each.pieces]


_PLACE = {
    "NUMBER": _Assigner._number,
    "COMPOUND": _Assigner._compound,
    "ROMAN": _Assigner._chapter_or_letter,
    "LETTER": _Assigner._chapter_or_letter,
    "CHAPTER": _Assigner._label,
    "LABEL": _Assigner._label,
    "RECOMMENDATION": _Assigner._recommendation,
    "ITEM": _Assigner._item,
    "CAPTION": _Assigner._caption,
    "TABLE": _Assigner._region,
    "CONTENTS": _Assigner._region,
}


def _as_printed(label: str) -> str:
    """The number of a paragraph: "6 bis" in one way, however it is printed."""
    if label.isdigit():
        return label
    suffix = label.lstrip("0123456789").strip(" .*\t")
    return f"{number_of(label)} {suffix}" if suffix.islower() else f"{number_of(label)}{suffix}"


def _behind_note(text: str, block: Block) -> int:
    """Where the title behind a label begins: behind a note such as "[English only]"."""
    note = _NOTE.match(text, block.body, block.end)
    return note.end() if note else block.body


def _in_ordinary_case(label: str) -> str:
    """The label of an annex or draft decision: "ANNEX IV-A" is "Annex IV-A"."""
    first, _, rest = " ".join(label.split()).partition(" ")
    words = [first.capitalize()] + ([rest] if rest else [])
    return " ".join(words)
