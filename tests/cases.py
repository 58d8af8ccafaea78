"""Where the test cases lie: our samples, and the shared corpus where it is there; and what tests are made from."""

from __future__ import annotations

from pathlib import Path

import pytest

from wgtip_parse.parser import parse_source
from wgtip_parse.rules import Draft
from wgtip_parse.source import Source
from wgtip_parse.stage import Stage

ROOT = Path(__file__).parents[1]
SAMPLES = sorted((ROOT / "samples").glob("*.txt"))
MEETING = ROOT / "samples" / "meeting-2021-L.1.txt"  # for tests that need one report with recommendations
LOOKS = sorted((ROOT / "samples").glob("*.html"))  # samples of what only a look tells
AKN = sorted((ROOT / "samples" / "akn").glob("*.xml"))
FOREIGN = sorted((ROOT / "samples" / "languages").glob("*.txt"))
CORPUS = sorted((ROOT.parent / "shared" / "corpus").glob("*/report*.txt"))
DOCUMENTS = sorted({path.parent for path in CORPUS})
TEXTS = [path.read_text(encoding="utf-8") for path in SAMPLES]
LINES = sorted({line for text in TEXTS for line in text.split("\n")})
SHAPES = [  # lines of every kind
    "",
    " ",
    "\f",
    "1.",
    "2. Text.",
    "I. Title",
    "A. Title",
    "(a) one;",
    "(i) two;",
    "Recommendation 7",
    "Annex",
    "[15. x]",
    "___________",
    "1",
    "1 See there.",
    "* Star.",
    "•  item",
    "Table 1",
    "140.1 Do it;",
    "25-01234 (E)",
    "2/4",
    "Contents",
    "I. Intro . . . . . . 3",
    "agenda:",
    "Addendum",
    "Draft report",
    "Distr.: Limited",
    "A/1/2",
    "II. X (*continued*)",
    "6 bis. More.",
    "-",
    "(c) (d) (e)",
    "word, 1 and",
]


def source(text: str, name: str = "case.txt") -> Source:
    """A source made from a string."""
    return Source(name, text.replace("\r\n", "\n").replace("\r", "\n"), "")


def chosen(request: pytest.FixtureRequest, test: str) -> list[Path]:
    """The documents for which a test runs in this session; skips what has no others to go by."""
    items = [item for item in request.session.items if getattr(item, "originalname", None) == test]
    documents = [item.callspec.params["document"] for item in items]  # type: ignore[attr-defined]
    if not any(isinstance(document, Path) for document in documents):
        pytest.skip("no document of the corpus is here, or was chosen")
    return documents


def draft(of: Source, stage: Stage) -> Draft:
    """A source as the rules see it."""
    parsed = parse_source(of)
    return Draft(of, parsed.report, parsed.places, stage)
