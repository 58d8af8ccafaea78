"""No production is idle: the sample named here is not to be parsed without it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

import pytest

from tests.cases import ROOT, source
from tests.tables import START, alternatives, refused, table_of
from wgtip_parse.parser import parser

# Of each alternative of each rule, the sample that shows it; `report` has but one, without which there is no grammar.
NEEDED = {
    "sections_1:": "smallest",
    "sections_1: sections_1 section_1": "date-is-no-note",
    "sections_1: sections_1 annex": "annex",
    "notes:": "smallest",
    "notes: notes note": "marks-used-twice",
    "blocks:": "smallest",
    "blocks: blocks paragraph": "smallest",
    "blocks: blocks recommendation": "said-before",
    "blocks: blocks text": "masthead-fund",
    "blocks: blocks table": "drafts-and-letters",
    "blocks: blocks contents": "plain-footers",
    "blocks: blocks quotation": "numbers-begin-again",
    "sections_5:": "smallest",
    "sections_5: sections_5 section_5": "drafts-and-letters",
    "masthead:": "smallest",
    "masthead: masthead MASTHEAD": "figures-are-no-marks",
    "sections_4:": "smallest",
    "sections_4: sections_4 section_4": "drafts-and-letters",
    "sections_3:": "smallest",
    "sections_3: sections_3 section_3": "compound-numbers-below-headings",
    "sections_2:": "smallest",
    "sections_2: sections_2 section_2": "compound-numbers-below-headings",
    "section_1: HEADING_1 blocks sections_5 sections_4 sections_3 sections_2": "date-is-no-note",
    "annex: ANNEX_HEADING blocks sections_5 sections_4 sections_3 sections_2": "annex",
    "note: FOOTNOTE": "marks-used-twice",
    "paragraph: PARAGRAPH lists closing": "meeting-2021-L.1-Add.1",
    "paragraph: PARAGRAPH lists": "list-inside-an-item",
    "paragraph: PARAGRAPH": "smallest",
    "recommendation: RECOMMENDED lists closing": "meeting-2021-L.1",
    "recommendation: RECOMMENDED lists": "list-and-answers",
    "recommendation: RECOMMENDED": "said-before",
    "text: WORDS lists": "rows-and-starred-headings",
    "text: WORDS": "masthead-fund",
    "table: TABLE": "drafts-and-letters",
    "contents: CONTENTS": "plain-footers",
    "quotation: QUOTE blocks CLOSE": "numbers-begin-again",
    "section_5: HEADING_5 blocks": "drafts-and-letters",
    "section_4: HEADING_4 blocks sections_5": "drafts-and-letters",
    "section_3: HEADING_3 blocks sections_5 sections_4": "compound-numbers-below-headings",
    "section_2: HEADING_2 blocks sections_5 sections_4 sections_3": "compound-numbers-below-headings",
    "closing: CLOSING": "meeting-2021-L.1",
    "lists: list": "list-inside-an-item",
    "lists: agenda": "agenda-as-long-as-its-paragraph",
    "lists: list agenda": "list-and-answers",
    "list: OPEN items CLOSE": "list-inside-an-item",
    "agenda: AGENDA items CLOSE": "agenda-as-long-as-its-paragraph",
    "items: item": "list-inside-an-item",
    "items: items item": "list-inside-an-item",
    "item: MARKER list": "list-inside-an-item",
    "item: MARKER": "list-inside-an-item",
}


@cache
def tokens(sample: str) -> tuple[str, ...]:
    """The terminals that the parser sends to the grammar for a sample."""
    sent: list[str] = []
    run = parser.run

    def listening(tokens: Iterable[parser.Token], build: object) -> Any:
        listed = list(tokens)
        sent.extend(token.type for token in listed)
        return run(listed, build)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parser, "run", listening)
        parser.parse_source(source((ROOT / "samples" / f"{sample}.txt").read_text(encoding="utf-8")))
    return tuple(sent)


def test_the_table_names_every_production() -> None:
    named = {name for name in alternatives() if not name.startswith(f"{START}:")}
    assert sorted(NEEDED) == sorted(named)


@pytest.mark.parametrize("production", NEEDED)
def test_no_production_is_idle(production: str) -> None:
    sample = tokens(NEEDED[production])
    others = [rule for name, rule in alternatives().items() if name != production]
    assert refused(table_of(alternatives().values()), sample) is None
    assert refused(table_of(others), sample) is not None
