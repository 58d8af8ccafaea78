"""The elements of a document in Akoma Ntoso, walked once → blocks with their numbers and looks, and notes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wgtip_parse.readers import plain
from wgtip_parse.readers.akn import headings, numbers
from wgtip_parse.readers.akn.names import ELSEWHERE, FOR_ELEMENTS, HEADINGS, INLINE, LISTS, QUOTED, SKIPPED, TABLE_PARTS
from wgtip_parse.readers.akn.slips import Slip, Slips
from wgtip_parse.readers.akn.xml import local
from wgtip_parse.readers.numerals import BULLET
from wgtip_parse.readers.plain import Block, Note
from wgtip_parse.source import Look

if TYPE_CHECKING:
    from lxml.etree import _Element

_SPACES = re.compile(r"[ \t\r\n\f]+")
_IDEOGRAPH = "[\u3400-\u4dbf\u4e00-\u9fff]"
_STOP = "[\u3001\u3002\u300b\uff0c\uff1a\uff1b]"  # of Chinese, behind which no space is printed
_SPACE_IN_CHINESE = re.compile(rf"(?<={_STOP}) +(?={_IDEOGRAPH}|\u300a)|(?<=[⁰¹²³⁴-⁹]) +(?={_IDEOGRAPH}|\u300a)")
_TAB_IN_WORD = re.compile(rf"(?<={_IDEOGRAPH})\t+(?={_IDEOGRAPH})")
_STYLE_OF_HEADINGS = re.compile(
    r"_?[ _]*H[ _]*(?:Ch|\d(?:/?\d)?)G?\b"
)  # of the UN's templates: HCh, H1, H23, H_2/3, H1G
_EMPTY_BRACKETS = re.compile(r"\(\s*\)\s*")  # in which the mark of a note is printed
_NOTE_BRACKET = re.compile(r"(\s*)[()]?(\s*)\Z")


class Body:
    """Walks a document once; remembers the block that is being filled and the number it is to have."""

    def __init__(self, root: _Element) -> None:
        self.blocks: list[Block] = []
        self.notes: list[Note] = []
        self.slips = Slips()
        self.pieces: list[str] = []
        self.number = self.quote = ""  # what the next words are to have before them
        self.owner: _Element | None = None  # whose number that is
        self.open: list[_Element] = []
        self.style: str | None = None
        self.heading = False
        self.bold = self.italic = 0  # how many elements that are open make the words so
        self.is_bold = self.is_italic = True  # so far, in the block
        self._children(root)
        self._end()
        self._number_alone()
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
            self._children(element)  # there should be none
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
        outer = self.style, self.heading
        named = element.get("class", "")
        is_styled = _STYLE_OF_HEADINGS.match(named) is not None
        self.style = named if named else self.style or tag
        self.heading = tag in HEADINGS or is_styled or (self.heading and tag in ("p", "content"))
        if tag in QUOTED:
            self.quote = element.get("startQuote", "")
        held = self._held(tag)
        self.open.append(element)
        self._children(element)
        self._end()
        self.open.pop()
        self.style, self.heading = outer
        self.number = held or self.number
        if (mark := element.get("endQuote")) and self.blocks and not self.blocks[-1].text.endswith(mark):
            self.blocks[-1] = self.blocks[-1]._replace(text=self.blocks[-1].text + mark)

    def _held(self, tag: str) -> str:
        """The number that waits until a heading is over which stands between it and its words."""
        if tag != "subheading" or not self.number or self.owner not in self.open:
            return ""
        self.slips.meet(len(self.blocks), Slip.HEADING_IN_PARAGRAPH, "")
        held, self.number = self.number, ""
        return held

    def _num(self, element: _Element) -> None:
        self._end()
        number, bare = numbers.printed(element)
        if bare:
            self.slips.meet(len(self.blocks), Slip.NUMBER_WITHOUT_STOP, bare)
        if self.number and number == self.number:
            self.slips.meet(len(self.blocks), Slip.MARKER_TWICE, number)
            return
        if self.number and self.owner not in self.open:
            self._number_alone()
        self.number = " ".join(filter(None, (self.number, number)))
        self.owner = element.getparent()

    def _number_alone(self) -> None:
        """A number for which no words came."""
        if self.number:
            self.blocks.append(Block(self.number, look=Look(style=self.style)))
        self.number = ""

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
        is_told = False
        for child, text in ((None, element.text), *((child, child.tail) for child in element)):
            if child is not None:
                self._element(child)
            if is_for_elements and text and not text.isspace() and not is_told:
                is_told = True  # once for each element
                self.slips.meet(len(self.blocks), Slip.OUTSIDE, text)
            self._add(text or "")

    def _stray(self, text: str | None) -> None:
        """Words in a list or table that are in none of its parts are a block of their own."""
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

    def _end(self) -> None:
        """The block ends here: hand it over, if there is anything in it."""
        text = _SPACE_IN_CHINESE.sub("", plain.tidy(re.sub(" {2,}", " ", "".join(self.pieces))))
        if text:
            text, self.quote = self.quote + text.removeprefix(self.quote), ""
            number = self._number_of(text)
            if (words := numbers.without(number, text)) != text:
                self.slips.meet(len(self.blocks), Slip.MARKER_TWICE, text)
            look = Look(bold=self.is_bold, italic=self.is_italic, style=self.style, heading=self.heading)
            if numbers.is_label(number):
                self._hand_over(Block(number, look=look))
                number = ""
            self._hand_over(Block(f"{number} {words}" if number else words, look=look))
        self.pieces = []
        self.is_bold = self.is_italic = True

    def _number_of(self, text: str) -> str:
        """The number that words get: of their own element, or of one before them that had no words."""
        if self.number and self.owner not in self.open:
            if self.heading:
                self._number_alone()
            else:
                self.slips.meet(len(self.blocks), Slip.NUMBER_APART, f"{self.number} {text}")
        number, self.number = self.number, ""
        return number

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
        self._number_alone()
        text = "\n".join(block.text for block in self.blocks)
        self.notes.append(Note(mark, _EMPTY_BRACKETS.sub("", text)))
        self.blocks, self.pieces, self.is_bold, self.is_italic, self.number = outer

    def _list(self, element: _Element) -> None:
        """A list that has no numbers of its own."""
        self._end()
        self._stray(element.text)
        for at, item in enumerate(element, 1):
            self._number_alone()
            self.number = item.get("value") or (BULLET if local(element) == "ul" else f"{at}.")
            self.owner = item
            self._block(item, local(item))
            self.number = ""
            self._stray(item.tail)

    def _table(self, element: _Element) -> None:
        self._end()
        self._stray(element.text)
        for row in element:
            if local(row) in TABLE_PARTS:
                self._table(row)
            elif local(row) == "tr":
                self._row(row)
            else:
                self._block(row, local(row))
            self._stray(row.tail)

    def _row(self, row: _Element) -> None:
        self._end()
        self._number_alone()
        outer = self.blocks
        cells: list[list[Block]] = []
        self._stray(row.text)
        for cell in row:
            self.blocks = []
            self._block(cell, local(cell))
            self._number_alone()
            cells.append(self.blocks)
            self.blocks = outer
            self._stray(cell.tail)
        if block := plain.row_of(cells):
            outer.append(block)
