"""Periodic reviews: which reports are, what is recommended in them, by whom, and what the State says of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cases import source
from wgtip_parse import symbols
from wgtip_parse.index import review
from wgtip_parse.index.entry import ReportEntry, enter
from wgtip_parse.index.facets import vocabularies
from wgtip_parse.index.model import Position
from wgtip_parse.parser import parse_source
from wgtip_parse.words import words

KNOWN = words()
TITLE = "Report of the Working Group on the Universal Periodic Review"
HEAD = (
    "United Nations\n\nA/HRC/99/15\n\nHuman Rights Council\n\nAgenda item 6\n\n"
    "Universal periodic review\n\n{}\n\nNorway\n\n"
)
DIALOGUE = "I. Dialogue\n\n3. Mexico recommended that Norway:\n\n(a) Train judges;\n\n(b) Print the plan.\n\n"
CHAPTER = "II. Conclusions and/or recommendations\n\n"


def entry(text: str, title: str = TITLE) -> ReportEntry:
    made = source(HEAD.format(title) + text)
    return enter(made, parse_source(made).report, symbols.bodies(), vocabularies.of_the_package())


def taken(text: str) -> list[tuple[str | None, str | None, tuple[str, ...]]]:
    return [(each.number, each.position, each.recommenders) for each in entry(text).recommendations]


def test_numbers_below_the_paragraph_that_announces_them() -> None:
    text = (
        f"{DIALOGUE}{CHAPTER}4. The recommendations below enjoy the support of Norway:\n\n"
        "4.1 Train all judges (Brazil);\n\n4.2 Print the plan (Chile) (Viet Nam).\n\n"
        "5. The following recommendations will be examined by Norway:\n\n5.1 Open a shelter (Peru, Spain).\n"
    )
    assert taken(text) == [
        ("4.1", "supported", ("Brazil",)),
        ("4.2", "supported", ("Chile", "Viet Nam")),
        ("5.1", "pending", ("Peru", "Spain")),
    ]


def test_items_of_the_paragraph_that_announces_them() -> None:
    text = (
        f"{CHAPTER}4. The following recommendations did not enjoy the support of Norway.\n\n"
        "1. Train all judges (Brazil);\n\n2. Print the plan (Chile).\n\n5. All conclusions are those of the States.\n"
    )
    assert taken(text) == [("4 (1)", "noted", ("Brazil",)), ("4 (2)", "noted", ("Chile",))]
    first = entry(text).recommendations[0]
    assert (first.basis, first.stem) == (
        "stem",
        "The following recommendations did not enjoy the support of Norway.",
    )
    assert first.text == "Train all judges (Brazil);"


def test_what_the_paragraph_behind_the_list_says_of_it() -> None:
    text = (
        f"{CHAPTER}4. The following recommendations were made to Norway:\n\n1. Train all judges (Brazil).\n\n"
        "5. The response of Norway to these recommendations will be included in the outcome report.\n"
    )
    assert taken(text) == [("4 (1)", "pending", ("Brazil",))]
    assert taken(text.replace("to these recommendations ", "")) == [("4 (1)", None, ("Brazil",))]


def test_a_heading_between_recommendations_does_not_part_them_from_their_paragraph() -> None:
    text = (
        f"{CHAPTER}4. The recommendations below enjoy the support of Norway:\n\n4.1 Train all judges (Brazil);\n\n"
        "*Follow-up*\n\n4.2 Print the plan (Chile).\n\n5. All conclusions are those of the States.\n"
    )
    assert [(number, position) for number, position, _ in taken(text)] == [("4.1", "supported"), ("4.2", "supported")]


@pytest.mark.parametrize("verb", ["explained that it had none", "considers it done", "is not in a position to do so"])
def test_what_the_state_says_in_the_midst_of_them_is_passed_over(verb: str) -> None:
    text = (
        f"{CHAPTER}4. The following recommendations did not enjoy the support of Norway:\n\n"
        f"1. Train all judges (Brazil);\n\n2. Norway {verb}.\n\n"
        "3. Norway should print the plan (Chile).\n\n5. All conclusions are those of the States.\n"
    )
    assert [number for number, _, _ in taken(text)] == ["4 (1)", "4 (3)"]
    assert [(each.number, each.reason) for each in entry(text).passed_over] == [
        ("4 (2)", "an answer to recommendations")
    ]


def test_where_none_is_found_what_announces_them_is_passed_over() -> None:
    made = entry(f"{CHAPTER}4. The following recommendations were made to Norway: train judges, print the plan.\n")
    assert made.recommendations == ()
    assert [(each.number, each.reason) for each in made.passed_over] == [("4", "announces recommendations")]


def test_the_state_of_the_review_is_whom_it_asks() -> None:
    text = f"{CHAPTER}4. The recommendations below enjoy its support:\n\n4.1 Consider training judges (Brazil).\n"
    (found,) = entry(text).recommendations
    assert [(each.value, each.evidence) for each in found.addressees] == [("Norway", "Consider")]
    assert found.strength == "consider"


def test_the_report_of_another_body_is_no_review_though_its_numbers_are_compound() -> None:
    text = (
        f"{CHAPTER}3. The following recommendations were made by the auditors:\n\n3.1 To develop a database (Norway).\n"
    )
    (found,) = entry(text, "Report of the Board of Auditors").recommendations
    assert (found.number, found.position, found.recommenders) == ("3.1", None, ())
    assert "Norway" not in [each.value for each in found.addressees]
    assert entry(text).recommendations[0].addressees[0].value == "Norway"


def test_an_addendum_to_a_review_is_none() -> None:
    made = source(HEAD.format(f"{TITLE}\n\nAddendum").replace("99/15", "99/15/Add.1") + "1. Norway accepts them all.\n")
    assert review.review_of(parse_source(made).report.masthead, KNOWN) is None


@pytest.mark.parametrize(
    ("lines", "state"),
    [
        (f"{TITLE}*\n\nBolivia (Plurinational State of)", "Bolivia (Plurinational State of)"),
        (f"{TITLE}\n\nTurkey", "Türkiye"),
        (f"{TITLE}: Oman", "Oman"),
        (f"{TITLE}\n\nRuritania", None),
    ],
)
def test_the_state_of_a_review(lines: str, state: str | None) -> None:
    made = source(HEAD.format(lines).removesuffix("Norway\n\n") + "I. Introduction\n\n1. It met.\n")
    assert review.review_of(parse_source(made).report.masthead, KNOWN) == review.Review(state)


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("The recommendations listed below enjoy the support of Norway:", "supported"),
        ("The following recommendations have been examined by Norway and enjoyed its support:", "supported"),
        ("Norway accepts the following recommendations:", "supported"),
        ("The following recommendations have been accepted by Norway:", "supported"),
        ("Norway does not accept the following recommendations:", "noted"),
        ("Norway does not support the following recommendations:", "noted"),
        ("The recommendations below did not enjoy the support of Norway:", "noted"),
        ("Norway considers that the recommendations below cannot be accepted:", "noted"),
        ("The recommendations listed below have been noted by Norway:", "noted"),
        ("The following recommendations will be examined by Norway, which will provide responses:", "pending"),
        ("The response of Norway to these recommendations will be included in the report.", "pending"),
        ("Of these recommendations, there are some that enjoy the support of Norway.", None),
        ("In the course of the discussion, the following recommendations were made to Norway:", None),
    ],
)
def test_what_a_state_says_of_recommendations(text: str, position: Position | None) -> None:
    assert review.position(text, KNOWN) == position


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Train judges (Norway); (Brazil);", ("Norway", "Brazil")),
        ("Train judges (Norway, the Sudan and Mali).", ("Norway", "Sudan", "Mali")),
        ("Train judges (Oman on behalf of Peru)", ("Oman", "Peru")),
        ("Train judges (Iran (Islamic Republic of))", ("Iran (Islamic Republic of)",)),
        ("Ratify (Chile)/sign (Peru) the Protocol", ("Chile", "Peru")),
        ("Ratify the Covenant (ICCPR) (Oman)", ("Oman",)),
        ("Ratify the Convention (ICERD, as asked (Peru);", ("Peru",)),
        ("Train judges (Oman", ("Oman",)),
        ("Train judges (Oman) (Oman)", ("Oman",)),
        ("Train judges (as Norway does)", ()),
        ("Train judges in Norway", ()),
    ],
)  # fmt: skip
def test_who_recommends(text: str, names: tuple[str, ...]) -> None:
    assert review.recommenders(text, KNOWN) == names


@given(st.text("(Oman) Peru;,", max_size=60))
def test_any_brackets(text: str) -> None:
    assert set(review.recommenders(text, KNOWN)) <= {name for name in ("Oman", "Peru") if name in text}
