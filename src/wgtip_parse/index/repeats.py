"""Said before: for each recommendation the earlier ones that ask the same, and those on the same subject.

Texts that are the same word for word are one text. Recommendations to a State in its reviews are compared with those
of its own reviews, all others with each other: among the few of one State less is enough to tell that two say the same.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from wgtip_parse.index import explanation
from wgtip_parse.index.contraries import claims, contrary
from wgtip_parse.index.explanation import Named
from wgtip_parse.index.model import Recommendation, Related, Similar
from wgtip_parse.index.neighbours import Member, Near, neighbours
from wgtip_parse.index.occasions import Occasion
from wgtip_parse.index.sharing import Share, here
from wgtip_parse.index.terms import common_forms, is_treaty
from wgtip_parse.index.texts import Text, texts
from wgtip_parse.index.weights import Weights
from wgtip_parse.words import Words, words

NEAREST = 5  # earlier recommendations named for one, in each list
SAME_WORDS = 100.0
OTHER_WORDS = 99.9  # the highest score of texts that differ in words that are not compared
BESIDE = 85.0  # score from which on two of one meeting are the same
REMEMBERED = 4_096  # texts of which claims and terms are remembered


Values = dict[str, Any]  # of a model that is made where it is kept


class Scores(NamedTuple):
    """From which score on a text says the same, and from which it is on the same subject."""

    same: float
    subject: float


OF_A_STATE = Scores(20.0, 12.0)  # a hundred earlier ones, all asked of one State
OF_ALL = Scores(45.0, 30.0)  # thousands, of all kinds of bodies


class Relatives(NamedTuple):
    """What was said before, and what on the same subject."""

    similar: tuple[Similar, ...] = ()
    same_subject: tuple[Related, ...] = ()


def relatives(
    recommendations: Sequence[Recommendation], occasions: Sequence[Occasion], share: Share = here
) -> Iterator[Relatives]:
    """The relatives of each recommendation, in their order; each is given with its occasion.

    Those of one language are compared with each other: of two languages only names and numbers are alike. `share` says
    who looks for them.
    """
    found: dict[int, Relatives] = {}
    for language in sorted({each.language for each in recommendations}):
        places = [place for place, each in enumerate(recommendations) if each.language == language]
        known, own, when = words(language), [recommendations[at] for at in places], [occasions[at] for at in places]
        said = texts(own, when, known)
        links = _Links(own, when, said, known, share)
        for place, (similar, related) in zip(places, share(links.at, len(said)), strict=True):
            same = tuple(Similar(**each) for each in similar)
            found[place] = Relatives(same, tuple(Related(**each) for each in related))
    return (found[place] for place in range(len(recommendations)))


class _Links:
    """The texts of an index, in the order of their dates, with their neighbours."""

    def __init__(
        self,
        recommendations: Sequence[Recommendation],
        occasions: Sequence[Occasion],
        said: Sequence[Text],
        known: Words,
        share: Share,
    ) -> None:
        self._recommendations, self._occasions, self._said = recommendations, occasions, said
        self._texts = list({text.number: text for text in sorted(said, key=lambda text: text.number)}.values())
        names, self._words = _terms(self._texts, known)
        self._treaties = [frozenset(filter(is_treaty, each)) for each in names]
        self._weights = Weights(names, common_forms(known))
        weighed = list(map(self._weights.weighed, names))
        self._numbers = [each.numbers for each in weighed]
        members = [
            Member(each, text.state, _scores(text).subject) for each, text in zip(weighed, self._texts, strict=True)
        ]
        self._near = neighbours(members, self._weights, share)
        self._named = lru_cache(REMEMBERED)(self._named_in)
        self._claims = lru_cache(REMEMBERED)(lambda text: claims(self._texts[text].words, known))

    def at(self, places: range) -> Iterator[tuple[list[Values], list[Values]]]:
        """What was said before the recommendations at some places, and what on their subjects."""
        return (self._of(place, self._said[place]) for place in places)

    def _of(self, place: int, text: Text) -> tuple[list[Values], list[Values]]:
        similar: list[Values] = []
        related: list[Values] = []
        beside = False
        for near in (Near(SAME_WORDS, text.number), *self._near.of(text.number)):
            if len(similar) == len(related) == NEAREST:
                break
            earlier = self._earlier(place, near.text)
            above = earlier is None and not beside and near.score >= BESIDE
            if above:
                earlier = self._beside(place, near.text)
            if earlier is None:
                continue
            if self._asks_the_same(text, near):
                beside = beside or above
                if len(similar) < NEAREST:
                    similar.append(self._similar(place, text.number, near, earlier))
            elif not above and len(related) < NEAREST:
                related.append(self._related(text.number, near, earlier))
        return similar, related

    def _named_in(self, text: int) -> Named:
        """The terms of a text, each with the words that stand there first."""
        return dict(zip(reversed(self._numbers[text]), reversed(self._words[text]), strict=True))

    def _asks_the_same(self, text: Text, near: Near) -> bool:
        """Whether a neighbour is near enough, does not want the contrary, and is not about another treaty."""
        if near.text == text.number:
            return True
        other = self._texts[near.text]
        if near.score < _scores(text).same or text.is_asked_of_others(other):
            return False
        treaties, others = self._treaties[text.number], self._treaties[near.text]
        if treaties and others and not treaties & others:
            return False
        return not contrary(self._claims(text.number), self._claims(near.text), near.score)

    def _earlier(self, place: int, text: int) -> int | None:
        """Where a text was last said before the recommendation at a place."""
        occasion, said = self._occasions[place], self._texts[text]
        for at in range(bisect_left(said.dates, occasion.when or "") - 1, -1, -1):
            if self._occasions[said.places[at]].is_before(occasion):
                return said.places[at]
        return None

    def _beside(self, place: int, text: int) -> int | None:
        """Where a text stands first above a recommendation of the same meeting."""
        occasion, said = self._occasions[place], self._texts[text]
        when = occasion.when or ""
        for other in said.places[bisect_left(said.dates, when) : bisect_right(said.dates, when)]:
            if other < place and self._occasions[other].is_beside(occasion):
                return other
        return None

    def _similar(self, place: int, text: int, near: Near, earlier: int) -> Values:
        now, before = self._recommendations[place], self._recommendations[earlier]
        own, other = self._named(text), self._named(near.text)
        return {
            "id": before.id,
            "score": _rounded(text, near),
            "exact": text == near.text,
            "shared": explanation.shared(own, other, self._weights),
            "differing": explanation.differing(own, other, self._weights),
            "strength": before.strength if before.strength != now.strength else None,
        }

    def _related(self, text: int, near: Near, earlier: int) -> Values:
        return {
            "id": self._recommendations[earlier].id,
            "score": _rounded(text, near),
            "shared": explanation.shared(self._named(text), self._named(near.text), self._weights),
        }


def _terms(texts: Sequence[Text], known: Words) -> tuple[list[list[str]], list[tuple[str, ...]]]:
    """The terms of each text, and the words that stand for them there, each of which is kept once."""
    names: list[list[str]] = []
    words: list[tuple[str, ...]] = []
    kept: dict[str, str] = {}
    for text in texts:
        terms = text.terms(known)
        names.append([kept.setdefault(name, name) for name, _ in terms])
        words.append(tuple(kept.setdefault(said, said) for _, said in terms))
    return names, words


def _scores(text: Text) -> Scores:
    return OF_ALL if text.state is None else OF_A_STATE


def _rounded(text: int, near: Near) -> float:
    return SAME_WORDS if near.text == text else min(round(near.score, 1), OTHER_WORDS)
