"""Entities of the United Nations system by all their names."""

from __future__ import annotations

import pytest

from wgtip_parse import entities


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("UNDP", "UNDP"),
        ("United Nations Development Programme", "UNDP"),
        ("united nations children's fund", "UNICEF"),
        ("United Nations Children’s Fund", "UNICEF"),
        ("United Nations Educational, Scientific and Cultural Organization", "UNESCO"),
        ("JIU", "Joint Inspection Unit"),
        ("United Nations", None),
        ("", None),
    ],
)
def test_one_name_for_all_ways_of_writing_it(text: str, name: str | None) -> None:
    assert entities.named(text) == name


def test_the_longest_name_counts() -> None:
    words = "world bank group of experts".split()
    assert entities.beginning(words) == len("world bank group".split())
    assert entities.beginning(words[1:]) == 0
    assert entities.beginning([]) == 0


def test_ways_of_writing_begin_with_the_name() -> None:
    assert entities.ways_of_writing("UNEP") == ("UNEP", "United Nations Environment Programme")
    assert entities.ways_of_writing("Nobody") == ("Nobody",)
    every = [way.casefold() for name in entities.names() for way in entities.ways_of_writing(name)]
    assert len(set(every)) == len(every)
