"""Slips of the mark-up: what an element says that its words cannot mean, and how it was read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum

from wgtip_parse.diagnostics import Diagnostic, Severity

LONGEST = 60  # characters of a document's words that a message has room for


class Slip(Enum):
    """What can be wrong, in words that are followed by those of the document, and what was done about it."""

    MARKER_TWICE = ("the number stands in its element and again before the words", "it is read once")
    NUMBER_IN_TITLE = ("the number stands in the title", "it is read as the number")
    NUMBER_APART = ("a number stands in another element than its words", "it is read as theirs")
    OUTSIDE = ("words stand outside of every paragraph", "they are read where they stand")
    HEADING_IN_PARAGRAPH = ("a heading stands in a paragraph's element", "it is read as a heading")
    NUMBER_WITHOUT_STOP = ("a number stands without its stop or bracket", "it is read with it")
    TAB_IN_WORD = ("a tab parts a word", "it is left out")
    CHANGED = ("the mark-up is not as wgtip wrote it", "it is read as it stands now, without the source it was made of")
    ELSEWHERE = ("a part of the document is in another file, which is not fetched", "give that file too")


class Slips:
    """The slips of a document as they are met, each with the block in which it was."""

    def __init__(self) -> None:
        self.met: list[tuple[int, Slip, str]] = []

    def meet(self, block: int, slip: Slip, words: str) -> None:
        """Keep a slip of the block of that number."""
        self.met.append((block, slip, words))

    def told(self, text: str, starts: Sequence[int]) -> Iterator[Diagnostic]:
        """A diagnostic for each slip, at the beginning of its block; `starts` are the offsets of the blocks."""
        for block, slip, words in self.met:
            start = starts[min(block, len(starts) - 1)]
            end = text.find("\n", start)
            what, cure = slip.value
            said = f"{what}: {_short(words)}" if words else what
            yield Diagnostic("T971", Severity.WARNING, said, (start, max(end, start)), cure)


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"
