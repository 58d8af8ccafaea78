"""No word list or pattern of the parser is idle: without it, the tree of the sample named here is another."""

from __future__ import annotations

import re
import tomllib
from contextlib import suppress
from importlib import resources
from typing import Any

import pytest

from tests.cases import ROOT, SAMPLES, source
from wgtip_parse.model import Report
from wgtip_parse.parser import parser
from wgtip_parse.words import Words, made

Table = dict[str, dict[str, Any]]

NEVER = {"lists": ["\0"], "patterns": r"(?!)", "shapes": r"(?!)"}  # what no text has

# Of each list and pattern, the sample that shows it.
NEEDED = {
    "months": "figures-are-no-marks",
    "annex": "annex",
    "decision": "part-one",
    "chapter": "official-records",
    "part": "part-one",
    "ordinal_words": "part-one",
    "recommendation": "plain-footers",
    "number_sign": "recommendations-with-titles",
    "addressed": "list-and-answers",
    "joins_ordinals": "annex-goes-on",
    "carried_on": "annex-goes-on",
    "of_symbols": "compound-numbers-below-headings",
    "quoted_labels": "part-one",
    "caption": "rows-and-starred-headings",
    "source_notes": "drafts-and-letters",
    "page": "masthead-commission-2001",
    "contents": "official-records",
    "contents_columns": "plain-footers",
    "front_headings": "masthead-titles",
    "abbreviations": "wrapped-at-numbers",
    "counting": "recommendations-with-titles",
    "languages": "headings-in-a-row",
    "levels": "headings-in-a-row",
    "organizations": "raised-marks",
    "principal_organs": "figures-are-no-marks",
    "bodies": "plain-footers",
    "small_words": "masthead-office",
    "of_titles": "list-inside-an-item",
    "of_authors": "masthead-item-named-review",
    "before_titles": "masthead-fund",
    "asides": "masthead-resolution",
    "openings": "masthead-letter-opens",
    "connects": "masthead-resolution",
    "title_connects": "wrapped-at-numbers",
    "refers": "wrapped-at-numbers",
    "refers_to_item": "list-inside-an-item",
    "joins_items": "list-inside-an-item",
    "before_last_item": "wrapped-at-numbers",
    "behind_mark": "wrapped-at-numbers",
    "continued": "meeting-2023-L.1-Add.1",
    "bis": "bis-and-brackets",
    "lists_documents": "masthead-bodies-in-a-row",
    "item_of_heading": "masthead-bodies-in-a-row",
    "run_in": "drafts-and-letters",
    "budget_section": "rows-and-starred-headings",
    "annex_label": "annex",
    "quoted_label": "part-one",
    "announces_draft": "drafts-and-letters",
    "recommendations_follow": "recommendations-follow-a-stop",
    "letter": "drafts-and-letters",
    "ordinal": "part-one",
    "contents_heads": "plain-footers",
    "front_heading": "masthead-titles",
    "a_date": "figures-are-no-marks",
    "a_language": "headings-in-a-row",
    "ordinal_word": "compound-numbers-below-headings",
    "an_item": "masthead-heading-above-the-first-letter",
    "organization": "raised-marks",
    "distribution": "headings-in-a-row",
    "date": "figures-are-no-marks",
    "original_language": "headings-in-a-row",
    "only_language": "plain-footers",
    "a_session": "official-records",
    "session": "official-records",
    "dates": "masthead-heading-above-the-first-letter",
    "meeting": "masthead-heading-above-the-first-letter",
    "a_month": "masthead-heading-above-the-first-letter",
    "and_word": "wrapped-at-numbers",
    "of_session": "masthead-two-sessions",
    "agenda_item": "masthead-heading-above-the-first-letter",
    "a_rapporteur": "agenda-as-long-as-its-paragraph",
    "rapporteur": "agenda-as-long-as-its-paragraph",
    "addendum": "masthead-columns",
    "symbol": "raised-marks",
    "a_symbol": "raised-marks",
    "records": "official-records",
    "aside": "masthead-resolution",
    "unfinished": "masthead-printed-twice",
    "beside_mark": "masthead-ran-together",
    "beside": "masthead-ran-together",
    "in_front": "masthead-ran-together",
    "principal": "figures-are-no-marks",
    "body": "date-is-no-note",
    "titled": "list-inside-an-item",
    "author": "masthead-item-named-review",
    "by_a_body": "plain-footers",
    "submitted": "masthead-draft-resolution",
    "adopted": "masthead-adopted",
    "bracketed": "masthead-adopted",
    "asks": "masthead-letter",
    "united": "masthead-office",
    "opens_body": "masthead-titles",
    "bare_body": "masthead-fund",
    "preamble": "masthead-resolution-of-a-session",
    "opening": "masthead-letter-opens",
    "sentence": "masthead-fund",
    "hundred_words": "masthead-session-above-a-hundred",
    "label_gap": "run-in-words-above-a-number",
    "label_stop": "run-in-words-above-a-number",
    "colon": "drafts-and-letters",
    "capital": "labels-of-annexes-with-dashes",
    "number_stop": "smallest",
    "chapter_label": "masthead-date-on-the-contents-page",
    "chapter_number": "headings-numbered-from-4",
    "heading_letter": "headings-behind-what-has-no-stop",
    "item_marker": "annex-with-a-star",
    "first_item": "wrapped-at-numbers",
    "day": "figures-are-no-marks",
    "month_and_year": "date-with-the-number-of-a-mark",
    "a_word": "addendum-opens-with-a-heading",
    "glued_mark": "plain-footers",
}


