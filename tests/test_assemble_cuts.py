"""A report that is cut into parts by a program, as a secretariat issues them, comes back whole when they are joined."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.cases import CORPUS, TEXTS, source
from wgtip_parse.assemble import Given, assemble
from wgtip_parse.assemble.chapters import join
from wgtip_parse.assemble.numbering import number
from wgtip_parse.citations import cited
from wgtip_parse.draft import Draft
from wgtip_parse.labels import is_annex
from wgtip_parse.model import Block, Report, Section
from wgtip_parse.parser import parse_source
from wgtip_parse.words import words

FEWEST = 12  # paragraphs of a report that is cut
PARTS = 4
SEEDS = range(3)
RENDERING = "report.plain.txt"
REPORTS = sorted({path for path in CORPUS if path.name == RENDERING})


def own(report: Report) -> Iterator[Block]:
    """The numbered paragraphs of the report's own text, annexes apart."""
    yield from (each for each in report.blocks if is_numbered(each))
    yield from _own(report.sections)


def _own(sections: Sequence[Section]) -> Iterator[Block]:
    for section in sections:
        if not section.quoted and not is_annex(section.number, words()):
            yield from (each for each in section.blocks if is_numbered(each))
            yield from _own(section.sections)


def is_numbered(block: Block) -> bool:
    return block.kind == "paragraph" and not block.quoted and block.number is not None and block.number.isdigit()


def is_counted(report: Report) -> bool:
    """Whether the paragraphs are numbered from 1 without a gap, as far as the parser has read them."""
    numbers = [int(each.number or 0) for each in own(report)]
    return len(numbers) >= FEWEST and numbers == list(range(1, len(numbers) + 1))


class Cut:
    """One report in parts: sections that are cut go on in the next part, and every part counts from 1."""

    def __init__(self, draft: Draft, seed: int) -> None:
        chance = random.Random(seed)
        self.draft = draft
        starts = [each.span[0] for each in own(draft.report)]
        self.cuts = sorted(chance.sample(starts[1:], PARTS - 1))
        self.numbers = {each.span[0]: each.number for each in own(draft.report)}
        self.local: dict[int, str] = {}
        self.of_part: list[dict[str, str]] = []
        self.beyond_telling: set[int] = set()  # refer to another part by a number that is one of their own part too
        for low, high in zip([0, *self.cuts], [*self.cuts, 10**9], strict=True):
            here = [start for start in starts if low <= start < high]
            self.local |= {start: str(at) for at, start in enumerate(here, start=1)}
            self.of_part.append({str(self.numbers[start]): self.local[start] for start in here})

    def parts(self) -> list[Draft]:
        return [self.part(at) for at in range(PARTS)]

    def part(self, at: int) -> Draft:
        low, high = [0, *self.cuts][at], [*self.cuts, 10**9][at]
        report = self.draft.report
        blocks = tuple(self.block(each, at) for each in report.blocks if low <= each.span[0] < high)
        sections = tuple(self.sections(report.sections, at, low, high))
        notes = tuple(each for each in report.footnotes if low <= (each.anchor or 0) < high)
        update: dict[str, Any] = {"blocks": blocks, "sections": sections, "footnotes": notes}
        return Draft(report.model_copy(update=update), self.draft.source)

    def sections(self, sections: Sequence[Section], at: int, low: int, high: int) -> Iterator[Section]:
        for each in sections:
            blocks = tuple(self.block(block, at) for block in each.blocks if low <= block.span[0] < high)
            below = tuple(self.sections(each.sections, at, low, high))
            begins = low <= each.span[0] < high and (blocks or below or not each.blocks)
            if blocks or below or begins:
                continued = has_begun(each, low)
                yield each.model_copy(update={"blocks": blocks, "sections": below, "continued": continued})

    def block(self, block: Block, at: int) -> Block:
        """A block with its number in the part, and its references to the part's own numbers made local."""
        number = self.local.get(block.span[0], block.number)
        text, moved = block.text, 0
        for each in cited(text, words()):
            local = self.of_part[at].get(each.number) if each.whose == "own" and each.kind == "paragraph" else None
            if each.whose == "own" and local is None and each.number in self.of_part[at].values():
                self.beyond_telling.add(block.span[0])
            if local is not None:
                start, end = each.span[0] + moved, each.span[1] + moved
                text, moved = text[:start] + local + text[end:], moved + len(local) - len(each.number)
        return block.model_copy(update={"number": number, "text": text})


def has_begun(section: Section, low: int) -> bool:
    """Whether anything of a section stands in an earlier part."""
    starts = [*(each.span[0] for each in section.blocks), *(each.span[0] for each in section.sections)]
    return section.span[0] < low and any(start < low for start in starts)


def judge(draft: Draft) -> None:
    for seed in SEEDS:
        cut = Cut(draft, seed)
        parts = cut.parts()
        whole = assemble(parts, Given(), "whole")
        before, after = list(own(draft.report)), list(own(whole.report))
        assert [each.number for each in after] == [each.number for each in before]
        flagged = {(each.part, each.at) for each in whole.said}
        for old, new in zip(before, after, strict=True):
            is_told = whole.origins[new.span[0]] in flagged
            assert new.text == old.text or is_told or old.span[0] in cut.beyond_telling
        titles = [(each.number, each.title) for each in draft.report.every_section()]
        assert sorted(titles, key=str) == sorted(((e.number, e.title) for e in whole.report.every_section()), key=str)


@cache
def report_of(path: Path) -> Draft:
    read = source(path.read_text(encoding="utf-8"), path.name)
    return Draft(parse_source(read).report, read)


def test_a_report_of_ours_comes_back() -> None:
    drafts = [Draft(parse_source(source(text)).report, source(text)) for text in TEXTS]
    counted = [each for each in drafts if is_counted(each.report)]
    assert counted
    for each in counted:
        judge(each)


@pytest.mark.skipif(not REPORTS, reason="the corpus of real documents is not here")
@pytest.mark.parametrize("path", REPORTS, ids=[path.parent.name for path in REPORTS])
def test_a_real_report_comes_back(path: Path) -> None:
    draft = report_of(path)
    if not is_counted(draft.report):
        pytest.skip("its paragraphs do not count from 1 without a gap")
    judge(draft)


def test_numbers_are_those_of_the_whole() -> None:
    drafts = [Draft(parse_source(source(text)).report, source(text)) for text in TEXTS[:2]]
    numbers, _ = number(join(drafts, words())[0], words())
    assert [row.final for row in numbers.rows if row.kind == "paragraph"] == [
        str(at) for at, row in enumerate([row for row in numbers.rows if row.kind == "paragraph"], start=1)
    ]
