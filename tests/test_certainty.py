"""What rules over series pass by, since the file itself says that it is no heading."""

from __future__ import annotations

import pytest

from tests.cases import draft
from wgtip_parse import readers
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
