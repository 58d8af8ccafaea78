"""The numbers of paragraphs and recommendations as one report has them, and what stood before: the concordance."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from wgtip_parse import labels
from wgtip_parse.assemble.chapters import Chapter, Placed, Said
from wgtip_parse.words import Words

WHOLE = re.compile(r"(\d+)(?: ?(bis|ter|quater))?")
COMPOUND = re.compile(r"(\d+)((?:\.\d+)+)")
WIDEST_GAP = 3  # numbers that a part may leave out and keep: what a reader of PDF loses, and no other text

Kind = Literal["paragraph", "recommendation"]
Start = tuple[int, int]  # a part, and where a block begins in its source


class Row(NamedTuple):
    """A number in a part and in the whole; `start` is where its block begins in the part's source."""

    part: int
    kind: Kind
    number: str
    final: str
    start: int


class Numbers:
    """The new numbers: of each block, and of what a part refers to by a number of its own."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = tuple(rows)
        self.of_block: Mapping[tuple[int, int, Kind], str] = {(e.part, e.start, e.kind): e.final for e in rows}
        self._of_part: dict[tuple[int, Kind, str], list[str]] = defaultdict(list)
        self._of_all: dict[tuple[Kind, str], list[str]] = defaultdict(list)
        for each in rows:
            self._of_part[each.part, each.kind, each.number].append(each.final)
            self._of_all[each.kind, each.number].append(each.final)
        repeated = {kind for (kind, _), finals in self._of_all.items() if len(finals) > 1}
        self._running = {each.kind for each in rows} - repeated

    def cited(self, part: int, kind: Kind, number: str) -> str | None:
        """The new number of what a part calls by a number, None where it has none such, or two.

        Where all parts are numbered as one, it may be of another part.
        """
        found = self._of_part.get((part, kind, number), [])
        if not found and kind in self._running:
            found = self._of_all.get((kind, number), [])
        return found[0] if len(found) == 1 else None


def number(root: Chapter, known: Words) -> tuple[Numbers, list[Said]]:
    """Count through the report's own text; annexes and what is quoted keep their numbers."""
    counter = _Counter()
    rows: list[Row] = []
    said: list[Said] = []
    for part, block in _own(root):
        own = block.number
        kind: Kind = "recommendation" if block.kind == "recommendation" else "paragraph"
        final = counter.next(part, kind, own or "", block.span[0], said)
        if own is not None and final is not None:
            rows.append(Row(part, kind, own, final, block.span[0]))
        if kind == "paragraph" and (labelled := labels.labelled(block.text, known)):
            final = counter.next(part, "recommendation", labelled.number, block.span[0], said)
            rows += [Row(part, "recommendation", labelled.number, final, block.span[0])] if final else []
    return Numbers(rows), said


class _Counter:
    def __init__(self) -> None:
        self._last: dict[Kind, int] = {"paragraph": 0, "recommendation": 0}
        self._own: dict[tuple[int, Kind], int] = {}  # the last number of each part
        self._parents: dict[tuple[int, str], str] = {}

    def next(self, part: int, kind: Kind, own: str, start: int, said: list[Said]) -> str | None:
        """The next number; where a part leaves some out, they stay free; None for what is counted apart."""
        if compound := COMPOUND.fullmatch(own):
            parent = self._parents.get((part, compound[1]))
            return f"{parent}{compound[2]}" if parent else own
        if not (whole := WHOLE.fullmatch(own)):
            return None
        value = int(whole[1])
        step = 1 if whole[2] else value - self._own.get((part, kind), value - 1)
        if not 1 <= step <= WIDEST_GAP:
            said.append(Said(part, start, f"{kind} {own} follows {kind} {value - step}: its number is kept"))
            return None
        if step > 1:
            said.append(Said(part, start, f"{kind} {own} follows {kind} {value - step}: the numbers between stay free"))
        self._last[kind] += step
        self._own[part, kind] = value
        final = str(self._last[kind])
        if kind == "paragraph":
            self._parents[part, whole[1]] = final
        return final


def _own(root: Chapter) -> Iterator[Placed]:
    yield from (each for each in root.blocks if not each.block.quoted)
    for chapter in root.every_chapter():
        if not chapter.is_annex and not chapter.quoted:
            yield from (each for each in chapter.blocks if not each.block.quoted)
