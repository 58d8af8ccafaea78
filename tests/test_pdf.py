"""The reader of PDF: what is typeset comes back as the text it was."""

import re
from typing import Any

import pytest

from wgtip_parse import readers
from wgtip_parse.model import Report
from wgtip_parse.parser import parse_source

from .cases import SAMPLES, source
from .typeset import typeset

pytest.importorskip("pypdfium2", reason="the extra pdf is not installed")
MEETINGS = [path for path in SAMPLES if path.name.startswith("meeting-")]


def without_places(report: Report) -> Any:
    """The tree without what has to differ: spans, offsets and the source."""
    return re.sub(r'"(?:span|anchor|source)":(?:\[[\d,]*\]|\{[^}]*\}|\d+)', "", report.model_dump_json())


def text_of(data: bytes) -> str:
    return readers.read_bytes("a.pdf", data)[0].text


@pytest.mark.parametrize("path", MEETINGS, ids=lambda path: path.stem)
def test_a_report_has_the_same_tree_as_text_and_as_pdf(path: Any) -> None:
    text = path.read_text(encoding="utf-8")
    printed, _ = readers.read_bytes("a.pdf", typeset(text))
    assert without_places(parse_source(printed).report) == without_places(parse_source(source(text)).report)


def test_there_are_reports_to_typeset() -> None:
    assert len(MEETINGS) > 3
