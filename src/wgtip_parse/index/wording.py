"""What words say about recommending: of paragraphs that tell of an outcome, and of items that say what to do."""

from __future__ import annotations

import re
from itertools import islice

from wgtip_parse.index.sentences import sentences
from wgtip_parse.words import Words

WORD = re.compile(r"[\w'’-]+")
BEGINNING = 3  # words of an item in which its verb is looked for


def tells_of_outcome(text: str, known: Words) -> bool:
    """Whether a paragraph says that a recommendation was formulated; an index or compilation of older ones is none."""
    if known.word("ecommendation") not in text:
        return False
    recommendation = known.word("recommendation")
    return any(
        known.tells_of_outcome.search(sentence)
        and not known.tells_of_older.search(sentence)
        and not known.tells.search(sentence)
        for sentence in sentences(text, known)
        if recommendation in sentence.lower()
    )


def is_action(item: str, known: Words) -> bool:
    """Whether a text begins with what to do, or says who should do something."""
    words = [word[0] for word in islice(WORD.finditer(item.lower()), BEGINNING)]
    while words and (words[0] in known.known("adverbs") or known.adverb.search(words[0])):
        words.pop(0)
    if not words or words[0] in known.known("before_nouns"):
        return bool(known.asking_modal.search(item))
    return words[0] in known.known("verbs_like_nouns") or not known.noun.search(words[0])
