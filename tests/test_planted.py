"""Planted faults: each kind of data/faults.toml in a clean paragraph, found at its place in text, Word and PDF."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import planting
from tests.word import paragraph, word
from wgtip_parse.compiler.checking import Checked, check
from wgtip_parse.compiler.choice import Choice
from wgtip_parse.readers import read

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
    assert found >= ENOUGH * len(faults), missed


BOX = "<w:p><w:r><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'><v:textbox><w:txbxContent>{}"
BOX += "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (
            BOX.format(paragraph("Several member states had asked for more time than the Group could give them.")),
            "W722",
        ),
        (paragraph("Table 1. Replies of member states"), "W722"),
        (paragraph("2. The Group met  in the new year."), "T024"),
    ],
    ids=["box", "caption", "spaces"],
)
def test_boxes_captions_and_spaces_of_word_files_are_checked(body: str, code: str, tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(word(paragraph("1. The Group met.") + body + paragraph("3. The Group met again.")))
    checked = check(str(path), Choice(), read)
    assert isinstance(checked, Checked)
    assert code in {each.code for each in checked.diagnostics}
