"""Said before: for each recommendation the nearest ones of earlier meetings, exact repeats marked as such.

Not every pair is compared. Texts that are the same word for word are one text; of the others, only those are compared
that share some of their rarest words.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

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
        yield _similar(rank, text, near[text.words], recommendations)


def _similar(
    rank: int, text: _Text, near: Sequence[Near], recommendations: Sequence[Recommendation]
) -> tuple[Similar, ...]:
    found = []
    for score, other in ((100.0, text), *near):
        at = other.latest_before(rank)
        if at is not None:
            found.append(Similar(id=recommendations[at].id, score=score, exact=other is text))
    return tuple(found[:NEAREST])


def _near(texts: Sequence[_Text]) -> dict[str, list[Near]]:
    """For each text the others that are near it, nearest first."""
    words = [set(text.words.split()) for text in texts]
    frequency = Counter(word for each in words for word in each)
    posted: dict[str, list[int]] = defaultdict(list)
    near: dict[str, list[Near]] = {text.words: [] for text in texts}
    for at, text in enumerate(texts):
        rarest = _rarest(words[at], frequency)
        shared = Counter(other for word in rarest for other in posted[word][-POSTED:])
        for other in (texts[which] for which, count in shared.most_common(COMPARED) if count >= SHARED):
            score = round(fuzz.ratio(text.words, other.words, score_cutoff=LOWEST), 1)
            if score and len(near[other.words]) < KEPT:
                near[text.words].append((score, other))
                near[other.words].append((score, text))
        for word in rarest:
            posted[word].append(at)
    for each in near.values():
        each.sort(key=_nearest_first)
    return near


def _nearest_first(near: Near) -> tuple[float, int]:
    score, text = near
    return -score, -text.at[0]


def _rarest(words: set[str], frequency: Counter[str]) -> list[str]:
    """The rarest words that are in another text too."""
    common = sorted((frequency[word], word) for word in words if frequency[word] > 1)
    return [word for _, word in common[:RAREST]]
