"""The units of two sides aligned: who has become whom, one to one, or one to several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wgtip_parse.changes import Unit
from wgtip_parse.compare.exact import link_in_gaps, link_neighbours, link_unique
from wgtip_parse.compare.likeness import Likeness
from wgtip_parse.compare.links import Links, chain
from wgtip_parse.compare.parts import parts_of
from wgtip_parse.compare.reworded import link_reworded
from wgtip_parse.compare.side import Side, Vocabulary, side

FIXED = ("footnote", "masthead")  # pools whose units have no place of their own: they follow the text, or a form
ONE = 1_000_000  # a unit that keeps its place counts first, and its words only among as many units


@dataclass(frozen=True, slots=True)
class Group:
    """Places of units on both sides that belong together; one side is empty where a unit is new or gone."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    is_moved: bool = False


@dataclass(frozen=True, slots=True)
class Alignment:
    """All groups in the order of the newer side, what is gone where it stood."""

    old: Side
    new: Side
    groups: tuple[Group, ...]

    def says_the_same(self, group: Group) -> bool:
        """Whether a group is one unit with the same words on both sides."""
        return len(group.old) == len(group.new) == 1 and self.old.keys[group.old[0]] == self.new.keys[group.new[0]]


def align(before: Sequence[Unit], after: Sequence[Unit]) -> Alignment:
    """Align by words and order; numbers are evidence alone."""
    vocabulary = Vocabulary()
    old, new = side(before, vocabulary), side(after, vocabulary)
    links = Links(len(before), len(after))
    likeness = Likeness(old, new)
    link_unique(old, new, links)
    link_neighbours(old, new, links)
    link_in_gaps(old, new, links)
    link_reworded(old, new, links, likeness)
    link_neighbours(old, new, links)
    link_in_gaps(old, new, links)
    groups = list(_grouped(old, new, links, likeness))
    moved = _moved(groups, old)
    placed = [Group(each.old, each.new, each in moved) for each in groups]
    return Alignment(old, new, tuple(_in_order(placed)))


def _grouped(old: Side, new: Side, links: Links, likeness: Likeness) -> Iterator[Group]:
    split = parts_of(old, new, links.forth, links.back, likeness)
    taken = {at for places in split.values() for at in places}
    merged = {
        at: places
        for at, places in parts_of(new, old, links.back, links.forth, likeness).items()
        if at not in taken and split.keys().isdisjoint(places)
    }
    gone = {at for places in merged.values() for at in places}
    yield from (Group((at,), tuple(places)) for at, places in split.items())
    yield from (Group(tuple(places), (at,)) for at, places in merged.items())
    for at, to in enumerate(links.forth):
        if at not in split and at not in gone:
            yield Group((at,), () if to is None else (to,))
    for at, link in enumerate(links.back):
        if link is None and at not in taken and at not in merged:
            yield Group((), (at,))


def _moved(groups: Sequence[Group], old: Side) -> set[Group]:
    """The groups that do not keep their order, as few as can be said to have moved."""
    both = sorted(
        (each for each in groups if each.old and each.new and not old.pools[each.old[0]].startswith(FIXED)),
        key=lambda each: each.old,
    )
    pairs = [(each.old[0], each.new[0]) for each in both]
    weights = [ONE + min(len(old.codes[each.old[0]]), ONE - 1) for each in both]
    kept = set(chain(pairs, weights))
    return {each for each in both if (each.old[0], each.new[0]) not in kept}


def _in_order(groups: Sequence[Group]) -> list[Group]:
    place_of = {at: each.new[0] for each in groups if each.new and not each.is_moved for at in each.old}

    def place(group: Group) -> tuple[int, int, int]:
        if group.new:
            return group.new[0], 0, 0
        at = group.old[0]
        return behind[at], 1, at

    behind: dict[int, int] = {}
    last = -1
    for at in range(max((at for each in groups for at in each.old), default=-1) + 1):
        last = place_of.get(at, last)
        behind[at] = last
    return sorted(groups, key=place)
