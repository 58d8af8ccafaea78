"""One fault at a time in a clean sample: it is reported on its own line, with at most one finding besides."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from tests.cases import ROOT, source
from wgtip_parse.compiler import checking, choice, judging
from wgtip_parse.diagnostics import Severity
from wgtip_parse.placed import Placed

CLEAN = (ROOT / "samples" / "meeting-2021-L.1.txt").read_text(encoding="utf-8")
SECOND = CLEAN.partition("\n2.")[2].partition("\n")[0]


class Fault(NamedTuple):
    """What is done to the sample, old text and new, and how the faulty line begins."""

    name: str
    line: str
    changes: tuple[tuple[str, str], ...]


def fault(name: str, line: str, *pieces: str) -> Fault:
    return Fault(name, line, tuple(zip(pieces[::2], pieces[1::2], strict=True)))


FAULTS = (
    fault("paragraph number lost", "The Chair recalled", "2. The Chair", "The Chair"),
    fault("paragraph number doubled", "1. The Chair recalled", "2. The Chair", "1. The Chair"),
    fault("paragraph number skipped", "4. The Working Group agreed", "3. The Working", "4. The Working"),
    fault("paragraph numbers swapped", "1. The Chair", "1. The Wor", "2. The Wor", "2. The Chair", "1. The Chair"),
    fault("paragraph number mistyped", "22. The Chair", "2. The Chair", "22. The Chair"),
    fault("paragraph emptied", "2.", SECOND, ""),
    fault("item removed", "(iii) The help", "(ii) The language spoken;\n\n", ""),
    fault("item doubled", "(ii) The help", "(iii) The help", "(ii) The help"),
    fault("items swapped", "(b) Is open", "(a) Is open", "(b) Is open", "(b) Records", "(a) Records"),
    fault(
        "item of a sentence removed",
        "States parties should consider the following steps",
        "(c) asking survivors to comment on the first draft; ",
        "",
    ),
    fault("heading letter skipped", "C. Recommendations on", "B. Recommendations on", "C. Recommendations on"),
    fault("heading letter doubled", "A. Recommendations on", "B. Recommendations on", "A. Recommendations on"),
    fault("heading number skipped", "III. Recommendations", "II. Recommendations", "III. Recommendations"),
    fault("heading number doubled", "I. Recommendations", "II. Recommendations", "I. Recommendations"),
    fault("heading with a full stop", "B. Recommendations on", "on investigation", "on investigation."),
    fault("recommendation skipped", "Recommendation 5", "Recommendation 4", "Recommendation 5"),
    fault("recommendation doubled", "Recommendation 1", "Recommendation 2", "Recommendation 1"),
    fault(
        "recommendations swapped",
        "Recommendation 3",
        "Recommendation 2",
        "Recommendation X",
        "Recommendation 3",
        "Recommendation 2",
        "Recommendation X",
        "Recommendation 3",
    ),
    fault("recommendation without a number", "Recommendation\n", "Recommendation 3\n", "Recommendation\n"),
    fault("year of the symbol changed", "CTOC/COP/WG.4/2020/L.1", "WG.4/2021/L.1", "WG.4/2020/L.1"),
    fault("year of the date changed", "11 October 2012", "\n11 October 2021", "\n11 October 2012"),
    fault("meeting ends before it begins", "Vienna, 14–11", "11–14 October", "14–11 October"),
    fault("hyphen in the dates", "Vienna, 11-14", "11–14 October", "11-14 October"),
    fault("distribution changed", "Distr.: General", "Distr.: Limited", "Distr.: General"),
    fault("line of an addendum put in", "Addendum", "\n\nI. Intro", "\n\nAddendum\n\nI. Intro"),
    fault("percent sign", "1. The Working Group", "held six meetings", "held 40% of its meetings"),
    fault("hidden character", "1. The Working Group", "partly in the", "par\u200btly in the"),
    fault("letter of another script", "1. The Working Group", "partly in the", "p\u0430rtly in the"),
    fault("space before a comma", "2. The Chair", "to trial, and", "to trial , and"),
    fault("bracket left open", "(b) Records", "(b) Records, with", "(b) Records, (with"),
)


def test_there_are_twenty_faults_and_the_sample_has_none() -> None:
    assert len({each.name for each in FAULTS}) == len(FAULTS) >= 20
    assert all(each.severity is Severity.INFO for each in found_in(CLEAN))


@pytest.mark.parametrize("each", FAULTS, ids=lambda each: each.name)
def test_a_single_fault_is_reported_on_its_line(each: Fault) -> None:
    text = CLEAN
    for old, new in each.changes:
        assert old in text
        text = text.replace(old, new, 1)
    faulty = [number for number, words in enumerate(text.splitlines(keepends=True), 1) if words.startswith(each.line)]
    known = {(finding.code, finding.message) for finding in found_in(CLEAN)}
    found = [finding for finding in found_in(text) if (finding.code, finding.message) not in known]
    shown = [f"{finding.line}: {finding.code} {finding.message}" for finding in found]
    assert faulty[-1] in {finding.line for finding in found}, shown
    assert len(found) <= 2, shown


def found_in(text: str) -> list[Placed]:
    """All findings in a text by itself."""
    checked = checking.check_source("-", choice.Choice(), source(text))
    return judging.findings(judging.judge([checked], {}, None), {})
