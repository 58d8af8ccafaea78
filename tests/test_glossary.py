"""The glossary: each of its words is used, in order, and every reader is led to it."""

from __future__ import annotations

import re

from tests.cases import ROOT
from tests.examples import PAGES, helps

GLOSSARY = ROOT / "docs" / "glossary.md"
ROWS = re.findall(r"^\| (.+?) \| (.+?) \|$", GLOSSARY.read_text(encoding="utf-8"), re.MULTILINE)[1:]
STOPPING = ("span", "stem", "places", "facet", "operative", "source text", "masthead", "baseline", "basis", "token")
MADE_BY_PROGRAM = "rules"


def test_the_words_that_stop_a_reader_are_explained_once_and_in_order() -> None:
    words = [word.strip(" `") for entry, _ in ROWS for word in entry.split(",")]
    assert len(words) == len(set(words)) > 40
    assert set(STOPPING) <= set(words)
    first = [entry.lower() for entry, _ in ROWS]
    assert first == sorted(first)


def test_every_word_is_used_somewhere_else() -> None:
    pages = " ".join(page.read_text(encoding="utf-8") for page in PAGES if page != GLOSSARY)
    text = f"{pages} {' '.join(helps().values())}".lower()
    unused = [
        entry
        for entry, _ in ROWS
        if not any(word.strip(" `").removesuffix("y").lower() in text for word in entry.split(","))
    ]
    assert unused == []


def test_pages_that_use_such_words_lead_to_the_glossary() -> None:
    hard = re.compile(rf"\b(?:{'|'.join(STOPPING)})s?\b", re.IGNORECASE)
    using = [page for page in PAGES if page not in (GLOSSARY, ROOT / "docs" / f"{MADE_BY_PROGRAM}.md")]
    using = [page for page in using if hard.search(page.read_text(encoding="utf-8"))]
    assert len(using) > 10
    assert [page.name for page in using if "glossary.md" not in page.read_text(encoding="utf-8")] == []


def test_nothing_that_a_user_reads_speaks_of_our_own_fault() -> None:
    said = [*(page.read_text(encoding="utf-8") for page in PAGES), *helps().values()]
    assert [text[:40] for text in said if re.search(r"\bour (?:own )?fault\b", text)] == []
