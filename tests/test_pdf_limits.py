"""What a PDF may not be: without text, locked, damaged, or larger than the limits in docs/limits.md."""

import os
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib.pdfencrypt import StandardEncryption

from wgtip_parse import readers
from wgtip_parse.readers.pdf import MOST_PAGES, guard

from .typeset import Paper, typeset

SMALL = typeset("United Nations\n\nCTOC/COP/WG.4/2021/L.9\n\nI. Introduction\n\n1. One.\n\n(a) Two;\n\n(b) Three.")
LIMITS = Path(__file__).parents[1] / "docs" / "limits.md"


def refusal(data: bytes) -> str:
    with pytest.raises(readers.ReadError) as error:
        readers.read_bytes("a.pdf", data)
    message = str(error.value)
    assert "\n" not in message
    return message


def pdf_of(content: bytes, *more: bytes, resources: bytes = b"", pages: int = 1) -> bytes:
    """A PDF whose pages all have this content stream, and more objects from number 6 on."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>%s>>>>"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (b"3 0 R " * pages, pages),
        page % resources,
        content,
        b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>",
        *more,
    ]
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, each) for number, each in enumerate(objects, 1))
    return b"%PDF-1.5\n" + body + b"trailer\n<</Root 1 0 R>>\n%%EOF\n"


def stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (entries, len(content), content)


def forms(depth: int) -> bytes:
    """Each form paints the next ten times: the last is painted ten to the power of the depth."""
    head = b"/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<</Font<</F1 5 0 R>>"
    inner = [stream(b"/X Do " * 10, head + b"/XObject<</X %d 0 R>>>>" % (number + 1)) for number in range(6, 6 + depth)]
    last = stream(b"BT /F1 10 Tf 72 700 Td (1. One.) Tj ET", head + b">>")
    return pdf_of(stream(b"/X Do"), *inner, last, resources=b"/XObject<</X 6 0 R>>")


def test_a_pdf_without_text_needs_ocr() -> None:
    paper = Paper()
    paper.canvas.rect(100, 100, 200, 200)
    paper.canvas.showPage()
    paper.canvas.save()
    assert "needs OCR" in refusal(paper.written.getvalue())


def test_a_locked_pdf_is_refused() -> None:
    paper = Paper()
    paper.canvas._doc.encrypt = StandardEncryption("open", "own")
    paper.block("1. One.")
    assert "encrypted" in refusal(paper.data())


def test_what_only_says_that_it_is_a_pdf_is_refused() -> None:
    assert refusal(b"%PDF-1.7\nof another kind").startswith("a.pdf: this PDF cannot be opened: ")


def test_so_many_pages_are_read_and_not_one_more() -> None:
    content = stream(b"BT /F1 10 Tf 72 700 Td (1. One.) Tj ET")
    text = readers.read_bytes("a.pdf", pdf_of(content, pages=MOST_PAGES))[0].text
    assert (text.count("\f"), text.count("1. One.")) == (MOST_PAGES - 1, MOST_PAGES)
    message = refusal(pdf_of(content, pages=MOST_PAGES + 1))
    assert message == f"a.pdf: {MOST_PAGES + 1:,} pages; at most {MOST_PAGES:,} are read"


def test_so_many_characters_of_a_page_are_read_and_not_one_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wgtip_parse.readers.pdf.characters.MOST_CHARACTERS", 7)
    assert readers.read_bytes("a.pdf", pdf_of(stream(b"BT /F1 10 Tf 72 700 Td (1. One.) Tj ET")))[0].text == "1. One.\n"
    message = refusal(pdf_of(stream(b"BT /F1 10 Tf 72 700 Td (12. One.) Tj ET")))
    assert message == "a.pdf: page 1 has 8 characters; at most 7 are read"


@pytest.fixture(params=["forked", "started"])
def child(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """How the child is made: also as where a system cannot fork."""
    if request.param == "started":
        monkeypatch.delattr(os, "fork", raising=False)
    elif not hasattr(os, "fork"):
        pytest.skip("this system cannot fork")
    return str(request.param)


def fail() -> bytes:
    raise ZeroDivisionError


@pytest.mark.usefixtures("child")
class TestTheGuard:
    def test_what_is_read_is_the_same(self) -> None:
        assert readers.read_bytes("a.pdf", SMALL)[0].text.startswith("United Nations")
        assert refusal(b"%PDF-1.7\nof another kind").startswith("a.pdf: this PDF cannot be opened: ")

    def test_forms_in_forms_are_painted_only_as_long_as_time_lasts(self, monkeypatch: pytest.MonkeyPatch) -> None:
        assert readers.read_bytes("a.pdf", forms(2))[0].text.startswith("1. One.")
        monkeypatch.setattr(guard, "SECONDS", 1)
        assert refusal(forms(12)) == "a.pdf: this PDF takes more than the 1 seconds of computing allowed"

    @pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="the system does not say what memory is taken")
    def test_a_page_may_not_fill_the_memory(self, child: str, monkeypatch: pytest.MonkeyPatch) -> None:
        bomb = pdf_of(stream(zlib.compress(b" " * 300_000_000, 1), b"/Filter/FlateDecode"))
        taken = int(Path("/proc/self/statm").read_text().split()[0]) * 4096 // 1_000_000 if child == "forked" else 100
        monkeypatch.setattr(guard, "MEGABYTES", taken + 200)
        assert "memory" in refusal(bomb)

    def test_a_system_that_takes_no_limit_of_memory_reads_nevertheless(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse(kind: int, limits: tuple[int, int]) -> None:
            raise ValueError("current limit exceeds maximum limit")

        monkeypatch.setattr("resource.setrlimit", refuse)
        monkeypatch.setattr(guard, "MEGABYTES", 1)  # which a child that is started anew would keep
        if hasattr(os, "fork"):
            assert guard.guarded("a.pdf", lambda: b"read") == b"read"

    def test_a_fault_of_ours_shows_itself(self) -> None:
        with pytest.raises(ZeroDivisionError):
            guard.guarded("a.pdf", fail)


def test_the_limits_are_written_down() -> None:
    text = LIMITS.read_text(encoding="utf-8")
    for limit in (f"{MOST_PAGES:,} pages", f"{guard.SECONDS} seconds", f"{guard.MEGABYTES:,} MB"):
        assert limit in text


CHANGES = st.lists(st.tuples(st.integers(0, len(SMALL) - 1), st.integers(0, 255)), max_size=12)


@given(CHANGES, st.integers(1, len(SMALL)))
def test_damage_gives_text_or_one_line(changes: list[tuple[int, int]], end: int) -> None:
    data = bytearray(SMALL)
    for at, byte in changes:
        data[at] = byte
    try:
        readers.read_bytes("a.pdf", bytes(data[:end]))
    except readers.ReadError as error:
        refused = str(error)
    else:
        refused = ""
    assert "\n" not in refused
