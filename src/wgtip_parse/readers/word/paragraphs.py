"""The words of one Word paragraph: its runs, with fields, revisions, hidden text and footnote marks settled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from wgtip_parse.readers import plain
from wgtip_parse.readers.plain import Piece
from wgtip_parse.readers.revisions import Revisions
from wgtip_parse.readers.word import names
from wgtip_parse.readers.word.fields import Fields
from wgtip_parse.readers.word.names import W
from wgtip_parse.readers.word.properties import (
    PLAIN_PARAGRAPH,
    PLAIN_RUN,
    ParagraphProperties,
    RunProperties,
    paragraph_properties,
    run_properties,
)
from wgtip_parse.readers.word.styles import Style, Styles
from wgtip_parse.source import Look

if TYPE_CHECKING:
    from lxml.etree import _Element

_PRIVATE_USE = range(0xE000, 0xF900)  # where symbol fonts have their signs
_BULLET_SIGNS = frozenset({0xB7, 0xA7, 0xD8, 0x76, 0x6C, 0x6E})  # the bullets of Symbol and Wingdings
_NOTE_REFERENCES = {W + "footnoteReference": "footnote", W + "endnoteReference": "endnote"}
_SIGNS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "cr": "\n",
    W + "noBreakHyphen": "\N{NON-BREAKING HYPHEN}",
}
_DRAWINGS = frozenset({W + "drawing", W + "pict", W + "object"})
_TEXT = frozenset({W + "t", W + "delText"})


class Reference(NamedTuple):
    """A note as referred to: footnote or endnote, its identifier, its mark, the paragraph and element of the mark."""

    kind: str
    identifier: str
    mark: str
    paragraph: int | None
    element: _Element


class Words(NamedTuple):
    """The words of a paragraph in pieces, the text boxes that hang on it, what says how it is to be read, its look."""

    pieces: tuple[Piece, ...]
    boxes: tuple[_Element, ...]
    properties: ParagraphProperties
    style: Style
    look: Look


class Paragraphs:
    """Reads paragraphs in document order; remembers open fields, and the notes whose marks it has met."""

    def __init__(self, styles: Styles, revisions: Revisions) -> None:
        self.styles = styles
        self.kept, self.dropped = names.INSERTED, names.DELETED
        if revisions is Revisions.REJECT:
            self.kept, self.dropped = self.dropped, self.kept
        self.revisions = revisions
        self.paragraph: int | None = None
        self.notes: list[Reference] = []
        self.numbered_notes = 0
        self._fields: list[bool] = []  # of each open field, whether its instruction is still going on
        self._instruction = ""  # of the innermost field, as far as it has been read
        self._numbers = Fields()

    def read(self, paragraph: _Element) -> Words:
        """The words of a paragraph."""
        self._pieces: list[Piece] = []
        self._boxes: list[_Element] = []
        self._worded, self._bold, self._italic = False, True, True
        self._leading: int | None = None  # how many of the pieces are bold before the first that is not
        properties = self._properties(paragraph)
        self._style = self.styles.get(properties.style or self.styles.default)
        self._walk(paragraph)
        self._fields = [False for _ in self._fields]  # an instruction ends with its paragraph, whatever the file says
        look = Look(
            bold=self._worded and self._bold,
            italic=self._worded and self._italic,
            bold_to=len(plain.tidy(text_of(self._pieces[: self._leading]))) if self._leading else 0,
            style=self._style.name,
            heading=properties.is_outlined or self._style.is_heading,
        )
        return Words(tuple(self._pieces), tuple(self._boxes), properties, self._style, look)

    def _properties(self, paragraph: _Element) -> ParagraphProperties:
        """The properties of a paragraph: those before a tracked change of them where changes are rejected."""
        if not len(paragraph) or paragraph[0].tag != names.PARAGRAPH_PROPERTIES:
            return PLAIN_PARAGRAPH
        properties = paragraph_properties(paragraph[0])
        if self.revisions is Revisions.REJECT and properties.before is not None:
            return paragraph_properties(properties.before)
        return properties

    def _walk(self, parent: Iterable[_Element]) -> None:
        for child in parent:
            tag = child.tag
            if tag == names.RUN:
                self._run(child)
            elif tag == names.SIMPLE_FIELD and child.find(names.RUN) is None:
                self._add(child, self._numbers.printed(child.get(W + "instr", "")))
                self._walk(child)
            elif tag in names.WRAPPERS or tag in self.kept:
                self._walk(child)
            elif tag == names.CONTENT_CONTROL:
                if not is_placeholder(child):
                    self._walk(child)
            elif tag == names.ALTERNATE:
                self._walk(_choice(child))
            elif isinstance(tag, str) and tag.startswith(names.MATHS):
                self._add(child, "".join(text.text or "" for text in child.iter(names.MATHS + "t")))

    def _run(self, run: _Element) -> None:
        properties = PLAIN_RUN
        if len(run) and run[0].tag == names.RUN_PROPERTIES:
            properties = run_properties(run[0])
        style = self.styles.get(properties.style)
        if _is(properties.is_hidden, style.is_hidden, self._style.is_hidden):
            return
        for child in run:
            tag = child.tag
            if tag in _TEXT:
                self._add_words(child, properties, style)
            elif tag == W + "fldChar":
                self._field(child)
            elif tag == W + "instrText":
                self._instruction += child.text or ""
            elif tag in _NOTE_REFERENCES:
                self._note(_NOTE_REFERENCES[tag], child)
            elif tag == names.ALTERNATE:
                self._boxes += _boxes_of(child)
            elif tag in _DRAWINGS:
                self._boxes += _boxes(child)
            else:
                self._add(child, _sign(child))

    def _add(self, element: _Element, text: str) -> None:
        if text and not any(self._fields):
            self._pieces.append(Piece(element, text, bool(self._fields)))

    def _add_words(self, element: _Element, properties: RunProperties, style: Style) -> None:
        text = (element.text or "").replace("\n", " ")
        if properties.is_superscript:
            text = plain.table_note(text)
        elif text and not text.isspace():
            is_bold = _is(properties.is_bold, style.is_bold, self._style.is_bold)
            if self._leading is None and not is_bold:
                self._leading = len(self._pieces) if self._worded else 0
            self._worded = True
            self._bold = self._bold and is_bold
            self._italic = self._italic and _is(properties.is_italic, style.is_italic, self._style.is_italic)
        self._add(element, text)

    def _field(self, mark: _Element) -> None:
        kind = mark.get(W + "fldCharType")
        if kind == "begin":
            self._fields.append(True)
            self._instruction = ""
        elif kind == "separate" and self._fields:
            self._fields[-1] = False
        elif kind == "end" and self._fields and self._fields.pop():  # there was no result
            self._add(mark, self._numbers.printed(self._instruction))
            self._instruction = ""

    def _note(self, kind: str, reference: _Element) -> None:
        if any(self._fields):
            return
        mark = ""
        if reference.get(W + "customMarkFollows") not in ("1", "true", "on"):
            self.numbered_notes += 1
            mark = str(self.numbered_notes)
            self._pieces.append(Piece(reference, plain.raised(self.numbered_notes)))
        self.notes.append(Reference(kind, reference.get(names.ID, ""), mark, self.paragraph, reference))


def text_of(pieces: Iterable[Piece]) -> str:
    """The characters of pieces."""
    return "".join([piece.text for piece in pieces])


def _is(own: bool | None, by_style: bool, by_paragraph: bool) -> bool:
    """Whether a toggle is on in a run: by itself, or else by its own style or by that of the paragraph."""
    return own if own is not None else by_style or by_paragraph


def is_placeholder(control: _Element) -> bool:
    """Whether a content control shows only what is to be filled in."""
    properties = control.find(names.CONTENT_CONTROL_PROPERTIES)
    return properties is not None and properties.find(W + "showingPlcHdr") is not None


def _choice(alternate: _Element) -> Iterable[_Element]:
    """Of several forms of the same thing the first; the others are for older programs."""
    choice = alternate.find(names.CHOICE)
    return () if choice is None else choice


def _boxes_of(alternate: _Element) -> list[_Element]:
    """The text boxes of the first form of a drawing that has any: a newer one may be no more than a picture of it."""
    forms = ([box for drawing in form for box in _boxes(drawing)] for form in alternate)
    return next(filter(None, forms), [])


def _boxes(drawing: _Element) -> Iterator[_Element]:
    """The text boxes of a drawing, in order; one inside another is read with that one's paragraphs."""
    waiting = [drawing]
    while waiting:
        element = waiting.pop()
        if element.tag == names.BOX:
            yield element
        else:
            waiting += reversed(element)


def _sign(element: _Element) -> str:
    """What stands for an element that is no text: a tab, a line break, a hyphen, a sign; most are nothing."""
    tag = element.tag
    if tag == W + "br":
        return "\n" if element.get(names.TYPE, "textWrapping") == "textWrapping" else ""
    return _symbol(element.get(W + "char", "")) if tag == W + "sym" else _SIGNS.get(str(tag), "")


def _symbol(code: str) -> str:
    """A sign of a symbol font: a bullet, or nothing that text could hold."""
    try:
        sign = int(code, 16)
    except ValueError:
        return ""
    if sign in _PRIVATE_USE or sign < 0x100:
        return "•" if sign & 0xFF in _BULLET_SIGNS else ""
    return chr(sign) if sign < 0x110000 else ""
