"""What a recommendation is about: topics of a vocabulary, each with the phrases that stand for it."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from typing import NamedTuple

WORD = re.compile(r"\w+")
LETTERS, FEWEST = 4, 3  # of the first word of a phrase, by which it is looked up


class Phrase(NamedTuple):
    """One phrase of a topic, and the beginning of its first word."""

    beginning: str
    pattern: re.Pattern[str]
    topic: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Topics by id, and their phrases by the first letters of their first word, because most phrases are not there."""

    labels: dict[str, str]
    phrases: dict[str, tuple[Phrase, ...]]

    def topics(self, text: str) -> Iterator[tuple[str, str, str]]:
        """Id, label and first evidence of each topic, in the order of the words."""
        lower = text.lower()
        if len(lower) != len(text):  # a few capitals grow when made small
            lower = text
        first: dict[str, tuple[int, int]] = {}
        for letters in self.phrases.keys() & _beginnings(lower):
            for beginning, pattern, topic in self.phrases[letters]:
                if match := _first(beginning, pattern, lower):
                    first[topic] = min(match.span(), first.get(topic, match.span()))
        for topic, (start, end) in sorted(first.items(), key=lambda each: (each[1], each[0])):
            yield topic, self.labels[topic], text[start:end]


def parse(text: str) -> Vocabulary:
    """The vocabulary of a TOML text: a table `[[topic]]` for each, with `id`, `label` and `phrases`.

    A phrase is words in small letters; "*" stands for any ending of a word. Raises ValueError where the text is not
    TOML or a phrase has no words, KeyError where a topic lacks a key.
    """
    topics = tomllib.loads(text)["topic"]
    phrases: dict[str, tuple[Phrase, ...]] = {}
    for topic in topics:
        for each in (_phrase(phrase, topic["id"]) for phrase in topic["phrases"]):
            key = each.beginning[:LETTERS]
            phrases[key] = (*phrases.get(key, ()), each)
    return Vocabulary({topic["id"]: topic["label"] for topic in topics}, phrases)


@functools.cache
def of_the_package() -> Vocabulary:
    """Our topics of trafficking in persons."""
    return parse(resources.files("wgtip_parse").joinpath("data", "topics.toml").read_text(encoding="utf-8"))


def _beginnings(text: str) -> set[str]:
    words = WORD.findall(text)
    return {word[:LETTERS] for word in words} | {word[:FEWEST] for word in words}


def _first(beginning: str, pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The first place where a word begins the phrase."""
    start = text.find(beginning)
    while start >= 0:
        if (start == 0 or not text[start - 1].isalnum()) and (match := pattern.match(text, start)):
            return match
        start = text.find(beginning, start + 1)
    return None


def _phrase(phrase: str, topic: str) -> Phrase:
    words = [r"\w*".join(map(re.escape, word.split("*"))) for word in phrase.lower().split()]
    beginning = WORD.match(phrase.lower())
    if beginning is None or (phrase[beginning.end() :].startswith("*") and beginning.end() < FEWEST):
        raise ValueError(f"topic {topic}: phrase {phrase!r} does not begin with a word of {FEWEST} letters")
    return Phrase(beginning[0], re.compile(r"[\s-]+".join(words) + r"(?!\w)"), topic)
