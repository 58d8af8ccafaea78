"""A compilation in a house's own template: its page and styles, our words; a wrong file is one line."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from tests.cases import MEETING, ROOT
from tests.shell import wgtip
from tests.word import abstract, level, listed, paragraph, style, word, zipped
from tests.word_package import W, faults, parts_of
from wgtip_parse import readers
from wgtip_parse.index.extraction import extract
from wgtip_parse.office.house import House, HouseError
from wgtip_parse.parser import parse_source

REAL = sorted((ROOT.parent / "shared" / "board" / "word").glob("*.docx"))
PAGE = (
    '<w:sectPr><w:headerReference w:type="default" r:id="header"/><w:footerReference w:type="default" r:id="footer"/>'
    '<w:pgSz w:w="12240" w:h="15840"/></w:sectPr>'
)
STYLES = (
    style("a", "Normal")
    + style("Body", "__single txt")
    + style("HCh", "Something else")
    + '<w:style w:type="character" w:styleId="x"><w:name w:val="Hyperlink"/></w:style>'
)


def house(**changed: str) -> bytes:
    """A template with a page, styles and lists of its own."""
    parts = {
        "styles": STYLES,
        "numbering": abstract(4, level(0, "decimal", "%1)")) + listed(7, 4),
        "settings": '<w:zoom w:percent="90"/><w:rsids/>',
        "header": paragraph("The house"),
        "footer": paragraph("Its address"),
    }
    return word(paragraph("A draft of a letter") + PAGE, **(parts | changed))


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("compiled") / "a.docx"
    assert wgtip("compile", MEETING, "-o", path).returncode == 0
    return path.read_bytes()


def recommendations(data: bytes) -> list[tuple[str | None, str, tuple[str, ...]]]:
    source, _ = readers.read_bytes("a.docx", data)
    return [
        (each.number, each.text, each.section) for each in extract(parse_source(source).report, source).recommendations
    ]


def test_the_words_are_ours_and_the_page_the_house_s(compiled: bytes) -> None:
    data = House(house()).pour(compiled)
    assert faults(data) == []
    assert recommendations(data) == recommendations(compiled) != []
    text = readers.read_bytes("a.docx", data)[0].text
    assert text.startswith("The house\n\nCompilation")
    assert "A draft of a letter" not in text
    document = etree.fromstring(parts_of(data)["word/document.xml"])
    assert [each.get(f"{W}w") for each in document.iter(f"{W}pgSz")] == ["12240"]


def test_styles_go_by_their_names_and_what_is_missing_is_added(compiled: bytes) -> None:
    parts = parts_of(House(house()).pour(compiled))
    document, styles = (etree.fromstring(parts[f"word/{name}.xml"]) for name in ("document", "styles"))
    used = {each.get(f"{W}val") for each in document.iter(f"{W}pStyle")}
    assert "Body" in used
    assert "SingleTxt" not in used
    names = {each.get(f"{W}styleId"): each[0].get(f"{W}val") for each in styles.iter(f"{W}style")}
    assert names["HCh"] == "Something else"
    assert names["HChW"] == "_ H _Ch"
    assert "HChW" in used
    assert list(names.values()).count("__single txt") == 1


def test_lists_settings_and_parts_that_the_house_has_stay(compiled: bytes) -> None:
    parts = parts_of(House(house()).pour(compiled))
    lists = [each.get(f"{W}numId") for each in etree.fromstring(parts["word/numbering.xml"]).iter(f"{W}num")]
    assert lists[:2] == ["7", "8"]
    settings = [etree.QName(each).localname for each in etree.fromstring(parts["word/settings.xml"])]
    assert settings == ["zoom", "updateFields", "footnotePr", "rsids"]
    assert "word/footnotes.xml" in parts


def test_a_house_without_header_or_styles_gets_ours(compiled: bytes) -> None:
    data = House(word(paragraph("Empty."))).pour(compiled)
    assert faults(data) == []
    assert recommendations(data) == recommendations(compiled)
    assert readers.read_bytes("a.docx", data)[0].text.startswith("United Nations\n")


def test_a_dotx_becomes_a_document(compiled: bytes) -> None:
    kinds = {name: part.decode() for name, part in parts_of(house()).items()}
    kinds["[Content_Types].xml"] = kinds["[Content_Types].xml"].replace("document.main+xml", "template.main+xml")
    poured = parts_of(House(zipped(kinds)).pour(compiled))
    assert b"template.main" not in poured["[Content_Types].xml"]


def test_the_same_template_gives_the_same_bytes(compiled: bytes) -> None:
    assert House(house()).pour(compiled) == House(house()).pour(compiled)


@pytest.mark.skipif(not REAL, reason="no Word files of the corpus are here")
def test_real_documents_are_templates(compiled: bytes) -> None:
    for path in REAL:
        data = House(path.read_bytes()).pour(compiled)
        assert faults(data) == []
        assert recommendations(data) == recommendations(compiled)


MACROS = "<w:p/></w:body></w:document>"


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (b"1. One.\n", "no Word file, or a damaged one"),
        (b"PK\x03\x04", "no Word file, or a damaged one"),
        (house()[:-40], "no Word file, or a damaged one"),
        (zipped({"a.txt": "1. One."}), "no Word document, or a part of it is missing"),
        (house(styles="<w:"), "a damaged Word file: word/styles.xml is no XML that can be read"),
        (word("", strict=True), "no Word document, or one in the strict form: save it as .docx"),
        (word("", vbaProject=""), "has macros: save it as .docx first"),
    ],
)
def test_a_wrong_template_is_one_line_and_nothing_is_written(data: bytes, cause: str, tmp_path: Path) -> None:
    (tmp_path / "house.docx").write_bytes(data)
    done = wgtip("compile", MEETING, "-o", "c.docx", "--template", "house.docx", folder=tmp_path)
    assert done.returncode == 2
    assert f"house.docx: {cause}" in done.stderr.decode()
    assert b"Traceback" not in done.stderr
    assert not (tmp_path / "c.docx").exists()


def test_a_template_may_be_so_large_and_no_larger(monkeypatch: pytest.MonkeyPatch) -> None:
    size = sum(map(len, parts_of(house()).values()))
    monkeypatch.setattr("wgtip_parse.office.house.UNPACKED_LIMIT", size)
    House(house())
    monkeypatch.setattr("wgtip_parse.office.house.UNPACKED_LIMIT", size - 1)
    with pytest.raises(HouseError, match=r"^larger than \d+ MB when unpacked$"):
        House(house())


def test_a_template_is_for_word_and_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "house.docx").write_bytes(house())
    done = wgtip("compile", MEETING, "-o", "c.md", "--template", "house.docx", folder=tmp_path)
    assert b"--template is for a compilation in Word: add -o FILE.docx" in done.stderr
    done = wgtip("compile", MEETING, "-o", "house.docx", "--template", "house.docx", folder=tmp_path)
    assert b"house.docx is a document to read" in done.stderr
    done = wgtip("compile", MEETING, "-o", "c.docx", "--template", "none.docx", folder=tmp_path)
    assert b"none.docx: no such file or directory" in done.stderr
