"""Contents pages: which physical lines belong to one, so that its entries are not taken for headings."""

from __future__ import annotations

import re
from collections.abc import Iterable

from wgtip_parse.parser.lines import Line

MOST_UNLED = 12  # lines of a contents page before the first with leaders
GAP = 6  # lines of a wrapped title between two lines with leaders

_LEADERS = re.compile(r"(?:\.[^\S\n]?){5}|…{2}|(?:\.[^\S\n]){3,}[^\S\n]*\d+\Z|(?: \.){3}\Z|\.{3}[^\S\n]{2,}\d+\Z")
_COLUMN_HEADS = re.compile(
    r"(?:Contents|CONTENTS|Chapter|Page|Paragraphs?|Annex(?:es)?)(?:\s{2,}(?:Page|Paragraphs?))*\Z"
)


def mark_contents(lines: list[Line], text: str) -> None:
    """Contents pages: lines with dot leaders, the wrapped titles between them, and labels that lost their titles."""
    if ". . . " not in text and "....." not in text:
        return
    led = [i for i, line in enumerate(lines) if _LEADERS.search(text, line.start, line.end)]
    last = None
    for i in led:
        near = last if last is not None and i - last <= GAP else i - 1
        if last is not None and near != last:
            _mark_labels(lines, text, range(last + 1, i))
            _mark_labels(lines, text, range(i - 1, last, -1))
        for between in lines[near + 1 : i + 1]:
            between.kind = "CONTENTS"
        last = i
    if led:
        _mark_first(lines, text, led[0])
        _mark_labels(lines, text, range(led[0] - 1, -1, -1))
        _mark_labels(lines, text, range(led[-1] + 1, len(lines)))


def _mark_first(lines: list[Line], text: str, first: int) -> None:
    """What stands between the title of a contents page and its first leaders."""
    near = range(max(0, first - MOST_UNLED), first)
    title = next((at for at in near if text[lines[at].start : lines[at].end] in ("Contents", "CONTENTS")), first)
    for line in lines[title:first]:
        line.kind = "CONTENTS"


def _mark_labels(lines: list[Line], text: str, beside: Iterable[int]) -> None:
    """Beside the leaders, in plain text from a PDF, stand page numbers, numerals without title and column heads."""
    for at in beside:
        line = lines[at]
        alone = line.kind in ("ROMAN", "LETTER", "ANNEX", "BARE") and not text[line.body : line.end].strip(" .")
        if not alone and not _COLUMN_HEADS.match(text[line.start : line.end]):
            return
        line.kind = "CONTENTS"
