"""Where what was sought stands in a text that FTS5 does not mark, because it was found by another form of its words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from wgtip_parse.index.spelling import CHINESE, OTHER_SCRIPT, plain, unspaced
from wgtip_parse.index.wanted import Term, pattern
from wgtip_parse.words import Words


def highlighted(text: str, terms: Sequence[Term], marks: tuple[str, str], known: Words) -> str:
    """The text with marks round what was sought; as it is where it has some and is in letters that FTS5 compares."""
    start, stop = marks
    if text.isascii() or (start in text and not _has_other_letters(text)):
        return text
    text = text.replace(start, "").replace(stop, "")
    done, pieces = 0, []
    for first, last in sorted(_found(text, terms, known)):
        if first >= done:
            pieces += [text[done:first], start, text[first:last], stop]
            done = last
    return "".join([*pieces, text[done:]])


def _found(text: str, terms: Sequence[Term], known: Words) -> Iterator[tuple[int, int]]:
    folded, places = [], []
    for place, character in enumerate(text):
        for each in plain(character):
            folded.append(each)
            places.append(place)
    bare = "".join(folded)
    places.append(len(text))
    for term in terms:
        for match in pattern(term, known).finditer(bare) if not term.excluded else ():
            end = match.end() if unspaced().match(match[0][-1]) else _end(bare, match.end())
            yield places[match.start()], places[end]


def _has_other_letters(text: str) -> bool:
    return OTHER_SCRIPT.search(text) is not None or unspaced().search(text) is not None


def _end(bare: str, at: int) -> int:
    rest = _rest_of_word().match(bare, at)
    return rest.end() if rest else at


@cache
def _rest_of_word() -> re.Pattern[str]:
    return re.compile(rf"(?:(?!{CHINESE})[^\W_])*")
