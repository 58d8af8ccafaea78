"""Draw the pictures of docs/word.md: Word documents made from samples, as LibreOffice prints them.

Needs LibreOffice with its writer on the PATH. Run it from the root of a checkout: python -m tools.word_pictures
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from PIL import Image

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "pictures"
DOTS = 72  # to the inch: small, and still to be read
POINTS = 72  # to the inch, which PDF counts in
WITH_COMMENTS = 'pdf:writer_pdf_Export:{"ExportNotes":{"type":"boolean","value":"true"}}'
SHARPER = 100  # for the half of a page
GREYS, COLOURS = 16, 200
BETWEEN = 12  # dots of grey between two pages
GREY = 200
SAMPLES = (*sorted((ROOT / "samples").glob("meeting-*.txt")), ROOT / "samples" / "said-before.txt")
WGTIP = (sys.executable, "-m", "wgtip_parse")
PICTURES = {  # by its name the command that makes the document, and the pages that are shown
    "word-compilation": (("compile", *SAMPLES, "-o"), (0, -1)),
    "word-report": (("parse", ROOT / "samples" / "meeting-2021-L.1.txt", "--format", "docx", "-o"), (0, 1)),
}


def main() -> None:
    """Draw all of them."""
    FOLDER.mkdir(exist_ok=True)
    for name, (command, shown) in PICTURES.items():
        with tempfile.TemporaryDirectory() as folder:
            document = Path(folder) / f"{name}.docx"
            subprocess.run([*WGTIP, *map(str, command), str(document)], check=True)
            pages = list(printed(document))
        save(side_by_side([pages[at] for at in shown]), GREYS, name)
    with tempfile.TemporaryDirectory() as folder:
        demo = Path(folder) / "demo"
        subprocess.run([*WGTIP, "demo", str(demo)], check=True, capture_output=True)
        last = list(printed(demo / "reviewed.docx", SHARPER, "RGB"))[-1]
        save(last.crop((0, 0, last.width, last.height // 2)), COLOURS, "word-annotated")


def save(picture: Image.Image, colours: int, name: str) -> None:
    """Write a picture as a small PNG."""
    picture.quantize(colours, dither=Image.Dither.NONE).save(FOLDER / f"{name}.png", optimize=True)
    print(FOLDER / f"{name}.png")


def printed(document: Path, dots: int = DOTS, mode: str = "L") -> Iterator[Image.Image]:
    """The pages of a Word document."""
    command = ["soffice", "--headless", f"-env:UserInstallation={(document.parent / 'profile').as_uri()}"]
    command += ["--convert-to", WITH_COMMENTS, "--outdir", str(document.parent), str(document)]
    subprocess.run(command, check=True, capture_output=True)
    for page in pypdfium2.PdfDocument(document.with_suffix(".pdf")):
        yield page.render(scale=dots / POINTS).to_pil().convert(mode)


def side_by_side(pages: list[Image.Image]) -> Image.Image:
    """One picture of several pages."""
    width, height = pages[0].size
    picture = Image.new("L", (len(pages) * (width + BETWEEN) + BETWEEN, height + 2 * BETWEEN), GREY)
    for at, page in enumerate(pages):
        picture.paste(page, (BETWEEN + at * (width + BETWEEN), BETWEEN))
    return picture


if __name__ == "__main__":
    main()
