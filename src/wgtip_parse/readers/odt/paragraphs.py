"""The words of one OpenDocument paragraph: text with its spaces, notes, boxes, changes and hidden text settled."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wgtip_parse.readers import plain
from wgtip_parse.readers.odt import names
from wgtip_parse.readers.odt.names import STYLE_NAME, TEXT
from wgtip_parse.readers.odt.numbering import whole
from wgtip_parse.readers.odt.revisions import Changes
from wgtip_parse.readers.odt.styles import Style, Styles
from wgtip_parse.source import Look

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_SPACES = 200  # in a row: no line is wider
PARAGRAPH_END = "\N{PARAGRAPH SEPARATOR}"  # inside what a rejected change had taken out

_SKIPPED = frozenset(
    f"{{{space}}}{name}"
    for space, found in {
        names.TEXT[1:-1]: "tracked-changes ruby-text placeholder note-body note-citation script hidden-text",
        names.OFFICE[1:-1]: "annotation annotation-end forms",
    }.items()
    for name in found.split()
)
_SPAN, _SPACES, _TAB, _BREAK = (TEXT + name for name in "span s tab line-break".split())
CHANGES = _CHANGE, _CHANGE_START, _CHANGE_END = tuple(TEXT + name for name in "change change-start change-end".split())


class Reference(NamedTuple):
    """A note as referred to: its mark, empty where it is typed; what is typed; its body; the paragraph of its mark."""

    mark: str
    typed: str
    body: _Element
    paragraph: int | None


class Words(NamedTuple):
    """The words of a paragraph, the text boxes that hang on it, its style and its look."""

    text: str
    boxes: tuple[_Element, ...]
    style: Style
    look: Look


class Paragraphs:
    """Reads paragraphs in document order; remembers the notes whose marks it has met, and insertions that are open."""

    def __init__(self, styles: Styles, changes: Changes | None) -> None:
        self.styles = styles
        self.changes = changes
        self.paragraph: int | None = None
        self.notes: list[Reference] = []
        self.numbered_notes = 0
        self.rejected: set[str] = set()  # insertions that are being left out

    def read(self, element: _Element) -> Words:
        """The words of a paragraph or heading."""
        self._pieces: list[str] = []
        self._boxes: list[_Element] = []
        self._worded, self._bold, self._italic = False, True, True
        self._leading: int | None = None  # how many of the pieces are bold before the first that is not
        style = self.styles.get("paragraph", element.get(STYLE_NAME))
        self._walk(element, style)
        look = Look(
            bold=self._worded and self._bold,
            italic=self._worded and self._italic,
            bold_to=len(plain.tidy("".join(self._pieces[: self._leading]))) if self._leading else 0,
            style=style.name,
            heading=style.is_heading or element.tag == TEXT + "h",
        )
        return Words("".join(self._pieces), tuple(self._boxes), style, look)

    def change_between(self, element: _Element) -> list[_Element]:
        """Begin or end an insertion that is left out; the paragraphs of a deletion, which come back here."""
        identifier = element.get(TEXT + "change-id", "")
        if self.changes is None:
            return []
        if element.tag == _CHANGE_START and identifier in self.changes.inserted:
            self.rejected.add(identifier)
        elif element.tag == _CHANGE_END:
            self.rejected.discard(identifier)
        return self.changes.deleted.pop(identifier, []) if element.tag == _CHANGE else []

    def _walk(self, element: _Element, style: Style) -> None:
        """The inside of an element; `style` is that of its words, what a paragraph gives to them included."""
        self._add(element.text, style)
        for child in element:
            if child.tag not in _SKIPPED:
                self._inline(child, style)
            self._add(child.tail, style)

    def _inline(self, element: _Element, style: Style) -> None:
        tag = element.tag
        if tag == _SPAN:
            self._walk(element, _within(style, self.styles.get("text", element.get(STYLE_NAME))))
        elif tag == _SPACES:
            self._put(" " * min(whole(element.get(TEXT + "c")) or 1, MOST_SPACES))
        elif tag in (_TAB, _BREAK):
            self._put("\t" if tag == _TAB else "\n")
        elif tag == names.NOTE:
            self._note(element)
        elif str(tag).startswith(names.DRAW):
            self._boxes += _boxes(element)
        elif tag in CHANGES:
            for at, paragraph in enumerate(self.change_between(element)):
                self._put(PARAGRAPH_END if at else "")
                self._walk(paragraph, style)
        else:
            self._walk(element, style)  # links, fields, references, ruby

    def _add(self, text: str | None, style: Style) -> None:
        if not text or style.is_hidden or self.rejected:
            return
        text = " ".join(text.split("\n")) if "\n" in text else text
        if style.is_raised:
            text = plain.table_note(text)
        elif not text.isspace():
            if self._leading is None and not style.is_bold:
                self._leading = len(self._pieces) if self._worded else 0
            self._worded = True
            self._bold = self._bold and bool(style.is_bold)
            self._italic = self._italic and bool(style.is_italic)
        self._pieces.append(text)

    def _put(self, sign: str) -> None:
        if not self.rejected:
            self._pieces.append(sign)

    def _note(self, note: _Element) -> None:
        citation, body = note.find(names.CITATION), note.find(names.NOTE_BODY)
        if body is None or self.rejected:
            return
        typed = "" if citation is None else citation.get(TEXT + "label", "")
        mark = ""
        if not typed:
            self.numbered_notes += 1
            mark = str(self.numbered_notes)
        self._pieces.append(typed or plain.raised(self.numbered_notes))
        self.notes.append(Reference(mark, typed, body, self.paragraph))


def _within(outer: Style, inner: Style) -> Style:
    """The style of words inside others: what it says itself, and else what those have."""
    return inner._replace(
        is_bold=outer.is_bold if inner.is_bold is None else inner.is_bold,
        is_italic=outer.is_italic if inner.is_italic is None else inner.is_italic,
        is_hidden=outer.is_hidden if inner.is_hidden is None else inner.is_hidden,
        is_raised=outer.is_raised or inner.is_raised,
    )


def _boxes(drawing: _Element) -> list[_Element]:
    """The text boxes of a drawing, or the drawing itself where words stand right in it; those inside come later."""
    waiting, found = [drawing], []
    while waiting:
        element = waiting.pop()
        if element.tag == names.BOX or any(child.tag in names.PARAGRAPHS for child in element):
            found.append(element)
        else:
            waiting += reversed(element)
    return found
