"""What the index says across documents: said before, drafts and final reports, deliberations and their outcome."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cases import source
from wgtip_parse import symbols
from wgtip_parse.diagnostics import Diagnostic
from wgtip_parse.index.assembly import assemble
from wgtip_parse.index.entry import ReportEntry, enter
from wgtip_parse.index.facets import vocabularies
from wgtip_parse.index.model import Recommendation, RecommendationIndex
from wgtip_parse.parser import parse_source

SHELTER = "States parties should open at least one shelter in each province and keep it open at night."
JUDGES = "The Secretariat should hold a yearly course for judges on the hearing of child witnesses."
VESSELS = "Flag States should keep a public list of fishing vessels and of the people who recruit their crews."
PRESS = "The Working Group may wish to hear from journalists how the press reports on trials."


def entry(
    symbol: str, dates: str, texts: list[str], *, title: str = "Draft report", first: int = 1, rest: str = ""
) -> ReportEntry:
    head = f"United Nations\n\n{symbol}\n\nWorking Group on Trafficking in Persons\n\nVienna, {dates}\n\n{title}\n\n"
    body = "".join(f"Recommendation {number}\n\n{text}\n\n" for number, text in enumerate(texts, start=first))
    made = source(f"{head}II. Recommendations\n\n{body}{rest}", f"{symbol}.txt")
    return enter(made, parse_source(made).report, symbols.bodies(), vocabularies.of_the_package())


def index(*entries: ReportEntry) -> RecommendationIndex:
    return assemble(entries, symbols.bodies())[0]


def findings(*entries: ReportEntry) -> tuple[tuple[str, Diagnostic], ...]:
    return assemble(entries, symbols.bodies())[1]


def by_id(made: RecommendationIndex) -> dict[str, Recommendation]:
    return {each.id: each for each in made.recommendations}


def test_what_was_said_before_is_named_nearest_first_and_exact_repeats_are_marked() -> None:
    changed = SHELTER.replace("at least one shelter", "one shelter or more")
    made = by_id(
        index(
            entry("CTOC/COP/WG.4/2019/L.1", "9–11 September 2019", [SHELTER, JUDGES]),
            entry("CTOC/COP/WG.4/2020/L.1", "7–9 September 2020", [changed, VESSELS]),
            entry("CTOC/COP/WG.4/2021/L.1", "6–8 September 2021", [SHELTER.upper(), PRESS]),
        )
    )
    last = made["CTOC-COP-WG.4-2021-09-R1"].similar
    assert [(each.id, each.exact) for each in last] == [
        ("CTOC-COP-WG.4-2019-09-R1", True),
        ("CTOC-COP-WG.4-2020-09-R1", False),
    ]
    assert last[0].score == 100.0 > last[1].score >= 75.0
    assert [each.id for each in made["CTOC-COP-WG.4-2020-09-R1"].similar] == ["CTOC-COP-WG.4-2019-09-R1"]
    assert not any(made[each].similar for each in made if each.startswith("CTOC-COP-WG.4-2019"))
    assert not made["CTOC-COP-WG.4-2020-09-R2"].similar
    assert not made["CTOC-COP-WG.4-2021-09-R2"].similar


@given(st.lists(st.sampled_from([SHELTER, JUDGES, VESSELS, PRESS]), min_size=2, max_size=6))
def test_only_earlier_meetings_are_named(texts: list[str]) -> None:
    made = index(
        *(entry(f"CTOC/COP/WG.4/{2010 + at}/L.1", f"1–3 June {2010 + at}", [each]) for at, each in enumerate(texts))
    )
    place = {each.id: at for at, each in enumerate(made.recommendations)}
    for at, each in enumerate(made.recommendations):
        assert all(place[other.id] < at for other in each.similar)
        assert any(other.exact for other in each.similar) == (texts[at] in texts[:at])


def test_a_final_report_replaces_its_drafts_and_remembers_their_numbers() -> None:
    draft = entry("CTOC/COP/WG.4/2019/L.1", "9–11 September 2019", [PRESS, SHELTER])
    added = entry("CTOC/COP/WG.4/2019/L.1/Add.1", "9–11 September 2019", [JUDGES], first=3)
    final = entry(
        "CTOC/COP/WG.4/2019/6",
        "9–11 September 2019",
        [SHELTER.replace("at night", "at all hours"), JUDGES, PRESS],
        title="Report on the meeting of the Working Group",
    )
    made = index(draft, added, final)
    assert [each.document for each in made.recommendations] == ["CTOC/COP/WG.4/2019/6"] * 3
    assert [each.role for each in made.meetings[0].documents] == ["part", "part", "final"]
    shelter, judges, press = made.recommendations
    assert [(each.document, each.number) for each in shelter.earlier] == [("CTOC/COP/WG.4/2019/L.1", "2")]
    assert [(each.document, each.number, each.score) for each in judges.earlier] == [
        ("CTOC/COP/WG.4/2019/L.1/Add.1", "3", 100.0)
    ]
    assert [each.text for each in press.earlier] == [PRESS]


def test_a_final_document_on_other_things_replaces_nothing() -> None:
    draft = entry("CTOC/COP/WG.4/2019/L.1", "9–11 September 2019", [PRESS, SHELTER])
    other = entry("CTOC/COP/WG.4/2019/3", "9–11 September 2019", [VESSELS], title="Note by the Secretariat", first=8)
    assert len(index(draft, other).recommendations) == 3


def test_a_revision_replaces_what_it_revises() -> None:
    draft = entry("CTOC/COP/WG.4/2019/L.1", "9–11 September 2019", [PRESS, SHELTER])
    revised = entry("CTOC/COP/WG.4/2019/L.1/Rev.1", "9–11 September 2019", [PRESS, SHELTER, JUDGES])
    assert [each.document for each in index(draft, revised).recommendations] == ["CTOC/COP/WG.4/2019/L.1/Rev.1"] * 3


def test_two_copies_of_a_document_are_one_in_the_index() -> None:
    first = entry("CTOC/COP/WG.4/2019/L.1", "9–11 September 2019", [PRESS, SHELTER])
    second = first.model_copy(update={"source": first.source.model_copy(update={"name": "copy.txt", "sha256": "1"})})
    made = index(first, second)
    assert len(made.recommendations) == 2
    assert not any(each.earlier for each in made.recommendations)
    assert [each.code for _, each in findings(first, second)] == ["C951"]


def test_one_number_for_two_recommendations_is_said_and_the_names_differ() -> None:
    first = entry("CTOC/COP/WG.4/2019/L.1", "9–11 September 2019", [PRESS])
    second = entry("CTOC/COP/WG.4/2019/L.1/Add.1", "9–11 September 2019", [SHELTER])
    ids = [each.id for each in index(first, second).recommendations]
    assert ids == ["CTOC-COP-WG.4-2019-09-R1", "CTOC-COP-WG.4-2019-09-R1-2"]
    assert [each.code for _, each in findings(first, second)] == ["C954"]


@pytest.mark.parametrize(
    ("paragraph", "linked"),
    [
        ("The Working Group discussed courses for judges and formulated a related recommendation.", "R2"),
        ("Shelters were discussed, and a recommendation on the matter was adopted.", "R1"),
        ("The Working Group agreed on recommendation 2.", "R2"),
        ("One speaker recommended that shelters be opened.", None),
        ("The index of recommendations adopted by the Working Group was shown.", None),
    ],
)
def test_deliberations_are_linked_to_their_outcome(paragraph: str, linked: str | None) -> None:
    rest = f"III. Deliberations\n\n4. {paragraph}\n"
    made = index(entry("CTOC/COP/WG.4/2019/L.1", "9–11 September 2019", [SHELTER, JUDGES], rest=rest))
    told = {each.id.rpartition("-")[2]: each.deliberations for each in made.recommendations if each.deliberations}
    assert list(told) == ([linked] if linked else [])
    assert all(outcome.number == "4" and outcome.text == paragraph for each in told.values() for outcome in each)


def test_an_addendum_that_begins_within_a_chapter_goes_on_with_it() -> None:
    def part(addendum: str, rest: str) -> ReportEntry:
        head = f"United Nations\n\nCTOC/COP/WG.4/2019/L.1{addendum and '/Add.1'}\n\nDraft report\n\n{addendum}\n\n"
        made = source(head + rest, f"part{addendum}.txt")
        return enter(made, parse_source(made).report, symbols.bodies(), vocabularies.of_the_package())

    first = part("", f"II. Recommendations\n\nA. General\n\nRecommendation 1\n\n{SHELTER}\n")
    chapter = f"III. Other\n\nRecommendation 4\n\n{VESSELS}\n"
    second = part("Addendum", f"B. Courts\n\nRecommendation 3\n\n{JUDGES}\n\n{chapter}")
    assert [each.section for each in index(second, first).recommendations] == [
        ("Recommendations", "General"),
        ("Recommendations", "Courts"),
        ("Other",),
    ]
