"""The HTML page in a real Chromium: typing, choosing, links, keys, and words that would do harm."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.browser import MISSING, Browser, browser
from tests.indexes import HOSTILE, hostile, index, meeting, recommendation
from tests.pages import NEW, OLD, TWO_REVIEWS, asked, emitted, topic

pytestmark = pytest.mark.skipif(MISSING is not None, reason=MISSING or "")


@pytest.fixture(scope="module")
def window() -> Iterator[Browser]:
    with browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "index.html"
    path.write_text(emitted(), encoding="utf-8")
    return path


def count(window: Browser) -> str:
    return str(window.run("document.getElementById('count').textContent"))


def shown(window: Browser) -> list[str]:
    return list(window.run("[...document.querySelectorAll('article')].map((each) => each.dataset.id)"))


def box(facet: str, value: str) -> str:
    return f"input[name='{facet}'][value='{value}']"


def test_typing_searches_and_marks_the_words(window: Browser, page: Path) -> None:
    window.open(page)
    assert count(window) == "201 recommendations"
    window.press("/")
    window.type("#query", "border gua")
    assert count(window) == "2 of 201 recommendations"
    assert shown(window) == ["A-2026-01-R1", "A-2025-01-R1"]
    assert window.run("[...document.querySelectorAll('mark')].map((each) => each.textContent)") == [
        "border", "guards", "border", "guards",
    ]  # fmt: skip
    window.wait("location.hash === '#q=border%20gua'")
    window.press("Escape")
    assert count(window) == "201 recommendations"
    assert window.messages() == []


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("refugies", ["A-2026-01-R2"]),
        ('"border and"', []),
        ('"border guards"', ["A-2026-01-R1", "A-2025-01-R1"]),
        ("border -judges", ["A-2026-01-R2", "A-2025-01-R1"]),
        ("cross-border", ["A-2026-01-R2"]),
        ("rder", []),
        ("A-2025-01-R2", ["A-2025-01-R2"]),
    ],
)
def test_what_a_query_finds(window: Browser, page: Path, query: str, found: list[str]) -> None:
    window.open(page, f"#q={quote(query)}")
    assert shown(window) == found


def test_filters_leave_what_has_their_values_and_counts_say_what_each_would_leave(window: Browser, page: Path) -> None:
    window.open(page)
    window.click(box("topic", "training"))
    assert count(window) == "3 of 201 recommendations"
    window.click(box("meeting", "A-2025-01"))
    assert shown(window) == ["A-2025-01-R1", "A-2025-01-R2"]
    number = "document.querySelector(arguments[0]).closest('label').querySelector('.number').textContent"
    assert window.run(number, box("meeting", "A-2026-01")) == "1"
    assert window.run(number, box("topic", "borders")) == "1"
    assert window.run(number, box("strength", "consider")) == "0"
    topics = "[...document.querySelectorAll(\"[name='topic']\")].map((each) => each.value)"
    assert window.run(topics) == ["training", "borders"]
    window.wait("location.hash === '#meeting=A-2025-01&topic=training'")
    window.click("#chosen .clear")
    assert count(window) == "201 recommendations"


def test_the_address_of_a_search_shows_it_again(window: Browser, page: Path) -> None:
    window.open(page, "#q=states&addressee=States%20parties&strength=should&order=oldest&section=Recommendations")
    assert shown(window) == ["A-2025-01-R1", "A-2026-01-R1"]
    assert window.run("document.getElementById('query').value") == "states"
    assert window.run("document.querySelector(arguments[0]).checked", box("addressee", "States parties"))


def test_the_address_of_a_recommendation_shows_it_alone_with_all_that_is_known(window: Browser, page: Path) -> None:
    window.open(page, "#A-2026-01-R1")
    assert (count(window), shown(window)) == ("One recommendation", ["A-2026-01-R1"])
    text = str(window.run("document.querySelector('article').innerText"))
    assert "Said before in 2025 (84 per cent alike)" in text
    assert "A/1, para. 4" in text
    assert "A-2026-01.txt, line 7, page 2" in text
    words = "[...document.querySelectorAll('article ' + arguments[0])].map((each) => each.textContent)"
    assert window.run(words, "ins") == ["all", "and judges."]
    assert window.run(words, "del") == ["yearly."]
    assert window.run("document.querySelector('.source a').href") == "https://undocs.org/en/A/AC.999/2026/L.1"
    window.click(".before p a")
    window.wait("document.querySelector('article').dataset.id === 'A-2025-01-R1'")
    window.back()
    window.wait("document.querySelector('article').dataset.id === 'A-2026-01-R1'")
    window.open(page, "#A-1999-R1")
    assert count(window) == "No recommendation A-1999-R1 in this index"


@pytest.fixture(scope="module")
def reviews(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("reviews") / "index.html"
    path.write_text(emitted(TWO_REVIEWS), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("facet", "value", "found"),
    [
        ("state", "Ruritania", [f"{NEW}-R1", f"{NEW}-R2", f"{OLD}-R1", f"{OLD}-R2"]),
        ("from", "Borduria", [f"{NEW}-R1"]),
        ("from", "Kravonia", [f"{NEW}-R1", f"{OLD}-R1"]),
        ("year", "2012", [f"{OLD}-R1", f"{OLD}-R2"]),
        ("deadline", "2028", [f"{NEW}-R1"]),
        ("deadline", "undated", [f"{NEW}-R2"]),
        ("position", "noted", [f"{NEW}-R1"]),
    ],
)
def test_reviews_are_chosen_by_state_recommender_year_deadline_and_position(
    window: Browser, reviews: Path, facet: str, value: str, found: list[str]
) -> None:
    window.open(reviews, f"#{facet}={value}")
    assert shown(window) == found
    there = window.run("document.querySelector(arguments[0]) !== null", box(facet, value))
    assert there == (facet != "state")  # what all have is nothing to choose


def test_said_before_and_same_subject_are_apart_and_say_in_what(window: Browser, reviews: Path) -> None:
    window.open(reviews, f"#{NEW}-R1")
    lines = "document.querySelector(arguments[0]).innerText.split('\\n').filter((line) => line)"
    assert window.run(lines, ".before")[:3] == [
        "Said before in 2012 (70 per cent alike)",
        "A/AC.999/2026/L.1, recommendation 1, 2012 70 per cent alike",
        "Strength: “should consider” became “imperative”. In both: “treaty”. In one only: “2028”.",
    ]
    assert window.run(lines, ".subject") == [
        "On the same subject: 1 earlier",
        "A/AC.999/2026/L.1, recommendation 2, 2012 (police)",
        "Train the police (Syldavia).",
    ]
    window.open(reviews, f"#{OLD}-R2")
    assert window.run(lines, ".subject")[0] == "On the same subject: 1 later"


@pytest.mark.parametrize(("number", "is_open"), [(12, True), (13, False)])
def test_the_chart_is_shut_where_it_has_many_meetings(
    window: Browser, tmp_path: Path, number: int, is_open: bool
) -> None:
    path = tmp_path / "many.html"
    meetings = [meeting(f"A-{year}-01", year) for year in range(2001, 2001 + number)]
    made = [recommendation("1", f"Word {each.year}", meeting=each.id) for each in meetings]
    path.write_text(emitted(index(made, meetings)), encoding="utf-8")
    window.open(path)
    assert window.run("document.getElementById('overview').open") is is_open


def test_no_page_of_a_print_is_half_white(window: Browser, tmp_path: Path) -> None:
    pdfium = pytest.importorskip("pypdfium2")
    path = tmp_path / "long.html"
    topics = tuple(topic(f"topic {number} of several words") for number in range(5))
    made = [
        recommendation(str(number), "word " * (20 + number * 7 % 90), section=(f"Section {number}",), topics=topics)
        for number in range(1, 40)
    ]
    path.write_text(emitted(index(made)), encoding="utf-8")
    window.open(path)
    with pdfium.PdfDocument(window.printed()) as document:
        *pages, _ = [(page.get_height(), page.get_textpage()) for page in document]
        feet = [min(text.get_charbox(at)[1] for at in range(text.count_chars())) / height for height, text in pages]
    assert len(feet) > 5
    assert max(feet) < 0.3


def test_one_recommendation_leads_to_those_beside_it_and_to_later_ones_like_it(window: Browser, page: Path) -> None:
    window.open(page, "#A-2025-01-R1")
    links = "[...document.querySelectorAll('.neighbours a')].map((each) => each.textContent)"
    assert window.run(links) == ["Next: Recommendation 2"]
    assert "Said again in 2026 (84 per cent alike)" in window.run("document.querySelector('article').innerText")
    window.click(".before p a")
    window.wait("document.querySelector('article').dataset.id === 'A-2026-01-R1'")
    window.open(page, "#A-2026-01-R2")
    assert window.run(links) == ["Previous: Recommendation 1", "Next: Recommendation 3"]
    window.click(".neighbours a[rel='next']")
    window.wait("document.querySelector('article').dataset.id === 'A-2026-01-R3'")


def test_an_index_of_nothing_says_so(window: Browser, tmp_path: Path) -> None:
    path = tmp_path / "none.html"
    path.write_text(emitted(index([])), encoding="utf-8")
    window.open(path)
    assert "No recommendation was found in the reports" in window.run("document.getElementById('results').innerText")
    for hidden in ("filters", "tools"):
        assert window.run("document.getElementById(arguments[0]).hidden", hidden)
    assert window.messages() == []


def test_a_long_filter_shows_first_what_would_leave_something(window: Browser, tmp_path: Path) -> None:
    path = tmp_path / "many.html"
    meetings = [meeting(f"A-{year}-01", year) for year in range(2001, 2013)]
    made = [recommendation("1", f"Word {each.year}", meeting=each.id) for each in meetings]
    path.write_text(emitted(index(made, meetings)), encoding="utf-8")
    values = (
        "[...document.querySelectorAll(\"[name='meeting']\")].filter((each) => !each.closest('li').hidden)"
        ".map((each) => each.value)"
    )
    window.open(path)
    assert window.run(values) == [f"A-{year}-01" for year in range(2012, 2006, -1)]
    window.type("#query", "2002")
    assert window.run(values) == ["A-2002-01"]
    window.click("#facets .all")
    assert len(window.run(values)) == 12


def test_keys_go_through_the_list_open_one_and_come_back(window: Browser, page: Path) -> None:
    window.open(page, "#q=border")
    here = "document.activeElement.dataset.id"
    window.press("j")
    assert window.run(here) == "A-2026-01-R1"
    window.press("ArrowDown", "ArrowDown", "k")
    assert window.run(here) == "A-2026-01-R2"
    window.press("Enter")
    window.wait("location.hash === '#A-2026-01-R2'")
    window.wait("document.querySelectorAll('article').length === 1")
    window.press("Escape")
    window.wait("document.querySelectorAll('article').length === 3")
    assert window.run(here) == "A-2026-01-R2"
    window.press("/")
    assert window.run("document.activeElement.id") == "query"
    window.press("ArrowDown")
    assert window.run(here) is not None
    window.run("document.getElementById('skip').click()")
    assert window.run("document.activeElement.id") == "results"


def test_back_leads_to_the_article_that_was_left(window: Browser, page: Path) -> None:
    window.open(page)
    window.press(*"jjjj", "Enter")
    window.wait("document.querySelectorAll('article').length === 1")
    left = shown(window)
    assert window.run("document.title").startswith("A/AC.999/2026/L.1, recommendation 4 – ")
    window.back()
    window.wait("document.querySelectorAll('article').length > 1")
    assert [window.run("document.activeElement.dataset.id")] == left


def test_a_citation_is_copied(window: Browser, page: Path) -> None:
    window.open(page, "#A-2026-01-R1")
    window.run("navigator.clipboard.writeText = async (text) => { document.body.dataset.copied = text; }")
    window.click("[data-does='cite']")
    window.wait("document.getElementById('said').textContent === 'Citation copied'")
    assert window.run("document.body.dataset.copied") == (
        "Working Group on Samples, Vienna, 5–7 January 2026, A/AC.999/2026/L.1, recommendation 1."
    )
    window.click("[data-does='link']")
    window.wait("document.body.dataset.copied.endsWith('/index.html#A-2026-01-R1')")


def test_a_long_list_is_drawn_as_far_as_it_is_looked_at_and_all_of_it_for_print(window: Browser, page: Path) -> None:
    window.open(page)
    assert 0 < len(shown(window)) < 201
    window.run("window.dispatchEvent(new Event('beforeprint'))")
    assert len(shown(window)) == 201


def test_hostile_words_are_whole_and_do_nothing(window: Browser, tmp_path: Path) -> None:
    path = tmp_path / "hostile.html"
    path.write_text(emitted(hostile()), encoding="utf-8")
    window.open(path, "#order=oldest")
    window.run("window.dispatchEvent(new Event('beforeprint'))")
    window.run("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    window.wait("document.querySelectorAll('dl').length > 20")
    stems = window.run("[...document.querySelectorAll('.stem')].map((each) => each.textContent)")
    assert stems == list(HOSTILE)
    assert window.run("document.title") == "Recommendations of the Working Group on Samples"
    assert window.run("document.querySelectorAll('article script, article img, article b').length") == 0
    assert window.messages() == []
    for text in HOSTILE:
        window.open(path, f"#q={quote(text)}")
        assert window.run("document.title") == "Recommendations of the Working Group on Samples"
    assert window.messages() == []


def test_the_policy_stops_a_script_and_a_picture_that_got_in(window: Browser, page: Path) -> None:
    window.open(page)
    window.run(
        "(() => { const made = document.createElement('script'); made.append('document.title = 1'); })(), "
        "(() => { const made = new Image(); made.src = 'http://127.0.0.1:9/x.png'; document.body.append(made); })()"
    )
    assert window.run("document.title") == "Recommendations of the Working Group on Samples"
    window.wait("document.images[0].complete")
    assert any("Content Security Policy" in message for message in window.messages())


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_no_width_has_to_be_scrolled_sideways(window: Browser, page: Path, tmp_path: Path, width: int) -> None:
    long = "W" * 300
    path = tmp_path / "long.html"
    found = recommendation("1", long, section=(long,), document=f"A/{long}", stem=long, addressees=(asked(long),))
    path.write_text(emitted(index([found], [meeting("A-2026-01", 2026, body=long)])), encoding="utf-8")
    window.emulate(width=width, height=800, deviceScaleFactor=1, mobile=width < 700)
    try:
        for file, fragment in ((page, ""), (page, "#A-2026-01-R1"), (path, ""), (path, "#A-2026-01-R1")):
            window.open(file, fragment)
            assert window.run("document.documentElement.scrollWidth") <= width
    finally:
        window.emulate(width=0, height=0, deviceScaleFactor=0, mobile=False)
