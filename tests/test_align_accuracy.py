"""How many pairs of real documents in six languages are right, where the documents are at hand."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cases import ROOT
from wgtip_parse import readers
from wgtip_parse.align import align
from wgtip_parse.compiler.comparison import read_all
from wgtip_parse.translations import Row

DOCUMENTS = ROOT.parent / "shared" / "languages"
LANGUAGES = ("en", "fr", "es", "ru", "zh", "ar")
ENOUGH = 0.99  # of all pairs

Place = tuple[int, int]  # of a paragraph in the answers, and of its item, -1 for itself
Answers = list[dict[str, Any]]


def bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()


def placed(rows: tuple[Row, ...], column: int, answers: Answers) -> Iterator[tuple[Place, int]]:
    """Which row the paragraphs and items of the answers stand in."""
    left, paragraph, item = {*range(len(answers))}, -1, 0
    for at, row in enumerate(rows):
        cell = row.cells[column]
        if cell is None or cell.kind in ("masthead", "heading", "footnote", "closing"):
            continue
        if cell.kind == "item":
            yield (paragraph, item), at
            item += 1
            continue
        starts = (each for each in sorted(left) if answers[each]["number"] == cell.number)
        found = (each for each in starts if bare(cell.text).startswith(bare(answers[each]["starts"])))
        paragraph, item = next(found, -1), 0
        if paragraph >= 0:
            left.remove(paragraph)
            yield (paragraph, -1), at


def score(work: str) -> tuple[int, int]:
    """How many pairs are right, and how many there are."""
    folders = [DOCUMENTS / f"{work}.{language}" for language in LANGUAGES]
    found = align(read_all([str(each / "report.txt") for each in folders], readers.read, lambda *_: None))
    assert found.languages == LANGUAGES
    answers: list[Answers] = [json.loads((each / "gold.json").read_text())["paragraphs"] for each in folders]
    rows = [dict(placed(found.rows, column, each)) for column, each in enumerate(answers)]
    wanted = [(at, item) for at, each in enumerate(answers[0]) for item in range(-1, len(each["markers"]))]
    right = sum(rows[0].get(place, -1) == other.get(place, -2) for other in rows[1:] for place in wanted)
    return right, len(wanted) * (len(LANGUAGES) - 1)


def test_pairs_of_real_documents_are_right() -> None:
    if not DOCUMENTS.exists():
        pytest.skip("the documents in six languages are not here")
    works = sorted({Path(each).stem for each in DOCUMENTS.iterdir() if each.is_dir()})
    assert len(works) == 8
    right, pairs = map(sum, zip(*map(score, works), strict=True))
    assert right >= ENOUGH * pairs, f"{right} of {pairs}"
