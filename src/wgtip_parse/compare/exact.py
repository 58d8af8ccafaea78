"""Units that say the same on both sides, word for word.

What stands once on each side is one; so is what says the same next to a link; so is, of what stands several times, the
first between two links with the first, the second with the second (P. Heckel, "A technique for isolating differences
between files", 1978, and the patience way of comparing).
"""

from __future__ import annotations

from collections import defaultdict

from wgtip_parse.compare.links import Links
from wgtip_parse.compare.side import Side

Key = tuple[str, str]


def link_unique(old: Side, new: Side, links: Links) -> None:
    """Link what stands once on each side."""
    there = _places(new)
    for key, places in _places(old).items():
        if len(places) == 1 and len(there.get(key, ())) == 1:
            links.add(places[0], there[key][0])


def link_neighbours(old: Side, new: Side, links: Links) -> None:
    """Link what says the same behind a link, and then what does before one."""
    for step in (1, -1):
        for first, second in list(links.pairs())[::step]:
            before, after = first + step, second + step
            while (
                0 <= before < len(links.forth)
                and 0 <= after < len(links.back)
                and links.forth[before] is None
                and links.back[after] is None
                and old.keys[before] == new.keys[after]
            ):
                links.add(before, after)
                before, after = before + step, after + step


def link_in_gaps(old: Side, new: Side, links: Links) -> None:
    """Link what says the same between two links, in order."""
    for gap in list(links.gaps()):
        waiting: dict[Key, list[int]] = defaultdict(list)
        for at in reversed(gap.old):
            if links.forth[at] is None:
                waiting[old.keys[at]].append(at)
        for at in gap.new:
            if links.back[at] is None and waiting.get(new.keys[at]):
                links.add(waiting[new.keys[at]].pop(), at)


def _places(side: Side) -> dict[Key, list[int]]:
    places: dict[Key, list[int]] = defaultdict(list)
    for at, key in enumerate(side.keys):
        places[key].append(at)
    return places