class Asked(Words):
    """Words that remember which of their lists and patterns were asked for."""

    def __init__(self, table: Table) -> None:
        super().__init__("en", table)
        self.names_asked: set[str] = set()

    def __getattr__(self, name: str) -> re.Pattern[str]:
        if name not in self._patterns:
            raise AttributeError(name)
        self.names_asked.add(name)
        return re.compile(self.filled(self._patterns[name]))

    def filled(self, pattern: str) -> str:
        self.names_asked.update(re.findall(r"<<(\w+)>>", pattern))
        return super().filled(pattern)

    def listed(self, name: str) -> list[str]:
        self.names_asked.add(name)
        return super().listed(name)

    def known(self, name: str) -> frozenset[str]:
        self.names_asked.add(name)
        return super().known(name)


@pytest.fixture(autouse=True)
def _shapes_of_other_words() -> Any:
    parser.shapes.cache_clear()
    yield
    parser.shapes.cache_clear()


def table() -> Table:
    return tomllib.loads((resources.files("wgtip_parse.words") / "en.toml").read_text(encoding="utf-8"))


def report(sample: str, words: Words, monkeypatch: pytest.MonkeyPatch) -> Report | None:
    """The tree of a sample, read with the words given; None where its dates cannot be read with them."""
    monkeypatch.setattr(parser, "words", lambda _: words)
    text = (ROOT / "samples" / f"{sample}.txt").read_text(encoding="utf-8")
    with suppress(IndexError):
        return parser.parse_source(source(text)).report
    return None


def test_the_table_names_what_the_parser_asks_for(monkeypatch: pytest.MonkeyPatch) -> None:
    words = Asked(table())
    for path in SAMPLES:
        report(path.stem, words, monkeypatch)
    assert sorted(NEEDED) == sorted(words.names_asked)


@pytest.mark.parametrize("name", NEEDED)
def test_no_list_or_pattern_is_idle(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = report(NEEDED[name], made("en", table()), monkeypatch)
    without = table()
    kind = next(kind for kind in NEVER if name in without[kind])
    without[kind][name] = NEVER[kind]
    parser.shapes.cache_clear()
    assert report(NEEDED[name], made("en", without), monkeypatch) != whole
