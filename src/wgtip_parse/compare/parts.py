"""What was split and what was merged: parts whose words stand, in order, in what is left of a whole.

The function speaks of a whole on one side and its parts on the other; a merger is a split seen from the newer side.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import LCSseq

from wgtip_parse.compare.likeness import Candidates, Likeness
from wgtip_parse.compare.side import Side

HELD = 0.70  # of a part's words, in what its neighbour has left over
HELD_ELSEWHERE = 0.90  # the same, of a part that does not stand next to the others
SHORTEST = 4  # words of a part: fewer stand in any long paragraph
LONGEST_STEP = 3  # units between a part and the next: a heading, a note to a table

Link = int | None


def parts_of(
    wholes: Side, parts: Side, to_part: Sequence[Link], to_whole: Sequence[Link], likeness: Likeness
) -> dict[int, list[int]]:
    """The parts of each whole that has more than one, in order; links from each side to the other are given."""
    open_wholes = [at for at in range(len(wholes.codes)) if _may_be_whole(at, wholes, parts, to_part)]
    candidates = Candidates(wholes, open_wholes, likeness)
    left = {at: _left_over(wholes.codes[at], parts.codes[to]) for at in open_wholes if (to := to_part[at]) is not None}
    left |= {at: wholes.codes[at] for at in open_wholes if at not in left}
    found: dict[int, list[int]] = {}
    for at in _open_parts(parts, to_whole):
        code = parts.codes[at]
        near = list(_near(at, to_whole, found))
        best = max(
            (
                (likeness.held(code, left[whole]), -whole)
                for whole in dict.fromkeys([*near, *candidates.of("block", code)])
                if whole in left and _is_enough(likeness.held(code, left[whole]), is_near=whole in near)
            ),
            default=None,
        )
        if best is not None:
            whole = -best[1]
            found.setdefault(whole, [] if (to := to_part[whole]) is None else [to]).append(at)
            left[whole] = _left_over(left[whole], code)
    return {whole: sorted(places) for whole, places in found.items() if len(places) > 1}


def _may_be_whole(at: int, wholes: Side, parts: Side, to_part: Sequence[Link]) -> bool:
    to = to_part[at]
    return wholes.pools[at] == "block" and (to is None or wholes.keys[at] != parts.keys[to])


def _open_parts(parts: Side, to_whole: Sequence[Link]) -> Iterator[int]:
    for at, link in enumerate(to_whole):
        if link is None and parts.pools[at] == "block" and len(parts.codes[at]) >= SHORTEST:
            yield at


def _near(at: int, to_whole: Sequence[Link], found: dict[int, list[int]]) -> Iterator[int]:
    """The wholes of which a neighbour is a part already."""
    for step in (*range(-LONGEST_STEP, 0), *range(1, LONGEST_STEP + 1)):
        if 0 <= at + step < len(to_whole) and (whole := to_whole[at + step]) is not None:
            yield whole
    yield from (whole for whole, places in found.items() if at - places[-1] <= LONGEST_STEP)


def _is_enough(held: float, *, is_near: bool) -> bool:
    return held >= (HELD if is_near else HELD_ELSEWHERE)


def _left_over(whole: str, part: str) -> str:
    """The words of a whole without those that stand in a part."""
    return "".join(whole[each.src_start : each.src_end] for each in LCSseq.opcodes(whole, part) if each.tag != "equal")
