"""Prose: where a report speaks in sentences, and what is found there.

Headings, paragraphs, recommendations, footnotes, captions and sentences in Word's boxes are prose; mastheads, tables,
contents pages and other text are not.
Patterns are searched over the whole text, which is faster than block by block, and what is found elsewhere is dropped.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from wgtip_parse.model import Block
from wgtip_parse.rules.rule import Draft
from wgtip_parse.source import PAGE_BREAK
from wgtip_parse.words import words
from wgtip_parse.words.language import another, detect

WORD = re.compile(r"[^\W\d_]{2,}")
_SENTENCE = re.compile(r"(?s)[A-Z“(](?!.*(?:\. ){4})\S*(?:\s+\S+){7,}[.;:]")  # no leaders
_FIGURE = re.compile(r"[1-9](?<=[a-z]\s.)")
FEW_WORDS = 2  # fewer may be a number, a label or a name
END = 1_000_000_000  # behind any text
NEAR = 400  # characters within which a quotation begins
FEW = 24  # pieces that are looked for one by one: more take longer than to look at the whole text
ROUND = 50  # characters on either side of a sign, among which what it is the sign of stands with all that it depends on
BREAKS = {"paragraph": 0, "recommendation": 2}  # line breaks of a block that is not wrapped


def matches(draft: Draft, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The matches of a pattern that begin in prose, in the order of the text."""
    return _in_prose(draft, pattern.finditer(draft.source.text))


def matches_near(draft: Draft, pattern: re.Pattern[str], sign: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The same of a pattern that matches only near pieces that have the sign: the rest of the text is not looked at."""
    text = draft.source.text
    pieces = draft.pieces.having(sign)
    if len(pieces) > FEW:
        return matches(draft, pattern)
    spans = _merged(sorted(span for piece in pieces for span in _round(text, piece)))
    return _in_prose(draft, (match for span in spans for match in pattern.finditer(text, *span)))


def matches_at(draft: Draft, pattern: re.Pattern[str], starts: Iterable[int]) -> Iterator[re.Match[str]]:
    """The same of a pattern that is looked for at certain places alone."""
    text = draft.source.text
    return _in_prose(draft, (match for at in starts if (match := pattern.match(text, at))))


def is_prose(draft: Draft, at: int) -> bool:
    """Whether an offset stands in prose: to be asked last, of what else would be a finding."""
    return _is_inside(draft.once(_spans), at) and is_english(draft, at)


def figures(draft: Draft) -> list[int]:
    """Where figures stand behind words in small letters."""
    return draft.once(_figures)


def occurrences(draft: Draft, words: str) -> Iterator[tuple[int, int]]:
    """The spans of the words that begin in prose; a plain search, many times faster than a pattern."""
    text = draft.source.text
    at = text.find(words)
    while at >= 0:
        if is_prose(draft, at):
            yield at, at + len(words)
        at = text.find(words, at + len(words))


def is_english(draft: Draft, at: int) -> bool:
    """Whether an offset stands in a paragraph or note in English, and not in another language's."""
    known = draft.once(_languages)
    spans = draft.once(_spans)
    span = spans[max(0, bisect_right(spans, (at, END)) - 1)]
    if span not in known:
        text, own = draft.source.text[slice(*span)], draft.report.source.language
        known[span] = detect(text) if own == "en" else another(text, own) or own
    return known[span] == "en"


def is_quoted(text: str, at: int) -> bool:
    """Whether an offset stands in a quotation or in the title of another document."""
    before = text[max(0, at - NEAR) : at]
    return before.rfind("“") > before.rfind("”") or before.count('"') % 2 == 1


def is_unwrapped(draft: Draft) -> bool:
    """Whether a draft is text with one block to a line, as drafts are passed round, and no rendering of pages."""
    return draft.once(_is_unwrapped)


def is_wrapped(draft: Draft) -> bool:
    """Whether lines of plain text break within blocks; Word says where a block ends, and of a page its look does."""
    return draft.source.format == "text" and not is_unwrapped(draft)


def are_in_a_row(draft: Draft, one: Block, behind: Block) -> bool:
    """Whether two paragraphs have numbers in a row, with nothing between them: no table, box or heading."""
    if one.number is None or behind.number is None or not (one.number.isdecimal() and behind.number.isdecimal()):
        return False
    between = draft.source.text[one.span[1] : behind.span[0]]
    return int(one.number) + 1 == int(behind.number) and not between.strip()


def is_in_sentence(draft: Draft, at: int) -> bool:
    """Whether an offset stands behind words of a paragraph on its line, so that nothing that is mended there can make
    the line a heading or an item.
    """
    text = draft.source.text
    line = text[text.rfind("\n", 0, at) + 1 : at]
    if len(WORD.findall(line)) < FEW_WORDS:
        return False
    return _is_inside(draft.once(_paragraphs), at)


def _figures(draft: Draft) -> list[int]:
    return [match.start() for match in _FIGURE.finditer(draft.source.text)]


def _in_prose(draft: Draft, found: Iterable[re.Match[str]]) -> Iterator[re.Match[str]]:
    return (match for match in found if is_prose(draft, match.start()))


def _round(text: str, piece: str) -> Iterator[tuple[int, int]]:
    """What stands round a piece, each time that it is there."""
    at = text.find(piece)
    while at >= 0:
        end = at + len(piece)
        if not text[at - 1 : at].strip() and not text[end : end + 1].strip():
            yield max(0, at - ROUND), end + ROUND
        at = text.find(piece, end)


def _merged(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Spans in order, those that touch as one."""
    first, last = 0, -1
    for start, end in spans:
        if start > last:
            if last >= 0:
                yield first, last
            first = start
        last = max(last, end)
    if last >= 0:
        yield first, last


def _languages(_: Draft) -> dict[tuple[int, int], str]:
    """The languages of the spans that were asked for."""
    return {}


def _is_unwrapped(draft: Draft) -> bool:
    source = draft.source
    if source.format != "text" or PAGE_BREAK in source.text:
        return False
    breaks = [
        source.text.count("\n", *block.span) > BREAKS[block.kind]
        for block in draft.blocks
        if block.number is not None and not block.subparagraphs
    ]
    return bool(breaks) and not any(breaks)


def _paragraphs(draft: Draft) -> list[tuple[int, int]]:
    return sorted(block.span for block in draft.blocks if block.kind != "text")


def _spans(draft: Draft) -> list[tuple[int, int]]:
    report = draft.report
    blocks = [block.span for block in draft.blocks if block.kind != "text" or _is_read(draft, block)]
    headings = [draft.places.heading_of(section) for section in draft.sections]
    notes = [note.span for note in report.footnotes if note.text is not None]
    return sorted([*blocks, *headings, *notes])


def _is_read(draft: Draft, block: Block) -> bool:
    """Whether a text block is read as prose is: the caption of a table, or a sentence in a box of a Word file."""
    if "\t" in draft.source.text[slice(*block.span)]:
        return False
    if words().captions.match(block.text):
        return True
    return draft.source.format == "word" and _SENTENCE.fullmatch(block.text) is not None


def _is_inside(spans: list[tuple[int, int]], at: int) -> bool:
    """Whether an offset lies in one of the spans; a footnote's may lie within a block's."""
    behind = bisect_right(spans, (at, END))
    return any(start <= at < end for start, end in spans[max(0, behind - 2) : behind])
