"""The library: text is never taken for a path, and what cannot be read is one documented error."""

from __future__ import annotations

from pathlib import Path

import pytest

import wgtip_parse
from tests.cases import ROOT
from tests.word import paragraph, word
from wgtip_parse import ReadError, check, check_file, load, parse, readers

SMALLEST = ROOT / "samples" / "smallest.txt"
FAULTY = "1. It noted that 40% were closed.\n"


def test_parse_takes_text_and_load_a_path() -> None:
    blocks = load(SMALLEST).blocks
    assert blocks
    text = SMALLEST.read_text(encoding="utf-8")
    assert parse(text).blocks == load(str(SMALLEST)).blocks == blocks
    assert parse(text).source.sha256 == load(SMALLEST).source.sha256
    assert parse("").blocks == ()


def test_the_name_of_a_file_is_text_for_parse_and_check() -> None:
    name = str(SMALLEST)
    (block,) = parse(name).blocks
    assert block.text == name
    assert {each.code for each in check(FAULTY)} >= {"N603"}
    assert not [each for each in check(name) if each.span[1] > len(name)]


def test_a_dash_is_a_file_like_any_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("-").write_text("1. One.\n")
    assert load("-").blocks[0].number == "1"


@pytest.mark.parametrize("given", [SMALLEST, b"1. One.", None, 1])
def test_what_is_no_text_is_a_type_error_that_names_the_other_function(given: object) -> None:
    with pytest.raises(TypeError, match=r"^the text of a report is a str, not \w+; load\(\) takes the path of a file$"):
        parse(given)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"check_file\(\) takes the path of a file$"):
        check(given)  # type: ignore[arg-type]


@pytest.mark.parametrize("load_or_check", [load, check_file])
def test_what_cannot_be_read_is_a_read_error_of_one_line(load_or_check: object, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"PK\x03\x04")
    (tmp_path / "b.txt").write_bytes(b"")
    for name, cause in (
        ("none.txt", "no such file or directory"),
        ("", "is a directory"),
        ("a.docx", "a damaged or truncated Word file"),
        ("b.txt", "empty file"),
    ):
        with pytest.raises(ReadError) as caught:
            load_or_check(tmp_path / name)  # type: ignore[operator]
        assert str(caught.value) == f"{tmp_path / name}: {cause}"
    assert ReadError is readers.ReadError
    assert issubclass(ReadError, OSError)
    with pytest.raises(TypeError):
        load_or_check(None)  # type: ignore[operator]


def test_a_file_is_checked_with_what_reading_found(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"1. The caf\xe9.\n")
    (tmp_path / "b.docx").write_bytes(word(paragraph("1. It noted that 40% were closed.")))
    assert "T001" in {each.code for each in check_file(tmp_path / "a.txt")}
    assert "N603" in {each.code for each in check_file(str(tmp_path / "b.docx"))}


def test_there_is_nothing_else() -> None:
    assert all(hasattr(wgtip_parse, name) for name in wgtip_parse.__all__)
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        _ = wgtip_parse.nothing
