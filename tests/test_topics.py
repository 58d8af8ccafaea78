"""Topics: what their phrases give and do not give, and vocabularies that are none; all words are ours."""

from __future__ import annotations

import re

import pytest

from tests.cases import source
from wgtip_parse import symbols
from wgtip_parse.index.entry import enter
from wgtip_parse.index.facets import vocabularies
from wgtip_parse.index.facets.topics import MOST, Vocabulary
from wgtip_parse.index.facets.vocabularies import OURS
from wgtip_parse.parser import parse_source

TRAFFICKING, GENERAL = vocabularies.of_the_package()
SEA = '[[topic]]\nid = "sea"\nlabel = "The sea"\n'
SHIPS = f'{SEA}phrases = ["ship*", "at sea"]\nweak = ["tide*", "coast", "harbour*"]\n'


def ids(vocabulary: Vocabulary, text: str, *titles: str) -> list[str]:
    return [each.id for each in vocabulary.topics(text, titles)]


def phrases(vocabulary: Vocabulary) -> list[tuple[str, str]]:
    every = (each for table in (vocabulary.whole, vocabulary.begun) for found in table.values() for each in found)
    return [(each.pattern, each.topic) for each in every if each.strong and each.topic]


def test_the_topics_of_the_package_are_sound() -> None:
    assert len(OURS) == len(vocabularies.of_the_package())
    assert len(GENERAL.labels) == 74
    assert 38 <= len(TRAFFICKING.labels) <= 50
    for vocabulary in (GENERAL, TRAFFICKING):
        assert len(set(vocabulary.labels.values())) == len(vocabulary.labels)
        assert {topic for _, topic in phrases(vocabulary)} == set(vocabulary.labels)


@pytest.mark.parametrize("vocabulary", [GENERAL, TRAFFICKING], ids=["general", "trafficking"])
def test_every_phrase_gives_its_topic_and_no_two_topics_share_one(vocabulary: Vocabulary) -> None:
    topics: dict[str, str] = {}
    for pattern, topic in phrases(vocabulary):
        assert topics.setdefault(pattern, topic) == topic, pattern
        text = re.sub(r"\\(.)", r"\1", pattern.removesuffix(r"(?!\w)").replace(r"[\s-]+", " ").replace(r"\w*", ""))
        if "  " not in text:
            assert topic in ids(vocabulary, f"It is on {text}."), pattern


def test_one_weak_word_gives_nothing() -> None:
    known = vocabularies.parse(SHIPS)
    assert ids(known, "The tide and the tides of it") == []
    assert ids(known, "The coast", "The sea") == []
    assert ids(known, "Nothing of it", "Ships", "At sea") == []
    assert ids(known, "The tide of the coast", "Ships") == ["sea"]
    assert ids(known, "The tide of the coast, and harbours") == ["sea"]
    assert ids(known, "Shipping") == ["sea"]


def test_what_is_most_spoken_of_comes_first_and_a_mention_not_at_all() -> None:
    tables = "".join(f'[[topic]]\nid = "{each}"\nlabel = "{each}"\nphrases = ["{each}"]\n' for each in ("ice", "fog"))
    known = vocabularies.parse(tables)
    assert ids(known, "ice and fog") == ["ice", "fog"]
    assert ids(known, "ice and fog, fog") == ["fog", "ice"]
    assert ids(known, "ice and fog, fog, fog") == ["fog"]
    many = "".join(f'[[topic]]\nid = "{each}"\nlabel = "{each}"\nphrases = ["{each}"]\n' for each in "abcde")
    assert ids(vocabularies.parse(many), "e d c b a") == ["e", "d", "c", "b", "a"][:MOST]


def test_what_is_within_a_longer_phrase_or_a_name_is_passed_over() -> None:
    land = '[[topic]]\nid = "land"\nlabel = "Land"\nphrases = ["sea"]\n'
    assert ids(vocabularies.parse(SHIPS + land), "at sea") == ["sea"]
    assert ids(vocabularies.parse(f'names = ["institute for ships"]\n{SHIPS}'), "the Institute for Ships") == []


def test_phrases_of_which_one_begins_as_another_are_all_found() -> None:
    known = vocabularies.parse(SHIPS)
    assert [each.evidence for each in known.topics("No SHIPYARD; warship")] == ["SHIPYARD"]
    assert ids(known, "warship") == []
    assert list(vocabularies.parse(f"{SEA}phrases = []\n").topics("At sea")) == []


@pytest.mark.parametrize(
    ("symbol", "topics"), [("CTOC/COP/WG.4/2099/2", ["training"]), ("A/AC.999/2099/2", ["capacity"])]
)
def test_a_document_has_the_topics_of_its_body(symbol: str, topics: list[str]) -> None:
    made = source(
        f"United Nations\n\n{symbol}\n\nDraft report\n\nII. Recommendations\n\nRecommendation 1\n\n"
        "States parties should offer capacity-building.\n"
    )
    entry = enter(made, parse_source(made).report, symbols.bodies(), vocabularies.of_the_package())
    assert [[topic.id for topic in each.topics] for each in entry.recommendations] == [topics]


def test_a_vocabulary_for_some_bodies_leaves_ours_to_the_others() -> None:
    known = vocabularies.in_place_of_ours(f'bodies = ["E/CN.99"]\n{SHIPS}')
    assert list(vocabularies.of_body(known, "E/CN.99").labels) == ["sea"]
    assert vocabularies.of_body(known, "CTOC/COP/WG.4") is TRAFFICKING
    assert vocabularies.of_body(known, None) is GENERAL
    for_all = vocabularies.in_place_of_ours(SHIPS)
    assert list(vocabularies.of_body(for_all, "CTOC/COP/WG.4").labels) == ["sea"]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "topics are written [[topic]], once for each"),
        ("topic = 3", "topics are written [[topic]], once for each"),
        ("topic = ", "not TOML: "),
        ('[[topic]]\nid = "sea"\n', "topic sea has no label"),
        (f'{SEA}phrases = []\n[[topic]]\nlabel = "A"\n', "topic number 2 has no id"),
        (
            '[[topic]]\nid = 1\nlabel = "One"\nphrases = []\n',
            "topic number 1: id and label are text in quotation marks",
        ),
        (f'{SEA}phrases = "ship"\n', "topic sea: phrases is a list of texts"),
        (f"{SEA}phrases = [1]\n", "topic sea: phrases is a list of texts"),
        (f"{SEA}phrases = []\nweak = 1\n", "topic sea: weak is a list of texts"),
        (f"bodies = 1\n{SEA}phrases = []\n", "the vocabulary: bodies is a list of texts"),
        (f"names = ['*']\n{SEA}phrases = []\n", "names: phrase '*' does not begin with a word of 3 letters"),
        (f'{SEA}phrases = ["*"]\n', "topic sea: phrase '*' does not begin with a word of 3 letters"),
        (f"{SEA}phrases = []\n" * 2, "topic sea twice"),
    ],
)
def test_what_is_no_vocabulary_is_told_in_a_line(text: str, fault: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(fault)}") as raised:
        vocabularies.parse(text)
    assert "\n" not in str(raised.value)
