"""The sign of a rule is in every text in which it finds something: rules without their signs need not be run."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import wgtip_parse
from tests.cases import ROOT, SAMPLES, draft, source
from wgtip_parse.rules import RULES, Rule, read_page, signs
from wgtip_parse.rules.prose import matches, matches_near
from wgtip_parse.rules.signs import Signs, compiled, pieces_of
from wgtip_parse.stage import Stage
from wgtip_parse.words import words

SIGNED = tuple(rule for rule in RULES if isinstance(rule, Rule) and rule.sign is not None)
TEXTS = tuple(
    path.read_text(encoding="utf-8", errors="replace")
    for path in (*SAMPLES, *sorted((ROOT / "samples" / "invalid").rglob("*.txt")))
)
ENGLISH = tomllib.loads((Path(wgtip_parse.__file__).parent / "words" / "en.toml").read_text(encoding="utf-8"))
NAMES = [*ENGLISH["tables"]["names_with_capitals"]]
WORDINGS = ("W722", "name_in_small_letters"), ("N622", "currency_apart"), ("X806", "resolution_with_capital")


def all_signs() -> Signs:
    return Signs({rule.code: rule.sign for rule in SIGNED if rule.sign is not None})


def unsigned(text: str, known: Signs) -> list[str]:
    """The rules that find something in a text without their signs."""
    there = known.among(pieces_of(text))
    judged = draft(source(text), Stage.FINAL)
    return [rule.code for rule in SIGNED if rule.code not in there and list(rule.check(judged))]


def test_no_rule_finds_anything_in_a_sample_without_its_sign() -> None:
    assert len(SIGNED) > 40
    known = all_signs()
    assert [codes for text in TEXTS if (codes := unsigned(text, known))] == []


@pytest.mark.parametrize("rule", SIGNED, ids=lambda rule: f"{rule.code} {rule.name}")
def test_what_a_page_calls_bad_has_the_sign(rule: Rule) -> None:
    assert rule.sign is not None
    for example in read_page(rule.page).bad:
        assert any(compiled(rule.sign).search(pieces_of(text).joined) for text in example.documents)


@given(st.lists(st.sampled_from([piece for text in TEXTS for piece in text.split(" ")]), max_size=40))
def test_words_in_any_order_show_their_signs(pieces: list[str]) -> None:
    assert unsigned(f"1. The Group heard {' '.join(pieces)}", all_signs()) == []


def changed(name: str) -> set[str]:
    """A name with any of its capitals small, and with its hyphens as spaces."""
    forms = {""}
    for letter in name:
        forms = {form + each for form in forms for each in {letter, letter.lower(), letter.replace("-", " ")}}
    return forms - {name}


@pytest.mark.parametrize("name", NAMES)
def test_each_form_of_a_name_that_is_found_has_the_sign(name: str) -> None:
    sign = next(rule.sign for rule in SIGNED if rule.code == "W722")
    found = [form for form in changed(name) if words().name_in_small_letters.search(f"the {form} met")]
    assert found
    assert [form for form in found if not compiled(sign or "").search(pieces_of(f"the {form} met").joined)] == []


@pytest.mark.parametrize(("code", "pattern"), WORDINGS)
def test_a_pattern_is_found_near_its_sign_as_in_the_whole_text(code: str, pattern: str) -> None:
    sign = next(rule.sign for rule in SIGNED if rule.code == code)
    judged = draft(source("\n\n".join(f"{at}. {text}" for at, text in enumerate(TEXTS))), Stage.FINAL)
    whole = [match.span() for match in matches(judged, getattr(words(), pattern))]
    assert whole
    assert [match.span() for match in matches_near(judged, getattr(words(), pattern), compiled(sign or ""))] == whole


def test_a_sign_may_begin_at_the_end_of_the_piece_before() -> None:
    known = Signs({"A": r"[^x]b", "B": "b$"})
    assert known.among(pieces_of("b")) == {"A", "B"}
    assert known.among(pieces_of("a b c")) == {"A", "B"}
    assert known.among(pieces_of("xb")) == {"B"}


def test_what_is_known_of_pieces_has_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signs, "MOST_KNOWN", 10)
    known = Signs({"A": "a", "B": "b"})
    for text, codes in (("ax bx cx dx", "AB"), ("bx ex fx", "B"), ("ax bx", "AB"), ("cx " * 9, ""), ("gx ax", "A")):
        assert known.among(pieces_of(text)) == set(codes)
