"""Where words of the source text stand on a page of PDF: found again among the characters that the page paints."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from wgtip_parse.readers.pdf.words import LETTERFORMS

CONTEXTS = (40, 20, 10, 5, 0)  # characters on either side by which words are known that stand on a page twice
_FIGURES = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᶠᵍʰⁱʲᵏ", "0123456789abcdfghijk")


class Painted(NamedTuple):
    """A text without white space, each character with its place in the text as it stands."""

    text: str
    places: tuple[int, ...]


def painted(text: str) -> Painted:
    """The characters of a text that leave ink, in the plain form of readers but for raised ones."""
    characters: list[str] = []
    places: list[int] = []
    for at, character in enumerate(text):
        for each in character.translate(LETTERFORMS).translate(_FIGURES):
            if not each.isspace():
                characters.append(each)
                places.append(at)
    return Painted("".join(characters), tuple(places))


def found_on(page: Painted, source: Painted, start: int, end: int) -> tuple[int, ...]:
    """The places on a page of the characters that are from start to end of its source text, as painted.

    Where they are not all together the first words are looked for; empty where those are not there either.
    """
    for stop in _stops(source, start, end):
        for context in CONTEXTS:
            before = min(context, start)
            words = source.text[start - before : stop + context]
            starts = list(_occurrences(page.text, words))
            if starts:
                rank = sum(1 for at in _occurrences(source.text, words) if at < start - before)
                first = starts[min(rank, len(starts) - 1)] + before
                return tuple(dict.fromkeys(page.places[first : first + stop - start]))
    return ()


def _stops(source: Painted, start: int, end: int) -> Iterator[int]:
    """The end of a stretch, and the ends of its first line and of its first word where it has more of them."""
    yield end
    gaps = [at for at in range(start + 1, end) if source.places[at] - source.places[at - 1] > 1]
    yield from gaps[len(gaps) // 2 : len(gaps) // 2 + 1]
    yield from gaps[:1]


def _occurrences(text: str, words: str) -> Iterator[int]:
    at = text.find(words) if words else -1
    while at >= 0:
        yield at
        at = text.find(words, at + 1)
