"""What the parser costs against a machine written by hand: a loop over the lines by the same patterns, and no more.

The machine takes each line for what it looks like (heading, paragraph, recommendation, item or text), nests it by that
and writes the same kind of JSON. It knows neither mastheads, notes, pages, tables nor wrapped lines, and looks nowhere
for what a line really is, so that it is the least that any parser with these patterns has to do.
"""

from __future__ import annotations

import json
from typing import Any

from bench import MEGABYTE, corpus_like, seconds, to_json

from wgtip_parse.parser.parser import shapes

LEVELS = {"CHAPTER": 1, "ROMAN": 1, "LABEL": 1, "LETTER": 2}
BLOCKS = {"NUMBER": "paragraph", "COMPOUND": "paragraph", "RECOMMENDATION": "recommendation"}
ITEMS = ("ITEM", "BULLET")


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


def main() -> None:
    print(
        "text → JSON: the speed of the parser as a share of a machine's by the same patterns (to reach: 0.35 at 1 MB)"
    )
    for size in (4_000, 100_000, MEGABYTE):
        text = corpus_like(size)
        pairs = [(seconds(lambda text=text: machine(text)), seconds(lambda text=text: to_json(text)))]
        pairs += [(seconds(lambda text=text: machine(text)), seconds(lambda text=text: to_json(text)))]
        by_machine, ours = (min(each) for each in zip(*pairs, strict=True))
        speed = len(text.encode()) / ours / MEGABYTE
        print(f"  {size:>9,} characters: {by_machine / ours:.2f} ({speed:.1f} MB/s)")


if __name__ == "__main__":
    main()
