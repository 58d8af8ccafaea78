"""Who is asked to act: the actors that a stretch of words names, each as a reader would write it.

`named(text, start, end, known)` gives those of a subject ("the Secretary-General and other bodies of the United Nations
system"), `asked(text, start, end, known)` those of an object ("urge <any one> to act"), which is any that is no thing.
Both read a list phrase by phrase. Articles, asides between commas, relative clauses and what stands in brackets are no
part of a name; what stands behind a preposition is not asked; "efforts of States" are a thing and so nobody.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from wgtip_parse import entities, states
from wgtip_parse.index.phrases import BRACKETED, Chunker, Phrase, tokens
from wgtip_parse.words import Words

SPACES = re.compile(r"\s+")
PAIR = 2  # a name and what stands beside it


class Named(NamedTuple):
    """An actor: one name for all ways of writing it, and where the words stand."""

    value: str
    start: int
    end: int


def named(text: str, start: int, end: int, known: Words) -> list[Named]:
    """The actors of a subject that ends where the stretch ends; none where it is a thing or nobody that we know."""
    chunker = Chunker(text, tokens(text, start, end), known)
    found = _read(chunker, trusting=False)
    if found and found[-1].after < len(chunker.words) and not _may_follow(chunker, found[-1].after):
        return []
    return _values(chunker, found)


def first_named(text: str, start: int, end: int, known: Words) -> list[Named]:
    """The actors with which a stretch begins, whatever follows them: "by <the Secretariat> no later than June"."""
    chunker = Chunker(text, tokens(text, start, end), known)
    begins = chunker.phrase(0)
    return _values(chunker, _read(chunker, trusting=False)) if begins and begins.acts else []


def asked(text: str, start: int, end: int, known: Words) -> list[Named]:
    """The actors of an object that ends where the stretch ends; any will do that is no thing."""
    chunker = Chunker(text, tokens(text, start, end), known)
    return _values(chunker, _read(chunker, trusting=True))


def value(words: str, known: Words) -> str:
    """The one name for all ways of writing an actor; where there is none, the words."""
    plain = SPACES.sub(" ", BRACKETED.sub("", words)).strip().replace(" ,", ",")
    return told(plain, known) or states.named(words) or plain


def told(name: str, known: Words) -> str | None:
    """The one name for all ways of writing one, if it has one."""
    return known.told("actors", name) or entities.named(name) or states.named(name)


def _values(chunker: Chunker, phrases: list[Phrase]) -> list[Named]:
    found: dict[str, Named] = {}
    for first, after in _together(chunker, phrases):
        start, end = chunker.words[first].start, chunker.words[after - 1].end
        name = value(chunker.text[start:end], chunker.known)
        if chunker.opens_sentence(first) and _is_common(name, chunker.known):
            name = name[0].lower() + name[1:]
        found.setdefault(name.casefold(), Named(name, start, end))
    return list(found.values())


def _is_common(name: str, known: Words) -> bool:
    """Whether a name has its capital letter only from where it stands: "Donors"; not "Haitian authorities"."""
    if narrowed := known.narrowed.match(name):
        return _is_common(narrowed["name"], known)
    return name[1:] == name[1:].lower() and not told(name, known) and known.of_a_nation.match(name) is None


def _read(chunker: Chunker, *, trusting: bool) -> list[Phrase]:
    """The phrases of a list, from the first that acts."""
    found: list[Phrase] = []
    at = _past_asides(chunker, 0, behind=False)
    while at < len(chunker.words):
        phrase = chunker.phrase(at)
        if phrase is None or not _is_asked(chunker, phrase, trusting or bool(found)):
            if found or (trusting and phrase is not None):  # "encourages efforts, donors and States to"
                break
            at = _past_asides(chunker, _next_comma(chunker, at), behind=False)
            continue
        found.append(phrase)
        at = _next(chunker, phrase.after)
    return found[:1] if _is_apposition(chunker, found) else found


def _is_apposition(chunker: Chunker, found: list[Phrase]) -> bool:
    """Whether one actor is named in two ways between commas: "Ruritania, the occupying Power, should"."""
    words, text = chunker.words, chunker.text
    if len(found) != PAIR:
        return False
    between = text[words[found[0].after - 1].end : words[found[1].first].start]
    return (
        between.strip() == chunker.known.word("comma_the")
        and found[1].after >= len(words) - 1
        and chunker.ends_in_comma()
    )


def _is_asked(chunker: Chunker, phrase: Phrase, trusting: bool) -> bool:
    return phrase.acts or (trusting and not chunker.is_thing(phrase.head))


def _next(chunker: Chunker, at: int) -> int:
    """Where the next of those who are asked begins, behind what qualifies the one before."""
    size = len(chunker.words)
    behind = _past_separator(chunker, at)
    if behind == at and at < size:
        while at < size and not _begins_another(chunker, at):
            at += 1
        behind = _past_separator(chunker, at)
    if chunker.low(behind) == chunker.known.word("to") and chunker.of(behind + 1, "determiners"):
        behind += 1  # "its request to the Secretariat and to the Bureau"
    return _past_asides(chunker, behind, behind=True)


def _begins_another(chunker: Chunker, at: int) -> bool:
    """Whether behind a relative clause another actor is joined: it stands alone up to the next comma or the end."""
    behind = _past_separator(chunker, at)
    if behind == at:
        return False
    if chunker.of(behind, "openers"):
        return chunker.low(at) == ","
    phrase = chunker.phrase(behind)
    if phrase is None or not phrase.acts:
        return False
    return phrase.after == len(chunker.words) or _past_separator(chunker, phrase.after) > phrase.after


def _past_separator(chunker: Chunker, at: int) -> int:
    """Behind a comma, "and", ", as well as"."""
    behind = at + (chunker.low(at) == ",")
    for conjunction in chunker.known.listed("joining"):
        if past := chunker.said(behind, conjunction):
            return past
    return behind


def _past_asides(chunker: Chunker, at: int, *, behind: bool) -> int:
    """Behind what stands between commas: "in cooperation with UNODC and others,", "in this regard,"."""
    at += chunker.low(at) == "," and chunker.of(at + 1, "openers")  # "and, where relevant, others"
    while chunker.opens_aside(at) or chunker.of(at, "adverbs"):
        if not chunker.opens_aside(at):
            at += 1
            continue
        comma = _next_comma(chunker, at)
        while behind and comma < len(chunker.words) and _lists_on(chunker, comma):
            comma = _next_comma(chunker, comma)
        at = _past_separator(chunker, comma - 1) if comma < len(chunker.words) else comma
    return at


def _lists_on(chunker: Chunker, at: int) -> bool:
    """Whether behind a comma in an aside its own list goes on: "with UNODC, other agencies and donors, should"."""
    rest = [word.low for word in chunker.words[at:]]
    if chunker.of(at, "conjunctions") or chunker.of(at, "openers"):
        return False
    return any(each in chunker.known.known("conjunctions") for each in rest) and chunker.ends_in_comma()


def _next_comma(chunker: Chunker, at: int) -> int:
    """Behind the next comma."""
    while at < len(chunker.words) and chunker.low(at) != ",":
        at += 1
    return at + 1


def _may_follow(chunker: Chunker, at: int) -> bool:
    """Whether a word can follow a name and be no verb of it: "which", "in", "involved", "concerned"."""
    if chunker.low(at) == "," or chunker.of(at, "openers") or chunker.of(at, "behind_their_noun"):
        return True
    participle = chunker.known.participle.fullmatch(chunker.low(at)) is not None
    says = any(chunker.low(each) == chunker.known.word("that") for each in range(at, len(chunker.words)))
    return chunker.of(at, "conjunctions") or (participle and not says)


def _together(chunker: Chunker, found: list[Phrase]) -> list[tuple[int, int]]:
    """The phrases, those that share their modifiers as one: "United Nations agencies, funds and programmes"."""
    out: list[tuple[int, int]] = []
    for before, phrase in pairwise((None, *found)):
        if phrase is None:
            continue
        if before is not None and _shares(chunker, before, phrase):
            out[-1] = (out[-1][0], phrase.after)
        else:
            out.append((phrase.first, phrase.after))
    return out


def _shares(chunker: Chunker, before: Phrase, phrase: Phrase) -> bool:
    if phrase.determined or not (chunker.of(before.head, "kindred") and chunker.of(phrase.head, "kindred")):
        return False
    adjacent = _past_separator(chunker, before.after) == phrase.first
    either = chunker.low(before.after) == chunker.known.word("or")
    single = phrase.first == phrase.head and phrase.after == phrase.head + 1
    return adjacent and (either or single or before.first == before.head)
