"""Noun phrases of a sentence: determiners, modifiers, a head, and the complement that belongs to a name."""

from __future__ import annotations

import re
from typing import NamedTuple

from wgtip_parse import entities, states
from wgtip_parse.words import Words

TOKEN = re.compile(r"[^\W_](?:[\w’'&/‑-]*\w)?[’'-]?|[^\w\s]")
BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
POSSESSIVE = re.compile(r"[’']s\Z|s[’']\Z")
BEFORE_SENTENCE = re.compile(r"(?:^|[.:;?!•“\"”])\s*\Z")
ACRONYM = re.compile(r"[A-Z][\w&-]*[A-Z][A-Za-z]?\Z|UN-[A-Z]\w+\Z")
MARK_BEFORE = 4  # characters before a word in which the mark stands that ends the sentence before it
SHORTEST_NAME = 3  # letters of a short name: "ILO"
LONGEST_STATE = 80  # characters
LONGEST_NAME = 16  # words of the name of an entity
LONGEST_LIST = 3  # words of one member of a list of modifiers: "public health, human rights and migration authorities"


class Token(NamedTuple):
    """A word or a mark of a text; `low` is the word in small letters, but for short names: "WHO" is not "who"."""

    text: str
    low: str
    start: int
    end: int


class Phrase(NamedTuple):
    """A noun phrase by the places of its tokens: the first behind its determiners, the head, and what comes after it.

    `acts` where its head is one of those who can be asked to act; `determined` where a determiner stands before it.
    """

    first: int
    head: int
    after: int
    acts: bool
    determined: bool


def tokens(text: str, start: int, end: int) -> tuple[Token, ...]:
    """The words and marks of a stretch of a text, without what stands in brackets."""
    plain = BRACKETED.sub(lambda match: " " * len(match[0]), text[start:end])
    return tuple(
        Token(match[0], _low(match[0]), start + match.start(), start + match.end()) for match in TOKEN.finditer(plain)
    )


def _low(word: str) -> str:
    return word if word.isupper() and len(word) >= SHORTEST_NAME else word.lower()


