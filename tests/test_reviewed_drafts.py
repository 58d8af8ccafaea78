"""Samples, real files and random drafts of Word, annotated: whole, right when settled, and else as they were."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import review
from tests.cases import ROOT
from tests.test_reviewed_word import ADDED, DELETED, FIELD, INSERTED, LINK, changed_parts, opened, text_of
from tests.word import paragraph, run, table, typed, word
from wgtip_parse import readers
from wgtip_parse.compiler import annotating, checking, choice, fixing, judging
from wgtip_parse.diagnostics import Edit
from wgtip_parse.readers import Revisions
from wgtip_parse.review.changes import planned
from wgtip_parse.review.remark import Remark
from wgtip_parse.review.word import reviewed

SAMPLES = sorted([*(ROOT / "samples").glob("*.txt"), *(ROOT / "samples" / "invalid").rglob("*.txt")])
BOARD = ROOT.parent / "shared" / "board" / "word"


def annotated(path: Path) -> tuple[checking.Checked, str, annotating.Copy]:
    """A file as it is judged, the text that its fixes make, and its annotated copy."""
    checked = checking.check(str(path), choice.Choice(), readers.read)
    assert isinstance(checked, checking.Checked)
    (judged,) = judging.judge([checked], {}, None)
    _, fixed = fixing.fix_all([checked], lambda each: judging.judge(each, {}, None), unsafe=False)
    edits = fixed[0].edits if fixed else ()
    wanted = annotating.Wanted(annotating.MOST, None, Revisions.ACCEPT)
    return judged, fixing.edited(judged.draft.source.text, edits), annotating.annotate(judged, edits, wanted)


def assert_right(path: Path, data: bytes) -> int:
    """A copy is whole, settles to what it should, changes nothing else and has each comment at its words."""
    judged, fixed, copy = annotated(path)
    text = judged.draft.source.text
    assert set(review.faults(copy.data)) <= set(review.faults(data))
    assert text_of(review.settled(copy.data, accept=True)) == fixed
    assert text_of(review.settled(copy.data, accept=False)) == text
    assert changed_parts(data, copy.data) <= ADDED
    said, anchors = review.comments(copy.data), review.anchored(copy.data)
    spans = [each.span for each in sorted(judged.diagnostics, key=lambda each: (each.span, each.code, each.message))]
    assert len(said) == len(spans) == copy.comments
    for (identifier, lines), span in zip(said.items(), spans, strict=True):
        words = review.squeezed(text[slice(*span)])
        if words not in review.squeezed(anchors[identifier]):
            quoted = lines[-1].startswith("“") and words[:100] in review.squeezed(lines[-1])
            assert quoted or _is_counted(data, span), (text[slice(*span)], anchors[identifier])
    return len(spans)


def _is_counted(data: bytes, span: tuple[int, int]) -> bool:
    """Whether a stretch begins in a number that Word counts."""
    draft = opened(data)
    at = draft.at(span[0])
    start, block = draft.blocks[at]
    return span[0] - start < len(block.trail[0].text) and block.trail[0].element.tag.endswith("}p")


def test_samples_as_word_are_annotated_rightly(tmp_path: Path) -> None:
    findings = files = 0
    for path in SAMPLES:
        try:
            data = typed(path.read_text(encoding="utf-8"))
            text_of(data)
        except (AssertionError, ValueError, readers.ReadError):  # what a typist cannot set, or XML cannot hold
            continue
        (tmp_path / "a.docx").write_bytes(data)
        findings += assert_right(tmp_path / "a.docx", data)
        files += 1
    assert files > 200
    assert findings > 150


@pytest.mark.skipif(not BOARD.exists(), reason="the real Word files are not here")
def test_real_files_are_annotated_rightly() -> None:
    assert sum(assert_right(path, path.read_bytes()) for path in sorted(BOARD.glob("*.docx"))) > 50


SIGNS = "<w:r><w:noBreakHyphen/><w:tab/></w:r>"
WORDS = st.text("abc é", min_size=1, max_size=8)
RUNS = st.builds(run, WORDS, st.sampled_from(["", "<w:b/>", "<w:i/>", "<w:vanish/>"]))
PIECES = st.one_of(
    RUNS,
    RUNS,
    st.sampled_from([FIELD, INSERTED, DELETED, LINK, SIGNS, run("so\N{SOFT HYPHEN}ft")]),
    st.just('<w:proofErr w:type="spellStart"/>'),
    st.builds(lambda words: f"<w:smartTag>{run(words)}</w:smartTag>", WORDS),
    st.builds(lambda words: f'<w:fldSimple w:instr="PAGE">{run(words)}</w:fldSimple>', WORDS),
    st.builds(lambda one, two: f"<w:r><w:t>{one}</w:t><w:br/><w:t>{two}</w:t></w:r>", WORDS, WORDS),
)

PARAGRAPHS = st.lists(PIECES, min_size=1, max_size=7).map(lambda pieces: paragraph(*pieces))
ROWS = st.tuples(PARAGRAPHS, PARAGRAPHS)
BODIES = st.lists(
    st.one_of(
        PARAGRAPHS, st.lists(st.tuples(PARAGRAPHS, PARAGRAPHS), min_size=2, max_size=2).map(lambda rows: table(*rows))
    ),
    min_size=1,
    max_size=4,
)
PLACES = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 9), st.sampled_from(["", "new", "n w", "%"])), max_size=5)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(BODIES, PLACES, PLACES, st.sampled_from(list(Revisions)))
def test_any_draft_stays_whole_and_changes_only_where_it_is_meant_to(
    body: list[str], edits: list[tuple[float, int, str]], said: list[tuple[float, int, str]], revisions: Revisions
) -> None:
    data = word(paragraph("Draft report") + "".join(body))
    draft = opened(data, revisions)
    text = draft.text
    chosen: list[Edit] = []
    for place, length, new in sorted(edits):
        at = int(place * (len(text) - 1))
        one = Edit(at, min(at + length, len(text)), new)
        apart = not chosen or chosen[-1].end < one.start
        if apart and (length or new) and planned(draft, [one]) is not None:
            chosen.append(one)
    starts = [(int(place * (len(text) - 1)), length) for place, length, _ in said]
    remarks = [Remark((start, min(start + length, len(text))), ("said",)) for start, length in starts]
    copy = reviewed(draft, chosen, remarks, None)
    assert copy is not None
    assert review.faults(copy) == []
    assert changed_parts(data, copy) <= ADDED
    assert text_of(review.settled(copy, accept=False, author="wgtip"), revisions) == text
    settled = text_of(review.settled(copy, accept=True, author="wgtip"), revisions)
    assert "".join(settled.split()) == "".join(fixing.edited(text, chosen).split())
    anchors = review.anchored(copy, accept=revisions is Revisions.ACCEPT)
    for identifier, each in zip(review.comments(copy), remarks, strict=True):
        meant = text[slice(*each.span)]
        assert review.squeezed(meant) in review.squeezed(anchors[identifier]) or "\n" in meant
