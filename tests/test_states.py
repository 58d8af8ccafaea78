"""The registry of States: all names of each, found in a text and told from what is none."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wgtip_parse import states

SHORT_NAMES = tomllib.loads((Path(states.__file__).parent / "data" / "states.toml").read_text(encoding="utf-8"))[
    "states"
]
NAMES = {
    "Bolivia (Plurinational State of)": ("the Plurinational State of Bolivia", "Bolivia", "BOLIVIA"),
    "Czechia": ("Czech Republic", "the Czech Republic"),
    "Côte d'Ivoire": ("Côte d’Ivoire", "Cote d'Ivoire", "Côte d‟Ivoire", "Republic of Côte d'Ivoire"),
    "Democratic People's Republic of Korea": ("Democratic People’s Republic of Korea", "DPRK"),
    "Holy See": ("The Holy See",),
    "Iran (Islamic Republic of)": (
        "Islamic Republic of Iran",
        "Iran, Islamic Republic of",
        "Iran(Islamic Republic of )",
    ),
    "Libya": ("Libyan Arab Jamahiriya", "State of Libya"),
    "Netherlands (Kingdom of the)": ("the Netherlands", "Kingdom of the Netherlands"),
    "North Macedonia": ("the former Yugoslav Republic of Macedonia",),
    "Republic of Korea": ("South Korea", "the Republic of Korea"),
    "Republic of Moldova": ("Moldova",),
    "State of Palestine": ("Palestine",),
    "Timor-Leste": ("Timor‑Leste", "East Timor"),
    "Türkiye": ("Turkey", "Republic of Turkey", "Turkiye"),
    "United Kingdom of Great Britain and Northern Ireland": ("United Kingdom", "UK", "U.K."),
    "United States of America": ("United States", "USA", "the US"),
    "Viet Nam": ("Vietnam", "Socialist Republic of Viet Nam"),
}
TEXTS = {
    "(Norway); (Brazil, Viet Nam)": ["Norway", "Brazil", "Viet Nam"],
    "Guinea-Bissau, Equatorial Guinea, Guinea and Papua New Guinea": [
        "Guinea-Bissau",
        "Equatorial Guinea",
        "Guinea",
        "Papua New Guinea",
    ],
    "Niger and Nigeria; Dominica and the Dominican Republic": ["Niger", "Nigeria", "Dominica", "Dominican Republic"],
    "the Democratic People's Republic of Korea, Republic of Moldova": [
        "Democratic People's Republic of Korea",
        "Republic of Moldova",
    ],
    "The authorities of the former Yugoslav Republic of Macedonia should": ["North Macedonia"],
    "Mexico City, Northern Ireland and the Niger Delta": [],
    "US$ 5 million, us and turkey": [],
    "Norway's report": ["Norway"],
    "The European Union is no State": [],
}


@pytest.mark.parametrize(
    ("name", "written"), [(name, each) for name, forms in NAMES.items() for each in (name, *forms)]
)
def test_a_state_by_any_of_its_names(name: str, written: str) -> None:
    assert states.named(written) == name
    assert [each.name for each in states.find(f"It was said by {written}, and heard")] == [name]


@pytest.mark.parametrize("text", ["", "the", "European Union", "Norwegian", "Norway and Brazil", "Mexico City"])
def test_what_names_no_state(text: str) -> None:
    assert states.named(text) is None


@pytest.mark.parametrize(("text", "names"), TEXTS.items())
def test_the_states_that_a_text_names(text: str, names: list[str]) -> None:
    assert [each.name for each in states.find(text)] == names


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("by Iran (Islamic Republic of), and", "Iran (Islamic Republic of)"),
        ("(Bolivia (Plurinational State of))", "Bolivia (Plurinational State of)"),
        ("(Côte d’Ivoire)", "Côte d’Ivoire"),
    ],
)
def test_where_a_name_stands(text: str, span: str) -> None:
    assert [text[each.start : each.end] for each in states.find(text)] == [span]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Report of the Working Group on the Universal Periodic Review: Norway", "Norway"),
        ("*Bolivia (Plurinational State of)*", "Bolivia (Plurinational State of)"),
        ("Report of the Working Group on the Universal Periodic Review", None),
        ("Norway and its fisheries", None),
    ],
)
def test_the_state_of_a_title(title: str, name: str | None) -> None:
    assert states.of_title(title) == name


def test_every_short_name_is_found_by_itself() -> None:
    names = list(SHORT_NAMES)
    assert len(names) > 190
    assert [states.named(name) for name in names] == names
    assert [[each.name for each in states.find(name)] for name in names] == [[name] for name in names]


@given(st.text())
def test_any_text(text: str) -> None:
    for found in states.find(text):
        assert 0 <= found.start < found.end <= len(text)
        assert found.name in SHORT_NAMES
