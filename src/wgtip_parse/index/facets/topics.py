"""What a recommendation is about: topics of a vocabulary, each with the phrases that stand for it.

A strong phrase gives its topic, a weak one only with another or below a title that speaks of the topic. What is said
much less often than the rest is mentioned and not spoken of.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from wgtip_parse.words import ENGLISH

WORD = re.compile(r"\w+")
STRONG = 3  # what a strong phrase counts, each time that it stands there
WEAK = 1  # what a weak one counts, once for each of its phrases
TITLE = 1  # what the titles above count, if a phrase of either kind stands in them
ENOUGH = 3  # from here on a topic is given
MENTION = 2  # a topic that counts less than this part of the foremost is mentioned in passing
WORDS = 16384  # different words whose phrases are remembered, which is more than most sets of reports have
TITLES = 1024  # whose topics are remembered
MOST = 3  # topics of one recommendation


class Phrase(NamedTuple):
    """One phrase of a topic, as a regular expression; of no topic where it is a name that is passed over."""

    pattern: str
    topic: str | None
    strong: bool


class Found(NamedTuple):
    """A topic and the first words that caused it."""

    id: str
    label: str
    evidence: str


class _Match(NamedTuple):
    start: int
    end: int
    phrase: Phrase


@dataclass(slots=True)
class _Weight:
    """What speaks for one topic: where it is first said, what it counts, and the weak phrases that were counted."""

    first: tuple[int, int]
    counts: int = 0
    weak: set[str] = field(default_factory=set)

    def add(self, phrase: Phrase) -> None:
        if phrase.strong:
            self.counts += STRONG
        elif phrase.pattern not in self.weak:
            self.weak.add(phrase.pattern)
            self.counts += WEAK


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """Topics by id, and their phrases by their first word, or what it begins with, because most are not there.

    `bodies` are stems of the symbols of the documents that it is for; it is for all where there are none. In documents
    that are not in its `language` its phrases are not looked for: they would be found by chance.
    """

    labels: dict[str, str]
    bodies: tuple[str, ...]
    whole: dict[str, tuple[Phrase, ...]]
    begun: dict[str, tuple[Phrase, ...]]
    language: str = ENGLISH

    def topics(self, text: str, titles: Sequence[str] = ()) -> Iterator[Found]:
        """The topics of a text below some titles, those that most speaks for first, then in the order of the words."""
        weights = self._weights(text)
        if weights:
            titled = {topic for title in titles for topic in _named_in(self, title)}
            for topic in weights.keys() & titled:
                weights[topic].counts += TITLE
        least = max((ENOUGH, *(each.counts / MENTION for each in weights.values())))
        given = [(-each.counts, each.first, topic) for topic, each in weights.items() if each.counts >= least]
        for _, (start, end), topic in sorted(given)[:MOST]:
            yield Found(topic, self.labels[topic], text[start:end])

    def _weights(self, text: str) -> dict[str, _Weight]:
        weights: dict[str, _Weight] = {}
        for start, end, phrase in self._matches(text):
            if phrase.topic is not None:
                weights.setdefault(phrase.topic, _Weight((start, end))).add(phrase)
        return weights

    def _matches(self, text: str) -> Iterator[_Match]:
        """The phrases in a text, but for those within a longer one; of a topic only one at a place."""
        behind = 0  # what is before it is within a phrase that has been found
        lower = _lower(text)
        for word in WORD.finditer(lower):
            if not (begun := _begun_by(self, word[0])):
                continue
            start = word.start()
            matches = [
                _Match(start, match.end(), phrase)
                for pattern, phrase in begun
                if (match := pattern.match(lower, start))
            ]
            end = max((each.end for each in matches), default=start)
            if end > behind:
                longest = sorted((each for each in matches if each.end == end), key=_is_strong)
                yield from {each.phrase.topic: each for each in longest}.values()
                behind = end


def vocabulary(
    labels: dict[str, str],
    bodies: Iterable[str],
    phrases: Iterable[tuple[str, str | None, bool]],
    language: str = ENGLISH,
) -> Vocabulary:
    """The vocabulary of phrases, each with its topic and whether it is strong.

    A phrase is words in small letters that begins with a word; "*" stands for any ending of a word.
    """
    whole: dict[str, list[Phrase]] = defaultdict(list)
    begun: dict[str, list[Phrase]] = defaultdict(list)
    for text, topic, strong in phrases:
        word = beginning(text)
        (begun if text[len(word) :].startswith("*") else whole)[word].append(Phrase(_pattern(text), topic, strong))
    return Vocabulary(labels, tuple(bodies), _tuples(whole), _tuples(begun), language)


def beginning(phrase: str) -> str:
    """The word, or the letters before its "*", that a phrase begins with; empty where it begins with none."""
    word = WORD.match(phrase.lower())
    return word[0] if word else ""


def _is_strong(match: _Match) -> bool:
    return match.phrase.strong


def _tuples(lists: dict[str, list[Phrase]]) -> dict[str, tuple[Phrase, ...]]:
    return {word: tuple(each) for word, each in lists.items()}


def _lower(text: str) -> str:
    """The text in small letters, if they are as many: a few capitals grow when made small."""
    lower = text.lower()
    return lower if len(lower) == len(text) else text


def _pattern(phrase: str) -> str:
    words = [r"\w*".join(map(re.escape, word.split("*"))) for word in phrase.lower().split()]
    return r"[\s-]+".join(words) + r"(?!\w)"


@functools.lru_cache(maxsize=TITLES)
def _named_in(vocabulary: Vocabulary, title: str) -> frozenset[str | None]:
    """The topics whose phrases stand in a title, below which many recommendations may stand."""
    return frozenset(each.phrase.topic for each in vocabulary._matches(title))


@functools.lru_cache(maxsize=WORDS)
def _begun_by(vocabulary: Vocabulary, word: str) -> tuple[tuple[re.Pattern[str], Phrase], ...]:
    """The phrases that a word can begin, compiled when a text first has it: few texts have all."""
    beginnings = (vocabulary.begun.get(word[:length], ()) for length in range(1, len(word) + 1))
    phrases = chain(vocabulary.whole.get(word, ()), *beginnings)
    return tuple((re.compile(each.pattern), each) for each in phrases)
