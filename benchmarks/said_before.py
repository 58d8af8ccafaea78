"""What "said before" costs as an index grows: `make bench`, or `python benchmarks/said_before.py 1000000`.

Each size is linked in a process of its own, so that its peak of memory is its own. Made recommendations share far more
words than real ones do, so that nearly all of one body are linked; of 200 States only those of one State are compared.
"""

from __future__ import annotations

import random
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from index import report, sentence, sentences_of_samples
from rows import Row, show

from wgtip_parse.index.entry import enter
from wgtip_parse.index.facets import vocabularies
from wgtip_parse.index.model import Recommendation
from wgtip_parse.index.occasions import Occasion
from wgtip_parse.index.repeats import relatives
from wgtip_parse.parser import parse_source
from wgtip_parse.readers import read_text
from wgtip_parse.symbols import bodies

SIZES = (10_000, 100_000)
OF_A_MEETING = 100
STATES = 200
ONE = "one"  # the first argument of the process that links one size
A_MONTH = 12  # meetings of a year: the dates go on for as many years as it takes


def growth(sizes: tuple[int, ...] = SIZES) -> Iterator[Row]:
    """Time and memory for each recommendation, the texts themselves aside."""
    for states in (1, STATES):
        for size in sizes:
            command = [sys.executable, __file__, ONE, str(size), str(states)]
            each, memory, linked = map(int, subprocess.check_output(command, text=True).split())
            what = "of one body" if states == 1 else f"of {states} States"
            measured = f"{each} µs and {memory:,} bytes each, {linked:,} said before"
            yield Row(f"said before, {size:,} made recommendations {what}", measured, "the same for any number")


def one_size(size: int, states: int) -> None:
    """Microseconds and bytes for each recommendation, and how many were said before."""
    made, told = tuple(_made(size)), [_occasion(at // OF_A_MEETING, states) for at in range(size)]
    before, start = _peak(), time.process_time()
    linked = sum(1 for each in relatives(made, told) if each.similar)
    took = time.process_time() - start
    print(f"{took / size * 1e6:.0f} {(_peak() - before) / size:.0f} {linked}")


def _made(size: int) -> Iterator[Recommendation]:
    sentences, chance = sentences_of_samples(), random.Random(3)
    source = read_text("a.txt", report(1, sentences, chance))
    first = enter(source, parse_source(source).report, bodies(), vocabularies.of_the_package()).recommendations[0]
    for at in range(size):
        yield first.model_copy(update={"id": f"R{at}", "text": sentence(sentences, chance)})


def _occasion(meeting: int, states: int) -> Occasion:
    when = f"{1000 + meeting // A_MONTH}-{meeting % A_MONTH + 1:02}"
    state = f"State{meeting % states}" if states > 1 else None
    return Occasion(when, f"M{meeting}", state, (f"{meeting}.txt", ""), True, None, None)


def _peak() -> int:
    """The most memory that this process has had, in bytes."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return int(re.findall(r"VmHWM:\s+(\d+) kB", status)[0]) * 1024


if __name__ == "__main__":
    if sys.argv[1:2] == [ONE]:
        one_size(*map(int, sys.argv[2:]))
    else:
        show(growth(tuple(map(int, sys.argv[1:])) or SIZES))
