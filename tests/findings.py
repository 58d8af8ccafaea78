"""What `check` finds in real documents, beside the verdict on each finding: tests/data/findings.tsv.

A row is a finding: where it is, its fingerprint, whether it is `right` (a fault that an editor would mend at that place
of the printed document) or `wrong`, how severe the check was before it was mended on 26 November 2026 ("-" where it did
not find it), and a note. The labeller was a session of this project (a language model, no person), which read most of
them with a line or two around them; docs/accuracy.md says how. The words of the documents are cut.
"""

from __future__ import annotations

import csv
import random
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from wgtip_parse import readers
from wgtip_parse.compiler import checking, choice, judging
from wgtip_parse.compiler.documents import ONE_PROCESS
from wgtip_parse.diagnostics import Severity
from wgtip_parse.placed import Placed

ROOT = Path(__file__).parents[1]
BOARD = ROOT.parent / "shared" / "board"
VERDICTS = ROOT / "tests" / "data" / "findings.tsv"
FOLDERS = ("pdf", "word")
SEED = 11
DRAWN = 150  # warnings
FIRST = 60  # documents whose true findings of before are all found still
SHOWN = 60  # characters of an excerpt
HEAD = ("document", "page", "code", "fingerprint", "verdict", "before", "excerpt", "note")

Key = tuple[str, str, str]


class Verdict(NamedTuple):
    """What was said of one finding."""

    is_right: bool
    before: str


def documents(board: Path) -> list[Path]:
    """The documents of the board, PDF before Word, by name."""
    return [path for folder in FOLDERS for path in sorted((board / folder).iterdir())]


def found_in(paths: Iterable[Path]) -> list[Placed]:
    """What is found in the documents together, in order."""
    names = [str(path) for path in paths]
    outcomes = checking.check_all(names, [choice.Choice()] * len(names), readers.read, ONE_PROCESS)
    checked = [each for each in outcomes if isinstance(each, checking.Checked)]
    return judging.findings(judging.judge(checked, {}, None), {})


def key(found: Placed) -> Key:
    path = Path(found.path)
    return f"{path.parent.name}/{path.name}", found.code, found.fingerprint


def verdicts() -> dict[Key, Verdict]:
    with VERDICTS.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {
            (row["document"], row["code"], row["fingerprint"]): Verdict(row["verdict"] == "right", row["before"])
            for row in rows
        }


def serious(found: Iterable[Placed]) -> list[Placed]:
    return [each for each in found if each.severity is not Severity.INFO]


def row(found: Placed, verdict: str = "?", before: str = "-", note: str = "") -> str:
    """A row for the file of verdicts."""
    document, code, fingerprint = key(found)
    excerpt = " ".join(found.excerpt.split())[:SHOWN]
    page = str(found.page or found.paragraph or "-")
    return "\t".join((document, page, code, fingerprint, verdict, before, excerpt, note))


def drawn(found: Iterable[Placed]) -> list[Placed]:
    """All errors, and so many warnings at random."""
    every = list(found)
    errors = [each for each in every if each.severity is Severity.ERROR]
    warnings = [each for each in every if each.severity is Severity.WARNING]
    chosen = random.Random(SEED).sample(warnings, min(DRAWN, len(warnings)))
    return [*errors, *chosen]


def shares(found: Iterable[Placed], known: dict[Key, Verdict]) -> dict[tuple[Severity, str, str], Counter[bool]]:
    """How many of the findings of each rule are right, by severity, code and name."""
    counted: dict[tuple[Severity, str, str], Counter[bool]] = {}
    for each in found:
        of_rule = counted.setdefault((each.severity, each.code, each.name), Counter())
        of_rule[known[key(each)].is_right] += 1
    return dict(sorted(counted.items()))
