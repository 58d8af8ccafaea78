"""The blocks of a Word document in reading order: first-page header, paragraphs, tables, boxes, first-page footer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from wgtip_parse.readers import plain
from wgtip_parse.readers.plain import Block, Note, Piece
from wgtip_parse.readers.revisions import Revisions
from wgtip_parse.readers.word import names
from wgtip_parse.readers.word.furniture import first_page
from wgtip_parse.readers.word.names import W
from wgtip_parse.readers.word.numbering import Numbering
from wgtip_parse.readers.word.package import Package
from wgtip_parse.readers.word.paragraphs import Paragraphs, Words, is_placeholder, text_of
from wgtip_parse.readers.word.styles import Styles

if TYPE_CHECKING:
    from lxml.etree import _Element

_STARRED = re.compile(r"\*{1,3}\s")
_WORDED = re.compile(r"[^\W\d_]{5}")
_PAGE_NUMBER = re.compile(r"\d{1,4}(?:\s?/\s?\d{1,4})?\Z")


class Body:
    """Walks a document once, its paragraphs in the order in which Word numbers them."""

    def __init__(self, package: Package, revisions: Revisions) -> None:
        self.package = package
        self.styles = Styles(package.parse(package.related(package.document, "styles")))
        self.numbering = Numbering(package.parse(package.related(package.document, "numbering")), self.styles)
        self.paragraphs = Paragraphs(self.styles, revisions)
        self.front = plain.Front()
        self.blocks: list[Block] = []
        self.starred: list[Note] = []  # notes to the masthead, which stand in its midst but are printed below
        self.paragraph: int | None = None  # the number of the body's paragraph that is being read
        self.carried: tuple[Piece, ...] = ()  # the words of a paragraph whose end a revision took away
        self.is_in_table = self.is_in_box = False

    def read(self) -> list[Block]:
        """The blocks of the document."""
        root = self.package.parse(self.package.document)
        body = None if root is None else root.find(W + "body")
        if body is None:
            return []
        header, footer = first_page(self.package, body)
        self._walk(header)
        self.paragraph = 0
        self._walk(body)
        if text := plain.tidy(text_of(self.carried)):  # the last paragraph lost its end, and none came behind it
            self.blocks.append(Block(text, self.paragraph, trail=self.carried))
        self.paragraph = None
        self._walk(footer)
        return self.blocks

    def notes(self) -> list[Note]:
        """The notes whose marks were met, in order."""
        elements = {
            (kind, element.get(names.ID, "")): element
            for kind in sorted({reference.kind for reference in self.paragraphs.notes})
            for element in self._note_elements(kind)
        }
        found = self.starred
        for kind, identifier, mark, paragraph, reference in list(self.paragraphs.notes):
            element = elements.get((kind, identifier))
            if element is not None:
                inside = [self.paragraphs.read(each).pieces for each in element.iter(names.PARAGRAPH)]
                lines = (plain.tidy(text_of(pieces)) for pieces in inside)
                trail = (Piece(reference, mark), *(piece for pieces in inside for piece in pieces))
                found.append(Note(mark, "\n".join(line for line in lines if line), paragraph, trail))
        return found

    def _note_elements(self, kind: str) -> Iterable[_Element]:
        root = self.package.parse(self.package.related(self.package.document, f"{kind}s"))
        return () if root is None else root

    def _walk(self, parent: Iterable[_Element]) -> None:
        for child in parent:
            tag = child.tag
            if tag == names.PARAGRAPH:
                self._paragraph(child)
            elif tag == names.TABLE:
                self._table(child)
            elif tag == names.CONTENT_CONTROL:
                if not is_placeholder(child):
                    self._walk(child)
            elif tag in names.WRAPPERS or tag in self.paragraphs.kept:
                self._walk(child)

    def _paragraph(self, element: _Element) -> None:
        if self.paragraph is not None and not self.is_in_box:
            self.paragraph += 1
        self.paragraphs.paragraph = self.paragraph
        words = self.paragraphs.read(element)
        pieces = self.carried + words.pieces
        if self.paragraphs.dropped.isdisjoint(words.properties.end):
            self.carried = ()
            self._add(element, pieces, words)
        else:
            self.carried = pieces
        outer, self.is_in_box = self.is_in_box, True
        for box in words.boxes:
            self._walk(box)
        self.is_in_box = outer

    def _add(self, element: _Element, trail: tuple[Piece, ...], words: Words) -> None:
        label = self.numbering.label(words.properties, words.style)  # of an empty paragraph too: Word counts it
        text = plain.tidy(text_of(trail))
        if not text and _WORDED.search(label):  # "Recommendation 51", printed by a list
            trail = (Piece(element, label),)
            label, text = "", label
        if not text or (self.paragraph is None and _PAGE_NUMBER.match(text)):
            return
        if label:
            text, trail = f"{label} {text}", (Piece(element, label), *trail)
        elif words.properties.has_leader or words.style.has_leader:
            text = plain.led(text)
        if (words.properties.is_framed or self.front.is_open) and _STARRED.match(text):
            self.starred.append(Note("", text, self.paragraph, trail))
            return
        look = words.look
        if look.bold_to and label:
            look = look._replace(bold_to=look.bold_to + len(label) + 1)
        self.blocks.append(Block(text, self.paragraph, look, trail=trail))
        if not self.is_in_table and self.paragraph is not None:
            self.front.pass_by(text)

    def _table(self, table: _Element) -> None:
        rows = [list(self._cells(row)) for row in self._rows(table)]
        is_box = all(len(cells) < 2 for cells in rows)
        is_masthead = self.paragraph is None or (self.front.is_open and _has_distribution(table))
        if self.is_in_table or is_box or is_masthead:
            for cell in (cell for cells in rows for cell in cells):
                self._walk(cell)
        else:
            for cells in rows:
                self._row(cells)

    def _row(self, cells: Iterable[_Element]) -> None:
        outer, self.is_in_table = self.blocks, True
        inner: list[list[Block]] = []
        for cell in cells:
            self.blocks = []
            self._walk(cell)
            inner.append(self.blocks)
        self.blocks, self.is_in_table = outer, False
        if row := plain.row_of(inner):
            self.blocks.append(row)

    def _rows(self, parent: Iterable[_Element]) -> Iterator[_Element]:
        for child in parent:
            if child.tag == names.ROW:
                properties = child.find(W + "trPr")
                if properties is None or not any(each.tag in self.paragraphs.dropped for each in properties):
                    yield child
            elif child.tag in names.WRAPPERS or child.tag == names.CONTENT_CONTROL:
                yield from self._rows(child)

    def _cells(self, parent: Iterable[_Element]) -> Iterator[_Element]:
        for child in parent:
            if child.tag == names.CELL:
                yield child
            elif child.tag in names.WRAPPERS or child.tag == names.CONTENT_CONTROL:
                yield from self._cells(child)


def _has_distribution(table: _Element) -> bool:
    return plain.has_distribution(text.text or "" for text in table.iter(W + "t"))
