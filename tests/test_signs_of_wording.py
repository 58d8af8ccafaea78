"""What tells that a pattern of wording cannot match in a text never says so where it does."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import wgtip_parse
from wgtip_parse.words import words

ENGLISH = tomllib.loads((Path(wgtip_parse.__file__).parent / "words" / "en.toml").read_text(encoding="utf-8"))
NAMES = [*ENGLISH["tables"]["names_with_capitals"]]


def changed(name: str) -> set[str]:
    """A name with any of its capitals small, and with its hyphens as spaces."""
    forms = {""}
    for letter in name:
        forms = {form + each for form in forms for each in {letter, letter.lower(), letter.replace("-", " ")}}
    return forms - {name}


@pytest.mark.parametrize("name", NAMES)
def test_each_form_of_a_name_that_is_found_has_a_sign(name: str) -> None:
    found = [form for form in changed(name) if words().name_in_small_letters.search(f"the {form} met")]
    assert found
    signs = words().listed("name_in_small_letters_has")
    assert [form for form in found if not any(sign in f"the {form} met" for sign in signs)] == []
