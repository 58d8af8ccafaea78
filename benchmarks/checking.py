"""What checking costs beside parsing, and many documents by two processes: `make bench`. Ratios within one run."""

from __future__ import annotations

import gc
import os
import re
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from bench import SAMPLES, WGTIP, corpus_like, seconds
from rows import Row, show

from wgtip_parse.compiler import checking, choice, judging
from wgtip_parse.parser import parse_source
from wgtip_parse.placed import Placed
from wgtip_parse.readers import read, read_text
from wgtip_parse.rules import RULES, Rule
from wgtip_parse.source import Source

CORPUS = sorted((SAMPLES[0].parents[2] / "shared" / "corpus").glob("*/report*.txt"))
SIZES = (4_000, 100_000, 1_000_000)
FEWEST_TURNS, MOST_TURNS = 3, 9
CHARACTERS_IN_ALL = 1_000_000
DOCUMENTS = 600
DOCUMENT_SIZE = 10_000


def ratios() -> Iterator[Row]:
    """Checking by all rules, in times of parsing the same text."""
    sources = [read_text(f"made text of {size:,} characters", corpus_like(size)) for size in SIZES]
    samples = read_text("all samples as one text", "\n".join(path.read_text() for path in SAMPLES))
    for source in (*sources, samples):
        yield Row(f"checking by {len(RULES)} rules, {source.name}", f"{_ratio([source]):.2f} of parsing", "at most 1")
    real = [read(str(path))[0] for path in CORPUS]
    if real:  # all text forms, where they lie beside the checkout
        yield Row(f"checking {len(real)} real texts", f"{_ratio(real):.2f} of parsing", "at most 0.6")


def one_pass() -> Iterator[Row]:
    """Checking, in times of one pass for the signs of all rules, as linters look for many things in one pass."""
    source = read_text("-", corpus_like(100_000))
    signs = [f"(?:{rule.sign})" for rule in RULES if isinstance(rule, Rule) and rule.sign]
    all_signs = re.compile("|".join(signs), re.MULTILINE)
    took = seconds(lambda: sum(1 for _ in all_signs.finditer(source.text)))
    own = seconds(lambda: check(source)) - seconds(lambda: parse_source(source))
    yield Row("checking 100 kB against one pass of one pattern of all signs", f"{own / took:.2f} times", "at most 1")


def _ratio(sources: Sequence[Source]) -> float:
    """What checking costs beyond parsing: medians of one after the other in turn, in processor time."""
    parsing = checking_too = 0.0
    for source in sources:
        turns = [(_processor(parse_source, source), _processor(check, source)) for _ in range(_turns(len(source.text)))]
        parsed, checked = zip(*turns, strict=True)
        parsing += statistics.median(parsed)
        checking_too += statistics.median(checked)
    return (checking_too - parsing) / parsing


def _turns(size: int) -> int:
    """How often a text is parsed and checked: short ones oftener, since their times are uncertain."""
    return max(FEWEST_TURNS, min(MOST_TURNS, CHARACTERS_IN_ALL // size))


def _processor(run: Callable[[Source], object], source: Source) -> float:
    gc.collect()
    start = time.process_time()
    run(source)
    return time.process_time() - start


def check(source: Source) -> list[Placed]:
    judged = judging.judge([checking.check_source(source.name, choice.Choice(), source)], {}, None)
    return judging.findings(judged, {})


def documents() -> Iterator[Row]:
    """Whole commands over many documents, by one and two processes."""
    with tempfile.TemporaryDirectory() as folder:
        for number in range(DOCUMENTS):
            Path(folder, f"{number:04}.txt").write_text(corpus_like(DOCUMENT_SIZE), encoding="utf-8")
        index = Path(folder, "index.sqlite")
        for name, options, target, reach in (
            ("parse", ["--format", "jsonl"], os.devnull, "at least 1.7"),
            ("check", ["--format", "jsonl", "--exit-zero"], os.devnull, "at least 1.7"),
            ("compile", [], str(index), "at least 1.5"),
        ):
            one, two = (_seconds([*WGTIP, name, *options, "--jobs", jobs, "-o", target, folder]) for jobs in "12")
            measured = f"{DOCUMENTS / one:.0f} · {DOCUMENTS / two:.0f} a second, {one / two:.2f} times"
            what = f"{name} {DOCUMENTS:,} documents of {DOCUMENT_SIZE // 1000} kB: one · two processes"
            yield Row(what, measured, reach)


def _seconds(command: list[str]) -> float:
    """One run of a command, which begins without what another has left."""
    Path(command[-2]).unlink(missing_ok=True) if command[-2] != os.devnull else None
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


if __name__ == "__main__":
    show(row for rows in (ratios, one_pass, documents) for row in rows())
