"""No word list, pattern or row of a table of the facets is idle: without it, some case of theirs has other facets."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import Any

import pytest

from tests import test_facets as facets
from tests.test_words_of_the_parser import NEVER, Asked, Table, table
from wgtip_parse.words import Words, made

NOTHING = r"(?!)"


def given(test: Any) -> Iterator[str]:
    """The texts that a test is given."""
    return (case[0] for mark in test.pytestmark if mark.name == "parametrize" for case in mark.args[1])


CASES = [
    *((written["text"], written.get("stem"), written.get("items", ())) for written in facets.WRITTEN),
    *((text, None, ()) for text in given(facets.test_whom_and_how_strongly)),
    *((text, None, ()) for text in given(facets.test_references_have_one_form)),
    *((text, None, ()) for text in given(facets.test_by_when)),
]


def found(known: Words) -> Iterator[object]:
    for text, stem, items in CASES:
        try:
            yield facets.classified(text, stem, known, items)
        except (KeyError, ValueError, IndexError) as error:  # without its words, what was found cannot be read
            yield repr(error)


@functools.cache
def usual() -> list[object]:
    return [*found(made("en", table()))]


@functools.cache
def asked() -> tuple[str, ...]:
    words = Asked(table())
    assert list(found(words)) == usual()
    return tuple(sorted(words.names_asked))


def is_idle(words: Table) -> bool:
    known = made("en", words)
    return all(one == other for one, other in zip(found(known), usual(), strict=True))


def test_no_list_or_pattern_is_idle() -> None:
    idle = []
    for name in asked():
        without = table()
        kind = next((kind for kind in NEVER if name in without[kind]), None)
        if kind is not None:
            without[kind][name] = NEVER[kind]
            idle += [name] if is_idle(without) else []
    assert idle == []


ROWS = [(name, row) for name in ("actors", "verbs", "strengths", "months_by_part") for row in table()["tables"][name]]


@pytest.mark.parametrize(("name", "row"), ROWS)
def test_no_row_is_idle(name: str, row: str) -> None:
    without = table()
    without["tables"][name][row] = NOTHING
    assert not is_idle(without)
