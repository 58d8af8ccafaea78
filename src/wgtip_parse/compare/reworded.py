"""Units that are the same in other words: the most alike first, and near each other by less than far apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from wgtip_parse.compare.likeness import Candidates, Likeness
from wgtip_parse.compare.links import Gap, Links
from wgtip_parse.compare.side import Side

NEAR = 3  # units between the same two links that are compared with each other, whatever words they share
IN_PLACE = 0.40  # likeness of one unit between the same two links
ALONE = 0.25  # likeness where they are the only ones there
ELSEWHERE = 0.62  # likeness of one that was moved: boilerplate of another place is as like as 0.5
SHORTEST_MOVED = 5  # words of a unit that may be known again elsewhere
SAME_PLACE = 0.15  # boilerplate is as like elsewhere as a paragraph is to itself with every third word another
SAME_NUMBER = 0.05  # numbers are evidence, and less than words


class Found(NamedTuple):
    """Two units that may be one, and how much says so."""

    score: float
    old: int
    new: int


def link_reworded(old: Side, new: Side, links: Links, likeness: Likeness) -> None:
    """Link what is alike enough; no unit twice."""
    found = [*_in_gaps(old, new, links, likeness), *_anywhere(old, new, links, likeness)]
    for each in sorted(found, key=lambda each: (-each.score, each.old, each.new)):
        if links.forth[each.old] is None and links.back[each.new] is None:
            links.add(each.old, each.new)


def _in_gaps(old: Side, new: Side, links: Links, likeness: Likeness) -> Iterator[Found]:
    for gap in list(links.gaps()):
        for pool, before, after in _pools(gap, old, new, links):
            alone = len(before) == len(after) == 1
            for place, one in enumerate(before):
                for other in after[max(0, place - NEAR) : place + NEAR + 1]:
                    for found in _judged(old, new, one, other, ALONE if alone else IN_PLACE, likeness):
                        yield found._replace(score=found.score + SAME_PLACE)
            if pool.startswith("masthead") and alone:
                yield Found(0.0, before[0], after[0])


def _pools(gap: Gap, old: Side, new: Side, links: Links) -> Iterator[tuple[str, list[int], list[int]]]:
    """What is open in a gap on both sides, pool by pool."""
    before: dict[str, list[int]] = {}
    for at in gap.old:
        if links.forth[at] is None:
            before.setdefault(old.pools[at], []).append(at)
    after: dict[str, list[int]] = {}
    for at in gap.new:
        if links.back[at] is None and new.pools[at] in before:
            after.setdefault(new.pools[at], []).append(at)
    return ((pool, before[pool], places) for pool, places in after.items())


def _anywhere(old: Side, new: Side, links: Links, likeness: Likeness) -> Iterator[Found]:
    open_units = [at for at, link in enumerate(links.back) if link is None and len(new.codes[at]) >= SHORTEST_MOVED]
    candidates = Candidates(new, open_units, likeness)
    for at, link in enumerate(links.forth):
        if link is None and len(old.codes[at]) >= SHORTEST_MOVED:
            for other in candidates.of(old.pools[at], old.codes[at]):
                yield from _judged(old, new, at, other, ELSEWHERE, likeness)


def _judged(old: Side, new: Side, one: int, other: int, enough: float, likeness: Likeness) -> Iterator[Found]:
    score = likeness.of(one, other)
    before, after = old.units[one], new.units[other]
    if before.number is not None and before.number == after.number:
        score += SAME_NUMBER
    if score >= enough:
        yield Found(score, one, other)
