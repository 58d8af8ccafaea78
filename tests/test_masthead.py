"""Mastheads: every field has its place, and each row of the tables of points is needed by a sample."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.cases import SAMPLES
from wgtip_parse import parser, readers
from wgtip_parse.parser import columns, fields, masthead
from wgtip_parse.parser.lines import scan
from wgtip_parse.parser.parser import shapes
from wgtip_parse.source import Look, Source
from wgtip_parse.words import words

WORDS = words("en")
LOOKS = tomllib.loads((Path(__file__).parent / "data" / "looks.toml").read_text(encoding="utf-8"))
PARTED = 0.8  # heights of a line: so wide a gap parts two blocks
TABLES: dict[str, dict[str, Any]] = {
    "above": columns.ABOVE,
    "below": columns.BELOW,
    "joins": columns.JOINS,
    "body": masthead.BODY,
    "points": fields.POINTS,
}
ROWS = [(table, row) for table, rows in TABLES.items() for row in rows]


def looked(lines: list[tuple[float, float, float, float, bool, str]]) -> Source:
    """A source whose lines have these looks."""
    text = "\n".join("\n" * (gap >= PARTED) + words for _, _, gap, _, _, words in lines)
    looks = tuple(Look(1, indent, width, gap, size, bold) for indent, width, gap, size, bold, _ in lines)
    return Source("looks", text, "0" * 64, "pdf", looks)


SOURCES = {path.stem: readers.read(str(path))[0] for path in SAMPLES}
SOURCES |= {name: looked(case["lines"]) for name, case in LOOKS.items()}


def heads() -> dict[str, masthead.Masthead]:
    columns.say.cache_clear()
    lines = ((name, source, scan(source.text, shapes("en"), source.looks)) for name, source in SOURCES.items())
    return {name: masthead.read(found, source.text, WORDS) for name, source, found in lines}


HEADS = heads()


@pytest.mark.parametrize("name", LOOKS)
def test_looks_tell_fields(name: str) -> None:
    head = parser.parse_source(SOURCES[name]).report.masthead.model_dump(mode="json")
    for field, value in LOOKS[name].items():
        assert field == "lines" or head[field] == value


@pytest.mark.parametrize(("table", "row"), ROWS)
def test_each_row_is_needed(table: str, row: str, monkeypatch: pytest.MonkeyPatch) -> None:
    nothing = (0,) * len(fields.FIELDS) if table == "points" else 0
    monkeypatch.setitem(TABLES[table], row, nothing)
    changed = [name for name, head in heads().items() if head != HEADS[name]]
    assert changed


@pytest.mark.parametrize("name", HEADS)
def test_every_character_lies_in_one_cell(name: str) -> None:
    source, head = SOURCES[name], HEADS[name]
    found = scan(source.text, shapes("en"), source.looks)
    lines = "".join(source.text[line.start : line.end] for at, line in enumerate(found) if at in head.lines)
    cells = "".join(source.text[start:end] for _, start, end in sorted(head.cells, key=lambda cell: cell.start))
    assert "".join(cells.split()) == "".join(lines.split())


@pytest.mark.parametrize("name", HEADS)
def test_fields_stand_at_their_places(name: str) -> None:
    head, text = HEADS[name], SOURCES[name].text
    for field in ("organ", "body", "title", "session", "rapporteur"):
        printed = " ".join(text[start:end] for start, end in head.places.get(field, ()))
        assert all(word in printed for word in head.values.get(field, "").split())
