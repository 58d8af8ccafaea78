"""Page furniture: headers, footers, page and job numbers that stand between the lines of a paged document.

A line is furniture by its pattern (a job number, the document's own symbol once more) or by repetition at the edge of
pages; a bare number beside a line that is furniture already, or where it counts on with the pages.

Plain text from a PDF may also put "D." before the paragraphs that stand above its heading on the page. Where two labels
follow each other with no words between, one of them has the words that come next; the other belongs to a later line
that has none, and stands there from now on.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from operator import and_

from wgtip_parse.parser.lines import SHORTEST_WRAPPED_TITLE, Line, is_capital, without
from wgtip_parse.source import PAGE_BREAK

TOP = 8  # lines at the beginning of a document, where its symbol stands
EDGE = 2
FEWEST_REPEATS = 3
PLAIN = frozenset({"TEXT", "BARE", "SYMBOL", "NOTE"})
LONGEST_RUNNING_HEAD = 120

HEADED = frozenset({"CHAPTER", "ROMAN", "LETTER"})
LABELS = HEADED | {"NUMBER", "ITEM"}
FARTHEST = 80  # lines between a label and its words
LONGEST_TITLE = 3  # lines
LONGEST_FILL = 40  # characters, points and spaces behind a label

_JOB_NUMBER = re.compile(r"(?:[A-Z]{1,3}\.)?\d\d-\d{5}")
_SYMBOL = re.compile(r"[A-Z][A-Za-z.]*\d?(?:/[\w.()–-]+)+\*{0,3}\Z")
_JOINT = re.compile(r"[–-](?=[A-Z])")
_DIGITS = re.compile(r"\d+")


def furniture(lines: list[Line], text: str) -> tuple[list[Line], list[Line]]:
    """The lines of the document proper, and those that only the pages have."""
    marked = _by_pattern(lines, text) | _by_repetition(lines, text) | _page_numbers(lines, text) | _of_total(lines)
    marked |= _interrupting(lines, text)
    if marked:
        marked |= _under_rules(lines, text)
        _spread(lines, text, marked)
    return without(lines, marked), [lines[at] for at in sorted(marked)]


def job_number(furniture: list[Line], text: str) -> tuple[int, int] | None:
    """Where the first job number on the pages stands, without its language letter."""
    found = (_JOB_NUMBER.search(text, line.start, line.end) for line in furniture)
    return next((match.span() for match in found if match), None)


def _by_pattern(lines: list[Line], text: str) -> set[int]:
    """Job lines, and each repetition of a symbol that stands alone on its line."""
    marked = {at for at, line in enumerate(lines) if line.kind == "FURNITURE"}
    symbols = [(at, line.label) for at, line in enumerate(lines) if line.kind == "SYMBOL"]
    times = Counter(symbol for _, symbol in symbols)
    own, seen = _own_symbols(lines[:TOP], text)
    for at, symbol in symbols:
        if symbol in seen and (symbol in own or times[symbol] >= FEWEST_REPEATS):
            marked.add(at)
        seen.add(symbol)
    return marked


def _own_symbols(top: list[Line], text: str) -> tuple[set[str], set[str]]:
    """The symbols at the top of the document, and those of them that share a line with other words."""
    own: set[str] = set()
    printed: set[str] = set()
    for line in top:
        words = text[line.start : line.end].split()
        if line.kind == "SYMBOL" or _SYMBOL.match(words[-1]):
            found = {line.label} if line.kind == "SYMBOL" else {words[-1].rstrip("*")}
            found |= {part for each in found for part in _JOINT.split(each)}
            own |= found
            printed |= set() if line.kind == "SYMBOL" else found
    return own, printed


def _by_repetition(lines: list[Line], text: str) -> set[int]:
    """Running heads: the same words, numbers aside, among the first or last lines of several pages."""
    starts = [i for i, line in enumerate(lines) if line.page]
    if len(starts) < FEWEST_REPEATS:
        return set()
    edges = [i for at in starts for i in range(max(0, at - EDGE), min(len(lines), at + EDGE))]
    masked = {i: _DIGITS.sub("#", " ".join(text[lines[i].start : lines[i].end].split())) for i in set(edges)}
    times = Counter(masked.values())
    return {
        i
        for i, words in masked.items()
        if times[words] >= max(FEWEST_REPEATS, len(starts) // 3)
        and lines[i].kind in PLAIN
        and len(words) <= LONGEST_RUNNING_HEAD
    }


def _interrupting(lines: list[Line], text: str) -> set[int]:
    """Running heads of a text without pages: the same words with another number, apart, in the midst of sentences."""
    found: dict[str, list[int]] = {}
    for at, (line, below) in enumerate(pairwise(lines)):
        if at and line.blank and below.blank and line.end - line.start <= LONGEST_RUNNING_HEAD and line.kind in PLAIN:
            words = text[line.start : line.end]
            if any(letter.isdigit() for letter in words):
                found.setdefault(_DIGITS.sub("#", words), []).append(at)
    differ = [
        places
        for places in found.values()
        if len({text[lines[at].start : lines[at].end] for at in places}) == len(places)
    ]
    return {
        at
        for places in differ
        if len(places) >= FEWEST_REPEATS
        for at in places
        if text[lines[at - 1].end - 1] not in ".;:" and text[lines[at + 1].start].islower()
    }


def _page_numbers(lines: list[Line], text: str) -> set[int]:
    """Bare numbers at the ends of pages that count on as the pages do; a few may stand elsewhere on their page."""
    if PAGE_BREAK not in text:
        return set()
    bare = list(_bare_numbers(lines, text))
    ends = [(i, page, ahead) for i, page, ahead in bare if i + 1 == len(lines) or lines[i + 1].page]
    times = Counter(ahead for _, _, ahead in ends)
    found = {i: page for i, page, ahead in ends if times[ahead] > 1 or (ahead == 0 and page > 1)}
    numbered = set(found.values())
    usual, often = times.most_common(1)[0] if times else (0, 0)
    return set(found) | {
        i
        for i, page, ahead in bare
        if often >= FEWEST_REPEATS and ahead == usual and page not in numbered and _stands_apart(lines, i, text)
    }


def _bare_numbers(lines: list[Line], text: str) -> Iterator[tuple[int, int, int]]:
    """The places of bare numbers, the page of each, counted from 1, and how far the number is ahead of it."""
    page, counted = 1, 0
    for i, line in enumerate(lines):
        if line.kind == "BARE" and line.label.isdecimal():
            page += text.count(PAGE_BREAK, counted, line.start)
            counted = line.start
            yield i, page, int(line.label) - page


def _stands_apart(lines: list[Line], i: int, text: str) -> bool:
    """Whether a line stands alone behind a stop, and is no cell of a table."""
    is_alone = lines[i].blank and i + 1 < len(lines) and lines[i + 1].blank
    return is_alone and i > 0 and text[lines[i - 1].end - 1] in ".;:"


def _of_total(lines: list[Line]) -> set[int]:
    """Page numbers with the number of all pages, "6/31", wherever a rendering has put them."""
    found = [(i, line.label.split("/")) for i, line in enumerate(lines) if line.kind == "BARE" and "/" in line.label]
    times = Counter(total for _, (page, total) in found if int(page) <= int(total))
    return {i for i, (page, total) in found if times[total] >= FEWEST_REPEATS and int(page) <= int(total)}


def _spread(lines: list[Line], text: str, marked: set[int]) -> None:
    """Take the bare numbers beside furniture for page numbers, however many stand in a row."""
    pages = text.count(PAGE_BREAK) + 1
    for i in sorted(marked):
        for step in (-1, 1):
            at = i + step
            row = []
            while 0 <= at < len(lines) and at not in marked and _could_number_page(lines[at], pages):
                row.append(at)
                at += step
            if step < 0 and row and at >= 0 and lines[at].kind == "RULE" and text[lines[at].start] == "_":
                row = _without_notes(lines, row)
            marked.update(row)


def _could_number_page(line: Line, pages: int) -> bool:
    """Whether a line is a bare number; "56/103" is a decision's where there are but 31 pages."""
    total = line.label.partition("/")[2]
    return line.kind == "BARE" and (not total or pages == 1 or int(total) <= pages)


