"""A comparison as a Word document with tracked changes: accepted it says what NEW says, rejected what OLD says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal, NamedTuple

from wgtip_parse.changes import Change, Comparison, Piece, Unit
from wgtip_parse.office.archive import zipped
from wgtip_parse.office.document import Document
from wgtip_parse.office.markup import run
from wgtip_parse.words import Words, words

Side = Literal["ins", "del"]

AUTHOR = "wgtip"
STYLES = {"heading": "H1", "footnote": "FootnoteText", "masthead": "Normal"}
USUAL = "SingleTxt"
DAY, DATES = re.compile(r"\d{4}-\d\d-\d\d"), re.compile(r"(?<= \d{4}), (?=\d)")
WHITE = re.compile(r"(\s+)")
UNTRACKED = re.compile(r"<(/?)w:t(?=[ >])")


class Stretch(NamedTuple):
    """Words, or the end of a paragraph ("\\n"), on both sides or on one."""

    words: str
    side: Side | None


def emit_changes(comparison: Comparison) -> bytes:
    """One document; items are told with their paragraphs."""
    tracked = _Tracked()
    for change, side in _in_both_orders([each for each in comparison.changes if each.kind != "item"]):
        tracked.add(STYLES.get(change.kind, USUAL), list(_stretches(change, side)))
    names = f"{', '.join(comparison.old)} → {', '.join(comparison.new)}"
    return zipped(tracked.document.parts(names, "", run(names), ""))


class _Tracked:
    """Writes paragraphs whose words and ends are tracked."""

    def __init__(self) -> None:
        self.document = Document()
        self._changes = 0

    def add(self, style: str, stretches: Sequence[Stretch]) -> None:
        """The paragraphs of one change: what ends in no line of its own ends as it does."""
        inside = ""
        for each in stretches:
            if each.words == "\n":
                self.document.add(style, inside, self._end(each.side))
                inside = ""
            else:
                inside += self._run(each)

    def _run(self, stretch: Stretch) -> str:
        written, side = run(stretch.words), stretch.side
        if side is None:
            return written
        written = UNTRACKED.sub(r"<\1w:delText", written) if side == "del" else written
        return f"<w:{side} {self._attributes()}>{written}</w:{side}>"

    def _end(self, side: Side | None) -> str:
        return f"<w:rPr><w:{side} {self._attributes()}/></w:rPr>" if side else ""

    def _attributes(self) -> str:
        self._changes += 1
        return f'w:id="{self._changes}" w:author="{AUTHOR}"'


def _in_both_orders(changes: Sequence[Change]) -> list[tuple[Change, Side | None]]:
    """The changes in the order of the newer side; what was moved is put in there, and taken out where it stood."""
    found: list[tuple[Change, Side | None]] = [(each, "ins" if each.change == "moved" else None) for each in changes]
    for each in changes:
        if each.change != "moved":
            continue
        before = [at for at, (other, side) in enumerate(found) if side is None and _is_before(other, each)]
        found.insert(before[-1] + 1 if before else 0, (each, "del"))
    return found


def _is_before(one: Change, other: Change) -> bool:
    return bool(one.old) and _place(one.old[-1]) < _place(other.old[0])


def _place(unit: Unit) -> tuple[int, int]:
    return unit.document, unit.span[0]


def _stretches(change: Change, side: Side | None) -> Iterator[Stretch]:
    is_pair = len(change.old) == len(change.new) == 1 and side is None
    if change.kind == "masthead" and change.change == "same":
        yield from _lines(f"{_text(change.new[0], words())}\n", None)
        return
    if is_pair and change.kind != "masthead":
        yield from _compared(_label(change.old[0]), _label(change.new[0]))
        for piece in change.pieces:
            yield from _piece(piece)
        yield Stretch("\n", None)
        return
    both: tuple[tuple[tuple[Unit, ...], Side], ...] = ((change.old, "del"), (change.new, "ins"))
    for units, own in both:
        if side in (None, own):
            for unit in units:
                yield from _lines(f"{_text(unit, words())}\n", own)


def _piece(piece: Piece) -> Iterator[Stretch]:
    if piece.kind == "same":
        yield from _compared(piece.old, piece.new)
    else:
        yield from _lines(piece.old, "del")
        yield from _lines(piece.new, "ins")


def _compared(old: str, new: str) -> Iterator[Stretch]:
    """Texts whose words are the same but for the markers of items, spaces and ends of lines."""
    before, after = WHITE.split(old), WHITE.split(new)
    if len(before) != len(after):
        yield from _lines(old, "del")
        yield from _lines(new, "ins")
        return
    together = ""
    for one, other in zip(before, after, strict=True):
        if one == other and "\n" not in one:
            together += one
            continue
        yield from _lines(together, None)
        together = ""
        if one == other or (one.isspace() and "\n" in one and "\n" in other):
            yield Stretch("\n", None)
        else:
            yield from _lines(one, "del")
            yield from _lines(other, "ins")
    yield from _lines(together, None)


def _lines(text: str, side: Side | None) -> Iterator[Stretch]:
    for at, line in enumerate(text.split("\n")):
        if at:
            yield Stretch("\n", side)
        if line:
            yield Stretch(line, side)


def _text(unit: Unit, known: Words) -> str:
    """The words of a unit behind its number; a field of the masthead as it is printed."""
    if unit.kind != "masthead":
        return f"{_label(unit)}{unit.text}"
    printed = DATES.sub("–", DAY.sub(lambda match: _day(match[0], known), unit.text))
    before = {"distribution": known.word("distributed"), "original_language": known.word("originally")}
    return " ".join(filter(None, (before.get(unit.number or ""), printed)))


def _day(text: str, known: Words) -> str:
    day = date.fromisoformat(text)
    return f"{day.day} {known.listed('months')[day.month - 1]} {day.year}"


def _label(unit: Unit) -> str:
    """What is printed before the words: "II. ", "12. ", or a line of its own."""
    if unit.number is None or unit.kind == "masthead":
        return ""
    if unit.kind == "footnote":
        return f"{unit.number} "
    if unit.kind == "recommendation" and "." not in unit.number:
        return f"{words().listed('recommendation')[0]} {unit.number}\n"
    if unit.kind == "heading":
        return "" if unit.text == unit.number else f"{unit.number}. "
    return f"{unit.number} " if "." in unit.number else f"{unit.number}. "
