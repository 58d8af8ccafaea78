"""Compilations and reports as Word documents: read back they say the same, and the package is whole."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from tests.cases import SAMPLES
from tests.word_package import faults, parts_of
from wgtip_parse import readers
from wgtip_parse.emitters.word import report
from wgtip_parse.index.extraction import extract
from wgtip_parse.model import Report, Subparagraph
from wgtip_parse.parser import Parsed, parse_source
from wgtip_parse.source import Source

# What a sample says that its Word document does not, and why.
LOST = {
}


def items(of: Iterable[Subparagraph]) -> list[Any]:
    return [(each.marker, each.text, items(each.subparagraphs)) for each in of]


def facts(source: Source, parsed: Parsed) -> dict[str, Any]:
    """What has to be the same in the Word document: headings, numbers, words and items, notes, recommendations."""
    told: Report = parsed.report
    return {
        "masthead": told.masthead,
        "headings": [(each.number, each.level, each.title, each.continued) for each in told.every_section()],
        "numbered": [
            (each.kind, each.number, each.text, items(each.subparagraphs), each.closing)
            for each in told.every_block()
            if each.number
        ],
        "recommendations": [
            (each.number, each.section, each.text, items(each.subparagraphs), each.closing)
            for each in extract(told, source).recommendations
        ],
        "notes": sorted((each.mark, each.text or "") for each in told.footnotes),
    }


def in_word(path: Path) -> tuple[dict[str, Any], bytes]:
    """What a document says, and its Word document."""
    source, _ = readers.read(str(path), readers.SIZE_LIMIT)
    parsed = parse_source(source)
    return facts(source, parsed), report.emit(source, parsed.report, parsed.places, parsed.leaves)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_report_read_back_from_its_word_document_says_the_same(path: Path) -> None:
    said, data = in_word(path)
    source, _ = readers.read_bytes("a.docx", data)
    read = facts(source, parse_source(source))
    lost = LOST.get(path.stem, "").partition(":")[0].split()
    assert {name for name in said if said[name] != read[name]} == set(lost)
