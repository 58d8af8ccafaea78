"""Spelling: words as British English writes them, with Oxford's -ize, and slips of typing."""

from __future__ import annotations

import pytest

pytest.importorskip("spellchecker")

from wgtip_parse.rules.dictionary import knows, meant

SLIPS = {
    "recieved": "received",
    "seperate": "separate",
    "goverment": "government",
    "commitee": "committee",
    "developement": "development",
    "occured": "occurred",
    "implmentation": "implementation",
    "recomendation": "recommendation",
    "oganization": "organization",
    "agreemnt": "agreement",
}
RIGHT = """programme labour neighbourhoods metres analysed finalising counselling haemorrhagic paediatric defence
    scepticism centred jihadi
    organization modernize digitalization verbale subprogramme adherences facie materiel passu sarin timelines
    demining renewables funders escalatory panellist travelling""".split()


@pytest.mark.parametrize("word", SLIPS)
def test_a_slip_is_not_known_and_the_word_that_was_meant_is_told(word: str) -> None:
    assert (knows(word), meant(word)) == (False, SLIPS[word])


@pytest.mark.parametrize("word", RIGHT)
def test_a_word_of_reports_is_known_or_like_none(word: str) -> None:
    assert knows(word) or meant(word) is None
