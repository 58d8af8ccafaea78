"""The plain form that readers of marked-up files hand over: blocks of text with blank lines between them.

Numbers stand written out before their words, the cells of a table row parted by tabs, a footnote mark as raised
digits, and the notes at the end under a rule of underscores. What a line looks like stands beside the text.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from wgtip_parse.source import Look, Source
from wgtip_parse.words import in_any_language

RULE = "_" * 18
COLUMN_GAP = "   "
LEADERS = " . . . . . . . . "
SOFT_HYPHEN = "\N{SOFT HYPHEN}"

_TABLE_NOTES = str.maketrans("abcdfghijk", "ᵃᵇᶜᵈᶠᵍʰⁱʲᵏ")  # not e and o, which French ordinals raise
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_NUMBERED = re.compile(r"(?:\d{1,4}|[IVXL]{1,6}|[A-Z])\.(?:\s|\Z)|\d{1,4}\.\d{1,4}\.?\s")
_TAB_BEHIND_LABEL = re.compile(r"^(\(?[\w.]{1,8}[.)]|\d{1,4}(?:\.\d{1,4})?\.?|[•†–-]|\*{1,3})[ ]*\t[ \t]*")
_TABS = re.compile(r"[ \t]*\t[ \t]*")
_SPACES = re.compile(r"(?!(?<=[a-z,;])  [a-z]) {2,}")  # two between words are the typist's, and stay
_OPENS_NOTE = re.compile(r"[^\W\d_]|[“\"‘(]")


class Piece(NamedTuple):
    """Some characters of a block and the element of the file that they are of; a number that is counted is of its
    paragraph, what a field gives `is_result`."""

    element: Any
    text: str
    is_result: bool = False


class Block(NamedTuple):
    """One block: its words, the paragraph of the file they come from, their look, whether no blank line is above.

    `trail` has the pieces that the words were made of, in order, where the reader tells; tidying has changed no more
    than white space and soft hyphens.
    """

    text: str
    paragraph: int | None = None
    look: Look = Look()
    joined: bool = False
    trail: tuple[Piece, ...] = ()


class Note(NamedTuple):
    """One footnote: its mark, empty where the words begin with one of their own; its words; where its mark stands.

    The trail begins with the mark in the text, where there is one.
    """

    mark: str
    text: str
    paragraph: int | None = None
    trail: tuple[Piece, ...] = ()


class Front:
    """The title block at the top of a document, where columns are no table: `is_open` until the first number."""

    def __init__(self) -> None:
        self.is_open = True

    def pass_by(self, text: str) -> None:
        """Go on behind a block."""
        if _NUMBERED.match(text) or in_any_language("contents_title").match(text):
            self.is_open = False


def source(name: str, data: bytes, kind: str, blocks: Sequence[Block], notes: Sequence[Note] = ()) -> Source:
    """The Source of the blocks and notes that were found in a file's bytes."""
    parts: list[str] = []
    starts: list[tuple[int, int | None]] = []
    looks: list[Look] = []
    length = 0
    for start, block in placed(blocks, notes):
        starts.append((start, block.paragraph))
        parts.append("\n" * (start - length) + block.text)
        length = start + len(block.text)
        looks += (block.look for line in block.text.split("\n") if line.strip())
    return Source(
        name,
        "".join(parts) + "\n",
        hashlib.sha256(data).hexdigest(),
        kind,
        tuple(looks),
        tuple(starts) if any(paragraph for _, paragraph in starts) else (),
    )


def placed(blocks: Iterable[Block], notes: Sequence[Note] = ()) -> Iterator[tuple[int, Block]]:
    """The blocks and, below a rule, the notes, each with the offset of the source text at which it begins."""
    if notes:
        blocks = [*blocks, Block(RULE), *map(_note_block, notes)]
    start, is_first = 0, True
    for block in blocks:
        start += 0 if is_first else 1 if block.joined else 2
        yield start, block
        start, is_first = start + len(block.text), False


def row(cells: Iterable[str]) -> str:
    """The line of a table row, its cells parted by tabs; empty where all of them are."""
    words = [" ".join(cell.split()) for cell in cells]
    return "\t".join(words) if any(words) else ""


def row_of(cells: Sequence[Sequence[Block]]) -> Block | None:
    """The block of a table row by the blocks of its cells; None where all of them are empty."""
    text = row(" ".join(block.text for block in cell) for cell in cells)
    if not text:
        return None
    inner = [block for cell in cells for block in cell]
    paragraph = next((block.paragraph for block in inner if block.paragraph), None)
    trail = tuple(piece for block in inner for piece in block.trail)
    return Block(text, paragraph, _look_of_row(inner, len(cells)), trail=trail)


def _look_of_row(blocks: Sequence[Block], cells: int) -> Look:
    """The look of a table row by that of the blocks in its cells."""
    bold, italic = all(block.look.bold for block in blocks), all(block.look.italic for block in blocks)
    return Look(bold=bold, italic=italic, cells=cells)


def has_distribution(texts: Iterable[str]) -> bool:
    """Whether "Distr.: General" or a language stands among the words of a table, which then is none but a masthead."""
    field = in_any_language("masthead_field")
    return any(field.match(text.strip()) for text in texts)


def tidy(text: str) -> str:
    """The words of a paragraph without soft hyphens and blank lines; a tab inside is the gap between two columns."""
    lines = (_tidy_line(line.strip()) for line in text.replace(SOFT_HYPHEN, "").split("\n"))
    return "\n".join(line for line in lines if line)


def led(text: str) -> str:
    """A line of a contents page: dots lead to its last column."""
    return LEADERS.join(text.rsplit(COLUMN_GAP, 1))


def raised(number: int) -> str:
    """A footnote mark in the text: raised digits, which nothing else there can be taken for."""
    return str(number).translate(_RAISED)


def table_note(superscript: str) -> str:
    """A superscript as the plain form has it: the letter of a note to a table raised, all else as it stands."""
    return superscript.translate(_TABLE_NOTES) if len(superscript.strip()) == 1 else superscript


def _tidy_line(line: str) -> str:
    if "\t" not in line and "  " not in line:
        return line
    return _TABS.sub(COLUMN_GAP, _SPACES.sub(" ", _TAB_BEHIND_LABEL.sub(r"\1 ", line)))


def _note_block(note: Note) -> Block:
    return Block(_note(note), note.paragraph, joined=True, trail=note.trail)


def _note(note: Note) -> str:
    """The lines of a note; its mark stands alone where the words behind it could be taken for part of a number."""
    gap = "" if not note.mark else " " if _OPENS_NOTE.match(note.text) else "\n"
    return f"{note.mark}{gap}{note.text}"
