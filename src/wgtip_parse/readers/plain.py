"""The plain form that readers of marked-up files hand over: blocks of text with blank lines between them.

Numbers stand written out before their words, a heading without number between asterisks, a table row between bars, a
footnote mark as raised digits, and the notes at the end under a rule of underscores.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from wgtip_parse.source import Source

LONGEST_HEADING = 300  # characters, of a heading without number
LONGEST_LINE_OF_FRONT = 160  # characters: a longer paragraph is prose, and what stands below it no title block
RULE = "_" * 18
COLUMN_GAP = "   "
LEADERS = " . . . . . . . . "
SOFT_HYPHEN = "\N{SOFT HYPHEN}"

_TABLE_NOTES = str.maketrans("abcdfghijk", "ᵃᵇᶜᵈᶠᵍʰⁱʲᵏ")  # not e and o, which French ordinals raise
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_CAPTION = r"(?:Table|Figure|Box|Map|Chart)\s[\dIVXA-Z.]+"
_SHAPED_LABEL = re.compile(rf"(?:{_CAPTION}|(?:Annex|Appendix|Chapter|Part)(?:\s\w+)?)\*?\Z", re.IGNORECASE)
_LABEL = re.compile(rf"{_SHAPED_LABEL.pattern}|(?!Recommendation)[A-Z][a-z-]+\s(?:\d{{1,3}}[A-Z]?|[IVXLC]+)\Z")
_LABELLED = re.compile(
    rf"\(?[\dA-Za-z]{{1,6}}[.)](?:\s|\Z)|\d+(?:\.\d+)*\s|{_CAPTION}|Recommendation \d+|"
    r"(?:Annex|Appendix)\s[IVXLC\d]+[.:]|(?:Sources?|Notes?|Abbreviations?):|(?:Contents|Pages?)\Z"
)
_ENDS_FRONT = re.compile(r"(?:\d{1,4}|[IVXL]{1,6}|[A-Z])\.\s|\d{1,4}\.\d{1,4}\.?\s|\(a\)\s|Contents\Z")
_TAB_BEHIND_LABEL = re.compile(r"^(\(?[\w.]{1,8}[.)]|\d{1,4}(?:\.\d{1,4})?\.?|[•†–-]|\*{1,3})[ ]*\t[ \t]*")
_TABS = re.compile(r"[ \t]*\t[ \t]*")
_SPACES = re.compile(r" {2,}")
_SLASH_NUMBER = re.compile(r"\A\d{1,3}/\d{1,3}\.? ")  # of a resolution or decision, before its title
_OPENS_NOTE = re.compile(r"[^\W\d_]|[“\"‘(]")


class Block(NamedTuple):
    """One block: its words, the paragraph of the file they come from, and whether no blank line stands before it."""

    text: str
    paragraph: int | None = None
    joined: bool = False


class Note(NamedTuple):
    """One footnote: its mark, empty where the words begin with one of their own; its words; where its mark stands."""

    mark: str
    text: str
    paragraph: int | None = None


class Headings:
    """Tells headings by style and type, once the title block at the top is over."""

    def __init__(self) -> None:
        self.is_front = True
        self.label = ""  # the line above, where its title may stand below it

    def block(self, text: str, paragraph: int | None, *, is_heading: bool, is_emphasized: bool) -> Block:
        """The block of a paragraph: marked as a heading, or right below the label whose title it is."""
        is_front, label = self.is_front, self.label
        self.is_front = is_front and not _ENDS_FRONT.match(text) and len(text) <= LONGEST_LINE_OF_FRONT
        self.label = ""
        if not is_heading and (not is_emphasized or text[-1] in ".;:,"):
            return Block(text, paragraph)
        if _LABEL.match(text):
            self.label = text
        if not is_front and not _SHAPED_LABEL.match((label or text).partition("\n")[0]):
            text = heading(text)
        return Block(text, paragraph, joined=label != "")


def source(name: str, data: bytes, kind: str, blocks: Sequence[Block], notes: Sequence[Note] = ()) -> Source:
    """The Source of the blocks and notes that were found in a file's bytes."""
    if notes:
        blocks = [*blocks, Block(RULE), *(Block(_note(note), note.paragraph, joined=True) for note in notes)]
    parts: list[str] = []
    starts: list[tuple[int, int | None]] = []
    length = 0
    for block in blocks:
        gap = "" if not parts else "\n" if block.joined else "\n\n"
        starts.append((length + len(gap), block.paragraph))
        parts.append(gap + block.text)
        length += len(parts[-1])
    return Source(
        name,
        "".join(parts) + "\n",
        hashlib.sha256(data).hexdigest(),
        kind,
        tuple(starts) if any(paragraph for _, paragraph in starts) else (),
    )


def heading(words: str) -> str:
    """The line of a heading: between asterisks, unless a number or label shows already what it is."""
    line = " ".join(words.split())
    opens = _SLASH_NUMBER.sub("", line)[:1].isupper()
    if not opens or len(line) > LONGEST_HEADING or "*" in line or _LABELLED.match(line):
        return words
    return f"*{line}*"


def row(cells: Iterable[str]) -> str:
    """The line of a table row, its cells between bars; empty where all of them are."""
    words = [" ".join(cell.split()) for cell in cells]
    return f"| {' | '.join(words)} |" if any(words) else ""


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


def _note(note: Note) -> str:
    """The lines of a note; its mark stands alone where the words behind it could be taken for part of a number."""
    gap = "" if not note.mark else " " if _OPENS_NOTE.match(note.text) else "\n"
    return f"{note.mark}{gap}{note.text}"
