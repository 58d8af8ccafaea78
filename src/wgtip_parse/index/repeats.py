"""Said before: for each recommendation the nearest ones of earlier meetings, exact repeats marked as such.

Not every pair is compared. Texts that are the same word for word are one text; of the others, only those are compared
that share some of their rarest words.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from rapidfuzz import fuzz, process

from wgtip_parse.index.extraction import whole_text
from wgtip_parse.index.model import Recommendation, Similar

WORD = re.compile(r"\w+")
NEAREST = 5  # earlier recommendations named for one
LOWEST = 75.0  # score, of 100
RAREST = 6  # words by which a text is looked up
SHARED = 2  # of them, that two texts have to share to be compared
COMPARED = 8  # texts, those that share most
KEPT = 50  # near texts that are remembered of one
POSTED = 100  # texts that are remembered of one word, the latest


@dataclass(frozen=True, slots=True)
class _Text:
    """One text and the recommendations that have it, in the order of their meetings."""

    words: str
    ranks: list[int]
    at: list[int]

    def latest_before(self, rank: int) -> int | None:
        """The last recommendation of an earlier meeting."""
        earlier = bisect_left(self.ranks, rank)
        return self.at[earlier - 1] if earlier else None


Near = tuple[float, _Text]


def plain_words(recommendation: Recommendation) -> str:
    """The words alone, in small letters: what makes two recommendations the same."""
    whole = whole_text(recommendation.text, recommendation.subparagraphs, recommendation.closing)
    return " ".join(WORD.findall(whole.lower()))


def said_before(recommendations: Sequence[Recommendation]) -> Iterator[tuple[Similar, ...]]:
    """For each recommendation, given in the order of the meetings, the nearest of earlier meetings, nearest first."""
    ranks: dict[str, int] = {}
    texts: dict[str, _Text] = {}
    said: list[tuple[int, _Text]] = []
    for at, each in enumerate(recommendations):
        rank = ranks.setdefault(each.meeting, len(ranks))
        words = plain_words(each)
        text = texts.setdefault(words, _Text(words, [], []))
        text.ranks.append(rank)
        text.at.append(at)
        said.append((rank, text))
    near = _near(list(texts.values()))
    for rank, text in said:
        yield tuple(islice(_similar(rank, text, near[text.words], recommendations), NEAREST))


def _similar(
    rank: int, text: _Text, near: Sequence[Near], recommendations: Sequence[Recommendation]
) -> Iterator[Similar]:
    for score, other in ((100.0, text), *near):
        at = other.latest_before(rank)
        if at is not None:
            yield Similar(
                id=recommendations[at].id, score=score, exact=other is text, shared=(), differing=(), strength=None
            )


def _near(texts: Sequence[_Text]) -> dict[str, list[Near]]:
    """For each text the others that are near it, nearest first."""
    words = [set(text.words.split()) for text in texts]
    ranks = _by_rarity(words)
    posted: list[deque[int]] = [deque(maxlen=POSTED) for _ in ranks]
    near: dict[str, list[Near]] = {text.words: [] for text in texts}
    for at, text in enumerate(texts):
        rarest = sorted([ranks[word] for word in words[at] if word in ranks])[:RAREST]
        others = [texts[other] for other in _sharing([posted[rank] for rank in rarest])]
        for score, other in _scores(text, others):
            if len(near[other.words]) < KEPT:
                near[text.words].append((score, other))
                near[other.words].append((score, text))
        for rank in rarest:
            posted[rank].append(at)
    for each in near.values():
        each.sort(key=_nearest_first)
    return near


def _by_rarity(words: Sequence[set[str]]) -> dict[str, int]:
    """The rank of each word that more than one text has, the rarest first."""
    frequency = Counter(chain.from_iterable(words))
    common = sorted((count, word) for word, count in frequency.items() if count > 1)
    return {word: rank for rank, (_, word) in enumerate(common)}


def _sharing(posted: Iterable[Iterable[int]]) -> list[int]:
    """The texts that share most words, of those that share enough, given the texts of each word."""
    shared = Counter(chain.from_iterable(posted))
    most = sorted(shared, key=shared.__getitem__, reverse=True)[:COMPARED]
    return [text for text in most if shared[text] >= SHARED]


def _scores(text: _Text, others: Sequence[_Text]) -> Iterator[Near]:
    """Those of the others that are near enough."""
    words = [other.words for other in others]
    for _, score, at in process.extract(
        text.words, words, scorer=fuzz.ratio, processor=None, score_cutoff=LOWEST, limit=None
    ):
        yield round(score, 1), others[at]


def _nearest_first(near: Near) -> tuple[float, int]:
    score, text = near
    return -score, -text.at[0]
