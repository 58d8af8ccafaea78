"""The language of a search: what a query asks for, term by term, and how FTS5 and a pattern are asked for it.

A query is words that all have to be there, "words in quotes" that have to stand together, and -words that must not be
there; words joined by a hyphen or a stroke stand together too, and word* is any word that begins so. The page that
`compile` writes reads a query in the same way (emitters/templates/words.js); a test compares them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise, product

from wgtip_parse.index.spelling import WORD, by_characters, plain, plain_words, unmarked, unspaced, ways_of_writing
from wgtip_parse.words import Words

TERM = re.compile(r'(?P<minus>-?)(?:["“”](?P<quoted>[^"“”]*)["“”]?|(?P<bare>[^\s"“”]+))')
POSSESSIVE = re.compile(r"(?<=\w)['’]s(?!\w)", re.IGNORECASE)  # "children's" is to find "children" too
ANY = "*"  # behind the beginning of a word
MOST_WAYS = 16  # of writing a phrase that are looked for
LETTER = r"[^\W_]"
BETWEEN = r"[\W_]+"


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand together; `others` are single words in place of which each may stand."""

    words: tuple[str, ...]
    excluded: bool = False
    quoted: bool = False
    begins: bool = False
    others: tuple[str, ...] = ()

    @property
    def is_word(self) -> bool:
        """Whether it is one whole word that may be wrongly written, or half of one."""
        return len(self.words) == 1 and not (self.excluded or self.quoted or self.begins)


def terms(query: str) -> tuple[Term, ...]:
    """What a query asks for, in its order."""
    found = [_term(match) for match in TERM.finditer(query)]
    return _with_neighbours([each for each in found if each.words])


def expression(term: Term, known: Words) -> str:
    """A term as FTS5 takes it: any way of writing it."""
    ways = [*islice(product(*(_spelled(word, known) for word in term.words)), MOST_WAYS)]
    ways += [(way,) for other in term.others for way in _spelled(other, known)]
    ending = ANY if term.begins else ""
    return f"({' OR '.join(dict.fromkeys(_phrase(way) + ending for way in ways))})"


def pattern(term: Term, known: Words) -> re.Pattern[str]:
    """A term as it stands in a plain text, the last word of it perhaps only by its beginning."""
    spelled = ("|".join(map(re.escape, ways_of_writing(plain(word), known))) for word in term.words)
    begins = "" if unspaced().match(term.words[0]) else f"(?<!{LETTER})"
    return re.compile(begins + BETWEEN.join(f"(?:{ways})" for ways in spelled))


def _term(match: re.Match[str]) -> Term:
    quoted = match["quoted"] is not None
    text = match["quoted"] if quoted else POSSESSIVE.sub("", match["bare"])
    words = tuple(WORD.findall(unmarked(text)))
    others = ("".join(plain_words(text)),) if len(words) > 1 and not quoted else ()
    return Term(words, match["minus"] == "-", quoted, text.endswith(ANY), others)


def _with_neighbours(found: Sequence[Term]) -> tuple[Term, ...]:
    """Words beside each other may be one: "non governmental" is "nongovernmental"."""
    terms = list(found)
    for at, (one, other) in enumerate(pairwise(found)):
        if one.is_word and other.is_word:
            joined = one.words[0] + other.words[0]
            for place in (at, at + 1):
                terms[place] = replace(terms[place], others=(*terms[place].others, joined))
    return tuple(terms)


def _spelled(word: str, known: Words) -> tuple[str, ...]:
    characters = by_characters(word)
    return (characters,) if characters else tuple(dict.fromkeys((word, *ways_of_writing(plain(word), known))))


def _phrase(words: Sequence[str]) -> str:
    return f'"{" ".join(words)}"'
