"""What compiling and searching an index costs: `make bench`. Every figure is measured here; nothing is a test.

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

from rows import Row, show

from wgtip_parse import load
from wgtip_parse.index import query, store
from wgtip_parse.index.assembly import assemble
from wgtip_parse.index.entry import enter
from wgtip_parse.index.facets import vocabularies
from wgtip_parse.index.model import Recommendation
from wgtip_parse.parser import parse_source
from wgtip_parse.readers import read_text
from wgtip_parse.symbols import bodies

WGTIP = str(Path(sys.executable).with_name("wgtip"))
SAMPLES = sorted((Path(__file__).parent.parent / "samples").glob("meeting-*.txt"))
REPORTS = 2_000
PARTS = 3  # of a meeting
CHANGED = 20
RECOMMENDATIONS = 100_000
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


def report(number: int, sentences: list[str], chance: random.Random, length: int = LENGTH) -> str:
    """A report of about 4 kB, or so many characters: recommendations, then deliberations."""
    meeting, part = divmod(number, PARTS)
    head = {"committee": meeting // 30, "year": 1990 + meeting % 30, "part": f"/Add.{part}" if part else ""}
    text = HEAD.format_map(head)
    for at in range(part * 4 + 1, part * 4 + 5):
        text += f"Recommendation {at}\n\n{sentence(sentences, chance)}\n\n"
    text += "III. Deliberations\n\n"
    at = 1
    while len(text) < length:
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


def compiling() -> Iterator[Row]:
    """A first run, and one more after a few documents have changed."""
    sample = str(SAMPLES[0])
    with reports() as folder:
        one, index = folder.parent / "one.json", folder.parent / "index.sqlite"
        start_up = statistics.median(seconds("compile", sample, "-o", str(one)) for _ in range(3))
        first = seconds("compile", str(folder), "-o", str(index), "--jobs", "1") - start_up
        what = f"compile {REPORTS:,} reports of 4 kB, start-up aside, one process"
        yield Row(what, f"{REPORTS / first:.0f} a second", "500")
        for number in range(0, REPORTS, REPORTS // CHANGED):
            path = folder / f"{number:04}.txt"
            path.write_text(path.read_text(encoding="utf-8") + "99. The meeting rose.\n", encoding="utf-8")
        again = seconds("compile", str(folder), "-o", str(index), "--jobs", "1") - start_up
        yield Row(f"again with {CHANGED} changed", f"{again / first:.0%} of the first run", "at most 10 %")
        yield Row("size of that index", f"{index.stat().st_size / REPORTS / 1000:.1f} kB a report", "")


def searching() -> Iterator[Row]:
    """Searches in a large index that is open."""
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
        measured = f"{statistics.median(times) * 1000:.0f} ms median, {max(times) * 1000:.0f} ms at most"
        yield Row(f"search in {RECOMMENDATIONS:,} recommendations, with all hits counted", measured, "10 ms")


def _copies(made: tuple[Recommendation, ...], sentences: list[str], chance: random.Random) -> Iterator[Recommendation]:
    for at in range(RECOMMENDATIONS):
        yield made[at % len(made)].model_copy(update={"id": f"R{at}", "text": sentence(sentences, chance)})


def _time(database: query.Database, words: str) -> float:
    start = time.perf_counter()
    query.search(database, words, query.Filters(), 20)
    return time.perf_counter() - start


if __name__ == "__main__":
    show(row for rows in (compiling, searching) for row in rows())
