"""Draw the recommendations of which repeats.json says by hand whether they were said before.

usage: draw_repeats.py LISTS.json     (../shared/board/reviews/lists.json)

Prints "half later number", a line for each of 60 recommendations: two at random from the later review of each State
that has two reviews in the lists. The States are dealt out in turns to the halves "mended", which may be looked at
while the linking is mended, and "once", which is reported once.

When "once" had been reported, 20 more were drawn from its States, two of each review, and labelled before anything was
run on them: "again", reported once as well.

The labels. Written by hand on 26 November 2026 by one labeller, a session of this project (a language model, no
person), who read every recommendation of the earlier review of the same State in the lists, before anything but the
old scores was there to be run on them. "same" are those of the earlier review that ask the State to do the same thing,
the best first; where it is empty, nothing was said before. "related" are others on the same subject. Each goes by its
number in the lists and its first words.

How doubtful cases were decided:
- Another strength ("consider ratifying") or another breadth of the same act is the same; so is one that has one of
  several acts that a recommendation asks, if nothing has all.
- Another act on the same subject is related: a policy on displacement where housing for the displaced was asked, the
  investigation of crimes where their prevention was asked, ratification of another protocol of one convention.
- "Ratify what is not yet ratified" is the same as other calls for all that is pending, not as calls for one treaty.

A recommendation with something in "same" is right when the first link to the earlier review is one of these; one with
nothing is right when there is no link to the earlier review. Links within the later review do not count.
"""

import json
import pathlib
import random
import sys
from collections import defaultdict
from collections.abc import Iterator

SEED = 20261126
EACH = 2
HALVES = ("mended", "once")


def two_cycles(names: list[str]) -> list[tuple[str, str]]:
    """The earlier and the later review of each State that has two."""
    reviews: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names):
        reviews[name.rstrip("0123456789")].append(name)
    return [(each[0], each[1]) for _, each in sorted(reviews.items()) if len(each) == 2]


def draw(lists: dict[str, dict[str, str]]) -> Iterator[tuple[str, str, str]]:
    """Half, later review and number of each recommendation, in the order drawn."""
    chance = random.Random(SEED)
    pairs = two_cycles(list(lists))
    chance.shuffle(pairs)
    for place, (_, later) in enumerate(pairs):
        for number in chance.sample(sorted(lists[later]), EACH):
            yield HALVES[place % len(HALVES)], later, number


def draw_again(lists: dict[str, dict[str, str]], drawn: list[tuple[str, str, str]]) -> Iterator[tuple[str, str, str]]:
    """Two more from each later review of the half that was reported once."""
    chance = random.Random(SEED + 1)
    for later in sorted({later for half, later, _ in drawn if half == HALVES[1]}):
        others = [number for number in sorted(lists[later]) if ("once", later, number) not in drawn]
        for number in chance.sample(others, EACH):
            yield "again", later, number


def main() -> int:
    if len(sys.argv) != 2 or not (path := pathlib.Path(sys.argv[1])).is_file():
        sys.stderr.write(__doc__)
        return 2
    lists = json.loads(path.read_text(encoding="utf-8"))
    drawn = list(draw(lists))
    drawn += draw_again(lists, drawn)
    sys.stdout.writelines(f"{half} {later} {number}\n" for half, later, number in drawn)
    return 0


if __name__ == "__main__":
    sys.exit(main())
