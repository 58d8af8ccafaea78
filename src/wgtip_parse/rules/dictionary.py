"""A dictionary of English with the spellings of Oxford, over the word list of the extra `wgtip[spelling]`.

The list has American spellings; tables of words/en.toml say what stands for them in British English.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

from wgtip_parse.words import words

if TYPE_CHECKING:
    from spellchecker import SpellChecker

COMMON = 300  # occurrences of a word in the list: rarer ones are not what a typist meant


def is_there() -> bool:
    """Whether the extra is installed."""
    return find_spec("spellchecker") is not None


@cache
def knows(word: str) -> bool:
    """Whether a word in small letters is one of English, or of a language whose names stand in reports."""
    every, _ = _lists()
    return word in words().known("let_through") or word in every or any(form in every for form in _forms(word))


@cache
def meant(word: str) -> str | None:
    """The common word that is one slip of typing away; None without one."""
    _, english = _lists()
    near = english.known(english.edit_distance_1(word))
    common = [each for each in near if english[each] >= COMMON]
    return min(common, key=lambda each: (-english[each], each), default=None)


@cache
def _lists() -> tuple[SpellChecker, SpellChecker]:
    from spellchecker import SpellChecker  # here, because few checks ask for it

    return SpellChecker(language=["en", "fr", "es"]), SpellChecker(language="en")


def _forms(word: str) -> list[str]:
    """What a word may stand for in the list: its American spelling, and the word of which it is a plural."""
    forms = [word.removesuffix("s")]
    for american, british in words().table("american_forms").items():
        forms += [word[: match.start()] + american + word[match.end() :] for match in re.finditer(british, word)]
    return forms
