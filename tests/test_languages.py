"""One document in several languages in an index: linked where that is asked for, and never taken for a repeat."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.browser import MISSING, browser
from tests.shell import wgtip_here
from wgtip_parse import symbols
from wgtip_parse.emitters import html
from wgtip_parse.index import query, store
from wgtip_parse.index.assembly import assemble
from wgtip_parse.index.entry import Outline, ReportEntry
from wgtip_parse.index.model import Place, Recommendation, RecommendationIndex
from wgtip_parse.index.narrowing import Filters
from wgtip_parse.model import Masthead, SourceInfo
from wgtip_parse.office.markup import ITALIC, paragraph, run

HEAD = dict.fromkeys(Masthead.model_fields) | {"addendum": False, "other": (), "symbol": "CTOC/COP/WG.4/2021/7"}
SAID = {
    "en": {"1": "States should train judges.", "16 (a)": "Share data with the Office.", "16 (b)": "Report in 2027."},
    "ar": {"1": "ينبغي للدول أن تدرّب القضاة.", "16 (أ)": "تبادل البيانات مع المكتب.", "16 (ب)": "الإبلاغ في 2027."},
    "zh": {"1": "各国应培训法官。", "16 (一)": "与办事处分享数据。", "17": "另有一项。"},
}


def entry(language: str) -> ReportEntry:
    name = f"report.{language}.txt"
    return ReportEntry(
        source=SourceInfo(name=name, format="text", sha256=language * 32, language=language),
        masthead=Masthead(**HEAD),
        recommendations=tuple(_recommendation(name, language, *each) for each in SAID[language].items()),
        passed_over=(),
        deliberations=(),
        outline=Outline(open=(), level=None, below=()),
    )


def _recommendation(name: str, language: str, number: str, text: str) -> Recommendation:
    bare = dict.fromkeys(Recommendation.model_fields) | {"meeting": None, "document": HEAD["symbol"]}
    lists = ("section", "subparagraphs", "addressees", "topics", "references", "similar", "same_subject", "earlier")
    place = Place(name=name, sha256=language * 32, span=(0, 9), line=3, page=None)
    told = {"id": f"R-{number}-{language}", "number": number, "text": text, "basis": "words", "source": place}
    empty = dict.fromkeys((*lists, "deliberations", "recommenders", "languages"), ())
    return Recommendation.model_validate({**bare, **empty, **told, "language": language})


def compiled(*languages: str, linked: bool) -> tuple[RecommendationIndex, list[tuple[str, str, str]]]:
    index, findings = assemble(map(entry, languages), symbols.bodies(), link_languages=linked)
    return index, [(name, each.code, each.message) for name, each in findings if each.code != "C955"]


def test_english_speaks_for_the_languages_of_a_document() -> None:
    index, findings = compiled("zh", "en", "ar", linked=True)
    assert [(each.language, each.number) for each in index.recommendations] == [
        ("en", "1"), ("en", "16 (a)"), ("en", "16 (b)"), ("zh", "17"),
    ]  # fmt: skip
    others = [[(each.language, each.number) for each in one.languages] for one in index.recommendations]
    assert others == [[("zh", "1"), ("ar", "1")], [("zh", "16 (一)"), ("ar", "16 (أ)")], [("ar", "16 (ب)")], []]
    assert index.recommendations[1].languages[1].text == SAID["ar"]["16 (أ)"]
    assert findings == [("report.zh.txt", "C957", "no equal in report.en.txt of recommendation 17")]


def test_without_english_the_first_language_of_the_order_speaks() -> None:
    index, _ = compiled("ar", "zh", linked=True)
    assert sorted(each.language for each in index.recommendations) == ["ar", "zh", "zh", "zh"]


def test_languages_that_are_not_linked_are_said_to_be_one_document_and_repeat_nothing() -> None:
    index, findings = compiled("en", "ar", linked=False)
    assert len(index.recommendations) == 6
    assert not any(each.similar or each.earlier or each.languages for each in index.recommendations)
    message = "CTOC/COP/WG.4/2021/7 is also report.en.txt in another language: they are not linked"
    assert findings == [("report.ar.txt", "C956", message)]


def test_an_index_finds_and_shows_a_recommendation_by_any_of_its_languages(tmp_path: Path) -> None:
    path = tmp_path / "index.sqlite"
    path.write_bytes(b"".join(store.emit_index(compiled("en", "ar", "zh", linked=True)[0])))
    with query.opened(str(path)) as opened:
        for typed in ("judges", "القضاة", "تدرب", "法官"):
            assert [hit["number"] for hit in query.search(opened, typed, Filters(), 5).hits] == ["1"], typed
    shown = wgtip_here("show", path, "R-1-en").stdout.decode()
    assert "in zh: 1 各国应培训法官。" in shown
    assert "in ar: 1 ينبغي للدول أن تدرّب القضاة." in shown
    told = json.loads(wgtip_here("show", path, "R-1-en", "--format", "json").stdout)
    assert [each["language"] for each in told["languages"]] == ["zh", "ar"]


def test_a_word_document_is_laid_out_from_right_to_left_where_its_words_are() -> None:
    arabic = paragraph("SingleTxt", run("1.\t") + run("ينبغي للدول", ITALIC), '<w:tabs/><w:spacing w:after="1"/>')
    assert '<w:tabs/><w:bidi/><w:spacing w:after="1"/></w:pPr>' in arabic
    assert "<w:rPr><w:i/><w:rtl/></w:rPr>" in arabic
    assert "bidi" not in paragraph("SingleTxt", run("States “ينبغي” é"))


@pytest.mark.skipif(MISSING is not None, reason=MISSING or "")
def test_the_page_shows_each_language_in_its_direction(tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    page.write_bytes(b"".join(html.emit_index(compiled("en", "ar", "zh", linked=True)[0])))
    words = "[...document.querySelectorAll('.languages .words')]"
    words += ".map((each) => [each.lang, getComputedStyle(each).direction])"
    with browser() as window:
        window.open(page, "#q=القضاة")
        assert window.run(words) == [["zh", "ltr"], ["ar", "rtl"]]
        assert window.run("document.querySelector('.languages mark').textContent") == "القضاة"


def test_the_command_links_the_documents_that_it_is_given(tmp_path: Path) -> None:
    head = "United Nations\n\nCTOC/COP/WG.4/2021/7\n\n12 October 2021\n\n{}\n\nReport of the Working Group\n\n"
    first = "Recommendation 1\n\nStates should train judges.\n"
    (tmp_path / "en.txt").write_text(head.format("Original: English") + first, encoding="utf-8")
    told = wgtip_here("compile", "en.txt", "--languages", "--format", "json", folder=tmp_path)
    (only,) = json.loads(told.stdout)["recommendations"]
    assert (only["language"], only["languages"]) == ("en", [])