def _under_rules(lines: list[Line], text: str) -> set[int]:
    """Page numbers among the numbers of the notes, which plain text from a PDF puts in one row under their rule."""
    marked = set()
    for i, line in enumerate(lines):
        if line.kind == "RULE" and text[line.start] == "_":
            row = list(takewhile(lambda at: lines[at].kind == "BARE", range(i + 1, len(lines))))
            marked.update(_without_notes(lines, row[::-1]) if row else [])
    return marked


def _without_notes(lines: list[Line], row: list[int]) -> list[int]:
    """The page numbers of a row that stands under the rule of the footnotes: what does not count on from its top."""
    numbers = row[::-1]
    notes = 1
    while notes < len(numbers) and _follows(lines[numbers[notes - 1]], lines[numbers[notes]]):
        notes += 1
    return numbers[notes:]


def _follows(above: Line, below: Line) -> bool:
    return above.label.isdigit() and below.label.isdigit() and int(below.label) == int(above.label) + 1


def settle_labels(lines: list[Line], text: str) -> tuple[list[Line], list[Line]]:
    """The lines with every label before its words, and the labels that were moved, where they were printed."""
    early: list[Line] = []
    words: dict[int, Line] = {}
    alone = [line.kind in LABELS and _is_alone(line, text) for line in lines]
    if not any(map(and_, alone, alone[1:])):
        return lines, early
    at = 0
    while at + 1 < len(lines):
        run = at
        while run < len(lines) and alone[run] and (run == at or lines[run].blank):
            run += 1
        if run - at > 1:
            waiting = _waiting(lines, at, run, text)
            found = list(_words_of(waiting, lines, run, text)) if waiting else []
            if len(found) == len(waiting):
                early += waiting
                words.update(zip(found, waiting, strict=True))
        at = max(run, at + 1)
    if not early:
        return lines, early
    return list(_moved(lines, set(map(id, early)), words)), early


