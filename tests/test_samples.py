"""Each sample parses to the golden tree beside it. Write them anew with WGTIP_GOLDEN=1 and read every change."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from tests.cases import FOREIGN, LOOKS, SAMPLES
from wgtip_parse import parser, readers
from wgtip_parse.compiler import documents

ROOT = Path(__file__).parents[1]


def tree(path: Path) -> str:
    source, _ = readers.read(str(path), readers.SIZE_LIMIT)
    text = documents.emit_json(source, parser.parse_source(source))
    shown = json.loads(text)
    shown["source"]["name"] = path.name
    return json.dumps(shown, ensure_ascii=False, indent=1) + "\n"


def test_there_are_samples() -> None:
    assert len(SAMPLES) >= 10
    assert LOOKS
    assert FOREIGN


@pytest.mark.parametrize("path", [*SAMPLES, *LOOKS, *FOREIGN], ids=lambda path: path.stem)
def test_golden(path: Path) -> None:
    golden = path.with_suffix(".json")
    found = tree(path)
    if os.environ.get("WGTIP_GOLDEN") == "1":
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")


def test_every_sample_and_no_other_has_its_row() -> None:
    rows = "".join(line for line in (ROOT / "samples" / "README.md").read_text().splitlines() if line[:1] == "|")
    named = set(re.findall(r"`([\w/.-]+\.(?:txt|html))`", rows))
    assert {path.name for path in (*SAMPLES, *LOOKS)} == {name for name in named if "/" not in name}
