"""What rules pass by or weigh less: what a file calls no heading, and what others wrote."""

from __future__ import annotations

import pytest

import wgtip_parse
from tests.cases import draft
from wgtip_parse import readers
from wgtip_parse.diagnostics import Severity
from wgtip_parse.rules.heading_out_of_order import check
from wgtip_parse.stage import Stage

REST = "".join(f"<h2>{title}</h2><p>{at}. The lamps burned.</p>" for at, title in enumerate(("Oil", "Wax", "Gas"), 2))


def page(row: str) -> bytes:
    body = f"<h1>A. Lamps</h1><p>1. The lamps burned.</p>{REST}{row}<p>They burned.</p><h1>B. Boats</h1><p>5. Two.</p>"
    return f"<!DOCTYPE html><html><body>{body}</body></html>".encode()


@pytest.mark.parametrize(("row", "found"), [("<p><b>D. Work done</b></p>", 0), ("<h1>D. Work done</h1>", 1)])
def test_a_line_that_the_file_does_not_call_a_heading_is_in_no_series(row: str, found: int) -> None:
    read = readers.read_bytes("a.html", page(row))[0]
    assert "D. Work done" in read.text
    assert len(list(check(draft(read, Stage.FINAL)))) == found


LETTER = """United Nations

A/79/826

General Assembly

Distr.: General

24 March 2025

Original: English

Letter dated 19 March 2025 from the Permanent Representative of Norway to the United Nations

1. I have the honour to say that the harbour has a new program for lamps.

Annex to the letter dated 19 March 2025

1. The harbour has a program for lamps and for boats.
"""
STATEMENT = """1. The harbour has a program for lamps and for boats.

* The present statement is issued without formal editing.
"""


@pytest.mark.parametrize(
    ("text", "severities"),
    [(LETTER, ["warning", "info"]), (STATEMENT, ["info"]), (STATEMENT.replace("without", "with"), ["warning"])],
    ids=["the annex of a letter", "a statement that says so", "one that does not"],
)
def test_the_style_of_what_others_wrote_is_for_information(text: str, severities: list[str]) -> None:
    found = [each for each in wgtip_parse.check(text) if each.code == "W717"]
    assert [str(each.severity) for each in found] == severities
    assert all((each.fix is None) == (each.severity == Severity.INFO) for each in found)
