"""How far the text read of PDF files is that on which `pdftotext` and `pdftotext -layout` agree, and each page without.

    python benchmarks/agreement.py [--worst N] [PDF or folder ...]

What the two agree on are runs of words that follow one another in both. A word of a run that does not follow the one
before it in what we read of the page, spaces aside, counts as one that differs.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

from wgtip_parse import readers

BOARD = Path(__file__).parents[2] / "shared" / "board" / "pdf"
SHORTEST = 3  # words of a run: what is shorter may agree by chance
TARGET = 2_000  # words, of which one may differ
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_DASHES = re.compile("[\u2010-\u2015\u2212]")


class Agreement(NamedTuple):
    """Words on which both programs agree in one document, those that differ, and its pages without text, unnamed."""

    name: str
    words: int
    differing: list[str]
    unnamed: list[int]


def normal(text: str) -> str:
    """The text with one form for each sign: letters of ligatures, plain digits, one dash, no accents."""
    plain = unicodedata.normalize("NFKD", _UNSEEN.sub("", text))
    return _DASHES.sub("-", "".join(sign for sign in plain if not unicodedata.combining(sign)))


def pages(path: Path, *options: str) -> list[str]:
    """What pdftotext reads of each page."""
    made = subprocess.run(["pdftotext", *options, "-enc", "UTF-8", path, "-"], capture_output=True, check=True)
    return normal(made.stdout.decode("utf-8", "replace")).split("\f")[:-1]


def runs(one: str, other: str) -> Iterator[list[str]]:
    """The words that follow one another in both."""
    words, others = one.split(), other.split()
    for start, _, size in SequenceMatcher(None, words, others, autojunk=False).get_matching_blocks():
        if size >= SHORTEST:
            yield words[start : start + size]


def differing(run: list[str], ours: str) -> Iterator[str]:
    """The words of a run that do not follow the one before them in our text, which has no spaces."""
    so_far = ""
    for word in run:
        if so_far + word in ours:
            so_far += word
        else:
            yield word
            so_far = word if word in ours else ""


def agreement(path: Path) -> Agreement:
    """How far our reading of a document is what both programs read."""
    source, found = readers.read_bytes(path.name, path.read_bytes())
    ours = ["".join(normal(page).split()) for page in source.text.split("\f")]
    named = {source.position(each.span[0]).page or 1 for each in found}
    words, differ, unnamed = 0, [], []
    for number, (plain, layout) in enumerate(zip(pages(path), pages(path, "-layout"), strict=True), 1):
        if not plain.strip() and number not in named:
            unnamed.append(number)
        for run in runs(plain, layout):
            words += len(run)
            differ += [f"{number}: {word}" for word in differing(run, ours[number - 1])]
    return Agreement(path.name, words, differ, unnamed)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("paths", nargs="*", type=Path, default=[BOARD])
    options.add_argument("--worst", type=int, default=5, metavar="N")
    given = options.parse_args()
    paths = sorted(each for path in given.paths for each in (path.glob("**/*.pdf") if path.is_dir() else [path]))
    if not paths or not shutil.which("pdftotext"):
        print("nothing measured: no PDF there, or no pdftotext on the PATH")
        return
    found = [agreement(path) for path in paths]
    words, differ = sum(each.words for each in found), sum(len(each.differing) for each in found)
    one_in = f"1 in {words // differ:,}" if differ else "none"
    print(
        f"{words:,} words of {len(found)} documents on which pdftotext agrees with itself; {differ:,} differ, {one_in}"
    )
    print(
        f"(at most 1 in {TARGET:,}); pages without text that are not named: {sum(len(each.unnamed) for each in found)}"
    )
    for each in sorted(found, key=lambda each: -len(each.differing))[: given.worst]:
        print(f"{each.name:40} {len(each.differing):5} of {each.words:6,}  {'  '.join(each.differing[:6])}")


if __name__ == "__main__":
    main()
