"""What words say about recommending: headings, stems, paragraphs and items, each judged by its words alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice

from wgtip_parse.words import Words

SENTENCE_END = re.compile(r"(?<=[.;?!])\s+(?=[A-Z(“\"])")
WORD = re.compile(r"[\w'’-]+")
BEGINNING = 3  # words of an item in which its verb is looked for


@lru_cache(maxsize=1024)
def announces_recommendations(title: str, known: Words) -> bool:
    """Whether the paragraphs under a heading are recommendations, as in "Conclusions and recommendations".

    "Recommendations on extradition" are ours; "Implementation of the recommendations" is about those of others.
    """
    return bool(known.recommendations_title.search(title)) and not (
        known.recommendation_numbers.match(title)
        or known.about_recommendations.search(title)
        or known.answered_recommendations.search(title)
    )


def introduces_draft(text: str, known: Words) -> bool:
    """Whether a paragraph introduces the text of a draft resolution or decision, which is all that follows it."""
    return known.word("following_draft") in text and bool(known.introduces_draft.search(text))


def tells_of_outcome(text: str, known: Words) -> bool:
    """Whether a paragraph says that a recommendation was formulated; an index or compilation of older ones is none."""
    if known.word("ecommendation") not in text:
        return False
    recommendation = known.word("recommendation")
    return any(
        known.tells_of_outcome.search(sentence)
        and not known.tells_of_older.search(sentence)
        and not known.speaking.search(sentence)
        for sentence in SENTENCE_END.split(text)
        if recommendation in sentence.lower()
    )


def recommends(stem: str, known: Words) -> bool:
    """Whether the last sentence before a list says "recommends"; where it stands, recommendations are expected."""
    last = _last_sentence(stem)
    return bool(known.recommends.search(last)) and not known.speaking.search(last)


def body_recommends(stem: str, known: Words) -> bool:
    """Whether the last sentence before a list says that a body recommends; delegations and speakers only suggest."""
    last = _last_sentence(stem)
    return bool(known.body_recommends.search(last)) and not known.speaking.search(last)


def are_actions(items: Sequence[str], known: Words) -> bool:
    """Whether most items begin with what to do ("Commend the …") and not with a thing ("Promotion of …")."""
    return sum(is_action(item, known) for item in items) * 2 > len(items)


def says_who_should_act(text: str, known: Words) -> bool:
    """Whether a sentence recommends, requests, urges, invites or says who should act; announcements do not."""
    return any(
        known.should_act.search(sentence)
        and not known.announces_recommendations.search(sentence)
        and not known.speaking.search(sentence)
        for sentence in SENTENCE_END.split(text)
    )


def is_action(item: str, known: Words) -> bool:
    """Whether a text begins with what to do, or says who should do something."""
    words = [word[0] for word in islice(WORD.finditer(item.lower()), BEGINNING)]
    while words and (words[0] in known.known("adverbs") or known.adverb.search(words[0])):
        words.pop(0)
    if not words or words[0] in known.known("before_nouns"):
        return bool(known.should_act.search(item))
    return words[0] in known.known("verbs_like_nouns") or not known.noun.search(words[0])


def _last_sentence(stem: str) -> str:
    return SENTENCE_END.split(stem)[-1]
