"""The reader of RTF: header, paragraphs with their list numbers, table rows and footnotes → the plain form."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial

from wgtip_parse.diagnostics import Diagnostic
from wgtip_parse.readers import plain
from wgtip_parse.readers.error import ReadError
from wgtip_parse.readers.plain import Block, Note
from wgtip_parse.source import Look, Source

MEGABYTE = 1_000_000
LIMIT = 16 * MEGABYTE  # pictures aside

_PICTURE = re.compile(rb"[0-9a-fA-F\r\n]{256,}")
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
_GROUP = re.compile(r"\{(?:\\\*)?((?:\\[a-z]{1,32}-?\d{0,10} ?)*)")
_CONTROL = re.compile(r"\\([a-z]+)(-?\d*)")
_KINDS = {
    "footnote": "note",
    "headerf": "first header",
    "header": "header",
    "footerf": "first footer",
    "fonttbl": "fonts",
} | dict.fromkeys(("fldinst", "deleted", "v"), "gone")
_PARAGRAPH = re.compile(r"\\(pard|intbl|par|cell|nestcell)(?![a-z]) ?")
_IN_CELL = "\N{PARAGRAPH SEPARATOR}"  # the end of a paragraph that is not the last of its cell
_CELL = "\N{SYMBOL FOR UNIT SEPARATOR}"  # the end of a cell
_BEGIN = "{\\rtf1\\ansi\\ansicpg1252 "

Convert = Callable[[str], str]


def read_rtf(name: str, data: bytes) -> tuple[Source, tuple[Diagnostic, ...]]:
    """The Source of an RTF file's bytes, tracked changes accepted; raises ReadError where there is no text in them."""
    try:
        from striprtf.striprtf import rtf_to_text
    except ImportError as error:
        raise ReadError(f"{name}: reading RTF needs striprtf: pip install striprtf") from error
    code = _PICTURE.sub(b"", data).decode("latin-1")
    if len(code) > LIMIT:
        raise ReadError(f"{name}: RTF of more than {LIMIT / MEGABYTE:g} MB, pictures aside")
    parts = _part(code)
    try:
        blocks, notes = parts.read(partial(rtf_to_text, errors="replace"))
    except (ValueError, LookupError, OverflowError) as error:
        raise ReadError(f"{name}: a damaged RTF file") from error
    if not blocks:
        raise ReadError(f"{name}: an RTF file without text")
    return plain.source(name, data, "word", blocks, notes), ()


@dataclass(slots=True)
class _Parts:
    """The code of an RTF file taken apart, since the library drops headers and notes and keeps what was deleted."""

    body: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    found: dict[str, str] = field(default_factory=dict)

    def read(self, convert: Convert) -> tuple[list[Block], list[Note]]:
        """The blocks, header first, and the notes."""
        begin = _BEGIN + self.found.get("fonts", "")
        header = self.found.get("first header", self.found.get("header", ""))
        footer = self.found.get("first footer", "")
        codes = (f"{begin} {header}}}", "".join(self.body), f"{begin} {footer}}}")
        blocks = [block for code in codes for block in _blocks(_mended(convert(_with_cells(code))))]
        words = (" ".join(_mended(convert(f"{begin} {note}}}")).split()) for note in self.notes)
        return blocks, [Note(str(mark), text) for mark, text in enumerate(words, 1)]

    def take(self, kind: str, code: str, within: str) -> None:
        """A group of a kind that is not left in the body; `within` is its code behind its control words."""
        if kind == "note":
            self.notes.append(within)
            self.body += (f"\\u{ord(digit)}?" for digit in plain.raised(len(self.notes)))
        elif kind == "fonts":
            self.found.setdefault(kind, code)
            self.body.append(code)
        else:
            self.found.setdefault(kind, within)


def _part(code: str) -> _Parts:
    """Cut the outermost groups of a kind of their own out of the code, in one pass over its braces."""
    parts, at, special = _Parts(), 0, 0
    stack: list[tuple[str, int, int]] = []
    for brace in _BRACE.finditer(code):
        if brace[0] == "{":
            kind, within = _kind(code, brace.start())
            stack.append((kind, brace.start(), within))
            special += kind != ""
        elif brace[0] == "}" and stack:
            kind, start, within = stack.pop()
            special -= kind != ""
            if kind and not special:
                parts.body.append(code[at:start])
                at = brace.end()
                parts.take(kind, code[start:at], code[within : at - 1])
    parts.body.append(code[at:])
    return parts


def _kind(code: str, start: int) -> tuple[str, int]:
    """What a group is by the control words at its beginning, and where what they speak of begins."""
    head = _GROUP.match(code, start)
    words = _CONTROL.findall(head[1]) if head else ()
    kinds = [_KINDS[word] for word, number in words if word in _KINDS and number != "0"]
    return (kinds[0] if kinds else ""), head.end() if head else start + 1


def _mended(text: str) -> str:
    """The text with letters whole that RTF writes in two halves, and a half that stands alone replaced."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _with_cells(code: str) -> str:
    """The code with signs of their own for the end of a table cell and for that of a paragraph inside one."""
    in_cell = False

    def settle(control: re.Match[str]) -> str:
        nonlocal in_cell
        if control[1].endswith("cell"):
            return f"\\u{ord(_CELL)}?"
        if control[1] != "par":
            in_cell = control[1] == "intbl"
        elif in_cell:
            return f"\\u{ord(_IN_CELL)}?"
        return control[0]

    return _PARAGRAPH.sub(settle, code)


def _blocks(text: str) -> Iterator[Block]:
    front = plain.Front()
    for line in text.split("\n"):
        if _CELL in line and not front.is_open:
            cells = line.rstrip().removesuffix(_CELL).split(_CELL)
            if row := plain.row(cells):
                yield Block(row, look=Look(cells=len(cells)))
            continue
        for words in map(plain.tidy, line.replace(_CELL, _IN_CELL).split(_IN_CELL)):
            if words:
                yield Block(words)
                front.pass_by(words)
