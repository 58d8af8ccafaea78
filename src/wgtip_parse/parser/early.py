"""Labels that come too early: plain text from a PDF may put "D." before the paragraphs that stand above its heading.

Where two labels follow each other with no words between, one of them has the words that come next; the other belongs to
a later line that has none, and stands there from now on.
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import and_

from wgtip_parse.parser.blocks import SHORTEST_WRAPPED_TITLE
from wgtip_parse.parser.lines import Line

HEADED = frozenset({"CHAPTER", "ROMAN", "LETTER"})
LABELS = HEADED | {"NUMBER", "ITEM"}
FARTHEST = 80  # lines between a label and its words
LONGEST_TITLE = 3  # lines
LONGEST_FILL = 40  # characters, points and spaces behind a label


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
    if run[0].kind in HEADED and run[-1].kind not in HEADED and stop < len(lines) and not _is_title(lines, stop, text):
        return run[:-1]
    return run[1:]


def _words_of(waiting: list[Line], lines: list[Line], start: int, text: str) -> Iterator[int]:
    """The lines, one for each label, that begin what the labels stand for."""
    due = list(waiting)
    for at in range(start + 1, min(len(lines), start + FARTHEST)):
        if not due:
            return
        line, above = lines[at], lines[at - 1]
        if line.kind != "TEXT" or _is_alone(above, text) or not text[line.start].isupper():
            continue
        if due[0].kind in HEADED and not _is_title(lines, at, text):
            continue
        if text[above.end - 1] in ".;:" or (_is_title_line(above, text) and (line.blank or due[0].kind in HEADED)):
            yield at
            del due[0]


def _is_title(lines: list[Line], at: int, text: str) -> bool:
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
