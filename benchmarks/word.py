"""What reading Word costs, against unzipping the same file and parsing its XML with lxml: `make bench` prints it.

The file is made from the samples as a typist would set them, with automatic numbers; where the shared corpus lies
beside the checkout, its Word files are read too.
"""

from __future__ import annotations

import io
import multiprocessing
import resource
import statistics
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

from lxml import etree

from wgtip_parse import readers

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

SAMPLES = sorted((ROOT / "samples").glob("meeting-*.txt"))
CORPUS = sorted((ROOT.parent / "shared" / "corpus").rglob("*.docx"))
TIMES = 200  # how often the samples are repeated: a report of some 1,000 paragraphs
RUNS = 7


def main() -> None:
    print(f"Word: reading, against unzipping and parsing the XML (median of {RUNS} runs)")
    for name, data in [("made from samples", made()), *((_named(path), path.read_bytes()) for path in CORPUS)]:
        # a process each, so that the peak is of this document
        process = multiprocessing.get_context("spawn").Process(target=measure, args=(name, data))
        process.start()
        process.join()


def _named(path: Path) -> str:
    return path.parent.name if path.stem == "report" else path.stem


def made() -> bytes:
    """A report of some thousand paragraphs."""
    from tests.word import typed  # the maker of Word files lies with the tests

    text = "\n".join(path.read_text(encoding="utf-8") for path in SAMPLES)
    head, rest = text.split("I. Introduction", 1)
    return dressed(typed(head + ("I. Introduction" + rest) * (TIMES // len(SAMPLES))))


def measure(name: str, data: bytes) -> None:
    """Read a file several times in this process, and print what that costs."""
    parse, read = median(lambda: unzip_and_parse(data)), median(lambda: readers.read_bytes(name, data))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    size = f"{len(data) / 1000:6.0f} kB"
    print(f"  {name[:30]:30} {size} {read * 1000:7.1f} ms {read / parse:5.1f} times {peak:5.0f} MB peak")


def dressed(data: bytes) -> bytes:
    """The file with what Word writes besides: revision identifiers, fonts and language in every paragraph and run."""
    fonts = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
    size = '<w:spacing w:val="4"/><w:kern w:val="14"/><w:sz w:val="20"/><w:szCs w:val="20"/>'
    run = f'{fonts}{size}<w:lang w:val="en-GB"/>'
    space = '<w:spacing w:after="120" w:line="240"/><w:ind w:left="1267" w:right="1267"/><w:jc w:val="both"/>'
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name).decode()
            if name == "word/document.xml":
                part = part.replace("<w:p>", '<w:p w:rsidR="00A77B3E" w:rsidRPr="00B11F24" w:rsidRDefault="00C31D5A">')
                part = part.replace("</w:pPr>", f"{space}<w:rPr>{run}</w:rPr></w:pPr>")
                part = part.replace("<w:r><w:rPr>", f'<w:r w:rsidRPr="00B11F24"><w:rPr>{run}')
            new.writestr(name, part)
    return written.getvalue()


def unzip_and_parse(data: bytes) -> None:
    """What any reader of the file has to do first."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            part = archive.read(name)
            if name.endswith((".xml", ".rels")):
                etree.fromstring(part)


def median(work: Callable[[], object]) -> float:
    times = []
    for _ in range(RUNS):
        begun = time.process_time()
        work()
        times.append(time.process_time() - begun)
    return statistics.median(times)


if __name__ == "__main__":
    main()
