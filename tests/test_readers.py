"""Readers: every encoding gives the same source text, and what is no text is refused in one line."""

import codecs
import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wgtip_parse import readers
from wgtip_parse.diagnostics import Severity
from wgtip_parse.readers.text import read_text_bytes
from wgtip_parse.source import Source

LATIN = "1. The Working Group met in Vienna.\n2. “Délégués” – from Côte d’Ivoire and Türkiye – took part in it.\n"
RUSSIAN = "1. Рабочая группа провела заседание в Вене.\n2. На нём присутствовали делегации многих государств.\n"
ARABIC = "1. عقد الفريق العامل اجتماعه في فيينا.\n2. وحضر الاجتماع ممثلون عن الدول الأطراف.\n"
CHINESE = "1. 工作组在维也纳举行了会议。\n2. 许多缔约国的代表出席了会议。\n"

DECLARED = {
    "utf-8": LATIN.encode(),
    "utf-8 with a mark": codecs.BOM_UTF8 + LATIN.encode(),
    "utf-16 little-endian with a mark": codecs.BOM_UTF16_LE + LATIN.encode("utf-16-le"),
    "utf-16 big-endian with a mark": codecs.BOM_UTF16_BE + LATIN.encode("utf-16-be"),
}
GUESSED = {
    "UTF-16-LE": (LATIN, "utf-16-le"),
    "UTF-16-BE": (LATIN, "utf-16-be"),
    "windows-1252": (LATIN, "cp1252"),
    "windows-1251": (RUSSIAN, "cp1251"),
    "windows-1256": (ARABIC, "cp1256"),
    "GB 18030": (CHINESE, "gb18030"),
}
NO_TEXT = {
    "empty file": b"",
    "larger than 0.001 MB": b"a" * 1001,
    "not a text file": b"\x88PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0",
}


@pytest.mark.parametrize("data", DECLARED.values(), ids=DECLARED)
def test_a_declared_encoding_is_read_without_a_word(data: bytes) -> None:
    source, diagnostics = readers.read_bytes("a.txt", data)
    assert (source.text, source.sha256) == (LATIN, hashlib.sha256(data).hexdigest())
    assert diagnostics == ()


@pytest.mark.parametrize("name", GUESSED)
def test_a_guessed_encoding_is_read_with_a_warning_at_the_first_foreign_character(name: str) -> None:
    text, encoding = GUESSED[name]
    source, (diagnostic,) = readers.read_bytes("a.txt", text.encode(encoding))
    assert source.text == text
    assert (diagnostic.code, diagnostic.severity) == ("T001", Severity.WARNING)
    assert diagnostic.message == f"not UTF-8: read as {name}"
    start, end = diagnostic.span
    assert text[:start].isascii()
    assert not text[start:end].isascii()


@pytest.mark.parametrize("cause", NO_TEXT)
def test_what_is_no_text_is_refused_in_one_line(cause: str) -> None:
    with pytest.raises(readers.ReadError) as caught:
        readers.read_bytes("a.txt", NO_TEXT[cause], limit=1000)
    assert str(caught.value) == f"a.txt: {cause}"


@pytest.mark.parametrize("controls", [b"\x01\x02\x03\x04 ab", b"a\0b", b"\0" * 99 + b"\1"])
def test_control_characters_make_a_file_binary(controls: bytes) -> None:
    with pytest.raises(readers.ReadError, match=r"^a: not a text file$"):
        readers.read_bytes("a", controls)


def test_one_stray_control_character_does_not() -> None:
    source, _ = readers.read_bytes("a", LATIN.encode() + b"\x1b[1mbold\x1b[0m \x1a")
    assert source.text.endswith("\x1b[1mbold\x1b[0m \x1a")


def test_a_file_that_is_not_there_or_not_a_file_is_refused_with_its_name(tmp_path: Path) -> None:
    for path, cause in ((tmp_path / "none.txt", "no such file or directory"), (tmp_path, "is a directory")):
        with pytest.raises(readers.ReadError) as caught:
            readers.read(str(path))
        assert str(caught.value) == f"{path}: {cause}"


def test_the_limit_is_the_largest_size_that_is_read(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"a" * 100)
    assert readers.read(str(file), limit=100)[0].text == "a" * 100
    with pytest.raises(readers.ReadError, match="larger than"):
        readers.read(str(file), limit=99)


def test_a_name_that_is_not_utf8_can_still_be_printed(tmp_path: Path) -> None:
    path = bytes(tmp_path) + b"/caf\xe9.txt"
    Path(path.decode("utf-8", "surrogateescape")).write_text("a")
    source, _ = readers.read(path.decode("utf-8", "surrogateescape"))
    assert source.name == f"{tmp_path}/caf\ufffd.txt"


def test_a_folder_gives_its_documents_sorted_and_no_hidden_ones(tmp_path: Path) -> None:
    wanted = ["a/2.txt", "a/b/1.TXT", "c.doc", "c.docx", "c.htm", "c.html", "c.pdf", "c.rtf", "c.txt"]
    for name in [*wanted, "d.md", ".e.txt", ".venv/f.txt", "~$c.docx"]:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("a")
    assert readers.find(str(tmp_path), pytest.fail) == [str(tmp_path / name) for name in wanted]


def test_a_folder_that_cannot_be_listed_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    told: list[str] = []
    assert readers.find(str(tmp_path / "none"), told.append) == []
    assert told == [f"{tmp_path}/none: no such file or directory"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads every folder")
def test_a_closed_folder_among_others_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")
    (tmp_path / "closed").mkdir(mode=0)
    told: list[str] = []
    assert readers.find(str(tmp_path), told.append) == [str(tmp_path / "a.txt")]
    assert told == [f"{tmp_path}/closed: permission denied"]


@given(
    st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1)
)  # with a NUL, two bytes may be one letter of UTF-16
def test_text_and_its_bytes_are_read_alike(text: str) -> None:
    source = readers.read_text("a", text)
    assert source.text.split("\n") == text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert _read_or_refused(text.encode(), read_text_bytes) in (source, "a: not a text file")


@given(st.binary(min_size=1, max_size=300))
def test_any_bytes_give_printable_text_or_are_refused(data: bytes) -> None:
    result = _read_or_refused(data)
    if isinstance(result, str):
        assert result.startswith("a: ")
        assert "\n" not in result
    else:
        assert result.text.encode().decode() == result.text
        assert "\r" not in result.text


def _read_or_refused(data: bytes, read: Callable[[str, bytes], readers.Read] = readers.read_bytes) -> Source | str:
    try:
        return read("a", data)[0]
    except readers.ReadError as error:
        return str(error)
