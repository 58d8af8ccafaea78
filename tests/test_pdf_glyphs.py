"""Letters that PDFium cannot name have the names that their fonts give them, where these are names of letters."""

import zlib

import pytest

from wgtip_parse import readers
from wgtip_parse.readers.pdf import glyphs
from wgtip_parse.readers.pdf.glyphs import Glyphs, letters_of

from .test_pdf_limits import stream

pytest.importorskip("pypdfium2", reason="the extra pdf is not installed")
ENCODING = b"<</Type/Encoding/BaseEncoding/WinAnsiEncoding/Differences[%d /%s]>>"


def typeset(encoding: bytes, code: int = 1, *more: bytes) -> bytes:
    """A page of one line, one of whose signs stands at a code of its font; the encoding of the font as it is given."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>"
    sign = b"\\%03o" % code
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        page,
        stream(b"BT /F1 10 Tf 72 700 Td (1. The of%sces of a mill de%sned it.) Tj ET" % (sign, sign)),
        b"<</Type/Font/Subtype/Type1/BaseFont/ABCDEF+Times-Roman/Encoding %s>>" % encoding,
        *more,
    ]
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, each) for number, each in enumerate(objects, 1))
    return b"%PDF-1.5\n" + body + b"trailer\n<</Root 1 0 R>>\n%%EOF\n"


def read(data: bytes) -> tuple[str, list[str]]:
    source, found = readers.read_bytes("a.pdf", data)
    return source.text.strip(), [each.code for each in found]


@pytest.mark.parametrize("code", [1, 2, 31, 65])
def test_a_sign_has_the_letters_that_its_name_says(code: int) -> None:
    assert read(typeset(ENCODING % (code, b"f_i"), code)) == ("1. The offices of a mill defined it.", [])


def test_letters_that_have_no_sign_together_are_read_too() -> None:
    assert read(typeset(ENCODING % (1, b"T_h")))[0] == "1. The ofThces of a mill deThned it."


@pytest.mark.parametrize("code", [1, 2])
def test_a_sign_whose_name_says_nothing_is_lost_and_no_hyphen(code: int) -> None:
    assert read(typeset(ENCODING % (code, b"g123"), code)) == (
        "1. The of\ufffdces of a mill de\ufffdned it.",
        ["T964"],
    )


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("f_f_i", "ffi"), ("ffi", "ffi"), ("uni00660069", "fi"), ("u0066", "f"), ("f_i.alt", "fi"), ("T_h", "Th"),
        ("g123", None), ("f_g123", None), ("uniD800", None), ("u110000", None), (".notdef", None), ("", None),
    ],
)  # fmt: skip
def test_what_the_name_of_a_glyph_says(name: str, letters: str | None) -> None:
    assert letters_of(name) == letters


def packed(*objects: bytes, first: int = 6) -> bytes:
    """A stream of objects with numbers from the first on."""
    head, body = b"", b""
    for number, each in enumerate(objects, first):
        head += b"%d %d " % (number, len(body))
        body += each + b" "
    content = zlib.compress(head + body)
    return stream(content, b"/Type/ObjStm/Filter/FlateDecode/N %d/First %d" % (len(objects), len(head)))


def fonts(*each: bytes) -> Glyphs:
    return Glyphs(b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, one) for number, one in enumerate(each, 1)))


FONT = b"<</Type/Font/BaseFont/ABCDEF+Aa/Encoding 7 0 R>>"


def test_fonts_and_encodings_are_found_in_streams_of_objects() -> None:
    assert fonts(packed(FONT, ENCODING % (1, b"f_i"))).sign("Aa", 1) == "ﬁ"


def test_a_list_of_differences_may_stand_by_itself() -> None:
    font = b"<</Type/Font/BaseFont/Aa/Encoding<</Differences 2 0 R>>>>"
    assert fonts(font, b"[30 /a /f_l 65 /b]").sign("BCDEFG+Aa", 31) == "ﬂ"


def test_two_fonts_of_one_name_that_differ_say_nothing() -> None:
    one, other = (b"<</BaseFont/Aa/Encoding<</Differences[1 /%s]>>>>" % name for name in (b"f_i", b"f_l"))
    assert (fonts(one, one).sign("Aa", 1), fonts(one, other).sign("Aa", 1)) == ("ﬁ", None)


@pytest.mark.parametrize("damaged", [b"<</Type/ObjStm/N 9/First 9>>stream\nno\nendstream", FONT, packed(FONT)[:-30]])
def test_damage_names_nothing(damaged: bytes) -> None:
    assert fonts(damaged).sign("Aa", 1) is None


def test_so_many_objects_are_looked_through_and_not_one_more(monkeypatch: pytest.MonkeyPatch) -> None:
    font = b"<</BaseFont/Aa/Encoding<</Differences[1 /f_i]>>>>"
    for most, sign in ((3, "ﬁ"), (2, None)):
        monkeypatch.setattr(glyphs, "MOST_OBJECTS", most)
        assert fonts(b"<<>>", b"<<>>", font).sign("Aa", 1) == sign


def test_so_many_bytes_are_unpacked_and_not_one_more(monkeypatch: pytest.MonkeyPatch) -> None:
    stream_of = packed(FONT, ENCODING % (1, b"f_i"))
    size = len(zlib.decompress(stream_of.partition(b"stream\n")[2].rpartition(b"\nendstream")[0]))
    for most, sign in ((size, "ﬁ"), (len(FONT), None)):
        monkeypatch.setattr(glyphs, "MOST_BYTES", most)
        assert fonts(stream_of).sign("Aa", 1) == sign


def test_so_many_signs_of_several_letters_are_told_and_not_one_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(glyphs, "MOST_SIGNS", 1)
    font = fonts(b"<</BaseFont/Aa/Encoding<</Differences[1 /T_h /c_t]>>>>")
    assert [font.sign("Aa", code) is None for code in (1, 2, 1)] == [False, True, False]
