"""What checking costs beside parsing, as ratios within one run: `make bench`. Every figure is a median."""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path

from bench import SAMPLES, WGTIP, corpus_like, seconds

from wgtip_parse.compiler import checking, choice, judging
from wgtip_parse.parser import parse_source
from wgtip_parse.placed import Placed
from wgtip_parse.readers import read, read_text
from wgtip_parse.rules import RULES
from wgtip_parse.source import Source

CORPUS = sorted((SAMPLES[0].parents[2] / "shared" / "corpus").glob("*/report*.txt"))
SIZES = (4_000, 100_000, 1_000_000)
DOCUMENTS = 1_000
DOCUMENT_SIZE = 4_000


def ratios() -> None:
    print(f"checking by {len(RULES)} rules, in times of parsing the same text (to reach: at most 1)")
    sources = [read_text(f"{size:,} characters", corpus_like(size)) for size in SIZES]
    for source in (*sources, read_text("all samples", "\n".join(path.read_text() for path in SAMPLES))):
        parsing = seconds(lambda source=source: parse_source(source))
        checking = seconds(lambda source=source: check(source))
        found = len(check(source))
        print(f"  {source.name:>22}  {(checking - parsing) / parsing:5.2f}   {found:,} findings")
    real()
    print()


def real() -> None:
    """Real reports, where they lie beside the checkout: all their text forms together."""
    sources = [read(str(path))[0] for path in CORPUS]
    if sources:
        parsing = sum(seconds(lambda source=source: parse_source(source)) for source in sources)
        checking = sum(seconds(lambda source=source: check(source)) for source in sources)
        print(f"  {len(sources):>15} real texts  {(checking - parsing) / parsing:5.2f}")


def check(source: Source) -> list[Placed]:
    judged = judging.judge([checking.check_source(source.name, choice.Choice(), source)], {}, None)
    return judging.findings(judged, {})


def documents() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for number in range(DOCUMENTS):
            Path(folder, f"{number:04}.txt").write_text(corpus_like(DOCUMENT_SIZE), encoding="utf-8")
        print(f"{DOCUMENTS:,} reports of {DOCUMENT_SIZE:,} characters, whole command, reports a second")
        for name, options in (("parse", ["--format", "jsonl"]), ("check", ["--format", "jsonl", "--exit-zero"])):
            for jobs in (1, 2):
                command = [*WGTIP, name, *options, "--jobs", str(jobs), "-o", os.devnull, folder]
                took = seconds(lambda command=command: subprocess.run(command, check=True, stderr=subprocess.DEVNULL))
                print(f"  {name}, {jobs} process{'es' if jobs > 1 else ''}: {DOCUMENTS / took:6.0f}")


if __name__ == "__main__":
    ratios()
    documents()
