"""Plants one fault into a report made of clean paragraphs, and asks whether it is found at its place."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from tests.cases import CORPUS, ROOT, SAMPLES, source
from tests.typeset import typeset
from tests.word import typed
from wgtip_parse import readers
from wgtip_parse.compiler import checking, choice, judging
from wgtip_parse.diagnostics import Diagnostic
from wgtip_parse.model import Block
from wgtip_parse.parser import parse_source
from wgtip_parse.source import Source

WANTED = 40  # paragraphs
TOGETHER = 8  # paragraphs of one report
OF_ONE_DOCUMENT = 3
FORMS = {"text": "txt", "word": "docx", "pdf": "pdf"}  # and the suffixes of their files
TELLING = 24  # characters of a piece by which it is found again
SHORTEST, LONGEST = 150, 600  # characters of a paragraph into which all kinds of faults fit
PLAIN = re.compile(
    r"[A-Z](?=.*\bthe [a-z])(?=.*, [a-z])(?=.*(?: the | of | to | and | in | for ))[^\n“”\"()\[\]*]*[a-z]\."
)
OPENING = "The Working Group on Trafficking in Persons held its tenth meeting in Vienna from 11 to 14 October 2024."
MASTHEAD = """United Nations

CTOC/COP/WG.4/2024/5

Conference of the Parties to the United Nations Convention against Transnational Organized Crime

Distr.: General

18 October 2024

Original: English

Working Group on Trafficking in Persons

Vienna, 11–14 October 2024

Report of the Working Group on Trafficking in Persons on its tenth meeting, held in Vienna from 11 to 14 October 2024"""
INTRODUCTION = "I. Introduction"
HEADING = "II. Summary of the deliberations"
BEHIND = (
    "III. Recommendations",
    "Recommendation 1",
    "States parties should pay interpreters.",
    "Recommendation 2",
    "States parties should publish their laws.",
    "Annex I",
    "List of papers",
    "1. Paper on ports.",
    "2. Paper on rivers.",
)


class Fault(NamedTuple):
    """A kind of fault, as data/faults.toml has it."""

    id: str
    code: str
    place: str
    pattern: str
    replacement: str
    formats: tuple[str, ...] = ("text", "word", "pdf")


class Planted(NamedTuple):
    """A report with a fault: its pieces, and which of them has it."""

    pieces: tuple[str, ...]
    at: int


@cache
def faults() -> tuple[Fault, ...]:
    """All kinds."""
    table = tomllib.loads((ROOT / "tests" / "data" / "faults.toml").read_text(encoding="utf-8"))
    return tuple(Fault(**each) for each in table["fault"])


@cache
def paragraphs(of: str) -> tuple[str, ...]:
    """Clean paragraphs of our samples, or of the corpus: none has a finding."""
    paths = SAMPLES if of == "samples" else CORPUS
    most = 100 if of == "samples" else OF_ONE_DOCUMENT
    found = dict.fromkeys(text for path in paths for text in _of(path, most))
    clean = [text for text in found if not _findings(source(_text(report((text,)))))]
    return tuple(clean[:WANTED])


def _of(path: Path, most: int) -> Iterator[str]:
    blocks = parse_source(source(path.read_text(encoding="utf-8"))).report.every_block()
    yield from islice((block.text for block in blocks if _fits(block)), most)


def _fits(block: Block) -> bool:
    long_enough = SHORTEST <= len(block.text) <= LONGEST
    return block.kind == "paragraph" and not block.quoted and long_enough and PLAIN.fullmatch(block.text) is not None


def report(clean: tuple[str, ...]) -> Planted:
    """A report of paragraphs, with no fault."""
    numbered = tuple(f"{number}. {text}" for number, text in enumerate((OPENING, *clean), 1))
    pieces = (MASTHEAD, INTRODUCTION, numbered[0], HEADING, *numbered[1:], *BEHIND)
    return Planted(pieces, 0)


def planted(fault: Fault, order: int, clean: tuple[str, ...]) -> Planted:
    """A report of some of the paragraphs with one fault; the order of the fault says in which paragraph it is."""
    some = tuple(clean[(order * TOGETHER + step) % len(clean)] for step in range(TOGETHER))
    pieces = list(report(some).pieces)
    first = 4 + order % TOGETHER
    candidates = {
        "masthead": [0],
        "opening": [2],
        "heading": [3],
        "paragraph": [4 + (first - 4 + step) % (TOGETHER - 1) for step in range(TOGETHER - 1)],
    }[fault.place]
    for at in candidates:
        replacement = fault.replacement.replace("PREVIOUS", str(at - 3))
        changed = re.sub(fault.pattern, replacement, pieces[at], count=1)
        if changed != pieces[at]:
            return Planted((*pieces[:at], changed, *pieces[at + 1 :]), at)
    raise AssertionError(f"{fault.id} fits into no paragraph")


def is_found(fault: Fault, faulty: Planted, form: str, folder: Path) -> bool:
    """Whether the code of the fault is reported in its piece, or at the number of the next one."""
    read = _as(form, _text(faulty), folder)
    start, end = _region(read.text, faulty)
    return any(each.code == fault.code and start <= each.span[0] <= end for each in _findings(read))


def _text(of: Planted) -> str:
    return "\n\n".join(of.pieces) + "\n"


def _as(form: str, text: str, folder: Path) -> Source:
    if form == "text":
        return source(text)
    path = folder / f"report.{FORMS[form]}"
    path.write_bytes(typed(text) if form == "word" else typeset(text))
    return readers.read(str(path), readers.SIZE_LIMIT)[0]


def _findings(of: Source) -> list[Diagnostic]:
    """What is found in a report and is no mere remark on its form."""
    checked = checking.check_source("-", choice.Choice(), of)
    return list(judging.judge([checked], {}, None)[0].diagnostics)


def _region(text: str, faulty: Planted) -> tuple[int, int]:
    """From behind the piece before the faulty one to the first words of the next one."""
    before, behind = faulty.pieces[faulty.at - 1] if faulty.at else "", faulty.pieces[faulty.at + 1]
    start = _place(text, before[-TELLING:], 0)[1] if before else 0
    return start, _place(text, behind[:TELLING], start)[1]


def _place(text: str, words: str, at: int) -> tuple[int, int]:
    """Where words stand in a text in which lines may be broken anywhere."""
    match = re.compile(r"\s+".join(map(re.escape, words.split()))).search(text, at)
    assert match, words
    return match.span()
