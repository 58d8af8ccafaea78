"""What a recommendation is about: topics of a vocabulary, each with the phrases that stand for it."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import resources
from typing import Any, NamedTuple

WORD = re.compile(r"\w+")
NOTHING = "(?!)"  # the pattern of a vocabulary without phrases
FEWEST = 3  # letters before a "*" in the first word of a phrase, by which it is looked up


class Phrase(NamedTuple):
    """One phrase of a topic, as a regular expression."""

    pattern: str
    topic: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Topics by id, and by how their first word begins their phrases, because most phrases are not there.

    `beginnings` finds the longest beginning; phrases that begin with a part of it are listed under it too.
    """

    labels: dict[str, str]
    phrases: dict[str, tuple[Phrase, ...]]
    beginnings: re.Pattern[str]

    def topics(self, text: str) -> Iterator[tuple[str, str, str]]:
        """Id, label and first evidence of each topic, in the order of the words."""
        lower = text.lower()
        if len(lower) != len(text):  # a few capitals grow when made small
            lower = text
        first: dict[str, tuple[int, int]] = {}
        for begins in self.beginnings.finditer(lower):
            start = begins.start()
            for pattern, topic in self.phrases[begins[0]]:
                if (topic not in first or first[topic][0] == start) and (
                    match := _compiled(pattern).match(lower, start)
                ):
                    first[topic] = min(match.span(), first.get(topic, match.span()))
        for topic, (start, end) in sorted(first.items(), key=lambda each: (each[1], each[0])):
            yield topic, self.labels[topic], text[start:end]


def parse(text: str) -> Vocabulary:
    """The vocabulary of a TOML text: a table `[[topic]]` for each, with `id`, `label` and `phrases`.

    A phrase is words in small letters; "*" stands for any ending of a word. Raises ValueError, whose message is one
    line, for any other text.
    """
    topics = _tables(text)
    phrases = [
        (_beginning(phrase, topic["id"]), _phrase(phrase, topic["id"]))
        for topic in topics
        for phrase in topic["phrases"]
    ]
    beginnings = dict.fromkeys(beginning for beginning, _ in phrases)
    return Vocabulary(
        {topic["id"]: topic["label"] for topic in topics},
        {each: tuple(phrase for beginning, phrase in phrases if each.startswith(beginning)) for each in beginnings},
        _any_of(beginnings),
    )


@functools.cache
def of_the_package() -> Vocabulary:
    """Our topics of trafficking in persons."""
    return parse(resources.files("wgtip_parse").joinpath("data", "topics.toml").read_text(encoding="utf-8"))


def _any_of(beginnings: Iterable[str]) -> re.Pattern[str]:
    """The longest of the beginnings of a word, told by its first letter and then by the others, which is quicker."""
    others: dict[str, list[str]] = {}
    for each in sorted(beginnings, key=lambda each: (-len(each), each)):
        others.setdefault(each[0], []).append(each[1:])
    words = [f"{letter}(?:{'|'.join(each)})" for letter, each in others.items()]
    return re.compile(rf"\b(?:{'|'.join(words) or NOTHING})")


def _beginning(phrase: str, topic: str) -> str:
    word = WORD.match(phrase.lower())
    if word is None or (phrase[word.end() :].startswith("*") and word.end() < FEWEST):
        raise ValueError(f"topic {topic}: phrase {phrase!r} does not begin with a word of {FEWEST} letters")
    return word[0]


def _tables(text: str) -> list[dict[str, Any]]:
    """The tables of a vocabulary, each with what it has to have."""
    try:
        tables = tomllib.loads(text).get("topic")
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"not TOML: {error}".replace("\n", " ")) from error
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise ValueError("topics are written [[topic]], once for each")
    seen: set[str] = set()
    for table in tables:
        _check(table)
        if table["id"] in seen:
            raise ValueError(f"topic {table['id']} twice")
        seen.add(table["id"])
    return tables


def _check(table: dict[str, Any]) -> None:
    for key in ("id", "label", "phrases"):
        if key not in table:
            raise ValueError(f"a topic has no {key}")
    if not isinstance(table["id"], str) or not isinstance(table["label"], str):
        raise ValueError("id and label of a topic are text in quotation marks")
    if not isinstance(table["phrases"], list) or not all(isinstance(phrase, str) for phrase in table["phrases"]):
        raise ValueError(f"topic {table['id']}: phrases is a list of texts")


def _phrase(phrase: str, topic: str) -> Phrase:
    words = [r"\w*".join(map(re.escape, word.split("*"))) for word in phrase.lower().split()]
    return Phrase(r"[\s-]+".join(words) + r"(?!\w)", topic)


@functools.cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """A pattern, compiled when a text first has its beginning: few texts have all."""
    return re.compile(pattern)
