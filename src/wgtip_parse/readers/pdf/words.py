"""Words: the characters of a page, set together as far as one stroke paints them, with their place and style.

PDFium hands over the characters in the order in which the page paints them. Asking it for the place of one costs more
than all that is done with it afterwards, so only the first and the last character of a stroke are asked for. Where a
program types its spaces, a stroke has no gap but these, and is one "word" as a whole.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from wgtip_parse.readers.pdf.characters import ASKEW, HYPHEN, LOST, Box, Characters, Style, turned
from wgtip_parse.readers.pdf.leftward import LEFTWARD, MOST_SIGNS, Sign, segments, written

KERNED = 0.18  # of the height of a word: a narrower space that nobody typed comes from kerning

_LINE = re.compile(r"[^\s\x02](?:[^\r\n\x02]*[^\s\x02])?\x02?|\x02")
_WORD = re.compile(r"\S+")
LETTERFORMS = str.maketrans(
    {
        "\x00": LOST,
        HYPHEN: "-",
        "\uf0b7": "•",
        "\uf0a7": "▪",
        "\uf0d8": "➢",
        "ﬀ": "ff",
        "ﬁ": "fi",
        "ﬂ": "fl",
        "ﬃ": "ffi",
        "ﬄ": "ffl",
        "ﬅ": "ft",
        "ﬆ": "st",
    }
)


class Word:
    """Characters that touch; `glued` where they belong to the word before, `across` where they run across the page.

    Of a line in a script that runs from right to left it has all `signs` and their places; it is `leftward` where most
    of the page is in that script.
    """

    __slots__ = ("across", "bottom", "glued", "left", "leftward", "quarter", "right", "signs", "style", "text", "top")

    def __init__(self, text: str, box: Box, style: Style, quarter: int) -> None:
        self.text = text
        self.left, self.bottom, self.right, self.top = box
        self.style = style
        self.quarter = quarter
        self.glued = False
        self.across = False
        self.signs: list[Sign] = []
        self.leftward = False

    @property
    def height(self) -> float:
        """From descent to ascent: some 1.1 times the size of the type."""
        return self.top - self.bottom


def words_of(characters: Characters) -> list[Word]:
    """The words of a page in the order in which it paints them, upright; those that run across come last."""
    words: list[Word] = []
    end = 0
    for start, stop, style in _pieces(characters):
        if runs_leftward(characters.text, start, stop):
            words += _leftward(characters, start, stop, style)
            end = stop
            continue
        box, quarter = characters.place(start, stop)
        text = characters.text[start:stop].translate(LETTERFORMS).translate(characters.glyphs.private)
        word = Word(" ".join(text.split()), box, style, quarter)
        word.glued = bool(words) and (start == end or _is_kerned(words[-1], word, characters, start - 1))
        words.append(word)
        end = stop
    return _upright(_visible(words))


def _pieces(characters: Characters) -> Iterator[tuple[int, int, Style]]:
    """The spans of strokes, or of the single words in them where the spaces between are but gaps, with their styles.

    A line that begins in plain type does not stand out whatever follows, so the style of the rest is not asked for.
    """
    text = characters.text
    for line in _LINE.finditer(text):
        start, end = line.span()
        if runs_leftward(text, start, end):
            yield start, end, characters.style(start, characters.stroke(start))
            continue
        last = characters.stroke(end - 1)
        style = None
        while start < end:
            stroke = characters.stroke(start)
            stop = end if stroke == last else _end_of_stroke(characters, stroke, start, end)
            if style is None or any(style):
                style = characters.style(start, stroke)
            if characters.types_spaces:
                yield start, stop, style
            else:
                yield from ((*word.span(), style) for word in _WORD.finditer(text, start, stop))
            start = stop
            while start < end and text[start].isspace():
                start += 1


def runs_leftward(text: str, start: int, stop: int) -> bool:
    """Whether signs of a script that runs from right to left are among those of a line, and these not too many."""
    return stop - start <= MOST_SIGNS and LEFTWARD.search(text, start, stop) is not None


def _leftward(characters: Characters, start: int, stop: int, style: Style) -> Iterator[Word]:
    """The words of a line in a script that runs from right to left, one for each of its columns."""
    places = {at: characters.place(at, at + 1)[0] for at in range(start, stop)}
    height = max(box.top - box.bottom for box in places.values())
    signs = [
        Sign(characters.text[at].translate(LETTERFORMS), box.left, box.right)
        for at, box in places.items()
        if not characters.text[at].isspace() or characters.stroke(at) is not None
    ]
    bottom, top = min(box.bottom for box in places.values()), max(box.top for box in places.values())
    for segment in segments(signs, height, characters.text.count(" ", start, stop)):
        box = Box(min(sign.left for sign in segment), bottom, max(sign.right for sign in segment), top)
        if text := written(segment, leftward=characters.runs_leftward):
            word = Word(text, box, style, 0)
            word.signs, word.leftward = segment, characters.runs_leftward
            yield word


def _end_of_stroke(characters: Characters, stroke: int | None, start: int, end: int) -> int:
    """Behind the last character of a line that the stroke paints which paints the first, found by halving."""
    text = characters.text
    last, other = start, end - 1
    while True:
        middle = (last + other) // 2
        while middle > last and text[middle].isspace():
            middle -= 1
        if middle == last:
            middle = (last + other) // 2 + 1
            while middle < other and text[middle].isspace():
                middle += 1
            if middle >= other:
                return last + 1
        if characters.stroke(middle) == stroke:
            last = middle
        else:
            other = middle


def _is_kerned(before: Word, word: Word, characters: Characters, space: int) -> bool:
    """Whether the space between two words is none: nobody typed it, and it is narrower than any."""
    gap = word.left - before.right
    return (
        abs(gap) < KERNED * word.height
        and characters.text[space] == " "
        and characters.types_spaces
        and not characters.is_typed(space)
    )


def _visible(words: list[Word]) -> list[Word]:
    """The words that are painted; all of them where none is: the hidden layer of a scanned page is its text."""
    painted = [word for word in words if not word.style.hidden]
    return painted if len(painted) * 2 > len(words) else words


def _upright(words: list[Word]) -> list[Word]:
    """Turn the page so that most of its text runs from left to right; what runs across becomes one word a line."""
    if all(word.quarter == 0 for word in words):
        return words
    sizes: Counter[int] = Counter()
    for word in words:
        sizes[word.quarter] += len(word.text)
    most = sizes.most_common(1)[0][0]
    across = _joined([word for word in words if word.quarter != most])
    for word in across:
        if word.quarter != ASKEW:
            box = turned(Box(word.left, word.bottom, word.right, word.top), (most - word.quarter) % 4)
            word.left, word.bottom, word.right, word.top = box
        word.across = True
    return [word for word in words if word.quarter == most] + across


def _joined(words: list[Word]) -> list[Word]:
    """The lines of words that run across the page, each as one word whose place is all of theirs."""
    lines: list[Word] = []
    for word in words:
        last = lines[-1] if lines else None
        if last and last.quarter == word.quarter and abs(last.bottom - word.bottom) < word.height / 2:
            last.text += word.text if word.glued else f" {word.text}"
            last.left, last.right = min(last.left, word.left), max(last.right, word.right)
        else:
            lines.append(word)
    return lines
