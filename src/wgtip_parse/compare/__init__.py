"""Two documents → what became of each paragraph, whatever its number, by its words and its place in the order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wgtip_parse.changes import Change, Comparison, Label, Piece, Unit
from wgtip_parse.compare.aligned import Alignment, Group, align
from wgtip_parse.compare.following import Numbering, following, numbering
from wgtip_parse.compare.strength import operative
from wgtip_parse.compare.units import units
from wgtip_parse.compare.wording import Print, broken_words, joined, pieces
from wgtip_parse.draft import Draft
from wgtip_parse.words import Words, words


def compare(old: Sequence[Draft], new: Sequence[Draft]) -> Comparison:
    """All changes from the older side to the newer; each side is one document or its parts in order."""
    (before, items_before), (after, items_after) = units(old), units(new)
    teller = _Teller(old, new)
    whole = align(before, after)
    numbers = numbering(whole)
    changes = [teller.change(each, whole, numbers) for each in whole.groups]
    inside = align(items_before, items_after)
    changes += _settled((teller.change(each, inside, numbers) for each in inside.groups), whole)
    return Comparison(_names(old), _names(new), tuple(changes))


class _Teller:
    """What the changes of two sides are told from: their language, and the texts that they were read from."""

    def __init__(self, old: Sequence[Draft], new: Sequence[Draft]) -> None:
        self._known: Words = words(new[0].report.source.language)
        self._old, self._new = old, new
        self._marks = frozenset(note.mark for draft in (*old, *new) for note in draft.report.footnotes)

    def change(self, group: Group, alignment: Alignment, numbers: Numbering) -> Change:
        """What became of the units of a group."""
        old = tuple(alignment.old.units[at] for at in group.old)
        new = tuple(alignment.new.units[at] for at in group.new)
        if not old or not new:
            return Change("deleted" if old else "inserted", old, new, _whole(old, new))
        if alignment.says_the_same(group):
            return Change(_label(group, ()), old, new, (Piece("same", old[0].text, new[0].text),))
        printed = Print(broken_words((*_read(self._old, old), *_read(self._new, new))), self._marks)
        told = following(pieces(joined(old), joined(new), printed), old, numbers, self._known)
        label = _label(group, told)
        asks = label != "same" and any(unit.recommends for unit in (*old, *new))
        return Change(label, old, new, told, operative(old, new, self._known) if asks else None)


def _label(group: Group, told: Sequence[Piece]) -> Label:
    if len(group.new) > 1:
        return "split"
    if len(group.old) > 1:
        return "merged"
    if group.is_moved:
        return "moved"
    return "reworded" if any(each.kind == "changed" for each in told) else "same"


def _whole(old: Sequence[Unit], new: Sequence[Unit]) -> tuple[Piece, ...]:
    return (Piece("changed", joined(old).text, joined(new).text),)


def _settled(changes: Iterator[Change], whole: Alignment) -> Iterator[Change]:
    """An item has moved only where it has left its paragraph or changed places in it, not where that has moved."""
    of_old = {at: number for number, group in enumerate(whole.groups) for at in group.old}
    of_new = {at: number for number, group in enumerate(whole.groups) for at in group.new}
    for each in changes:
        if each.change == "moved":
            (before,), (after,) = each.old, each.new
            home, here = of_old.get(before.inside or 0), of_new.get(after.inside or 0)
            if home == here and whole.groups[home or 0].is_moved:
                each = Change(_label(Group((0,), (0,)), each.pieces), each.old, each.new, each.pieces, each.operative)
        yield each


def _read(side: Sequence[Draft], units: Sequence[Unit]) -> Iterator[str]:
    """What the units were read from."""
    return (side[unit.document].source.text[slice(*unit.span)] for unit in units)


def _names(side: Sequence[Draft]) -> tuple[str, ...]:
    return tuple(draft.source.name for draft in side)
