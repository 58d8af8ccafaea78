"""Draw the pictures of README and docs that need no LibreOffice: the terminal, the page, and a PDF with findings.

All show what the demo makes. The terminal is a run with its colours, written as SVG; the same run gives the same bytes.
The page needs Chromium with its chromedriver. Run it from the root of a checkout: python -m tools.pictures
"""

from __future__ import annotations

import io
import os
import pty
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image
from rich.console import Console
from rich.text import Text

from tests.browser import browser
from tests.typeset import typeset

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "pictures"
WGTIP = (sys.executable, "-m", "wgtip_parse")
COLUMNS, LINES = 112, 45
TYPED = (  # what is typed in the picture of the terminal
    ("check", "final-2023.docx"),
    ("diff", "--only", "recommendations", "joined-2023.txt", "final-2023.docx"),
)
SHOWN = "#q=labour+inspectors"  # of the page
SCREEN = (1180, 1240)  # dots
COLOURS = 64
SCALE = 1.4  # dots of a picture to a point of a PDF
FONT_FACES = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)  # which a viewer would fetch from elsewhere


def main() -> None:
    """Draw all of them."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as made:
        demo = Path(made) / "demo"
        subprocess.run([*WGTIP, "demo", str(demo)], check=True, capture_output=True)
        (FOLDER / "terminal.svg").write_text(terminal(demo), encoding="utf-8")
        save(page(demo), "page")
        save(annotated(demo), "pdf-annotated")


def terminal(demo: Path) -> str:
    """The commands and what they print, as a terminal shows it."""
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    for command in TYPED:
        console.print(Text(f"$ wgtip {' '.join(command)}", "bold"))
        console.print(Text.from_ansi(printed(command, demo)))
    drawn = FONT_FACES.sub("", console.export_svg(title="wgtip", unique_id="wgtip"))
    return "\n".join(line.rstrip() for line in drawn.splitlines()) + "\n"


def printed(command: tuple[str, ...], folder: Path) -> str:
    """What a command prints on a terminal, with its colours."""
    ours, its = pty.openpty()
    variables = os.environ | {"COLUMNS": str(COLUMNS), "LINES": str(LINES), "TERM": "xterm-256color"}
    with subprocess.Popen([*WGTIP, *command], cwd=folder, stdout=its, stderr=its, env=variables):
        os.close(its)
        shown = b""
        try:
            while part := os.read(ours, 4096):
                shown += part
        except OSError:  # how Linux says that nobody writes any more
            pass
    os.close(ours)
    return shown.decode().replace("\r\n", "\n").rstrip("\n")


def page(demo: Path) -> Image.Image:
    """The page with a question asked of it, and what was said before opened."""
    with browser(*SCREEN) as window, tempfile.TemporaryDirectory() as folder:
        window.open(demo / "page.html", SHOWN)
        window.run("document.querySelector('article details').open = true")
        window.run("document.querySelectorAll('*').forEach(each => each.style.scrollbarWidth = 'none')")
        window.picture(Path(folder) / "page.png")
        return Image.open(Path(folder) / "page.png").convert("RGB")


def annotated(demo: Path) -> Image.Image:
    """The last page of the final report as a PDF, with its findings as highlights."""
    (demo / "final-2023.pdf").write_bytes(typeset((demo / "final-2023.txt").read_text(encoding="utf-8")))
    subprocess.run(
        [*WGTIP, "check", "final-2023.pdf", "--annotate", "reviewed.pdf"], cwd=demo, capture_output=True, check=False
    )
    pages = [each.render(scale=SCALE).to_pil() for each in pypdfium2.PdfDocument(demo / "reviewed.pdf")]
    return pages[-1].crop((0, 0, pages[-1].width, pages[-1].height // 3))


def save(picture: Image.Image, name: str) -> None:
    """Write a picture as a small PNG."""
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(FOLDER / f"{name}.png", optimize=True)
    print(FOLDER / f"{name}.png")


if __name__ == "__main__":
    main()
