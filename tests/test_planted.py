"""Planted faults: each kind of data/faults.toml in a clean paragraph, found at its place in text, Word and PDF."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import planting

ENOUGH = 0.9
FEWEST_KINDS = 45


def test_there_are_kinds_enough() -> None:
    faults = planting.faults()
    assert len({each.id for each in faults}) == len(faults) >= FEWEST_KINDS


@pytest.mark.parametrize("form", planting.FORMS)
@pytest.mark.parametrize("of", ["samples", "corpus"])
def test_planted_faults_are_found_at_their_places(of: str, form: str, tmp_path: Path) -> None:
    clean = planting.paragraphs(of)
    if not clean:
        pytest.skip("the corpus of real documents is not here")
    assert len(clean) >= planting.TOGETHER
    faults = [each for each in planting.faults() if form in each.formats]
    missed = [
        each.id
        for order, each in enumerate(faults)
        if not planting.is_found(each, planting.planted(each, order, clean), form, tmp_path)
    ]
    found = len(faults) - len(missed)
    print(f"{of} {form}: {found} of {len(faults)} found; missed: {' '.join(missed)}")
    assert found >= ENOUGH * len(faults), missed
