"""The six languages: samples that say the same have the same numbers, resolutions come out as their mark-up says."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tests.cases import ROOT, source
from tests.shell import wgtip_here
from wgtip_parse.model import Block, Report, Subparagraph
from wgtip_parse.parser import parse_source
from wgtip_parse.words import KNOWN

LANGUAGES = ROOT / "samples" / "languages"
SAMPLES = sorted(LANGUAGES.glob("*-report.txt")) + sorted(LANGUAGES.glob("*-chapters.txt"))
SHARED = ROOT.parent / "shared" / "languages"
RENDERINGS = ("report.txt", "report.wrapped.txt")


def parsed(path: Path) -> Report:
    return parse_source(source(path.read_text(encoding="utf-8"))).report


def every_item(items: Iterable[Subparagraph]) -> Iterator[Subparagraph]:
    for item in items:
        yield item
        yield from every_item(item.subparagraphs)


@pytest.mark.parametrize("kind", ["report", "chapters"])
def test_samples_that_say_the_same_have_the_same_tree(kind: str) -> None:
    shapes = {
        path.name: [
            (block.kind, block.number, len([*every_item(block.subparagraphs)])) for block in parsed(path).every_block()
        ]
        for path in SAMPLES
        if kind in path.name
    }
    assert len(shapes) >= len(KNOWN) - 1  # but for chapters in English
    first, *others = shapes.values()
    lists = {name: [each[:2] for each in shape] for name, shape in shapes.items()}
    assert all([each[:2] for each in other] == [each[:2] for each in first] for other in others), lists


def test_reports_in_other_languages_have_no_findings() -> None:
    done = wgtip_here("check", *map(str, SAMPLES), "--output-format", "json")
    assert json.loads(done.stdout) == []


def letters(words: str | None) -> str:
    return re.sub(r"[\W_]+", "", words or "").lower()


def end_of(block: Block) -> str:
    items = [*every_item(block.subparagraphs)]
    return block.closing or (items[-1].text if items else block.text)


def score(report: Report, gold: dict[str, list[dict[str, str]]]) -> Counter[str]:
    """What is right: paragraphs with their beginning, end and markers; headings; and what is false."""
    blocks = [block for block in report.every_block() if block.number]
    found: Counter[str] = Counter(paragraphs=len(gold["paragraphs"]), headings=len(gold["headings"]))
    for said in gold["paragraphs"]:
        same = (each for each in blocks if each.number == said["number"])
        block = next((each for each in same if letters(each.text).startswith(letters(said["starts"]))), None)
        if block is not None:
            blocks.remove(block)
            markers = [item.marker for item in every_item(block.subparagraphs)]
            found["whole"] += letters(end_of(block)).endswith(letters(said["ends"])) and markers == said["markers"]
    titles = [letters(f"{section.number or ''}{section.title}") for section in report.every_section()]
    due = [letters(f"{each['number'] or ''}{each['title']}") for each in gold["headings"]]
    found["titles"] = sum((Counter(titles) & Counter(due)).values())
    found["false"] = len(blocks) + len(titles) - found["titles"]
    return found


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared resolutions are not there")
@pytest.mark.parametrize("language", ["en", *sorted({*KNOWN} - {"en"})])
@pytest.mark.parametrize("rendering", RENDERINGS)
def test_resolutions_come_out_as_their_mark_up_says(language: str, rendering: str) -> None:
    total: Counter[str] = Counter()
    for folder in sorted(SHARED.glob(f"*.{language}")):
        total += score(parsed(folder / rendering), json.loads((folder / "gold.json").read_text(encoding="utf-8")))
    assert total["whole"] >= 0.98 * total["paragraphs"] > 0
    assert total["titles"] == total["headings"]
    assert total["false"] == 0
