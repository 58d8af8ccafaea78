"""Word files that are bombs, damaged, locked or something else: one line, whatever is wrong with them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.word import FIRST_PAGE, abstract, level, listed, paragraph, run, style, table, typed, word, zipped
from wgtip_parse import readers
from wgtip_parse.readers.archive import MOST_TAGS, UNPACKED_LIMIT
from wgtip_parse.readers.word.package import Package
from wgtip_parse.source import Source

MEGABYTE = 1_000_000
SMALL = word(
    paragraph("One", numbering=(1, 0)) + table(["a", "b"]) + FIRST_PAGE,
    numbering=abstract(1, level(0, "decimal", "%1.")) + listed(1, 1),
    styles=style("H", "_ H_1"),
    header=paragraph("A/1/2"),
    footer=paragraph(run("25-01234", "<w:i/>")),
)


def read_or_refused(data: bytes) -> Source | str:
    try:
        return readers.read_bytes("a", data)[0]
    except readers.ReadError as error:
        return str(error)


def padded(size: int) -> bytes:
    """A Word file whose parts have this size when unpacked."""
    spaces = [" " * 9 * MEGABYTE] * (size // (9 * MEGABYTE))
    least = Package("a", word("<w:p/>".join([*spaces, paragraph("x")])))
    least.relationships(least.document)
    least.parse(least.document)
    return word("<w:p/>".join([*spaces, paragraph("x")]) + " " * (size - least.unpacked))


def test_what_unpacks_to_the_limit_is_read_and_one_byte_more_is_not() -> None:
    at_limit, over = padded(UNPACKED_LIMIT), padded(UNPACKED_LIMIT + 1)
    assert len(over) < MEGABYTE
    assert isinstance(read_or_refused(at_limit), Source)
    assert read_or_refused(over) == "a: larger than 32 MB when unpacked"


def test_as_many_tags_as_the_limit_are_read_and_one_more_is_not() -> None:
    around = f"<w:document/>{paragraph('x')}<w:sectPr></w:sectPr><w:body></w:body>".count("<") + 1
    tags = "<w:x/>" * (MOST_TAGS - around)
    assert isinstance(read_or_refused(word(f"{paragraph('x')}<w:sectPr>{tags}</w:sectPr>")), Source)
    refused = read_or_refused(word(f"{paragraph('x')}<w:sectPr>{tags}<w:x/></w:sectPr>"))
    assert refused == "a: more than 1,000,000 XML tags"


def test_entities_are_never_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    laughs = '<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">' + "".join(
        f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("bcdefghij", "cdefghijk", strict=True)
    )
    for entity in (laughs, f'<!ENTITY k SYSTEM "{secret.as_uri()}">', '<!ENTITY k SYSTEM "http://127.0.0.1:9/">'):
        data = word(paragraph("<w:r><w:t>&k;</w:t></w:r>"), prologue=f"<!DOCTYPE d [{entity}]>")
        assert read_or_refused(data) == "a: a Word file with a DTD or in UTF-16, as Word writes none"


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (zipped({"xl/workbook.xml": "<a/>"}), "a spreadsheet (Excel); save its text as .docx, PDF or plain text"),
        (
            zipped({"_rels/.rels": "<a/>", "word/document.xml": "<a/>"}),
            "a zip archive, but no Word document: unpack it and give the documents in it",
        ),
        (b"PK\x03\x04" + b"x" * 100, "a damaged or truncated Word file"),
        (SMALL[: len(SMALL) // 2], "a damaged or truncated Word file"),
        (word(paragraph(" ")), "a Word file without text"),
        (word("<w:p>"), "a damaged Word file: word/document.xml is no XML that can be read"),
        (word("<w:sdt>" * 300 + "</w:sdt>" * 300), "a damaged Word file: word/document.xml is no XML that can be read"),
    ],
    ids=["another format", "no relationship", "no archive", "half", "empty", "no XML", "too deep"],
)
def test_what_is_no_word_document_is_said_to_be_so(data: bytes, cause: str) -> None:
    assert read_or_refused(data) == f"a: {cause}"


def test_a_file_under_a_password_is_said_to_be_so() -> None:
    locked = bytearray(SMALL)
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = SMALL.find(signature)
        while at >= 0:
            locked[at + flags] |= 1
            at = SMALL.find(signature, at + 1)
    assert read_or_refused(bytes(locked)) == "a: a Word file under a password; save it without one"


def test_a_compression_that_the_standard_does_not_know_is_refused() -> None:
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(SMALL)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_BZIP2) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    assert read_or_refused(written.getvalue()) == "a: a damaged Word file: _rels/.rels cannot be unpacked"


@given(st.integers(0, len(SMALL) - 1), st.binary(min_size=1, max_size=8))
def test_damage_anywhere_is_survived(at: int, garbage: bytes) -> None:
    for data in (SMALL[:at] + garbage + SMALL[at + len(garbage) :], SMALL[:at] + garbage, SMALL[:at]):
        result = read_or_refused(data)
        assert isinstance(result, Source) or result.count("\n") == 0


TAGS = st.sampled_from(
    """
    p r t pPr rPr numPr numId ilvl pStyle tbl tr tc sdt sdtPr sdtContent ins del fldChar footnoteReference tab br sym
    hyperlink drawing txbxContent b i vanish tabs framePr outlineLvl pPrChange trPr sectPr headerReference titlePg
    """.split()
)


def leaf(tag: str, text: str) -> str:
    return f'<w:{tag} w:val="{text}" w:id="{text}" w:fldCharType="{text}">{text}</w:{tag}>'


def branch(tag: str, inside: list[str]) -> str:
    return f"<w:{tag}>{''.join(inside)}</w:{tag}>"


TREES = st.recursive(
    st.builds(leaf, TAGS, st.sampled_from(["", "1", "x", "begin", "separate", "end", "H"])),
    lambda inside: st.builds(branch, TAGS, st.lists(inside, max_size=5)),
    max_leaves=30,
)


@given(st.lists(TREES, max_size=6))
def test_elements_in_any_order_are_survived(elements: list[str]) -> None:
    data = word("".join(elements), styles=style("H", "_ H_1"), numbering=abstract(1, level(0, "decimal", "%1.")))
    result = read_or_refused(data)
    assert isinstance(result, Source) or result == "a: a Word file without text"


def test_the_same_file_gives_the_same_source() -> None:
    data = typed((Path(__file__).parents[1] / "samples" / "meeting-2021-L.1.txt").read_text(encoding="utf-8"))
    assert read_or_refused(data) == read_or_refused(bytes(data))
