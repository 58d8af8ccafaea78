"""The words of one Word paragraph: its runs, with fields, revisions, hidden text and footnote marks settled."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from wgtip_parse.readers import plain
from wgtip_parse.readers.word import names
from wgtip_parse.readers.word.names import W
from wgtip_parse.readers.word.styles import Styles, switch, value

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
_TEXT = frozenset({W + "t", W + "delText", names.MATHS + "t"})


class Revisions(StrEnum):
    """What becomes of tracked changes."""

    ACCEPT = "accept"
    REJECT = "reject"


class Reference(NamedTuple):
    """A note as referred to: footnote or endnote, its identifier, its mark, the paragraph that the mark stands in."""

    kind: str
    identifier: str
    mark: str
    paragraph: int | None


class Words(NamedTuple):
    """The words of a paragraph; whether all of them are bold or italic; the text boxes that hang on it."""

    text: str
    is_emphasized: bool
    boxes: tuple[_Element, ...]


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

    def read(self, paragraph: _Element) -> Words:
        """The words of a paragraph."""
        self._pieces: list[str] = []
        self._boxes: list[_Element] = []
        self._emphasized = self._plain = False
        self._style = self.style(paragraph)
        self._walk(paragraph)
        self._fields = [False for _ in self._fields]  # an instruction ends with its paragraph, whatever the file says
        return Words("".join(self._pieces), self._emphasized and not self._plain, tuple(self._boxes))

    def style(self, paragraph: _Element) -> str | None:
        """The identifier of a paragraph's style."""
        return value(self.properties(paragraph), "pStyle") or self.styles.default

    def properties(self, paragraph: _Element) -> _Element | None:
        """The properties of a paragraph: those before a tracked change of them where changes are rejected."""
        properties = paragraph.find(names.PARAGRAPH_PROPERTIES)
        if self.revisions is Revisions.REJECT and properties is not None:
            change = properties.find(W + "pPrChange")
            if change is not None:
                return change.find(names.PARAGRAPH_PROPERTIES)
        return properties

    def is_dropped(self, properties: _Element | None) -> bool:
        """Whether a revision takes away what has these properties: a table row, or the end of a paragraph."""
        return properties is not None and any(child.tag in self.dropped for child in properties)

    def _walk(self, parent: Iterable[_Element]) -> None:
        for child in parent:
            tag = child.tag
            if tag == names.RUN:
                self._run(child)
            elif tag in names.WRAPPERS or tag in self.kept:
                self._walk(child)
            elif tag == names.CONTENT_CONTROL:
                if not is_placeholder(child):
                    self._walk(child)
            elif tag == names.ALTERNATE:
                self._walk(_choice(child))
            elif isinstance(tag, str) and tag.startswith(names.MATHS):
                self._add("".join(text.text or "" for text in child.iter(names.MATHS + "t")), None)

    def _run(self, run: _Element) -> None:
        properties = run.find(names.RUN_PROPERTIES)
        if self._is(properties, "vanish"):
            return
        for child in run:
            tag = child.tag
            if tag in _TEXT:
                self._add((child.text or "").replace("\n", " "), properties)
            elif tag == W + "fldChar":
                self._field(child.get(W + "fldCharType"))
            elif tag in _NOTE_REFERENCES:
                self._note(_NOTE_REFERENCES[tag], child)
            elif tag == names.ALTERNATE:
                for drawing in _choice(child):
                    self._boxes += drawing.iter(names.BOX)
            elif tag in _DRAWINGS:
                self._boxes += child.iter(names.BOX)
            else:
                self._add(_sign(child), None)

    def _add(self, text: str, properties: _Element | None) -> None:
        if not text or any(self._fields):
            return
        if text.isspace() or properties is None:
            self._pieces.append(text)
            return
        italic = self._is(properties, "i")
        if italic or self._is(properties, "b"):
            self._emphasized = True
        else:
            self._plain = True
        words = text.strip()
        if italic and words.lower() in ("continued", "cont’d", "cont'd"):
            text = text.replace(words, f"*{words}*")
        elif value(properties, "vertAlign") == "superscript":
            text = plain.table_note(text)
        self._pieces.append(text)

    def _is(self, properties: _Element | None, toggle: str) -> bool:
        """Whether a toggle is on in a run: by itself, by its own style or by that of the paragraph."""
        switched = switch(properties, toggle)
        if switched is not None:
            return switched
        return self.styles.is_on(value(properties, "rStyle"), toggle) or self.styles.is_on(self._style, toggle)

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(True)
        elif kind == "separate" and self._fields:
            self._fields[-1] = False
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _note(self, kind: str, reference: _Element) -> None:
        if any(self._fields):
            return
        mark = ""
        if reference.get(W + "customMarkFollows") not in ("1", "true", "on"):
            self.numbered_notes += 1
            mark = str(self.numbered_notes)
            self._pieces.append(plain.raised(self.numbered_notes))
        self.notes.append(Reference(kind, reference.get(names.ID, ""), mark, self.paragraph))


def is_placeholder(control: _Element) -> bool:
    """Whether a content control shows only what is to be filled in."""
    properties = control.find(names.CONTENT_CONTROL_PROPERTIES)
    return properties is not None and properties.find(W + "showingPlcHdr") is not None


def _choice(alternate: _Element) -> Iterable[_Element]:
    """Of several forms of the same thing the first; the others are for older programs."""
    choice = alternate.find(names.CHOICE)
    return () if choice is None else choice


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