def _moved(lines: list[Line], early: set[int], words: dict[int, Line]) -> Iterator[Line]:
    """The lines without the early labels, each of which stands before its words."""
    is_behind = False
    for at, line in enumerate(lines):
        if id(line) in early:
            is_behind = True
            continue
        moved = line._replace(page=True) if is_behind else line  # what stands before it is not part of the same block
        is_behind = False
        yield _labelled(moved, words.get(at))


def _is_alone(line: Line, text: str) -> bool:
    return line.kind in LABELS and line.end - line.body <= LONGEST_FILL and not text[line.body : line.end].strip(" .")


def _waiting(lines: list[Line], start: int, stop: int, text: str) -> list[Line]:
    """The labels of a run that the words behind it do not belong to; none where the run may be right."""
    run = lines[start:stop]
    announced = start > 0 and text[lines[start - 1].end - 1] == ":"
    if run[-1].kind == "ITEM" and run[0].kind == "NUMBER":  # "12. (a)" is printed, but not behind a colon
        return run[:-1] if announced else []
    if run[0].kind in HEADED and run[-1].kind not in HEADED and stop < len(lines) and not is_title(lines, stop, text):
        return run[:-1]
    return run[1:]


def _words_of(waiting: list[Line], lines: list[Line], start: int, text: str) -> Iterator[int]:
    """The lines, one for each label, that begin what the labels stand for."""
    due = list(waiting)
    for at in range(start + 1, min(len(lines), start + FARTHEST)):
        if not due:
            return
        line, above = lines[at], lines[at - 1]
        if line.kind != "TEXT" or _is_alone(above, text) or not is_capital(text[line.start]):
            continue
        if due[0].kind in HEADED and not is_title(lines, at, text):
            continue
        if text[above.end - 1] in ".;:" or (_is_title_line(above, text) and (line.blank or due[0].kind in HEADED)):
            yield at
            del due[0]


def is_title(lines: Sequence[Line], at: int, text: str) -> bool:
    """Whether a line begins a title: without stop, and a number or letter not far below."""
    for line in lines[at : at + LONGEST_TITLE]:
        if line.kind in LABELS:
            return line is not lines[at]
        if line.kind != "TEXT" or text[line.end - 1] in ".;:,":
            return False
    return at + LONGEST_TITLE < len(lines) and lines[at + LONGEST_TITLE].kind in LABELS


def _is_title_line(line: Line, text: str) -> bool:
    return line.kind == "TEXT" and line.end - line.start < SHORTEST_WRAPPED_TITLE and text[line.end - 1] not in ".;:,"


def _labelled(line: Line, label: Line | None) -> Line:
    if label is None:
        return line
    return line._replace(kind=label.kind, label=label.label, printed=label.printed, body=line.start)
