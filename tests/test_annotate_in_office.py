"""Annotated Word files in LibreOffice, which opens them, accepts or rejects all changes, and saves them again."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests import review
from tests.office import ACCEPT, KEEP, REJECT, saved
from tests.test_office import ASKED, can_convert
from tests.test_reviewed_drafts import BOARD, SAMPLES, annotated
from tests.test_reviewed_word import text_of
from tests.word import typed
from wgtip_parse.readers import Revisions
from wgtip_parse.readers.plain import RULE

FEW = 12  # samples: LibreOffice takes seconds for each

pytestmark = pytest.mark.skipif(ASKED not in os.environ, reason=f"set {ASKED}=1 to settle changes in LibreOffice")


@pytest.fixture(scope="module", autouse=True)
def libreoffice() -> None:
    if not can_convert():
        pytest.skip("LibreOffice is not installed, or without its writer")


def test_samples_settle_in_libreoffice(tmp_path: Path) -> None:
    changed = 0
    for path in SAMPLES:
        if changed == FEW:
            break
        try:
            (tmp_path / "a.docx").write_bytes(typed(path.read_text(encoding="utf-8")))
            _, fixed, _ = annotated(tmp_path / "a.docx")
        except AssertionError:  # what a typist cannot set, or XML cannot hold
            continue
        if fixed != text_of((tmp_path / "a.docx").read_bytes()):
            changed += 1
            assert_settled(tmp_path / "a.docx", tmp_path)
    assert changed == FEW


@pytest.mark.skipif(not BOARD.exists(), reason="the real Word files are not here")
@pytest.mark.parametrize("path", sorted(BOARD.glob("*.docx")), ids=lambda path: path.stem)
def test_real_files_are_understood_by_libreoffice(path: Path, tmp_path: Path) -> None:
    """It writes long files otherwise than they were, and so does it their copies, with all changes and comments."""
    _, _, copy = annotated(path)
    kept = saved(copy.data, KEEP, tmp_path)
    fixed = review.settled(copy.data, accept=True)
    assert without_notes(kept, Revisions.ACCEPT) == without_notes(saved(fixed, KEEP, tmp_path), Revisions.ACCEPT)
    draft = saved(path.read_bytes(), KEEP, tmp_path)
    assert without_notes(kept, Revisions.REJECT) == without_notes(draft, Revisions.REJECT)
    assert len(review.comments(kept)) == len(review.comments(copy.data))


def without_notes(data: bytes, revisions: Revisions) -> str:
    """The text without its notes: LibreOffice 7.4 mixes those of one of the files up where it has comments."""
    return text_of(data, revisions).partition(RULE)[0]


def assert_settled(path: Path, folder: Path) -> None:
    """LibreOffice gives what it should when it accepts and rejects, and keeps all comments."""
    judged, fixed, copy = annotated(path)
    accepted, rejected = (saved(copy.data, command, folder) for command in (ACCEPT, REJECT))
    assert text_of(accepted) == fixed
    assert text_of(rejected) == judged.draft.source.text
    assert len(review.comments(accepted)) == len(review.comments(rejected)) == len(review.comments(copy.data))
