"""Edits by a program: each is told as what it was, and nothing else is called changed."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from tests.cases import TEXTS, source
from tests.edits import Edited, edit, editable, rebuilt, wanted
from wgtip_parse.changes import Change
from wgtip_parse.compare import compare
from wgtip_parse.draft import Draft
from wgtip_parse.model import Report
from wgtip_parse.parser import parse_source
from wgtip_parse.readers import read

CORPUS = Path(__file__).parents[2] / "shared" / "corpus"
REPORTS = sorted(CORPUS.glob("*/report.pdf"))
EDITS = 20  # in a document
SEEDS = range(3)
ENOUGH_LINKS = 0.98
ENOUGH_WORDS = 0.95  # are told in just as many words as were changed, or fewer
ENOUGH_PARAGRAPHS = 20  # of a document that so many edits are made to

Number = int | None


@cache
def paragraphs_of_the_samples() -> Report:
    """One report with the paragraphs of all samples, each once, under the masthead of the first."""
    reports = [parse_source(source(text)).report for text in TEXTS]
    blocks = {block.text: block for report in reports for block in editable(report)}
    return reports[0].model_copy(update={"blocks": tuple(blocks.values()), "sections": ()})


@cache
def report_of(path: Path) -> Draft:
    read_source, _ = read(str(path))
    return Draft(parse_source(read_source).report, read_source)


def changes(draft: Draft, edited: Edited, texts: list[str]) -> dict[tuple[Number, Number], Change]:
    """What is told of each pair of paragraphs, by their places among those that may be edited."""
    old, new = (Draft(rebuilt(draft.report, each), draft.source) for each in (edit(texts, 0, 0), edited))
    told = [each for each in compare([old], [new]).changes if is_of_edits(each)]
    return {
        (a and int(a.number) - 1, b and int(b.number) - 1): each
        for each in told
        for a in each.old or (None,)
        for b in each.new or (None,)
    }


def is_of_edits(change: Change) -> bool:
    units = (*change.old, *change.new)
    return change.kind in ("paragraph", "recommendation") and all(not each.unspoken for each in units)


def judge(draft: Draft) -> None:
    texts = [block.text for block in editable(draft.report)]
    links = right = reworded = exact = 0
    for seed in SEEDS:
        edited = edit(texts, EDITS, seed)
        found = changes(draft, edited, texts)
        for pair, label in wanted(edited).items():
            links += 1
            right += pair in found and found[pair].change == label
            assert label != "same" or pair not in found or found[pair].change == "same", texts[pair[0] or 0]
        for at, each in enumerate(edited.paragraphs):
            if each.change and (told := found.get((each.origins[0], at))):
                reworded += 1
                exact += is_as_short(told.words, each.change)
    assert right >= ENOUGH_LINKS * links
    assert exact >= ENOUGH_WORDS * reworded


def is_as_short(told: tuple[tuple[str, str], ...], change: tuple[str, str]) -> bool:
    """Whether as many words were taken out and put in as by the edit, or fewer where some were the same."""
    taken, put = (sum(len(pair[side].split()) for pair in told) for side in (0, 1))
    return taken <= len(change[0].split()) and put <= len(change[1].split())


def test_edits_of_the_samples():
    report = paragraphs_of_the_samples()
    assert len(editable(report)) > ENOUGH_PARAGRAPHS
    judge(Draft(report, source(TEXTS[0])))


@pytest.mark.skipif(not REPORTS, reason="the corpus of real documents is not here")
@pytest.mark.parametrize("path", REPORTS, ids=[path.parent.name for path in REPORTS])
def test_edits_of_real_documents(path: Path):
    draft = report_of(path)
    if len(editable(draft.report)) < ENOUGH_PARAGRAPHS:
        pytest.skip("too few paragraphs for so many edits")
    judge(draft)
