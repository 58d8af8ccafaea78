"""What became of the paragraphs of one document in another: the values that a comparison gives and emitters print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from wgtip_parse.model import Span

Kind = Literal["masthead", "heading", "paragraph", "recommendation", "text", "item", "footnote"]
Label = Literal["same", "reworded", "inserted", "deleted", "split", "merged", "moved"]
Turn = Literal["softened", "hardened", "changed"]

NOUNS = ("recommendation", "paragraph", "unnumbered paragraph", "heading", "footnote", "masthead field")
TOLD: tuple[tuple[Label, str], ...] = (
    ("reworded", "reworded"),
    ("inserted", "new"),
    ("deleted", "deleted"),
    ("split", "split"),
    ("merged", "merged"),
    ("moved", "moved"),
)


@dataclass(frozen=True, slots=True)
class Unit:
    """What is compared as one: a paragraph with its items, a heading, an item, a footnote, a field of the masthead.

    `text` has the items of a paragraph on lines of their own, each behind its marker; `unspoken` are the places of the
    markers in it. `number` is that of the paragraph or heading, of an item "16 (a)", of a footnote its mark, of a field
    its name. `document` counts the files of a side from 0; `inside` says of an item which block of its side it is in.
    `recommends` is true where the index takes a recommendation from it.
    """

    kind: Kind
    number: str | None
    text: str
    span: Span
    document: int = 0
    quoted: bool = False
    recommends: bool = False
    inside: int | None = None
    unspoken: tuple[Span, ...] = ()

    @property
    def is_block(self) -> bool:
        """Whether it is a paragraph, numbered or not."""
        return self.kind in ("paragraph", "recommendation", "text")


class Piece(NamedTuple):
    """A stretch of words: the same on both sides, changed, or a number that only follows the new numbering."""

    kind: Literal["same", "changed", "follows"]
    old: str
    new: str


class Operative(NamedTuple):
    """The words by which a recommendation recommends before and after, and whether it asks less or more by them."""

    old: str
    new: str
    turn: Turn


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one unit, or of those that were split or merged; one that was moved may be reworded too."""

    change: Label
    old: tuple[Unit, ...]
    new: tuple[Unit, ...]
    pieces: tuple[Piece, ...] = ()
    operative: Operative | None = None

    @property
    def kind(self) -> Kind:
        """The kind of the unit as it is now, or was where it is deleted."""
        return (self.new or self.old)[0].kind

    @property
    def recommends(self) -> bool:
        """Whether it is a recommendation on either side."""
        return any(unit.recommends for unit in (*self.old, *self.new))

    @property
    def renumbered(self) -> bool:
        """Whether one unit has another number now."""
        return len(self.old) == len(self.new) == 1 and self.old[0].number != self.new[0].number

    @property
    def words(self) -> tuple[tuple[str, str], ...]:
        """The words that changed, before and after."""
        return self._told("changed")

    @property
    def references(self) -> tuple[tuple[str, str], ...]:
        """The numbers in references that only follow the new numbering, before and after."""
        return self._told("follows")

    def _told(self, kind: str) -> tuple[tuple[str, str], ...]:
        found = (each for each in self.pieces if each.kind == kind)
        return tuple((" ".join(each.old.split()), " ".join(each.new.split())) for each in found)


@dataclass(frozen=True, slots=True)
class Comparison:
    """All changes in the order of the newer side, what was deleted where it stood; the names of the files compared."""

    old: tuple[str, ...]
    new: tuple[str, ...]
    changes: tuple[Change, ...]

    @property
    def differs(self) -> bool:
        """Whether anything is not the same, numbers apart."""
        return any(each.change != "same" for each in self.changes)


@dataclass(frozen=True, slots=True)
class Life:
    """What became of one recommendation from each version to the next: several changes where it has been split."""

    changes: tuple[tuple[Change, ...], ...]

    @property
    def stages(self) -> tuple[tuple[Unit, ...], ...]:
        """The units that it is in each version, none before it came up and after it went."""
        first = next(at for at, each in enumerate(self.changes) if each)
        began = tuple(unit for change in self.changes[first] for unit in change.old)
        later = [tuple(unit for change in each for unit in change.new) for each in self.changes[first:]]
        return (*[()] * first, began, *later)


def summary(changes: Iterable[Change]) -> str:
    """All changes in one sentence: "3 recommendations reworded, 1 new, 1 split; 2 headings deleted"."""
    changes = tuple(changes)
    counts = Counter((noun_of(each), each.change) for each in changes)
    told = [_counted(noun, counts) for noun in NOUNS]
    renumbered = sum(each.change == "same" and each.renumbered and noun_of(each) in NOUNS[:2] for each in changes)
    said = "; ".join(filter(None, told)) or "no changes"
    return said + (f"; {renumbered} only renumbered" if renumbered else "")


def noun_of(change: Change) -> str:
    """What people call it."""
    if change.recommends or change.kind == "recommendation":
        return "item" if change.kind == "item" else "recommendation"
    return {"text": "unnumbered paragraph", "masthead": "masthead field"}.get(change.kind, change.kind)


def numbers(units: Sequence[Unit], documents: Sequence[str] = ()) -> str:
    """The numbers of units for people: "12, 13", behind their document where there are several."""
    told = ", ".join(unit.number.replace("_", " ") for unit in units if unit.number is not None)
    return f"{documents[units[0].document]}, {told}".rstrip(", ") if units and len(documents) > 1 else told


def named(change: Change, comparison: Comparison) -> str:
    """The numbers before and after, or the only one: "12 → 14"."""
    old, new = numbers(change.old, comparison.old), numbers(change.new, comparison.new)
    if not change.old or not change.new or old == new:
        return new or old
    return f"{old or '–'} → {new or '–'}"


def _counted(noun: str, counts: Mapping[tuple[str, Label], int]) -> str:
    told = ""
    for label, word in TOLD:
        if not (number := counts[noun, label]):
            continue
        told += f", {number} {word}" if told else f"{number} {noun}{'' if number == 1 else 's'} {word}"
    return told
