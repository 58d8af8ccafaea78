"""What reading files costs beside the programs that others use for it: `make bench`.

Whole commands over the same files, by the computing that each needs. A program that is not there is said to be missing.
"""

from __future__ import annotations

import importlib.util
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench import WGTIP
from pdf import CORPUS, typeset_report
from rows import Row, show
from word import made, median, unzip_and_parse

from wgtip_parse import readers

SEVERAL = 12  # PDFs that are read by all programs, the general one being slow
LARGEST = 400_000  # bytes of one of them

MARKITDOWN = """
import sys
from markitdown import MarkItDown
convert = MarkItDown().convert
for path in sys.argv[1:]:
    convert(path)
"""


def pdf() -> Iterator[Row]:
    """PDF → JSON, against the text alone and against Markdown."""
    with tempfile.TemporaryDirectory() as folder:
        own = Path(folder, "typeset.pdf")
        own.write_bytes(typeset_report())
        real = [path for path in CORPUS if path.stat().st_size < LARGEST][:SEVERAL]
        files = [str(path) for path in (own, *real)]
        ours = _computing([[*WGTIP, "parse", "--jobs", "1", "--format", "jsonl", *files]])
        what = f"{len(files)} PDFs → JSON, whole command"
        if shutil.which("pdftotext"):
            theirs = _computing([["pdftotext", "-layout", path, "-"] for path in files])
            yield Row(f"{what}, against `pdftotext -layout`", f"{ours / theirs:.1f} times its time", "")
        else:
            yield Row(f"{what}, against `pdftotext -layout`", "not there", "")
        if importlib.util.find_spec("markitdown"):
            theirs = _computing([[sys.executable, "-c", MARKITDOWN, *files]])
            yield Row(f"markitdown, the same {len(files)} PDFs → Markdown", f"{theirs / ours:.1f} times our time", "")
        else:
            yield Row("markitdown, the same PDFs → Markdown", "not there: `pip install 'markitdown[pdf]'`", "")


def word() -> Iterator[Row]:
    """Word, against unzipping the file and reading its XML, and against pandoc."""
    data = made()
    read, parts = median(lambda: readers.read_bytes("made.docx", data)), median(lambda: unzip_and_parse(data))
    yield Row("reading Word against unzipping and parsing its XML", f"{read / parts:.1f} times", "at most 5")
    if not shutil.which("pandoc"):
        yield Row("pandoc, Word → JSON", "not there", "")
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "made.docx")
        path.write_bytes(data)
        ours = _computing([[*WGTIP, "parse", "--format", "json", str(path)]])
        theirs = _computing([["pandoc", "--from", "docx", "--to", "json", str(path)]])
        yield Row("pandoc, Word → JSON, whole command", f"{theirs / ours:.1f} times our time", "")


def _computing(commands: list[list[str]]) -> float:
    """Seconds of computing that commands need, their children's too."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    for command in commands:
        subprocess.run(command, check=False, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    show(row for rows in (pdf, word) for row in rows())
