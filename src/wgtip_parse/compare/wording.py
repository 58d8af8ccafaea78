"""Which words of a text changed: the longest sequence of common words, without what is only print."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import Indel

from wgtip_parse.changes import Piece, Unit
from wgtip_parse.compare.side import Token, Vocabulary, plain, tokens

SHORT = 2  # common words are part of a change round them if they are fewer than the lesser of its sides by this factor
STOPS = frozenset(".,;:")
LAST_WORD, FIRST_WORD = re.compile(r"\w+\Z"), re.compile(r"\w+")
BROKEN = re.compile(r"\b(\w++) ?[-\u2010\u00ad]\s*\n\s*(\w+)")

GLUED = re.compile(r"(?<=[a-z]{3})([.,;:]?)(\d{1,3})(?!\w)")  # "rights.18": a mark that a reader took for a figure

Broken = frozenset[tuple[str, str]]  # words on two lines with a hyphen between them


class Print(NamedTuple):
    """What printing has done to two texts: the words that it broke, and the marks of their footnotes."""

    broken: Broken
    marks: frozenset[str]


class Stretch(NamedTuple):
    """Tokens of both sides, half-open, that are the same or not."""

    is_same: bool
    old: tuple[int, int]
    new: tuple[int, int]


class Text(NamedTuple):
    """The text of one unit, or of several on one side, and its tokens."""

    text: str
    tokens: Sequence[Token]


def joined(units: Sequence[Unit]) -> Text:
    """The texts of units, one below another."""
    text, unspoken = "", []
    for unit in units:
        text += "\n" if text else ""
        unspoken += [(start + len(text), end + len(text)) for start, end in unit.unspoken]
        text += unit.text
    return Text(text, tokens(text, unspoken))


def pieces(old: Text, new: Text, printed: Print) -> tuple[Piece, ...]:
    """Both texts from their beginning to their end, in stretches that are the same or changed."""
    found: list[Piece] = []
    for stretch in _without_print(_compared(old.tokens, new.tokens), old, new, printed):
        piece = Piece("same" if stretch.is_same else "changed", _slice(old, *stretch.old), _slice(new, *stretch.new))
        if found and found[-1].kind == piece.kind:
            piece = Piece(piece.kind, found[-1].old + piece.old, found.pop().new + piece.new)
        found.append(piece)
    return tuple(found)


def broken_words(stretches: Iterable[str]) -> Broken:
    """The words of stretches of source text that stand on two lines with a hyphen."""
    return frozenset((match[1], match[2]) for text in stretches for match in BROKEN.finditer(text))


def _compared(old: Sequence[Token], new: Sequence[Token]) -> list[Stretch]:
    vocabulary = Vocabulary()
    before, after = vocabulary.encode(old), vocabulary.encode(new)
    found: list[Stretch] = []
    for each in Indel.opcodes(before, after):
        is_same = each.tag == "equal"
        last = found[-1] if found else None
        if last and not last.is_same and not is_same:
            found[-1] = Stretch(False, (last.old[0], each.src_end), (last.new[0], each.dest_end))
        else:
            found.append(Stretch(is_same, (each.src_start, each.src_end), (each.dest_start, each.dest_end)))
    return _slid(_without_islands(found), before, after, old, new)


def _without_islands(stretches: list[Stretch]) -> list[Stretch]:
    """Few common words between two long changes are no common words: a person reads one change."""
    sizes = [max(each.old[1] - each.old[0], each.new[1] - each.new[0]) for each in stretches]
    kept: list[Stretch] = []
    for at, each in enumerate(stretches):
        inside = 0 < at < len(stretches) - 1
        is_island = inside and each.is_same and sizes[at] * SHORT <= min(sizes[at - 1], sizes[at + 1])
        if kept and not kept[-1].is_same and (is_island or not each.is_same):
            kept[-1] = Stretch(False, (kept[-1].old[0], each.old[1]), (kept[-1].new[0], each.new[1]))
        else:
            kept.append(each)
    return kept


def _slid(
    stretches: list[Stretch], before: str, after: str, old: Sequence[Token], new: Sequence[Token]
) -> list[Stretch]:
    """What was only put in or taken out begins behind a stop, if it may, or else as late as it can."""
    found = list(stretches)
    for at in range(1, len(found) - 1):
        first, each, last = found[at - 1 : at + 2]
        one_sided = each.old[0] == each.old[1] or each.new[0] == each.new[1]
        if each.is_same or not one_sided or not first.is_same or not last.is_same:
            continue
        is_old = each.new[0] == each.new[1]
        step = (
            _best_step(each.old, before, old, first, last) if is_old else _best_step(each.new, after, new, first, last)
        )
        found[at - 1 : at + 2] = _shifted(first, each, last, step)
    return [each for each in found if each.old[0] < each.old[1] or each.new[0] < each.new[1]]


def _best_step(span: tuple[int, int], code: str, words: Sequence[Token], first: Stretch, last: Stretch) -> int:
    start, end = span
    least = most = 0
    while -least < first.old[1] - first.old[0] and code[start + least - 1] == code[end + least - 1]:
        least -= 1
    while most < last.old[1] - last.old[0] and code[start + most] == code[end + most]:
        most += 1
    steps = range(most, least - 1, -1)
    return next((step for step in steps if _stands_behind_a_stop(words, start + step)), most)


def _stands_behind_a_stop(words: Sequence[Token], at: int) -> bool:
    return at == 0 or words[at - 1].plain in STOPS


def _shifted(first: Stretch, each: Stretch, last: Stretch, step: int) -> list[Stretch]:
    def moved(span: tuple[int, int], begins: int, ends: int) -> tuple[int, int]:
        return span[0] + begins, span[1] + ends

    return [
        Stretch(True, moved(first.old, 0, step), moved(first.new, 0, step)),
        Stretch(False, moved(each.old, step, step), moved(each.new, step, step)),
        Stretch(True, moved(last.old, step, 0), moved(last.new, step, 0)),
    ]


def _without_print(stretches: Sequence[Stretch], old: Text, new: Text, printed: Print) -> Iterator[Stretch]:
    """Words that differ in spaces alone, in hyphens at the ends of lines, or in marks of footnotes, are the same."""
    for each in stretches:
        is_print = not each.is_same and (
            _plain(old, *each.old) == _plain(new, *each.new)
            or _differ_in_print(_round(old, *each.old), _round(new, *each.new), printed)
        )
        yield each._replace(is_same=True) if is_print else each


def _differ_in_print(before: str, after: str, printed: Print) -> bool:
    if _differ_in_breaks(before, after, printed.broken):
        return True
    one, other = (_without_marks(text, printed.marks) for text in (before, after))
    return (one, other) != (before, after) and "".join(one.split()) == "".join(other.split())


def _without_marks(text: str, marks: frozenset[str]) -> str:
    return GLUED.sub(lambda match: match[1] if match[2] in marks else match[0], text)


def _differ_in_breaks(before: str, after: str, broken: Broken) -> bool:
    if not broken or _letters(before) != _letters(after):
        return False
    return all(
        pair in broken for one, other in ((before, after), (after, before)) for pair in _words_at_hyphens(one, other)
    )


def _words_at_hyphens(text: str, other: str) -> Iterator[tuple[str, str]]:
    """The words on both sides of each hyphen that stands in one text and not in the other."""
    elsewhere = {len(_letters(other[:at])) for at in _places(other)}
    for at in _places(text):
        if len(_letters(text[:at])) not in elsewhere:
            left, right = LAST_WORD.search(text[:at].rstrip()), FIRST_WORD.match(text[at + 1 :].lstrip())
            yield left[0] if left else "", right[0] if right else ""


def _letters(text: str) -> str:
    return "".join(text.replace("-", "").split())


def _places(text: str) -> list[int]:
    return [at for at, letter in enumerate(text) if letter == "-"]


def _round(text: Text, start: int, end: int) -> str:
    """The words with the ones beside them, as they stand."""
    first, last = max(0, start - 1), min(len(text.tokens), end + 1)
    return plain(text.text[text.tokens[first].start : text.tokens[last - 1].end]) if first < last else ""


def _plain(text: Text, start: int, end: int) -> str:
    return "".join(token.plain for token in text.tokens[start:end])


def _slice(text: Text, start: int, end: int) -> str:
    """The text of tokens with the space behind them, and that before the first of all."""
    begins = text.tokens[start].start if 0 < start < len(text.tokens) else 0 if start == 0 else len(text.text)
    ends = text.tokens[end].start if end < len(text.tokens) else len(text.text)
    return text.text[begins:ends] if start < end else ""
