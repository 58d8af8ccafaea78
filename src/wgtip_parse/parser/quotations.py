"""Quotations: which entries stand in another document, that is only quoted here.

Drafts proposed for adoption, by their labels; stretches whose numbers begin anew, until the count of paragraphs goes
on; what an annex hands over that calls itself a letter; and passages of several blocks between quotation marks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wgtip_parse.parser.lines import KINDS, number_of
from wgtip_parse.parser.roles import Entry
from wgtip_parse.words import Words

MOST_BLOCKS = 40  # between two quotation marks
ANNOUNCING = 200  # characters before a colon that may speak of drafts
MOST_NUMBERS = 120  # paragraphs of what is quoted, until the count goes on

_OPENING, _CLOSING = "“", "”"


def find(entries: Sequence[Entry], text: str, words: Words) -> frozenset[int]:
    """The places of the entries that are quoted."""
    return frozenset(
        [
            *_under_labels(entries, text, words),
            *_announced(entries, text, words),
            *_between_numbers(entries, text),
            *_between_marks(entries, text),
        ]
    )


def _under_labels(entries: Sequence[Entry], text: str, words: Words) -> Iterator[int]:
    """Drafts and decisions, and letters in an annex, up to the next heading that is no part of them."""
    level = 0
    for at, entry in enumerate(entries):
        if entry.role == "heading":
            is_label = entry.block.kind == "LABEL"
            title = text[entry.pieces[0][0] : entry.pieces[-1][1]] if entry.pieces else ""
            if is_label and (words.quoted_label.match(entry.number or "") or words.letter.match(title)):
                level = entry.level
            elif level and entry.level <= level:
                level = 0
        if level:
            yield at


def _announced(entries: Sequence[Entry], text: str, words: Words) -> Iterator[int]:
    """The drafts that a paragraph announces: up to the next chapter, or to where its own count goes on."""
    count = last = 0  # of the paragraph that announces, and the last number behind it
    for at, entry in enumerate(entries):
        block = entry.block
        number = number_of(entry.number or "") if entry.role == "paragraph" else 0
        is_chapter = entry.role == "heading" and KINDS[block.kind].heads
        if count and (is_chapter or (number == count + 1 and last != count)):
            count = 0
        if count:
            last = number or last
            yield at
        elif number and text[block.end - 1] == ":":
            is_announced = words.announces_draft.search(text, max(block.start, block.end - ANNOUNCING), block.end)
            count, last = (number, 0) if is_announced else (0, 0)


def _between_numbers(entries: Sequence[Entry], text: str) -> Iterator[int]:
    """Stretches whose numbers are not of the count, which goes on behind them."""
    for segment in _segments(entries):
        count, at = 0, 0
        while at < len(segment):
            place = segment[at]
            number = number_of(entries[place].number or "")
            resumed = _resumes(segment, at, count, entries) if count and number != count + 1 else at
            if resumed > at:
                yield from _stretch(entries, text, segment[at - 1], segment[resumed])
                at = resumed
            else:
                count, at = number, at + 1


def _segments(entries: Sequence[Entry]) -> Iterator[list[int]]:
    """The places of the numbered paragraphs, annex by annex."""
    segment: list[int] = []
    for at, entry in enumerate(entries):
        if entry.role == "paragraph" and "." not in (entry.number or "."):
            segment.append(at)
        elif entry.role == "heading" and entry.level == 1 and entry.block.kind == "LABEL":
            yield segment
            segment = []
    yield segment


def _resumes(segment: Sequence[int], at: int, count: int, entries: Sequence[Entry]) -> int:
    """Where the count goes on behind one or more runs of other numbers; `at` itself where it does not."""
    last = number_of(entries[segment[at]].number or "")
    for behind in range(at + 1, min(len(segment), at + MOST_NUMBERS)):
        number = number_of(entries[segment[behind]].number or "")
        if number == count + 1 and number not in (last, last + 1):
            return behind
        last = number
    return at


def _stretch(entries: Sequence[Entry], text: str, above: int, below: int) -> Iterator[int]:
    """What is quoted between two paragraphs: without headings that stand above the second."""
    last = max(at for at in range(above + 1, below) if entries[at].role == "paragraph")
    is_announced = text[entries[above].block.end - 1] == ":"
    first = above + 1 if is_announced else next(at for at in range(above + 1, below) if entries[at].role == "paragraph")
    while last + 1 < below and entries[last + 1].role != "heading":
        last += 1
    yield from range(first, last + 1)


def _between_marks(entries: Sequence[Entry], text: str) -> Iterator[int]:
    """Blocks from one that opens a quotation to the one that closes it."""
    at = 0
    while at < len(entries):
        block = entries[at].block
        words = text[block.start : block.end] if entries[at].role == "text" and text[block.start] == _OPENING else ""
        if words.count(_OPENING) > words.count(_CLOSING):
            end = _closing(entries, text, at)
            yield from range(at, end)
            at = max(at + 1, end)
        else:
            at += 1


def _closing(entries: Sequence[Entry], text: str, at: int) -> int:
    """Behind the block that closes the quotation which a block opens; `at` where none does."""
    for behind in range(at + 1, min(len(entries), at + MOST_BLOCKS)):
        block = entries[behind].block
        words = text[block.start : block.end]
        if entries[behind].role == "heading":
            return at
        if words.count(_CLOSING) > words.count(_OPENING):
            return behind + 1
    return at
