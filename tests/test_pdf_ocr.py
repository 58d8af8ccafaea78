"""OCR of pages that are pictures: asked for, within limits, said of each page; a script stands for Tesseract."""

import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from wgtip_parse import readers
from wgtip_parse.cli import commands
from wgtip_parse.readers.pdf import ocr

from .test_pdf_pages import PRINT, picture
from .typeset import Paper

pytest.importorskip("pypdfium2", reason="the extra pdf is not installed")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a script is no program there")
LIMITS = Path(__file__).parents[1] / "docs" / "limits.md"
Stub = Callable[[str], None]

SEES = """
words = {words!r}
print("\\t".join("level page_num block_num par_num line_num word_num left top width height conf text".split()))
for at, word in enumerate(words):
    place = (300 + at % 9 * 220, 300 + at // 9 * 50, 200, 40)
    print(5, 1, 1, 1, at // 9, at, *place, {sure}, word, sep="\\t")
"""
SEEN = "2. The Working Group recommends that all ports should count their lamps in the spring."


@pytest.fixture
def tesseract(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stub:
    """Put a program of that name on the PATH, which gets the page as a PGM on its standard input."""

    def install(body: str) -> None:
        program = tmp_path / "tesseract"
        head = "import sys\npage = sys.stdin.buffer.read()\nassert page.startswith(b'P5 ')\n"
        program.write_text(f"#!{sys.executable}\n{head}{body}", encoding="utf-8")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("PATH", str(tmp_path))

    return install


def scan(pages: int = 1) -> bytes:
    paper = Paper()
    paper.block(f"1. {PRINT}")
    paper.canvas.showPage()
    for _ in range(pages):
        picture(paper)
        paper.canvas.showPage()
    paper.canvas.save()
    return paper.written.getvalue()


def read(data: bytes) -> tuple[str, list[str]]:
    source, found = readers.read_bytes("a.pdf", data, ocr=True)
    return source.text, [each.code for each in found]


def test_a_page_that_is_a_picture_is_read_and_marked(tesseract: Stub) -> None:
    tesseract(SEES.format(words=SEEN.split(), sure=91))
    text, codes = read(scan())
    assert " ".join(text.split("\f")[1].split()) == SEEN
    assert codes == ["T965"]


def test_a_document_that_is_all_pictures_too(tesseract: Stub) -> None:
    tesseract(SEES.format(words=SEEN.split(), sure=91))
    paper = Paper()
    picture(paper)
    paper.canvas.showPage()
    paper.canvas.save()
    assert "recommends" in read(paper.written.getvalue())[0]


@pytest.mark.parametrize(
    "body",
    [
        "sys.exit(1)",
        "print('no table')",
        SEES.format(words=["~"], sure=12),  # which it is not sure of
        "import os; os.kill(os.getpid(), 9)",
    ],
)
def test_where_it_sees_nothing_the_page_is_without_text(tesseract: Stub, body: str) -> None:
    tesseract(body)
    text, codes = read(scan())
    assert (text.split("\f")[1].strip(), codes) == ("", ["T961"])


def test_it_may_take_so_long_and_no_longer(tesseract: Stub, monkeypatch: pytest.MonkeyPatch) -> None:
    tesseract("import time\ntime.sleep(60)")
    monkeypatch.setattr(ocr, "SECONDS", 0.5)
    assert read(scan())[1] == ["T961"]


def test_so_many_pages_are_read_and_not_one_more(tesseract: Stub, monkeypatch: pytest.MonkeyPatch) -> None:
    tesseract(SEES.format(words=["word"], sure=91))
    monkeypatch.setattr(ocr, "MOST_PAGES", 2)
    assert read(scan(pages=3))[1] == ["T965", "T965", "T961"]


def test_a_page_is_painted_with_so_many_dots_and_not_one_more(tesseract: Stub, monkeypatch: pytest.MonkeyPatch) -> None:
    tesseract(
        "width, height = map(int, page.split()[1:3])\nif width * height > 10_000: sys.exit(1)\n"
        + SEES.format(words=["word"], sure=91)
    )
    assert read(scan())[1] == ["T961"]
    monkeypatch.setattr(ocr, "MOST_DOTS", 10_000)
    assert read(scan())[1] == ["T965"]


def test_so_many_words_of_a_page_are_read_and_not_one_more(tesseract: Stub, monkeypatch: pytest.MonkeyPatch) -> None:
    tesseract(SEES.format(words=["word"] * 5, sure=91))
    monkeypatch.setattr(ocr, "MOST_WORDS", 3)
    assert read(scan())[0].split("\f")[1].split() == ["word"] * 3


def test_the_limits_are_written_down() -> None:
    text = LIMITS.read_text(encoding="utf-8")
    for limit in (f"{ocr.SECONDS} seconds", f"{ocr.MOST_PAGES} pages", f"{ocr.MOST_DOTS:,}", f"{ocr.MOST_WORDS:,}"):
        assert limit in text


@pytest.mark.parametrize("command", ["read", "parse", "check"])
def test_each_command_takes_it(tesseract: Stub, tmp_path: Path, command: str) -> None:
    tesseract(SEES.format(words=SEEN.split(), sure=91))
    path = tmp_path / "a.pdf"
    path.write_bytes(scan())
    done = CliRunner().invoke(commands, [command, "--ocr", str(path)])
    assert "page 2 was read by OCR" in done.output


def test_compile_takes_it_too(tesseract: Stub, tmp_path: Path) -> None:
    tesseract(SEES.format(words=SEEN.split(), sure=91))
    path, database = tmp_path / "a.pdf", tmp_path / "index.sqlite"
    path.write_bytes(scan())
    for options, found in (([], "no recommendations"), (["--ocr"], "1 recommendation")):
        done = CliRunner().invoke(commands, ["compile", *options, str(path), "-o", str(database)])
        assert found in done.output


def test_without_the_program_a_command_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    path = tmp_path / "a.pdf"
    path.write_bytes(scan())
    done = CliRunner().invoke(commands, ["parse", "--ocr", str(path)])
    assert (done.exit_code, "no tesseract on the PATH" in done.output) == (2, True)
    with pytest.raises(readers.ReadError, match="OCR needs Tesseract"):
        read(scan())
