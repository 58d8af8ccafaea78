"""The elements of a document in Akoma Ntoso, walked once → blocks with their numbers and looks, and notes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from wgtip_parse.readers import plain
from wgtip_parse.readers.akn import headings
from wgtip_parse.readers.akn.names import ELSEWHERE, FOR_ELEMENTS, HEADINGS, INLINE, LISTS, NUMBERED, QUOTED, SKIPPED
from wgtip_parse.readers.akn.slips import Slip, Slips
from wgtip_parse.readers.akn.xml import local
from wgtip_parse.readers.numerals import BULLET
from wgtip_parse.readers.plain import Block, Note
from wgtip_parse.source import Look

if TYPE_CHECKING:
    from lxml.etree import _Element

_SPACES = re.compile(r"[ \t\r\n\f]+")
_IDEOGRAPH = "[\u3400-\u4dbf\u4e00-\u9fff]"
_TAB_IN_WORD = re.compile(rf"(?<={_IDEOGRAPH})\t+(?={_IDEOGRAPH})")
_STYLE_OF_HEADINGS = re.compile(r"H(?:Ch|\d{1,2})\b")  # the styles of the UN's templates: HCh, H1, H23, H4, H56
_BARE = re.compile(r"[0-9]{1,4}\Z|[a-z]{1,4}\Z|[IVXLC]{1,7}\Z")
_EMPTY_BRACKETS = re.compile(r"\(\s*\)\s*")  # in which the mark of a note is printed
_LABEL = re.compile(r"(?![IVXLCivxlc]+\b)[^\W\d_]{3,}\s+\S")  # "Recommendation 3", "Annex II": a line of its own
_NOTE_BRACKET = re.compile(r"(\s*)[()]?(\s*)\Z")


class Body:
    """Walks a document once; remembers the block that is being filled and the number it is to have."""

    def __init__(self, root: _Element) -> None:
        self.blocks: list[Block] = []
        self.notes: list[Note] = []
        self.slips = Slips()
        self.pieces: list[str] = []
        self.number = self.quote = ""  # what the next words are to have before them
        self.style: str | None = None
        self.heading = False
        self.bold = self.italic = 0  # how many elements that are open make the words so
        self.is_bold = self.is_italic = True  # so far, in the block
        self._children(root)
        self._end()
        for note in root.iterfind(".//{*}meta/{*}notes/{*}note"):
            self._note(note)
            self.pieces = []
        for job_number in root.iter("{*}docketNumber"):  # in the foot of the first page, which is called meta
            if job_number.getparent() is not None and any(local(each) == "meta" for each in job_number.iterancestors()):
                self._block(job_number, local(job_number))
        for at, line in headings.numbered_in_title(self.blocks):
            self.slips.meet(at, Slip.NUMBER_IN_TITLE, self.blocks[at].text)
            self.blocks[at] = self.blocks[at]._replace(text=line)

    def _element(self, element: _Element) -> None:
        tag = local(element)
        if tag in SKIPPED:
            return
        if tag in ("authorialNote", "noteRef"):
            self._note(element)
        elif tag in ("eol", "br"):
            self.pieces.append("\n")
        elif tag == "num":
            self._num(element)
        elif tag in ELSEWHERE:
            self.slips.meet(len(self.blocks), Slip.ELSEWHERE, element.get("src") or element.get("href") or "")
        elif tag == "sup":
            self._superscript(element)
        elif tag in INLINE:
            self._inline(element, tag)
        elif tag == "table":
            self._table(element)
        elif tag in LISTS:
            self._list(element)
        else:
            self._block(element, tag)

    def _block(self, element: _Element, tag: str) -> None:
        self._end()
        outer = self.style, self.heading, self.number
        named = element.get("class", "")
        is_styled = _STYLE_OF_HEADINGS.match(named) is not None
        self.style = named if named else self.style or tag
        self.heading = tag in HEADINGS or is_styled or (self.heading and tag in ("p", "content"))
        if tag in QUOTED:
            self.quote = element.get("startQuote", "")
        held = self._held(tag)
        self._children(element)
        self._end(keep_number=self.number == outer[2])
        self.style, self.heading = outer[:2]
        self.number = held or self.number
        if (mark := element.get("endQuote")) and self.blocks and not self.blocks[-1].text.endswith(mark):
            self.blocks[-1] = self.blocks[-1]._replace(text=self.blocks[-1].text + mark)

    def _held(self, tag: str) -> str:
        """The number that waits until a heading is over which stands between it and its words."""
        if tag != "subheading" or not self.number:
            return ""
        self.slips.meet(len(self.blocks), Slip.HEADING_IN_PARAGRAPH, "")
        held, self.number = self.number, ""
        return held

    def _num(self, element: _Element) -> None:
        self._end()
        number = " ".join("".join(_texts(element)).split())
        if _BARE.match(number) and (
            form := NUMBERED.get(local(parent) if (parent := element.getparent()) is not None else "")
        ):
            self.slips.meet(len(self.blocks), Slip.NUMBER_WITHOUT_STOP, number)
            number = form.format(number)
        if number == self.number:
            self.slips.meet(len(self.blocks), Slip.MARKER_TWICE, number)
        else:
            self.number = " ".join(filter(None, (self.number, number)))

    def _inline(self, element: _Element, tag: str) -> None:
        looks = element.get("class", "").split()
        bold, italic = tag == "b" or "bold" in looks, tag == "i" or "italic" in looks
        self.bold += bold
        self.italic += italic
        self._children(element)
        self.bold -= bold
        self.italic -= italic

    def _superscript(self, element: _Element) -> None:
        """Raised words; the bracket round a footnote mark, which Arabic prints, says no more than the mark does."""
        text = "".join(element.itertext())
        if _NOTE_BRACKET.match(text):
            self.pieces.append(_NOTE_BRACKET.sub(r"\1\2", text))
        else:
            self._children(element)

    def _children(self, element: _Element) -> None:
        is_for_elements = local(element) in FOR_ELEMENTS
        add = self._stray if is_for_elements else self._add
        add(element.text or "")
        for child in element:
            self._element(child)
            add(child.tail or "")

    def _stray(self, text: str) -> None:
        """Words where none should stand are a block of their own."""
        if text and not text.isspace():
            self._end()
            self.slips.meet(len(self.blocks), Slip.OUTSIDE, text)
            self._add(text)
            self._end()

    def _add(self, text: str) -> None:
        if text and not text.isspace():
            self.is_bold = self.is_bold and self.bold > 0
            self.is_italic = self.is_italic and self.italic > 0
        if "\t" in text and _TAB_IN_WORD.search(text):
            self.slips.meet(len(self.blocks), Slip.TAB_IN_WORD, text)
            text = _TAB_IN_WORD.sub("", text)
        self.pieces.append(_SPACES.sub(" ", text))

    def _end(self, *, keep_number: bool = True) -> None:
        """The block ends here: hand it over, if there is anything in it."""
        text = plain.tidy(re.sub(" {2,}", " ", "".join(self.pieces)))
        if text and self.quote:
            text, self.quote = self.quote + text.removeprefix(self.quote), ""
        if text or (self.number and not keep_number):
            number, self.number = self.number, ""
            if number and text.startswith(f"{number} "):
                self.slips.meet(len(self.blocks), Slip.MARKER_TWICE, text)
                text = text.removeprefix(number).lstrip()
            look = Look(bold=self.is_bold, italic=self.is_italic, style=self.style, heading=self.heading)
            if text and _LABEL.search(number):
                self._hand_over(Block(number, look=look))
                number = ""
            self._hand_over(Block(f"{number} {text}".strip() if number else text, look=look))
        self.pieces = []
        self.is_bold = self.is_italic = True

    def _hand_over(self, block: Block) -> None:
        """Keep a block; a heading that was no more than a number is the number of this one."""
        above = self.blocks[-1] if self.blocks else None
        if above and block.look.heading and above.look.style == block.look.style and headings.is_number(above):
            self.blocks[-1] = block._replace(text=headings.numbered(above.text, block.text))
        else:
            self.blocks.append(block)

    def _note(self, element: _Element) -> None:
        """A mark; and a note with all its blocks, at the end of the document."""
        mark = element.get("marker", "").strip(" ().") or str(len(self.notes) + 1)
        self.pieces.append(plain.raised(int(mark)) if mark.isdecimal() else mark)
        if local(element) == "noteRef":
            return
        outer = self.blocks, self.pieces, self.is_bold, self.is_italic, self.number
        self.blocks, self.pieces, self.number = [], [], ""
        self._children(element)
        self._end()
        text = "\n".join(block.text for block in self.blocks)
        self.notes.append(Note(mark, _EMPTY_BRACKETS.sub("", text)))
        self.blocks, self.pieces, self.is_bold, self.is_italic, self.number = outer

    def _list(self, element: _Element) -> None:
        """A list that has no numbers of its own."""
        self._end()
        for at, item in enumerate(element, 1):
            self.number = item.get("value") or (BULLET if local(element) == "ul" else f"{at}.")
            self._block(item, local(item))
            self.number = ""

    def _table(self, element: _Element) -> None:
        self._end()
        outer = self.blocks
        for row in element:
            if local(row) != "tr":
                self._block(row, local(row))
            elif block := plain.row_of([self._cell(cell) for cell in row]):
                outer.append(block)
            self.blocks = outer

    def _cell(self, cell: _Element) -> list[Block]:
        self.blocks = []
        self._block(cell, local(cell))
        return self.blocks


def _texts(element: _Element) -> Iterable[str]:
    return (str(text) for text in element.itertext())
