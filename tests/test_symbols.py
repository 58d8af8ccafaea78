"""Document symbols, the registry of bodies, and ordinals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wgtip_parse import ordinals, symbols
from wgtip_parse.words import words

# symbol: stem, period, document, changes
CASES = {
    "CTOC/COP/WG.4/2019/L.1/Add.1": ("CTOC/COP/WG.4", "2019", ("L.1",), ("Add.1",)),
    "CTOC/COP/2004/6": ("CTOC/COP", "2004", ("6",), ()),
    "A/HRC/59/15": ("A/HRC", "59", ("15",), ()),
    "A/HRC/WG.6/7/SVN/3": ("A/HRC/WG.6", "7", ("SVN", "3"), ()),
    "A/C.3/75/L.10/Rev.1": ("A/C.3", "75", ("L.10",), ("Rev.1",)),
    "A/80/6 (Sect. 35)": ("A", "80", ("6 (Sect. 35)",), ()),
    "A/ES-11/L.1": ("A", "ES-11", ("L.1",), ()),
    "S/RES/1325 (2000)": ("S/RES", None, ("1325 (2000)",), ()),
    "JIU/REP/2025/1": ("JIU/REP", "2025", ("1",), ()),
    "DP-FPA/2025/1": ("DP-FPA", "2025", ("1",), ()),
    "GEGN.2/2025/36": ("GEGN.2", "2025", ("36",), ()),
    "ICCD/COP(8)/CST/8": ("ICCD/COP(8)/CST", None, ("8",), ()),
    "UNEP/EA.6/L.1": ("UNEP/EA.6", None, ("L.1",), ()),
}
NUMBERS = st.integers(1, 9999).map(str)
STEMS = st.sampled_from([body.stem for body in symbols.bodies()] + ["A/C.3", "A/CONF.230", "ECE/TRANS/WP.29"])
CHANGES = st.sampled_from(["", "/Add.1", "/Rev.2", "/Rev.1/Add.12", "/Corr.1"])
SYMBOLS = st.builds(
    "{}/{}/{}{}{}".format, STEMS, NUMBERS, st.sampled_from(["", "L.", "CRP.", "INF."]), NUMBERS, CHANGES
)


@pytest.mark.parametrize("text", CASES)
def test_a_symbol_comes_apart_and_together_again(text: str) -> None:
    symbol = symbols.parse(text)
    assert symbol is not None
    assert (symbol.stem, symbol.period, symbol.document, symbol.changes) == CASES[text]
    assert str(symbol) == text


@given(SYMBOLS)
def test_every_symbol_prints_as_it_was(text: str) -> None:
    symbol = symbols.parse(text)
    assert str(symbol) == text
    assert symbol is not None
    assert symbol.base.base == symbol.base


@given(st.lists(SYMBOLS, min_size=2, max_size=3))
def test_joint_symbols_are_kept_together(texts: list[str]) -> None:
    symbol = symbols.parse("-".join(f"{text}*" for text in texts))
    assert symbol is not None
    assert str(symbol) == "-".join(texts)
    assert [str(each) for each in symbol.joint] == texts[1:]


def test_a_joint_symbol_may_hold_one_with_a_hyphen() -> None:
    symbol = symbols.parse("E/ICEF/2025/9-DP-FPA/2025/1")
    assert symbol is not None
    assert [each.stem for each in symbol.joint] == ["DP-FPA"]


@given(st.text(max_size=40))
def test_no_text_is_too_strange(text: str) -> None:
    symbol = symbols.parse(text)
    assert symbol is None or symbols.parse(str(symbol)) == symbol


@pytest.mark.parametrize("text", ["", "A", "nope", "A//3", "A/b", "a/80/1", "A/80/1-", "A/80/<b>", "the 80/1"])
def test_what_is_no_symbol_is_none(text: str) -> None:
    assert symbols.parse(text) is None


def test_series_year_and_changes_are_numbers() -> None:
    symbol = symbols.parse("CTOC/COP/WG.4/2019/L.1/Rev.2/Add.13")
    assert symbol is not None
    assert (symbol.series, symbol.is_draft, symbol.year, symbol.revision, symbol.addendum) == ("L", True, 2019, 2, 13)
    final = symbols.parse("A/HRC/59/15")
    assert final is not None
    assert (final.series, final.is_draft, final.year, final.revision, final.addendum) == (None, False, None, None, None)


def test_symbols_sort_as_people_sort_them() -> None:
    texts = ["A/AC.182/2025/L.2", "A/AC.182/2025/L.2/Add.2", "A/AC.182/2025/L.2/Add.10", "A/AC.182/2025/L.10"]
    parsed = [symbol for text in reversed(texts) if (symbol := symbols.parse(text))]
    assert [str(each) for each in sorted(parsed, key=lambda each: each.order)] == texts


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("CTOC/COP/WG.7/2022/3", "CTOC/COP/WG.7"),
        ("JIU/REP/2025/1", "JIU"),
        ("A/HRC/RES/31/1", "A/HRC"),
        ("A/80/33", "A"),
        ("DP/FPA/2020/1", "DP"),
        ("DP-OPS/2020/1", "DP"),
        ("ICCD/COP(8)/CST/8", "ICCD/COP/CST"),
        ("UNEP/EA.6/L.1", "UNEP/EA"),
        ("A/CONF.999/2025/L.2", None),
        ("X/Y.1/2020/1", None),
    ],
)
def test_the_body_of_a_symbol(text: str, stem: str | None) -> None:
    symbol = symbols.parse(text)
    assert symbol is not None
    body = symbols.body_of(symbol)
    assert (body.stem if body else None) == stem


def test_the_registry_is_in_order() -> None:
    known = symbols.bodies()
    names = {body.name for body in known}
    assert len({body.stem for body in known}) == len(known) == len(names) >= 100
    assert all(body.parent is None or body.parent in names for body in known)
    assert {f"CTOC/COP/WG.{number}" for number in (2, 3, 4, 6, 7)} <= {body.stem for body in known}


def test_a_body_is_found_by_name_and_others_can_be_given() -> None:
    found = symbols.body_named("working group on  Trafficking in Persons")
    assert found is not None
    assert found.stem == "CTOC/COP/WG.4"
    own = symbols.parse_bodies('[[body]]\nstem = "X/Y"\nname = "Committee of Ruritania"\n')
    assert symbols.body_named("Committee of Ruritania", own) == symbols.Body("X/Y", "Committee of Ruritania", None)
    assert symbols.body_named("Committee of Ruritania") is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Twelfth meeting", 12),
        ("Fifty-ninth session", 59),
        ("sixtieth session", 60),
        ("One hundred and twenty-first session", 121),
        ("One hundredth session", 100),
        ("two hundred and third session", 203),
        ("Forty\N{NON-BREAKING HYPHEN}first session", 41),
        ("12th meeting", 12),
        ("Resumed 3rd session", 3),
        ("Annual session", None),
        ("", None),
    ],
)
def test_ordinals(text: str, number: int | None) -> None:
    assert ordinals.parse(text, words()) == number
