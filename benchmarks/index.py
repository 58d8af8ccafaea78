"""What compiling, linking and searching an index costs: `make bench`. Every figure is measured here; nothing is a test.

The reports are made from halves of the samples' sentences, with words changed in each, so that hardly two are the same;
three make a meeting.
"""

from __future__ import annotations

import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from wgtip_parse import load
from wgtip_parse.index import query, store
from wgtip_parse.index.assembly import assemble
from wgtip_parse.index.entry import enter
from wgtip_parse.index.facets import vocabularies
from wgtip_parse.index.model import Recommendation
from wgtip_parse.index.occasions import Occasion
from wgtip_parse.index.repeats import relatives
from wgtip_parse.parser import parse_source
from wgtip_parse.readers import read_text
from wgtip_parse.symbols import bodies

WGTIP = str(Path(sys.executable).with_name("wgtip"))
SAMPLES = sorted((Path(__file__).parent.parent / "samples").glob("meeting-*.txt"))
REPORTS = 2_000
PARTS = 3  # of a meeting
CHANGED = 20
RECOMMENDATIONS = 100_000
OF_A_MEETING = 100
STATES = 200
LENGTH = 4_000  # characters of a report
QUERIES = (
    "shelter",
    "labour inspectors",
    '"first contact"',
    "traffick* victims",
    "guardian child",
    "fishing vessel crew",
    "co-ordinators",
    "labor organisations -children",
    "sheltre victims",
)
HEAD = """United Nations

A/AC.{committee}/{year}/L.1{part}

Vienna, 1–3 June {year}

Draft report

II. Recommendations

"""


def sentences_of_samples() -> list[str]:
    blocks = [block for path in SAMPLES for block in load(path).every_block()]
    return [block.text.rstrip(".:") for block in blocks if len(block.text) > 80]


def sentence(sentences: list[str], chance: random.Random) -> str:
    """Half of one sentence and half of another, with a few words from a third."""
    first, second, third = (chance.choice(sentences).split() for _ in range(3))
    made = first[: len(first) // 2] + second[len(second) // 2 :]
    for word in chance.sample(third, 4):
        made[chance.randrange(len(made))] = word
    return f"{' '.join(made)}."


def report(number: int, sentences: list[str], chance: random.Random) -> str:
    """A report of about 4 kB: recommendations, then deliberations."""
    meeting, part = divmod(number, PARTS)
    head = {"committee": meeting // 30, "year": 1990 + meeting % 30, "part": f"/Add.{part}" if part else ""}
    text = HEAD.format_map(head)
    for at in range(part * 4 + 1, part * 4 + 5):
        text += f"Recommendation {at}\n\n{sentence(sentences, chance)}\n\n"
    text += "III. Deliberations\n\n"
    at = 1
    while len(text) < LENGTH:
        text += f"{at}. {sentence(sentences, chance)} {sentence(sentences, chance)}\n\n"
        at += 1
    return text


@contextmanager
def reports() -> Iterator[Path]:
    sentences, chance = sentences_of_samples(), random.Random(1)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "reports")
        folder.mkdir()
        for number in range(REPORTS):
            (folder / f"{number:04}.txt").write_text(report(number, sentences, chance), encoding="utf-8")
        yield folder


def seconds(*command: str) -> float:
    start = time.perf_counter()
    subprocess.run([WGTIP, *command], check=True)
    return time.perf_counter() - start


def compiling() -> None:
    sample = str(SAMPLES[0])
    with reports() as folder:
        one, index = folder.parent / "one.json", folder.parent / "index.sqlite"
        start_up = statistics.median(seconds("compile", sample, "-o", str(one)) for _ in range(3))
        first = {}
        for jobs in (2, 1):
            index.unlink(missing_ok=True)
            first[jobs] = seconds("compile", str(folder), "-o", str(index), "--jobs", str(jobs)) - start_up
        print(
            f"{REPORTS:,} reports of 4 kB, start-up aside: {REPORTS / first[1]:.0f} a second with one process", end=""
        )
        print(f" (to reach: 1,200), {REPORTS / first[2]:.0f} with two")
        for number in range(0, REPORTS, REPORTS // CHANGED):
            path = folder / f"{number:04}.txt"
            path.write_text(path.read_text(encoding="utf-8") + "99. The meeting rose.\n", encoding="utf-8")
        again = seconds("compile", str(folder), "-o", str(index), "--jobs", "1") - start_up
        print(f"again with {CHANGED} changed: {again / first[1]:.0%} of the first run (to reach: at most 50 %)")
        size = index.stat().st_size
        print(f"size of the index: {size / 1e6:.1f} MB, {size / REPORTS / 1000:.1f} kB a report")


def searching() -> None:
    sentences, chance = sentences_of_samples(), random.Random(2)
    made = read_text("a.txt", report(1, sentences, chance))
    entry = enter(made, parse_source(made).report, bodies(), vocabularies.of_the_package())
    index, _ = assemble([entry], bodies())
    recommendations = tuple(_copies(index.recommendations, sentences, chance))
    large = index.model_copy(update={"recommendations": recommendations})
    with tempfile.TemporaryDirectory() as name:
        path = Path(name, "index.sqlite")
        path.write_bytes(b"".join(store.emit_index(large)))
        with query.opened(str(path)) as database:
            times = [_time(database, words) for _ in range(3) for words in QUERIES]
        print(
            f"search in {RECOMMENDATIONS:,} recommendations: {statistics.median(times) * 1000:.0f} ms median, ", end=""
        )
        print(f"{max(times) * 1000:.0f} ms at most (to reach: 10 ms median); index {path.stat().st_size / 1e6:.0f} MB")


def linking() -> None:
    """Recommendations of meetings with a hundred each, of one body by the month or of reviews of as many States."""
    sentences, chance = sentences_of_samples(), random.Random(3)
    made = read_text("a.txt", report(1, sentences, chance))
    entry = enter(made, parse_source(made).report, bodies(), vocabularies.of_the_package())
    recommendations = tuple(_copies(entry.recommendations, sentences, chance))
    for what, states in (("of one body", 1), (f"of {STATES} States", STATES)):
        told = [_occasion(at // OF_A_MEETING, states) for at in range(RECOMMENDATIONS)]
        start = time.perf_counter()
        linked = sum(1 for each in relatives(recommendations, told) if each.similar)
        took = time.perf_counter() - start
        print(
            f"linking {RECOMMENDATIONS:,} recommendations {what}: {took:.0f} s (to reach: 60 s), {linked:,} said before"
        )


def _occasion(meeting: int, states: int) -> Occasion:
    when = f"{1950 + meeting // 12}-{meeting % 12 + 1:02}"
    state = f"State{meeting % states}" if states > 1 else None
    return Occasion(when, f"M{meeting}", state, (f"{meeting}.txt", ""), True, None, None)


def _copies(made: tuple[Recommendation, ...], sentences: list[str], chance: random.Random) -> Iterator[Recommendation]:
    for at in range(RECOMMENDATIONS):
        yield made[at % len(made)].model_copy(update={"id": f"R{at}", "text": sentence(sentences, chance)})


def _time(database: query.Database, words: str) -> float:
    start = time.perf_counter()
    query.search(database, words, query.Filters(), 20)
    return time.perf_counter() - start


if __name__ == "__main__":
    compiling()
    linking()
    searching()
