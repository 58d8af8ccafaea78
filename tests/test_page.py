"""The HTML page as a file: nothing in it but our script and style can run, and the words of documents are whole."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.indexes import hostile, index, meeting, recommendation, without_a_meeting
from tests.pages import INDEX, emitted
from wgtip_parse.emitters import chart, html
from wgtip_parse.emitters.page import contents
from wgtip_parse.index.model import MeetingEntry, RecommendationIndex

TEMPLATES = Path(html.__file__).parent / "templates"


class Elements(HTMLParser):
    """The elements of a page with their attributes, and the text of its scripts, styles and policy."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, str]] = []
        self._inside: str | None = None
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        self._inside = tag if tag in ("script", "style") else None

    def handle_endtag(self, tag: str) -> None:
        self._inside = None

    def handle_data(self, data: str) -> None:
        if self._inside is not None:
            self.texts.append((self._inside, data))

    @property
    def policy(self) -> str:
        return next(held["content"] or "" for _, held in self.found if "http-equiv" in held)


@pytest.mark.parametrize("made", [INDEX, hostile(), index([])], ids=["plain", "hostile", "empty"])
def test_the_policy_lets_nothing_run_but_our_script_and_style(made: RecommendationIndex) -> None:
    page = Elements(emitted(made))
    policy = dict(rule.split(" ", 1) for rule in page.policy.split("; "))
    assert policy["default-src"] == "'none'"
    for kind, directive in (("script", "script-src"), ("style", "style-src")):
        text = next(text for name, text in reversed(page.texts) if name == kind)
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert policy[directive] == f"'sha256-{digest}'"
    assert [held.get("type") for tag, held in page.found if tag == "script"] == ["application/json", None]


@pytest.mark.parametrize("made", [INDEX, hostile()], ids=["plain", "hostile"])
def test_the_page_loads_nothing_and_has_no_code_in_attributes(made: RecommendationIndex) -> None:
    page = Elements(emitted(made))
    assert len(page.found) > 50
    for tag, held in page.found:
        assert not {name for name in held if name.startswith("on") or name in ("src", "style", "srcdoc", "action")}
        assert (held.get("href") or "#").startswith(("#", "data:image/svg+xml,")), tag
        assert tag not in ("img", "iframe", "object", "embed", "base")


def test_our_script_has_no_way_to_make_mark_up_of_text() -> None:
    scripts = [path.read_text() for path in sorted(TEMPLATES.glob("*.js"))]
    assert len(scripts) >= len(html.SCRIPTS) > 0
    ways = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|\bFunction\("
    assert not re.search(ways, "".join(scripts))


@pytest.mark.parametrize("made", [INDEX, hostile()], ids=["plain", "hostile"])
def test_the_words_are_whole_in_the_data(made: RecommendationIndex) -> None:
    data = next(text for name, text in Elements(emitted(made)).texts if name == "script")
    assert not re.search("[<>&\u2028\u2029]", data)
    assert json.loads(data) == json.loads(json.dumps(contents(made)))
    assert [each["lines"][0][2] for each in json.loads(data)["recommendations"]] == [
        each.text for each in made.recommendations
    ]


def test_a_long_body_is_cut_in_a_filter_and_its_dates_are_not() -> None:
    meetings = [meeting("A-2026-01", 2026, body="Board of the " + "Very " * 20 + "Old"), meeting("B-2026-01", 2026)]
    long, other = contents(index([], meetings))["meetings"]
    assert long["short"] == f"Board of the {' '.join(['Very'] * 10)}…, Vienna, 5–7 January 2026"
    assert long["title"] == f"Board of the {'Very ' * 20}Old, Vienna, 5–7 January 2026"
    assert other["short"] == other["title"]


def test_a_title_that_is_mark_up_is_shown_as_words() -> None:
    made = index([recommendation("1", "x")], [meeting("A-2026-01", 2026, body="<script>alert(1)</script>")])
    assert '<h1><a href="#">Recommendations of the &lt;script&gt;alert(1)&lt;/script&gt;</a></h1>' in emitted(made)


def test_documents_without_a_meeting_share_a_column_and_a_filter_and_keep_their_titles() -> None:
    made = without_a_meeting()
    assert [(each.label, each.count) for each in chart.draw(made).columns] == [("No meeting", 3), ("2026", 1)]
    groups = [(each["id"], each["title"], each["short"], each["year"]) for each in contents(made)["meetings"][1:]]
    assert groups == [
        ("none", "A/78/9, Letter from Ruritania, 6 May 2024", "Documents without a meeting", 2024),
        ("none", "A/80/1, A paper", "Documents without a meeting", None),
    ]
    page = emitted(made)
    assert "4 recommendations of 1 meeting and 2 documents without a meeting, " in page
    assert "1 passage looked like a recommendation and was not taken" in page


def test_the_review_of_a_state_is_named_by_the_state() -> None:
    review = meeting("A-HRC-59-15", 2026).model_copy(update={"state": "Ruritania", "ordinal": 52})
    (group,) = contents(index([], [review]))["meetings"]
    assert group["title"] == "Working Group on Samples (52nd), review of Ruritania, Vienna, 5–7 January 2026"
    assert (group["short"], group["state"]) == ("Ruritania, Vienna, 5–7 January 2026", "Ruritania")


def test_a_review_without_dates_has_the_year_of_its_documents() -> None:
    review = meeting("A-HRC-59-15", 2026).model_copy(
        update={"state": "Ruritania", "year": None, "place": None, "start": None, "end": None}
    )
    documents = [review.documents[0].model_copy(update={"date": date}) for date in ("2013-01-09", "2012-12-07", None)]
    dated = review.model_copy(update={"documents": tuple(documents)})
    groups = contents(index([], [dated, review]))["meetings"]
    assert [(each["short"], each["year"]) for each in groups] == [("Ruritania, 2012", 2012), ("Ruritania", None)]


def test_columns_of_the_chart_are_labelled_by_state_id_or_year() -> None:
    def labels(*meetings: MeetingEntry) -> list[str]:
        made = [recommendation("1", "x", meeting=each.id) for each in meetings]
        return [each.label for each in chart.draw(index(made, meetings)).columns]

    one, another = meeting("A-1", 2025), meeting("A-2", 2026)
    review = meeting("A-HRC-59-15", 2026).model_copy(update={"state": "Ruritania and its islands"})
    assert labels(one, another) == ["2025", "2026"]
    assert labels(one, meeting("A-3", 2025)) == ["2025-01", "2025-01"]
    assert labels(one, another.model_copy(update={"body": "Board"})) == ["A-1", "A-2"]
    assert labels(one.model_copy(update={"year": None}), another) == ["A-1", "2026"]
    assert labels(one, review) == ["2025", "Ruritania and… 2026"]


def test_the_chart_counts_by_meeting_and_topic_and_a_table_says_the_same() -> None:
    drawn = chart.draw(INDEX)
    assert [(each.label, each.count) for each in drawn.columns] == [("2025", 2), ("2026", 199)]
    assert [(row.label, row.count, row.counts) for row in drawn.all_rows] == [
        ("Training", 3, (("A-2025-01", 2), ("A-2026-01", 1))),
        ("Borders", 1, (("A-2025-01", 1),)),
    ]
    page = emitted()
    assert 'role="img" aria-labelledby="chart-title chart-text"' in page
    rows = re.findall(r"<tr>(.*?)</tr>", page)
    numbers = [re.findall(r"<td>(\d*)</td>", row) for row in rows[1:]]
    assert numbers == [["2", "199", "201"], ["2", "1", "3"], ["1", "", "1"]]
