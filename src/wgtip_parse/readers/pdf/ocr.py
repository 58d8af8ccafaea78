"""OCR: pages whose text cannot be read, painted and read by Tesseract, where it is installed and was asked for."""

from __future__ import annotations

import ctypes
import math
import os
import subprocess
from collections import defaultdict
from typing import Any

from wgtip_parse.readers.pdf.characters import Box, Style
from wgtip_parse.readers.pdf.words import Word

PROGRAM = "tesseract"
RESOLUTION = 300  # dots in an inch: what the program was made for
MOST_DOTS = 40_000_000  # of one page; a larger one is painted more coarsely. A page of A4 has 8.7 million
SECONDS = 60  # for one page; few take 10
MOST_PAGES = 200  # of one document
MOST_WORDS = 20_000  # of one page
POINTS = 72.0  # in an inch
SURE = 30.0  # of 100: of what the program is less sure of, it has seen no word

_WORD_ROW = "5"  # the level of a word in the table that the program prints
_COLUMNS = 12


def words_on(page: Any, raw: Any, program: str) -> list[Word]:
    """The words that the program sees on a page, in its order; none where it fails or takes too long."""
    width, height = raw.FPDF_GetPageWidthF(page), raw.FPDF_GetPageHeightF(page)
    if width <= 0 or height <= 0:
        return []
    scale = min(RESOLUTION / POINTS, math.sqrt(MOST_DOTS / (width * height)))
    picture = _painted(page, raw, max(1, int(width * scale)), max(1, int(height * scale)))
    command = [program, "stdin", "stdout", "--dpi", str(round(scale * POINTS)), "tsv"]
    one_thread = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    try:
        seen = subprocess.run(
            command, input=picture, capture_output=True, check=True, timeout=SECONDS, env=one_thread
        ).stdout
    except (subprocess.SubprocessError, OSError):
        return []
    return _words(seen.decode("utf-8", "replace"), scale, height)


def _painted(page: Any, raw: Any, width: int, height: int) -> bytes:
    """A page in shades of grey, as a PGM file."""
    bitmap = raw.FPDFBitmap_CreateEx(width, height, raw.FPDFBitmap_Gray, None, 0)
    if not bitmap:
        raise MemoryError
    try:
        raw.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
        raw.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, raw.FPDF_ANNOT)
        stride = raw.FPDFBitmap_GetStride(bitmap)
        dots = ctypes.string_at(raw.FPDFBitmap_GetBuffer(bitmap), stride * height)
    finally:
        raw.FPDFBitmap_Destroy(bitmap)
    rows = dots if stride == width else b"".join(dots[at : at + width] for at in range(0, len(dots), stride))
    return b"P5 %d %d 255\n" % (width, height) + rows


def _words(table: str, scale: float, height: float) -> list[Word]:
    """The words of the table that Tesseract prints, each as high as its line."""
    lines: dict[tuple[str, ...], list[tuple[Box, str]]] = defaultdict(list)
    for row in table.split("\n")[: MOST_WORDS * 2]:
        cells = row.rstrip("\r").split("\t")
        if len(cells) == _COLUMNS and cells[0] == _WORD_ROW and cells[-1].strip():
            box, sure = _place(cells, scale, height)
            if sure >= SURE:
                lines[tuple(cells[1:5])].append((box, cells[-1].strip()))
    plain = Style(bold=False, italic=False, hidden=False)
    words = []
    for line in lines.values():
        bottom, top = min(box.bottom for box, _ in line), max(box.top for box, _ in line)
        words += [Word(text, Box(box.left, bottom, box.right, top), plain, 0) for box, text in line]
    return words[:MOST_WORDS]


def _place(cells: list[str], scale: float, height: float) -> tuple[Box, float]:
    """Where a word stands on the page, in points from the bottom left, and how sure it is."""
    left, top, width, tall = (float(cell) / scale for cell in cells[6:10])
    return Box(left, height - top - tall, left + width, height - top), float(cells[10])