class Chunker(NamedTuple):
    """The tokens of a stretch of a text, cut into noun phrases."""

    text: str
    words: tuple[Token, ...]
    known: Words

    def phrase(self, at: int) -> Phrase | None:
        """The noun phrase that begins at a token."""
        first = at
        while self.of(first, "determiners"):
            first += 1
        if known := self._known_name(first):
            return Phrase(first, known - 1, known, True, first > at)
        end = self._core(first)
        if end == first:
            return None
        end = self._before_participle(first, end)
        alone = self._acts(first, self._head(first, end)) and not (first > at and self._is_adjective(first, end))
        joined = end if alone else self._joined(first, end, closed=first == at)
        head = self._head(first, joined)
        acts = self._acts(first, head)
        after = joined if not acts and self.is_thing(head) else self._qualified(self._complement(first, head + 1))
        return Phrase(first, head, after, acts, first > at)

    def low(self, at: int) -> str:
        """A token in small letters; none behind the last."""
        return self.words[at].low if at < len(self.words) else ""

    def of(self, at: int, name: str) -> bool:
        """Whether a token is of a list of words."""
        return self.low(at) in self.known.known(name)

    def named(self, at: int) -> bool:
        """Whether a token begins with a capital letter."""
        return at < len(self.words) and self.words[at].text[0].isupper()

    def acts_by_itself(self, at: int) -> bool:
        """Whether a word says of whom it is said that he can act: "States", "UNODC"."""
        if at >= len(self.words):
            return False
        token = self.words[at]
        if self.known.actor_noun.fullmatch(token.text):
            return True
        return ACRONYM.match(token.text) is not None and token.text not in self.known.known("short_names_of_things")

    def is_verb(self, at: int) -> bool:
        """Whether a word can be the verb of a clause behind "that": "approve", "strongly consider"."""
        if not self.words[at].text.islower() or not self.of(at, "base_verbs"):
            return False
        return at == 0 or not (self.low(at - 1) == self.known.word("to") or self.of(at - 1, "before_no_verb"))

    def opens_aside(self, at: int) -> bool:
        """Whether a word opens an aside: "in", "including", "adopted at"."""
        if self.of(at, "openers") or (self.known.adverb.fullmatch(self.low(at)) and not self.acts_by_itself(at)):
            return True
        governs = self.of(at + 1, "not_in_names") and not self.of(at + 1, "conjunctions")
        return governs and self.known.participle.fullmatch(self.low(at)) is not None

    def ends_in_comma(self) -> bool:
        """Whether a comma closes the stretch, in it or behind it."""
        return self.low(len(self.words) - 1) == "," or self.text[self.words[-1].end :].startswith(",")

    def ends_phrase(self, at: int) -> bool:
        """Whether a word cannot be a verb behind a name: "of", "which", "and", "concerned"."""
        names = ("not_in_names", "openers", "behind_their_noun", "actors_by_noun")
        return any(self.of(at, name) for name in names) or self.acts_by_itself(at)

    def is_thing(self, at: int) -> bool:
        """Whether a word names no one who acts: "efforts", "training", "the Convention"."""
        low = self.low(at)
        if self.acts_by_itself(at):
            return False
        if self.words[at].text in self.known.known("short_names_of_things") or not low[:1].isalpha():
            return True
        return self.known.thing.fullmatch(low) is not None

    def opens_sentence(self, first: int) -> bool:
        """Whether a token is the first of a sentence, so that it has a capital letter whatever it is."""
        start = self.words[first].start
        return BEFORE_SENTENCE.search(self.text, max(0, start - MARK_BEFORE), start) is not None

    def said(self, at: int, words: str) -> int | None:
        """Behind several words that stand at a token, if they do."""
        each = words.split(" ")
        return at + len(each) if [self.low(at + place) for place in range(len(each))] == each else None

    def _known_name(self, first: int) -> int | None:
        """Behind the name of an entity or State that we know, where nothing else is named by it: "WHO headquarters"."""
        if not self.named(first):
            return None
        size = entities.beginning([each.text.lower() for each in self.words[first : first + LONGEST_NAME]])
        behind = first + size if size else self._state(first)
        goes_on = behind < len(self.words) and self._goes_on(first, behind)
        return behind if behind > first and not goes_on else None

    def _state(self, first: int) -> int:
        """Behind the name of a State."""
        start = self.words[first].start
        found = next(states.find(self.text[start : min(start + LONGEST_STATE, self.words[-1].end)]), None)
        if found is None or found.start:
            return first
        return next(
            (at for at in range(first, len(self.words)) if self.words[at].start >= start + found.end), len(self.words)
        )

    def _core(self, first: int) -> int:
        """Where the words end that can be modifiers and head."""
        end = first
        while end < len(self.words) and self._goes_on(first, end):
            end += 1
        return end

    def _before_participle(self, first: int, end: int) -> int:
        """Where a phrase ends that a participle qualifies: "stakeholders mentioned", "States hosting refugees"."""
        if self._acts(first, self._head(first, end)):
            return end
        inner = range(first + 1, min(end, len(self.words) - 1))
        found = (
            at for at in inner if self.known.participle.fullmatch(self.words[at].text) and self._acts(first, at - 1)
        )
        return next(found, end)

    def _is_adjective(self, first: int, end: int) -> bool:
        """Whether a word behind an article may be the first of several before a name: "the Economic and Social …"."""
        return end == first + 1 and not self.acts_by_itself(first) and self.of(end, "conjunctions")

    def _goes_on(self, first: int, at: int) -> bool:
        token = self.words[at]
        if not token.text[0].isalnum() or token.low in self.known.known("not_in_names"):
            return False
        verb = token.text.islower() and token.low in self.known.known("base_verbs")
        return not (verb and at > first and self._acts(first, at - 1))

    def _head(self, first: int, end: int) -> int:
        head = end - 1
        while head > first and self.of(head, "behind_their_noun"):
            head -= 1
        return head

    def _acts(self, first: int, head: int) -> bool:
        if self.acts_by_itself(head):
            return True
        token = self.words[head]
        if not token.text[0].isupper() or POSSESSIVE.search(token.text) or self.is_thing(head):
            return False
        return (head > first and self.named(head - 1)) or not self.opens_sentence(first)

    def _joined(self, first: int, end: int, *, closed: bool = True) -> int:
        """Where a phrase ends whose modifiers are a list: "national, regional and local authorities".

        A noun in the plural closes it, "parents, teachers and schools" are three; it does not behind an article, "the
        News and Media Division".
        """
        at, members, joins = end, 1, False
        while not self.is_verb(first) and at - first < (LONGEST_LIST + 1) * members:
            behind = at + (self.low(at) == ",")
            joins = joins or self.of(behind, "conjunctions")
            behind += self.of(behind, "conjunctions")
            last = self._core(behind)
            plural = closed and self.low(at - 1).endswith(self.known.word("plural"))
            if plural or behind == at or last == behind or self.of(behind, "determiners"):
                break
            if self._acts(behind, self._head(behind, last)):
                return last if joins else end
            at, members = last, members + 1
        return end

    def _complement(self, first: int, at: int) -> int:
        """Where the complement ends that belongs to a name: "of the Interior", "on the Rights of the Child"."""
        head = at - 1
        while (behind := self._opens_complement(first, head, at)) is not None:
            while self.of(behind, "determiners"):
                behind += 1
            last = self._core(behind)
            if last == behind:
                break
            if self.known.adjective.fullmatch(self.low(last - 1)):  # "of graduating and graduated countries"
                last = self._joined(behind, last)
            at = self._and_more(self._head(behind, last) + 1)
        return at

    def _qualified(self, after: int) -> int:
        """Where a phrase ends that a participle with its object narrows: "countries hosting Afghan refugees"."""
        if self.known.narrowing.fullmatch(self.low(after)) is None or self.of(after, "openers"):
            return after
        behind = after + 1
        while self.of(behind, "determiners"):
            behind += 1
        last = self._core(behind)
        return last if last > behind else after

    def _opens_complement(self, first: int, head: int, at: int) -> int | None:
        """Behind a preposition that goes with the name before it."""
        if self.of(at, "of_names"):
            return at + 1
        if behind := self.said(at, self.known.word("with_regard_to")):
            return behind if self.named(head) else None
        if self.low(at) == self.known.word("to"):
            goes_on = (self.of(at - 1, "parties") and not self.opens_aside(at + 1)) or (
                at > head + 1 and self.named(at - 1) and self.named(at + 1)
            )
            return at + 1 if goes_on and not self.of(at + 1, "base_verbs") else None
        if not self.of(at, "prepositions_of_names") or self.of(head, "generic_heads"):
            return None
        behind = at + 1 + self.of(at + 1, "determiners")
        return at + 1 if self.of(head, "mandated") or (self.named(head) and self.named(behind)) else None

    def _and_more(self, at: int) -> int:
        """A complement goes on where another name without an article follows: "Drugs and Crime"."""
        behind, commas = at, 0
        while self.low(behind) == "," and self.named(behind - 1) and self.named(behind + 1):
            behind, commas = self._core(behind + 1), commas + 1
        behind += self.low(behind) == ","
        if not self.of(behind, "conjunctions"):
            return at
        if self.of(behind + 1, "of_names") and not commas:
            return self._core(behind + 2)
        if not (self.named(at - 1) and self.named(behind + 1)):
            return at
        last = self._core(behind + 1)
        acts = any(self.acts_by_itself(each) for each in range(at, last)) and not self.acts_by_itself(at - 1)
        return at if acts else last
