"""Lines that run from right to left are read as they were written, numbers and foreign words the right way round."""

import random
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher

import pytest

from wgtip_parse import readers
from wgtip_parse.readers.pdf.leftward import MOST_SIGNS, Sign, segments, written
from wgtip_parse.readers.pdf.words import runs_leftward

from .test_pdf_limits import stream

pytest.importorskip("pypdfium2", reason="the extra pdf is not installed")
ENOUGH = 0.98
ARABIC, FIRST_CODE = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي", 0xA1
ADVANCE, SIZE, RIGHT, TOP, LEADING = 6.0, 10.0, 540.0, 740.0, 18.0


def visual(line: str) -> Iterator[tuple[float, str]]:
    """The place of each sign of a line that is set from the right: others run rightwards."""
    x = RIGHT
    for word in line.split(" "):
        x -= len(word) * ADVANCE
        is_arabic = any(sign in ARABIC for sign in word)
        for at, sign in enumerate(reversed(word) if is_arabic else word):
            yield x + at * ADVANCE, sign
        x -= ADVANCE


def code(sign: str) -> int:
    return FIRST_CODE + ARABIC.index(sign) if sign in ARABIC else ord(sign)


def page_of(lines: list[str], order: Callable[[list[tuple[float, str]]], list[tuple[float, str]]]) -> bytes:
    """A page whose file gives the signs of each line in an order of its own, each where it stands."""
    shown = []
    for at, line in enumerate(lines):
        for x, sign in order(list(visual(line))):
            shown.append(b"1 0 0 1 %.1f %.1f Tm <%02x> Tj" % (x, TOP - at * LEADING, code(sign)))
    last = FIRST_CODE + len(ARABIC) - 1
    table = b"1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <20> <7e> <0020> endbfrange "
    table += b"%d beginbfchar " % len(ARABIC)
    table += b" ".join(b"<%02x> <%04x>" % (code(sign), ord(sign)) for sign in ARABIC) + b" endbfchar"
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding"
    font += b"/FirstChar 32/LastChar %d/Widths[%s]/ToUnicode 6 0 R>>"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        page,
        stream(b"BT /F1 %d Tf %s ET" % (SIZE, b" ".join(shown))),
        font % (last, b"600 " * (last - 31)),
        stream(table),
    ]
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, each) for number, each in enumerate(objects, 1))
    return b"%PDF-1.5\n" + body + b"trailer\n<</Root 1 0 R>>\n%%EOF\n"


def lines_of(seed: int) -> list[str]:
    """Lines of words that mean nothing, with numbers, a date and a symbol among them."""
    chance = random.Random(seed)
    words = ["".join(chance.choices(ARABIC, k=chance.randint(2, 8))) for _ in range(200)]
    foreign = ["2031", "16", "8.5", "A/AC.999/2031/L.1", "Working", "140"]
    return [" ".join(chance.choices([*words, *foreign], [1] * 200 + [6] * 6, k=9)) for _ in range(25)]


def as_seen(signs: list[tuple[float, str]]) -> list[tuple[float, str]]:
    return sorted(signs)


def as_written(signs: list[tuple[float, str]]) -> list[tuple[float, str]]:
    return sorted(signs, reverse=True)


def word_by_word(signs: list[tuple[float, str]]) -> list[tuple[float, str]]:
    return signs


def at_random(signs: list[tuple[float, str]]) -> list[tuple[float, str]]:
    return random.Random(1).sample(signs, len(signs))


def numbers_last(signs: list[tuple[float, str]]) -> list[tuple[float, str]]:
    return sorted(signs, key=lambda each: (each[1].isdigit(), each[0]))


@pytest.mark.parametrize("order", [as_seen, as_written, word_by_word, at_random, numbers_last])
def test_a_page_is_read_in_order(order: Callable[[list[tuple[float, str]]], list[tuple[float, str]]]) -> None:
    lines = lines_of(7)
    found = readers.read_bytes("a.pdf", page_of(lines, order))[0].text
    wanted = " ".join(lines).split()
    assert SequenceMatcher(None, wanted, found.split(), autojunk=False).ratio() >= ENOUGH


def signs_of(seen: str) -> list[Sign]:
    """Signs that stand as they do in a text, one beside the other."""
    return [Sign(sign, float(at), at + 1.0) for at, sign in enumerate(seen)]


@pytest.mark.parametrize(
    ("seen", "read"),
    [
        ("ابت", "تبا"),
        ("16 ابت", "تبا 16"),
        ("10-8 ابت", "تبا 8-10"),  # a dash joins no figures
        ("8.5 ابت", "تبا 8.5"),
        ("Working Group ابت", "تبا Working Group"),
        ("WG.4/2031 ابت", "تبا WG.4/2031"),
        ("the word ابت means", "the word تبا means"),
        ("the words با 16 تث mean", "the words ثت 16 اب mean"),
        (".(ا) 16 ابت", "تبا 16 (ا)."),  # as it is seen
        (".)ا( 16 ابت", "تبا 16 (ا)."),  # as it was written
        ("ﻻﺍ", "الا"),  # forms of letters
        ("אבג 12", "12 גבא"),
    ],
)
def test_what_is_seen_becomes_what_was_written(seen: str, read: str) -> None:
    [segment] = segments(signs_of(seen), 10.0)
    assert written(segment, leftward=not read.startswith("the")) == read


def test_white_is_a_space_and_much_white_a_column() -> None:
    signs = [Sign("ا", 0, 5), Sign("ب", 5, 10), Sign("ت", 13, 18), Sign("ث", 60, 65)]
    assert [written(each) for each in segments(signs, 10.0)] == ["ت با", "ث"]


def test_a_tight_space_is_one_where_spaces_are_known_to_be() -> None:
    signs = [Sign("ا", 0, 5), Sign("ب", 6.3, 10)]
    assert [written(segment) for spaces in (0, 1) for segment in segments(signs, 10.0, spaces)] == ["با", "ب ا"]


def test_a_mark_above_a_letter_stands_behind_it() -> None:
    signs = [Sign("ا", 0, 5), Sign("\u064f", 6.5, 7), Sign("ب", 5, 10)]
    assert written(next(segments(signs, 10.0))) == "بُا"


def test_so_many_signs_of_a_line_are_put_in_order_and_not_one_more() -> None:
    line = "ا" * (MOST_SIGNS + 1)
    assert [runs_leftward(line, 0, most) for most in (MOST_SIGNS, MOST_SIGNS + 1)] == [True, False]


def test_a_line_of_more_is_read_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wgtip_parse.readers.pdf.words.MOST_SIGNS", 0)
    found = readers.read_bytes("a.pdf", page_of(["بت 16 ثج"], as_written))[0].text
    assert sorted("".join(found.split())) == sorted("بت16ثج")
