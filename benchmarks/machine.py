"""What the parser costs against a machine written by hand: a loop over the lines by the same patterns, and no more.

The machine takes each line for what it looks like (heading, paragraph, recommendation, item or text), nests it by that
and writes the same kind of JSON. It knows neither mastheads, notes, pages, tables nor wrapped lines, and looks nowhere
for what a line really is, so that it is the least that any parser with these patterns has to do.
"""

from __future__ import annotations

import gc
import json
import statistics
import time
from collections.abc import Callable, Iterator
from typing import Any

from bench import MEGABYTE, corpus_like, to_json
from rows import Row, show

from wgtip_parse.parser.parser import shapes

LEVELS = {"CHAPTER": 1, "ROMAN": 1, "LABEL": 1, "LETTER": 2}
BLOCKS = {"NUMBER": "paragraph", "COMPOUND": "paragraph", "RECOMMENDATION": "recommendation"}
ITEMS = ("ITEM", "BULLET")
PAIRS = 9


def machine(text: str) -> bytes:
    top: dict[str, Any] = {"level": 0, "blocks": [], "sections": []}
    stack = [top]
    block: dict[str, Any] | None = None
    for match in shapes("en").finditer(text):
        kind = match.lastgroup or "TEXT"
        start, end = match.start(kind), match.end()
        label, words = match[kind], " ".join(text[match.end(kind) : end].split())
        if kind in LEVELS:
            level, block = LEVELS[kind], None
            while stack[-1]["level"] >= level:
                stack.pop()
            section = {"number": label, "level": level, "title": words, "blocks": [], "sections": []}
            stack[-1]["sections"].append(section | {"span": (start, end)})
            stack.append(stack[-1]["sections"][-1])
        elif kind in ITEMS and block is not None:
            block["subparagraphs"].append({"marker": label, "text": words, "subparagraphs": [], "span": (start, end)})
        elif block is not None and kind == "TEXT" and not block["text"]:
            block["text"] = " ".join(text[start:end].split())
        else:
            number, words = (label, words) if kind in BLOCKS else (None, " ".join(text[start:end].split()))
            block = {"kind": BLOCKS.get(kind, "text"), "number": number, "text": words, "subparagraphs": []}
            stack[-1]["blocks"].append(block := block | {"closing": None, "quoted": False, "span": (start, end)})
    return json.dumps(top, ensure_ascii=False, separators=(",", ":")).encode()


def ratios() -> Iterator[Row]:
    """The speed of the parser as a share of the machine's: medians of pairs, one of each after the other."""
    for size, reach in ((4_000, ""), (100_000, ""), (MEGABYTE, "at least 0.35, or 10 MB/s")):
        text = corpus_like(size)
        pairs = [(processing(lambda: machine(text)), processing(lambda: to_json(text))) for _ in range(PAIRS)]  # noqa: B023
        by_machine, ours = (statistics.median(each) for each in zip(*pairs, strict=True))
        what = f"text → JSON against a machine by the same patterns, {size:,} characters"
        yield Row(
            what, f"{by_machine / ours:.2f} of its speed ({len(text.encode()) / ours / MEGABYTE:.1f} MB/s)", reach
        )


def processing(do: Callable[[], object]) -> float:
    """The seconds of computing of one run, which waits for nobody; what it made before is let go of."""
    gc.collect()
    start = time.process_time()
    do()
    return time.process_time() - start


if __name__ == "__main__":
    show(ratios())
