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
from wgtip_parse.readers.encodings import JUDGED, encoding_of
from wgtip_parse.readers.text import MOST_TOLD, read_text_bytes
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
POLISH = "1. Państwa wzięły udział w posiedzeniu – „źródło” – w Łodzi.\n2. Każdy może mówić, także później.\n"
CZECH = "1. Zasedání se konalo ve Vídni; účastníků přišlo více.\n2. Řešení připravují členské státy, ještě než začne.\n"
DOS = LATIN.replace("“", '"').replace("”", '"').replace("–", "-").replace("’", "'")
GUESSED = {
    "UTF-16-LE": (LATIN, "utf-16-le"),
    "UTF-16-BE": (LATIN, "utf-16-be"),
    "windows-1252": (LATIN, "cp1252"),
    "windows-1251": (RUSSIAN, "cp1251"),
    "windows-1256": (ARABIC, "cp1256"),
    "GB 18030": (CHINESE, "gb18030"),
    "windows-1250": (POLISH, "cp1250"),
    "ISO 8859-2": (CZECH.replace("začne", "začne ťuk"), "iso8859_2"),
    "KOI8-R": (RUSSIAN, "koi8_r"),
    "Mac Roman": (LATIN, "mac_roman"),
    "code page 850 (DOS)": (DOS, "cp850"),
    "code page 866 (DOS)": (RUSSIAN, "cp866"),
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


def test_a_czech_text_is_told_from_a_western_one_by_its_letters() -> None:
    source, (diagnostic,) = readers.read_bytes("a.txt", CZECH.encode("cp1250"))
    assert (source.text, diagnostic.message) == (CZECH, "not UTF-8: read as windows-1250")


@pytest.mark.parametrize("text", [LATIN, RUSSIAN, ARABIC, CHINESE, POLISH], ids="latin ru ar zh pl".split())
@pytest.mark.parametrize("bad", [b"\xff", b"\xe9", b"\x92", b"\xc3"], ids=repr)
def test_a_bad_byte_changes_no_alphabet_and_is_told_with_its_place(text: str, bad: bytes) -> None:
    before, after = text.split("2.")
    data = before.encode() + bad + b"2." + after.encode()
    source, (diagnostic,) = readers.read_bytes("a.txt", data)
    at = len(before)
    assert source.text == f"{before}\ufffd2.{after}"
    assert (diagnostic.code, diagnostic.span) == ("T951", (at, at + 1))
    assert diagnostic.message == f"byte 0x{bad[0]:02X} is no UTF-8: read as U+FFFD"
    assert source.position(at)[:2] == (2, 1)


def test_a_character_that_is_cut_short_is_as_many_bad_bytes() -> None:
    source, diagnostics = readers.read_bytes("a.txt", (LATIN + "“").encode()[:-1])
    assert source.text == f"{LATIN}\ufffd\ufffd"
    assert [each.code for each in diagnostics] == ["T951", "T951"]


def test_the_bytes_of_a_legacy_encoding_may_be_bad_too() -> None:
    source, diagnostics = readers.read_bytes("a.txt", LATIN.encode("cp1252") + b"a\x81b")
    assert source.text == f"{LATIN}a\ufffdb"
    assert [each.code for each in diagnostics] == ["T001", "T951"]
    assert diagnostics[1].message == "byte 0x81 is no windows-1252: read as U+FFFD"


@pytest.mark.parametrize("mark", [codecs.BOM_UTF8, codecs.BOM_UTF16_LE], ids=["UTF-8", "UTF-16"])
def test_what_a_mark_names_is_believed_whatever_else_is_wrong(mark: bytes) -> None:
    encoding = "utf-8" if mark == codecs.BOM_UTF8 else "utf-16-le"
    source, _ = readers.read_bytes("a.txt", mark + LATIN.encode(encoding) + b"\xc3")
    assert source.text == f"{LATIN}\ufffd"


@pytest.mark.parametrize(("more", "told"), [(0, MOST_TOLD), (1, MOST_TOLD + 1), (900, MOST_TOLD + 1)])
def test_more_bad_bytes_than_the_limit_are_told_in_one_line(more: int, told: int) -> None:
    data = CHINESE.encode() * 100 + b"\xff" * (MOST_TOLD + more)
    _, diagnostics = readers.read_bytes("a.txt", data)
    assert len(diagnostics) == told
    if more:
        assert diagnostics[-1].message == f"{more:,} more bytes that are no UTF-8, from here on"


def test_an_encoding_is_judged_by_so_many_characters_and_no_more() -> None:
    russian = ("дом " * JUDGED)[: JUDGED * 4 // 3].encode("cp1251")
    assert encoding_of(russian + b"\xff\x98" * JUDGED) == "cp1251"


def test_text_that_is_named_as_another_kind_is_told() -> None:
    _, (diagnostic,) = readers.read_bytes("a.PDF", b"1. One.\n")
    assert (diagnostic.code, diagnostic.message) == ("T952", "named .pdf, but its content is plain text")
    assert readers.read_bytes("a.doc", b"1. One.\n")[1] == ()


@pytest.mark.parametrize("data", [b"\n \n", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_a_file_without_words_is_refused(data: bytes) -> None:
    with pytest.raises(readers.ReadError, match=r"^a: a text file without text$"):
        readers.read_bytes("a", data)


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
    read = _read_or_refused(text.encode(), read_text_bytes)
    assert read in (source, "a: not a text file") or (read == "a: a text file without text" and not source.text.strip())


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
