"""The reader of HTML: blocks, lists with their numbers, tables, headings and notes → the plain form."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from wgtip_parse.diagnostics import Diagnostic
from wgtip_parse.readers import plain
from wgtip_parse.readers.backlinks import HEADINGS, Linked, linked
from wgtip_parse.readers.error import ReadError
from wgtip_parse.readers.numerals import BULLET, written
from wgtip_parse.readers.plain import Block, Note
from wgtip_parse.source import Look, Source
from wgtip_parse.words import in_any_language

if TYPE_CHECKING:
    from lxml.etree import _Element

_SKIPPED = frozenset(
    """
    audio button del form head iframe input nav noscript object s script select strike style svg template textarea video
    """.split()
)
_INLINE = frozenset(
    """
    a abbr b bdi bdo big cite code dfn em font i ins kbd label mark q samp small span strong sub sup time tt u var
    """.split()
)
_BOLD = frozenset(("b", "strong"))
_ITALIC = frozenset(("i", "em"))
_LIST_FORMATS = {
    "1": ("decimal", "{}."),
    "a": ("lowerLetter", "({})"),
    "A": ("upperLetter", "{}."),
    "i": ("lowerRoman", "({})"),
    "I": ("upperRoman", "{}."),
}
_MARK = re.compile(r"[\[(]?(\d{1,3})[\])]?\Z")
_OWN_MARKER = re.compile(r"(?:\(\w{1,5}\)|\d{1,4}\.|[IVXLC]+\.|[A-Z]\.|[•–-])\s")
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|mso-(?:element|special-character)\s*:\s*comment",
    re.IGNORECASE,
)
_LABEL_OF_WORD = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)  # the number that Word prints before a paragraph
_NOTE = re.compile(r"([⁰¹²³⁴-⁹]+)\s*")
_PLAIN_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def read_html(name: str, data: bytes) -> tuple[Source, tuple[Diagnostic, ...]]:
    """The Source of an HTML document's bytes; raises ReadError where there is no text in them."""
    try:
        from lxml import etree
    except ImportError as error:
        raise ReadError(f"{name}: reading HTML needs lxml: pip install lxml") from error
    encoding = "utf-8" if _is_utf8(data) else None  # else the document has to say it
    parser = etree.HTMLParser(encoding=encoding, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ReadError(f"{name}: no HTML that can be read") from error
    page = _Page(Linked() if root is None else linked(root))
    page.read(() if root is None else (root,))
    if not page.blocks:
        raise ReadError(f"{name}: an HTML document without text")
    return plain.source(name, data, "html", page.blocks, page.notes), ()


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


class _Page:
    """Walks a document once; remembers the block that is being filled and the marker it is to have."""

    def __init__(self, linked: Linked) -> None:
        self.linked = linked
        self.blocks: list[Block] = []
        self.notes: list[Note] = []
        self.pieces: list[str] = []
        self.marker = ""
        self.tag: str | None = None
        self.bold = self.italic = 0  # how many elements that are open make the words so
        self.is_bold = self.is_italic = True  # so far, in the block

    def read(self, elements: Iterable[_Element]) -> None:
        for element in elements:
            self._element(element)
            self._add(element.tail or "")
        self._end()

    def _element(self, element: _Element) -> None:
        tag = str(element.tag)
        style = element.get("style", "")
        if tag in _SKIPPED or element.get("hidden") is not None or _HIDDEN.search(style):
            return
        if self.linked.holds(element):
            self._linked(element)
        elif _LABEL_OF_WORD.search(style):
            self.marker = " ".join("".join(element.itertext()).split())
        elif tag == "br":
            self.pieces.append("\n")
        elif tag == "sup":
            self._superscript(element)
        elif tag in _INLINE or ":" in tag:
            self._inline(element)
        elif tag in ("ol", "ul"):
            self._list(element)
        elif tag == "table" and (rows := _rows(element)):
            self._table(element, rows)
        else:
            self._block(element)

    def _superscript(self, element: _Element) -> None:
        mark = _MARK.match("".join(element.itertext()).strip())
        if mark and not any(map(self.linked.holds, element.iter())):
            self.pieces.append(plain.raised(int(mark[1])))
        elif len(element):
            self._inline(element)
        else:
            self._add(plain.table_note(element.text or ""))

    def _linked(self, element: _Element) -> None:
        """A mark; or a note with all its blocks, wherever on the page it stands; of what leads back nothing."""
        if element in self.linked.marks:
            self.pieces.append(plain.raised(self.linked.marks[element]))
        if element not in self.linked.notes:
            return
        self._end()
        outer, self.blocks = self.blocks, []
        self._children(element)
        self._end()
        text = "\n".join(block.text for block in self.blocks)
        self.notes.append(Note(str(self.linked.notes[element]), text))
        self.blocks = outer

    def _inline(self, element: _Element) -> None:
        bold, italic = element.tag in _BOLD, element.tag in _ITALIC
        self.bold += bold
        self.italic += italic
        self._children(element)
        self.bold -= bold
        self.italic -= italic

    def _block(self, element: _Element) -> None:
        self._end()
        outer, self.tag = self.tag, str(element.tag)
        self._children(element)
        self._end()
        self.tag = outer

    def _children(self, element: _Element) -> None:
        self._add(element.text or "")
        for child in element:
            self._element(child)
            self._add(child.tail or "")

    def _add(self, text: str) -> None:
        if text and not text.isspace():
            self.is_bold = self.is_bold and self.bold > 0
            self.is_italic = self.is_italic and self.italic > 0
        self.pieces.append(re.sub(r"[ \t\r\n\f]+", " ", text))

    def _end(self) -> None:
        """The block ends here: hand it over, if there is anything in it."""
        text = plain.tidy(re.sub(" {2,}", " ", "".join(self.pieces)))  # HTML has no second space
        marker, self.marker = (self.marker, "") if text else ("", self.marker)
        if (note := _NOTE.match(text)) and not marker:
            self.notes.append(Note(note[1].translate(_PLAIN_DIGITS), text[note.end() :]))
        elif text:
            text = f"{marker} {text}" if marker and not _OWN_MARKER.match(text) else text
            heading = self.tag in HEADINGS
            look = Look(bold=self.is_bold, italic=self.is_italic, style=self.tag, heading=heading)
            self.blocks.append(Block(text, look=look))
        self.pieces = []
        self.is_bold = self.is_italic = True

    def _list(self, element: _Element) -> None:
        self._end()
        kind, form = _LIST_FORMATS.get(element.get("type", "1"), _LIST_FORMATS["1"])
        number = _whole(element.get("start"), 1)
        for item in element:
            if item.tag != "li" or self.linked.holds(item):
                self._element(item)
                continue
            number = _whole(item.get("value"), number)
            self.marker = form.format(written(number, kind)) if element.tag == "ol" else BULLET
            self._block(item)
            self.marker = ""
            number += 1

    def _table(self, element: _Element, rows: list[list[_Element]]) -> None:
        self._end()
        for caption in element.iterchildren("caption"):
            self._block(caption)
        outer = self.blocks
        for cells in rows:
            inner: list[list[Block]] = []
            for cell in cells:
                self.blocks = []
                self._block(cell)
                inner.append(self.blocks)
            if row := plain.row_of(inner):
                outer.append(row)
        self.blocks = outer


def _rows(table: _Element) -> list[list[_Element]]:
    """The cells of a table, row by row; none where it is no table but sets out a page, a box or a masthead."""
    rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]
    is_layout = sum(1 for _ in table.iter("table", *HEADINGS)) > 1
    distribution = in_any_language("distribution_field")
    is_masthead = any(distribution.match(str(text).strip()) for text in table.itertext())
    return [] if is_layout or is_masthead or all(len(cells) < 2 for cells in rows) else rows


def _whole(text: str | None, otherwise: int) -> int:
    """A whole number of an attribute, which may hold anything."""
    return int(text) if text is not None and len(text) < 7 and text.isdecimal() else otherwise
