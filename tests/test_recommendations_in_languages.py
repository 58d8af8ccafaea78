"""The recommendations of reports in the other official languages: which there are, who asks whom, and how strongly."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from tests.shell import wgtip_here
from wgtip_parse import readers, symbols
from wgtip_parse.compiler.checking import check_source
from wgtip_parse.compiler.choice import Choice
from wgtip_parse.diagnostics import Severity
from wgtip_parse.index.assembly import assemble
from wgtip_parse.index.entry import ReportEntry, enter
from wgtip_parse.index.facets import vocabularies
from wgtip_parse.index.model import Recommendation
from wgtip_parse.parser import parse_source
from wgtip_parse.rules import RULES, of_english
from wgtip_parse.rules.of_english import holds
from wgtip_parse.source import Source

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "tests" / "data" / "languages"
EVERYTHING = Choice()
SAID = tomllib.loads((FOLDER.parent / "languages.toml").read_text(encoding="utf-8"))
LANGUAGES = ("fr", "es", "ru", "zh", "ar")
SLIPS = {"M101": ("CTOC/COP/WG.4/2031/3", ""), "P302": ("\n4", "\n3"), "S202": ("II.", "IV."), "L401": ("b)", "c)")}


def entry(name: str, known: vocabularies.Vocabularies | None = None) -> ReportEntry:
    source, _ = readers.read(str(FOLDER / f"{name}.txt"))
    return enter(source, parse_source(source).report, symbols.bodies(), known or vocabularies.of_the_package())


def told(each: Recommendation) -> list[str | None]:
    addressees = "; ".join(found.value for found in each.addressees)
    references = "; ".join(found.target for found in each.references)
    verb = each.operative.evidence if each.operative else ""
    return [each.number, each.basis, verb, each.strength, addressees, references]


@pytest.mark.parametrize("name", SAID)
def test_a_report_asks_what_it_says(name: str) -> None:
    found = entry(name).recommendations
    assert [told(each) for each in found] == SAID[name]["recommendations"]
    assert {each.language for each in found} == {name[-2:]}


@pytest.mark.parametrize("name", SAID)
def test_evidence_stands_at_its_place(name: str) -> None:
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    said = [each for one in entry(name).recommendations for each in (*one.addressees, one.operative) if each]
    assert said
    assert all(text[slice(*each.span)] == each.evidence for each in said)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_topic_is_found_by_the_words_of_another_language(language: str) -> None:
    assert not any(each.topics for each in entry(f"asked.{language}").recommendations)


def test_topics_in_the_language_of_a_document_are_found() -> None:
    given = 'language = "fr"\n[[topic]]\nid = "judges"\nlabel = "Juges"\nphrases = ["juges"]\n'
    found = entry("asked.fr", vocabularies.in_place_of_ours(given)).recommendations
    assert [[topic.id for topic in each.topics] for each in found][:2] == [["judges"], []]


@pytest.mark.parametrize("name", SAID)
def test_the_rules_of_english_are_silent_in_other_languages(name: str) -> None:
    checked = check_source(name, EVERYTHING, *readers.read(str(FOLDER / f"{name}.txt")))
    assert [each for each in checked.diagnostics if each.severity is not Severity.INFO] == []
    assert {each.code for each in checked.diagnostics} <= {rule.code for rule in RULES if holds(rule.code, name[-2:])}


@pytest.mark.parametrize("language", ["fr", "es"])
@pytest.mark.parametrize("code", SLIPS)
def test_the_other_rules_find_in_every_language_what_they_find_in_english(language: str, code: str) -> None:
    text = (FOLDER / f"asked.{language}.txt").read_text(encoding="utf-8").replace(*SLIPS[code])
    found = check_source("slip.txt", EVERYTHING, Source("slip.txt", text, "0"))
    assert code in {each.code for each in found.diagnostics}


def test_codes_of_english_are_codes_of_rules_and_the_page_names_them() -> None:
    known = {rule.code for rule in RULES}
    page = (ROOT / "docs" / "check.md").read_text(encoding="utf-8")
    assert set(of_english.CODES) <= known
    assert all(code in page for code in of_english.CODES)


def test_six_languages_are_one_document() -> None:
    entries = [entry(f"asked.{language}") for language in ("en", *LANGUAGES)]
    index, findings = assemble(entries, symbols.bodies(), link_languages=True)
    assert [each.code for _, each in findings if each.code in ("C951", "C956", "C957")] == []
    assert [each.number for each in index.recommendations] == ["2", "3", "4", "5", "6 (a)", "6 (b)", "7"]
    assert all([other.language for other in each.languages] == list(LANGUAGES) for each in index.recommendations)
    (meeting,) = index.meetings
    assert meeting.body == "Working Group on Trafficking in Persons"


def test_without_the_option_six_languages_are_six_documents_of_one_meeting() -> None:
    entries = [entry(f"asked.{language}") for language in ("en", *LANGUAGES)]
    index, findings = assemble(entries, symbols.bodies())
    assert [each.code for _, each in findings if each.code in ("C951", "C956", "C957")] == ["C956"] * len(LANGUAGES)
    assert len({each.id for each in index.recommendations}) == 7 * 6
    assert not any(each.similar or each.earlier for each in index.recommendations)
    assert len(index.meetings) == 1


def test_what_is_asked_is_the_same_in_all_languages_side_by_side() -> None:
    told = wgtip_here("align", "--format", "json", *(FOLDER / f"asked.{each}.txt" for each in ("en", *LANGUAGES)))
    found = json.loads(told.stdout)
    assert [each["language"] for each in found["documents"]] == ["en", *LANGUAGES]
    assert [each["message"] for each in found["differences"]] == []
    assert sum(row["kind"] == "paragraph" for row in found["rows"]) == 7
