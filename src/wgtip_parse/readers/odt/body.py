"""The blocks of an OpenDocument text in reading order: first-page header, paragraphs, lists, tables, boxes, footer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from wgtip_parse.readers import plain
from wgtip_parse.readers.odt import names
from wgtip_parse.readers.odt.names import STYLE_NAME, TABLE, TEXT, XML_ID
from wgtip_parse.readers.odt.numbering import OUTLINE, Counter, Lists, whole
from wgtip_parse.readers.odt.paragraphs import CHANGES, PARAGRAPH_END, Paragraphs, Words
from wgtip_parse.readers.plain import Block, Note

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_REPEATED = 64  # cells or rows that one element stands for: more are white
_STARRED = re.compile(r"\*{1,3}\s")
_PAGE_NUMBER = re.compile(r"\d{1,4}(?:\s?/\s?\d{1,4})?\Z")


class Item(NamedTuple):
    """Where the next paragraph stands in a list: its count and style, its level, and the number it is to start from."""

    counter: Counter
    style: str | None
    level: int
    start: int | None


class Body:
    """Walks one part of a document once, its paragraphs in their order."""

    def __init__(self, paragraphs: Paragraphs, lists: Lists, *, front: plain.Front, numbers: bool) -> None:
        self.paragraphs, self.lists, self.front = paragraphs, lists, front
        self.paragraph: int | None = 0 if numbers else None  # the number of the one that is being read
        self.blocks: list[Block] = []
        self.starred: list[Note] = []  # notes to the masthead, which stand in its midst but are printed below
        self.carried = ""  # the words of a paragraph whose end a rejected change had put in
        self.is_in_table = self.is_in_box = False
        self.item: Item | None = None
        self.open_lists = 0
        self.headings = Counter(OUTLINE)
        self._counts: dict[str, Counter] = {}  # by the identifier of a list, and by the name of a style the last of it

    def walk(self, parent: Iterable[_Element]) -> None:
        """Read the paragraphs of an element."""
        for child in parent:
            tag = child.tag
            if tag in names.PARAGRAPHS:
                self._paragraph(child)
            elif tag == names.LIST:
                self._list(child, None)
            elif tag == names.NUMBERED:
                self._numbered(child)
            elif tag == TABLE + "table":
                self._table(child)
            elif tag in names.WRAPPERS:
                if child.get(TEXT + "display") != "none":
                    self.walk(child)
            elif str(tag).startswith(names.DRAW):
                self._box(child)
            elif tag in CHANGES:
                self.walk(self.paragraphs.change_between(child))

    def end(self) -> None:
        """Hand over what a change has left without an end."""
        if text := plain.tidy(self.carried):
            self.blocks.append(Block(text, self.paragraph))
        self.carried = ""

    def notes(self) -> list[Note]:
        """The notes whose marks were met, in order, those of the masthead first."""
        found = self.starred
        for mark, typed, body, paragraph in list(self.paragraphs.notes):
            elements = body.iter(*names.PARAGRAPHS)
            lines = [line for each in elements if (line := plain.tidy(self.paragraphs.read(each).text))]
            found.append(Note(mark, "\n".join(lines) if mark else " ".join((typed, *lines)), paragraph))
        return found

    def _paragraph(self, element: _Element) -> None:
        if self.paragraph is not None and not self.is_in_box:
            self.paragraph += 1
        self.paragraphs.paragraph = self.paragraph
        words = self.paragraphs.read(element)
        text = self.carried + words.text
        if self.paragraphs.rejected:  # its end goes too, and it has the number of the paragraph behind it
            self.carried, self.item = text, None
        else:
            self.carried = ""
            label = self._label(element)
            for at, piece in enumerate(text.split(PARAGRAPH_END)):
                self._add(piece, "" if at else label, words)
        outer, self.is_in_box = (self.item, self.is_in_box), True
        self.item = None
        for box in words.boxes:
            self.walk(box)
        self.item, self.is_in_box = outer

    def _label(self, element: _Element) -> str:
        """The number before a paragraph: of the list in which it begins an item, or of a heading by its level."""
        if self.item is not None:
            item, self.item = self.item, None
            item.counter.next(item.level, self.lists.levels(item.style), item.start)
            return self.lists.label(item.style, item.counter, item.level)
        if element.tag != TEXT + "h" or self.open_lists or element.get(TEXT + "is-list-header") == "true":
            return ""
        level = whole(element.get(TEXT + "outline-level")) or 1
        restarts = element.get(TEXT + "restart-numbering") == "true"
        levels = self.lists.levels(OUTLINE)
        start = whole(element.get(TEXT + "start-value"))
        if restarts and start is None and level in levels:
            start = levels[level].start
        self.headings.next(level, levels, start)
        return self.lists.label(OUTLINE, self.headings, level)

    def _add(self, text: str, label: str, words: Words) -> None:
        text = plain.tidy(text)
        if not text and re.search(r"[^\W\d_]{5}", label):  # "Recommendation 51", printed by a list
            label, text = "", label
        if not text or (self.paragraph is None and _PAGE_NUMBER.match(text)):
            return
        if label:
            text = f"{label} {text}"
        elif words.style.has_leader:
            text = plain.led(text)
        if self.front.is_open and _STARRED.match(text):
            self.starred.append(Note("", text, self.paragraph))
            return
        look = words.look
        if look.bold_to and label:
            look = look._replace(bold_to=look.bold_to + len(label) + 1)
        self.blocks.append(Block(text, self.paragraph, look))
        if not self.is_in_table and self.paragraph is not None:
            self.front.pass_by(text)

    def _list(self, element: _Element, outer: tuple[Counter, str | None, int] | None) -> None:
        """A list, or one inside an item of another, whose count and style it shares unless it has its own."""
        style = element.get(STYLE_NAME) or (outer[1] if outer else self._style_of_first(element))
        level = outer[2] + 1 if outer else 1
        count = outer[0] if outer else self._count(element, style)
        self.open_lists += 1
        for item in element:
            if item.tag not in (names.ITEM, names.LIST_HEADER):
                continue
            self.item = Item(count, style, level, whole(item.get(TEXT + "start-value")))
            if item.tag == names.LIST_HEADER:
                self.item = None
            for child in item:
                if child.tag == names.LIST:
                    self.item = None
                    self._list(child, (count, style, level))
                else:
                    self.walk((child,))
            self.item = None
        self.open_lists -= 1

    def _numbered(self, element: _Element) -> None:
        """A paragraph that names its list and level itself."""
        style, level = element.get(STYLE_NAME), whole(element.get(TEXT + "level")) or 1
        count = self._counts.setdefault(element.get(TEXT + "list-id", ""), Counter(style))
        self.item = Item(count, style, level, whole(element.get(TEXT + "start-value")))
        self.walk(element)
        self.item = None

    def _count(self, element: _Element, style: str | None) -> Counter:
        """The count of a list: its own, or that of the one which it continues."""
        before = self._counts.get(element.get(TEXT + "continue-list", ""))
        if before is None and element.get(TEXT + "continue-numbering") == "true":
            before = self._counts.get(f"style {style}")
        count = Counter(style) if before is None else before
        self._counts[element.get(XML_ID, "-")] = self._counts[f"style {style}"] = count
        return count

    def _style_of_first(self, element: _Element) -> str | None:
        """The list style that the first paragraph of a list has from its own style."""
        first = next(element.iter(*names.PARAGRAPHS), None)
        return None if first is None else self.paragraphs.styles.get("paragraph", first.get(STYLE_NAME)).list_style

    def _box(self, drawing: _Element) -> None:
        outer, self.is_in_box = self.is_in_box, True
        for box in drawing.iter(names.BOX):
            self.walk(box)
        self.is_in_box = outer

    def _table(self, table: _Element) -> None:
        rows = [cells for row in _rows(table) for cells in [_cells(row)] * _times(row, "rows")]
        is_masthead = self.paragraph is None or (self.front.is_open and _has_distribution(table))
        if self.is_in_table or is_masthead or all(len(cells) < 2 for cells in rows):
            for cell in (cell for cells in rows for cell in cells):
                self.walk(cell)
        else:
            for cells in rows:
                self._row(cells)

    def _row(self, cells: Iterable[_Element]) -> None:
        outer, self.is_in_table = self.blocks, True
        inner: list[list[Block]] = []
        for cell in cells:
            self.blocks = []
            self.walk(cell)
            inner.append(self.blocks)
        self.blocks, self.is_in_table = outer, False
        if row := plain.row_of(inner):
            self.blocks.append(row)


def _rows(parent: Iterable[_Element]) -> Iterator[_Element]:
    for child in parent:
        if child.tag == names.ROW:
            yield child
        elif child.tag in names.ROWS:
            yield from _rows(child)


def _cells(row: _Element) -> list[_Element]:
    """The cells of a row; one over which another reaches from the left is none, one from above is empty."""
    found: list[_Element] = []
    reach = 0
    for cell in row:
        if cell.tag == names.COVERED and reach:
            reach -= 1
        elif cell.tag in (names.CELL, names.COVERED):
            reach = (whole(cell.get(TABLE + "number-columns-spanned")) or 1) - 1
            found += [cell] * _times(cell, "columns")
    return found


def _times(element: _Element, kind: str) -> int:
    """How many rows or cells one element stands for."""
    return min(whole(element.get(f"{TABLE}number-{kind}-repeated")) or 1, MOST_REPEATED)


def _has_distribution(table: _Element) -> bool:
    return plain.has_distribution("".join(each.itertext()) for each in table.iter(*names.PARAGRAPHS))
