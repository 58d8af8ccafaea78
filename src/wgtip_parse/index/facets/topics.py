"""What a recommendation is about: topics of a vocabulary, each with the phrases that stand for it."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib import resources

WORD = re.compile(r"\w+")
PREFIX = 3  # letters by which a phrase is looked up


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Topics by id, and their phrases by the first letters of their first word."""

    labels: dict[str, str]
    phrases: dict[str, tuple[tuple[re.Pattern[str], str], ...]] = field(repr=False)

    def topics(self, text: str) -> Iterator[tuple[str, str, str]]:
        """Id, label and first evidence of each topic, in the order of the words."""
        seen: set[str] = set()
        lower = text.lower()
        if len(lower) != len(text):  # a few capitals grow when made small
            lower = text
        for word in WORD.finditer(lower):
            for phrase, topic in self.phrases.get(word[0][:PREFIX], ()):
                if topic not in seen and (match := phrase.match(lower, word.start())):
                    seen.add(topic)
                    yield topic, self.labels[topic], text[match.start() : match.end()]


def parse(text: str) -> Vocabulary:
    """The vocabulary of a TOML text: a table `[[topic]]` for each, with `id`, `label` and `phrases`.

    A phrase is words in small letters; "*" stands for any ending of a word. Raises ValueError where the text is not
    TOML or a phrase has no words, KeyError where a topic lacks a key.
    """
    labels: dict[str, str] = {}
    phrases: dict[str, list[tuple[re.Pattern[str], str]]] = {}
    for topic in tomllib.loads(text)["topic"]:
        labels[topic["id"]] = topic["label"]
        for phrase in topic["phrases"]:
            phrases.setdefault(_key(phrase), []).append((_pattern(phrase), topic["id"]))
    return Vocabulary(labels, {key: tuple(each) for key, each in phrases.items()})


@functools.cache
def of_the_package() -> Vocabulary:
    """Our topics of trafficking in persons."""
    return parse(resources.files("wgtip_parse").joinpath("data", "topics.toml").read_text(encoding="utf-8"))


def _key(phrase: str) -> str:
    word = WORD.match(phrase)
    if word is None or (len(word[0]) < PREFIX and phrase[word.end() :].startswith("*")):
        raise ValueError(f"phrase {phrase!r} does not begin with a word of three letters")
    return word[0][:PREFIX]


def _pattern(phrase: str) -> re.Pattern[str]:
    words = (r"\w*".join(map(re.escape, word.split("*"))) for word in phrase.lower().split())
    return re.compile(r"[\s-]+".join(words) + r"(?!\w)")
