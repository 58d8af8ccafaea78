"""Texts: what of recommendations is compared, each text once, with the places of the recommendations that have it.

Of a recommendation to a State in its review the States in brackets that make it are left out, and the name of the
State; of all others, who is to act. What is left says what is to be done.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wgtip_parse.index.extraction import whole_text
from wgtip_parse.index.model import Recommendation
from wgtip_parse.index.occasions import Occasion
from wgtip_parse.index.terms import WORD, Term, form, terms
from wgtip_parse.words import Words


@dataclass(frozen=True, slots=True)
class Text:
    """One text, asked of one State in a review or of others, by the words that name them.

    `places` are those of its recommendations by date, `dates` their dates; `left_out` are words that are not compared.
    """

    number: int
    words: str
    state: str | None
    asked: frozenset[str]
    left_out: tuple[str, ...]
    places: list[int]
    dates: list[str]

    def terms(self, known: Words) -> tuple[Term, ...]:
        """The terms by which it is compared."""
        words = self.words
        for each in self.left_out:
            words = _without(words, each)
        own = _forms(self.state or "", known)
        return tuple(term for term in terms(words, known) if term[0] not in own)

    def is_asked_of_others(self, other: Text) -> bool:
        """Whether both say who is to act, and name nobody that the other names."""
        return bool(self.asked and other.asked) and not self.asked & other.asked


def plain_words(recommendation: Recommendation) -> str:
    """The words alone, in small letters: what makes two recommendations the same."""
    return _plain(_whole(recommendation))


def texts(recommendations: Sequence[Recommendation], occasions: Sequence[Occasion], known: Words) -> list[Text]:
    """The text of each recommendation; texts are numbered by the dates at which they were first said."""
    found: dict[tuple[str | None, str], Text] = {}
    said: dict[int, Text] = {}
    for place in sorted(range(len(recommendations)), key=lambda place: (occasions[place].when or "", place)):
        recommendation, occasion = recommendations[place], occasions[place]
        whole = _compared(recommendation, occasion, known)
        text = found.get((occasion.state, _plain(whole)))
        if text is None:
            text = _text(len(found), whole, recommendation, occasion, known)
            found[occasion.state, _plain(whole)] = text
        text.places.append(place)
        text.dates.append(occasion.when or "")
        said[place] = text
    return [said[place] for place in range(len(recommendations))]


def _text(number: int, whole: str, recommendation: Recommendation, occasion: Occasion, known: Words) -> Text:
    addressees = () if occasion.state else recommendation.addressees
    asked = frozenset(name for each in addressees for name in _forms(each.value, known))
    return Text(number, whole, occasion.state, asked, tuple(each.evidence for each in addressees), [], [])


def _without(text: str, words: str) -> str:
    """A text without some words where they first stand for themselves; a pattern for each would have to be compiled."""
    at = text.find(words)
    while at >= 0:
        end = at + len(words)
        if _parts_words(text, at) and _parts_words(text, end):
            return f"{text[:at]} {text[end:]}"
        at = text.find(words, at + 1)
    return text


def _parts_words(text: str, at: int) -> bool:
    """Whether a word begins or ends at a place."""
    before, behind = (text[at - 1 : at] or " "), (text[at : at + 1] or " ")
    return (before.isalnum() or before == "_") != (behind.isalnum() or behind == "_")


def _forms(name: str, known: Words) -> frozenset[str]:
    return frozenset(filter(None, (form(word, known) for word in WORD.findall(name.lower()))))


def _compared(recommendation: Recommendation, occasion: Occasion, known: Words) -> str:
    whole = _whole(recommendation)
    return known.names_in_brackets.sub("", whole) if occasion.state or recommendation.recommenders else whole


def _whole(recommendation: Recommendation) -> str:
    return whole_text(recommendation.text, recommendation.subparagraphs, recommendation.closing)


def _plain(text: str) -> str:
    return " ".join(WORD.findall(text.lower()))
