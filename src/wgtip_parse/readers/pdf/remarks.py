"""Remarks: what the reader says of a page that it cannot hand over as it is printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import NamedTuple

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.source import PAGE_BREAK

OF_OCR = "look at the page; --ocr reads it by optical character recognition, where Tesseract is installed"


class Said(NamedTuple):
    """A code with its severity, the words that follow "page 3 ", and the cure."""

    code: str
    severity: Severity
    words: str
    hint: str | None


class Fault(Enum):
    """What can be wrong with a page."""

    NO_TEXT = Said("T961", Severity.WARNING, "has no text: what is printed on it is not read", OF_OCR)
    PICTURE = Said("T961", Severity.WARNING, "is a picture with hardly any text beside it", OF_OCR)
    DAMAGED = Said("T961", Severity.WARNING, "is damaged and not read", "look at the page")
    UNREADABLE = Said("T962", Severity.WARNING, "has a text layer that cannot be what is printed", OF_OCR)
    LOST_LETTERS = Said(
        "T964",
        Severity.WARNING,
        "has letters that its fonts do not name: each is read as U+FFFD",
        "look them up on the page",
    )
    READ_BY_OCR = Said(
        "T965", Severity.INFO, "was read by OCR (optical character recognition)", "compare it with the page"
    )
    BLANK = Said("T963", Severity.INFO, "is blank", None)


class Remark(NamedTuple):
    """A fault and the page that has it, from 1; the fault by its name, to travel between processes."""

    page: int
    fault: str


def diagnostics(remarks: Iterable[Remark], text: str) -> Iterator[Diagnostic]:
    """Each remark at the beginning of its page."""
    page, start = 1, 0
    for remark in remarks:
        while page < remark.page:
            page, start = page + 1, text.index(PAGE_BREAK, start) + 1
        code, severity, words, hint = Fault[remark.fault].value
        yield Diagnostic(code, severity, f"page {remark.page} {words}", (start, start), hint)
