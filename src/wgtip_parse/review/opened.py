"""A Word file opened to be written again: its blocks with the elements they are of, and what forbids to change it."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache, cached_property
from operator import itemgetter
from typing import TYPE_CHECKING

from wgtip_parse.readers import plain
from wgtip_parse.readers.error import ReadError
from wgtip_parse.readers.plain import Block
from wgtip_parse.readers.revisions import Revisions
from wgtip_parse.readers.word import names
from wgtip_parse.readers.word.body import Body
from wgtip_parse.readers.word.names import MAIN, RELATIONSHIPS, STRICT, STRICT_RELATIONSHIPS, W
from wgtip_parse.readers.word.package import Package
from wgtip_parse.review.alignment import Alignment
from wgtip_parse.review.archive import MOST_ENTRIES, replaced

if TYPE_CHECKING:
    from lxml.etree import _Element

CONTENT_TYPES = "[Content_Types].xml"
MACROS = "vbaProject"  # the kind of part that holds them
SIGNATURES = "_xmlsignatures/"  # the folder of a package that holds them
TRACKED = "trackedChanges"  # a protection that allows to change, if the change is tracked
_TRUE = frozenset({"1", "true", "on"})
_CHANGES = names.INSERTED | names.DELETED | {W + "pPrChange"}


class Parts(Package):
    """The parts of a Word file: each is parsed once, nothing of it left out, and can be written again."""

    is_whole = True

    def __init__(self, name: str, data: bytes) -> None:
        self.data = data
        self._roots: dict[str, _Element | None] = {}
        self._strict: set[str] = set()
        self.changed: set[str] = set()
        super().__init__(name, data)

    def parse(self, path: str | None) -> _Element | None:
        """The root element of a part, the same each time; None where there is no such part."""
        key = path or ""
        if key not in self._roots:
            self._roots[key] = super().parse(path)
        return self._roots[key]

    def add(self, path: str, root: _Element) -> None:
        """Have a part that was not there."""
        self._roots[path] = root
        self.changed.add(path)

    def change(self, element: _Element) -> None:
        """Have the part of an element written again."""
        root = element.getroottree().getroot()
        self.changed |= {path for path, each in self._roots.items() if each is root}

    def others(self) -> list[_Element]:
        """The roots of the parts that have been read besides the document."""
        return [root for path, root in self._roots.items() if root is not None and path != self.document]

    def written(self) -> bytes:
        """The file with the parts that were changed."""
        if len(self.archive.infolist()) >= MOST_ENTRIES:
            raise ReadError(f"{self.name}: a Word file of more than {MOST_ENTRIES:,} parts")
        parts = {}
        for path in sorted(self.changed):
            root = self._roots[path]
            if root is not None:
                entry = self.entries.get(path)
                parts[path if entry is None else entry.filename] = self._bytes(path, root)
        return replaced(self.data, self.archive, parts)

    @property
    def is_signed(self) -> bool:
        """Whether the file has a signature, which holds for no copy."""
        return any(name.startswith(SIGNATURES) for name in self.entries)

    def refusal(self) -> str | None:
        """Why the file is not to be changed, in one line; None where it may be."""
        if any(kind == MACROS for _, kind in self.relationships(self.document).values()):
            return f"{self.name}: a Word file with macros is not changed: save it as .docx first"
        settings = self.parse(self.related(self.document, "settings"))
        protection = None if settings is None else settings.find(W + "documentProtection")
        if protection is None or protection.get(W + "edit", "none") in ("none", TRACKED):
            return None
        if protection.get(W + "enforcement", "0") in _TRUE:
            return f"{self.name}: protected against changes: lift the protection in Word first"
        return None

    def _xml(self, path: str, data: bytes) -> _Element:
        if STRICT.encode() in data or STRICT_RELATIONSHIPS.encode() in data:
            self._strict.add(path.lstrip("/"))
        return super()._xml(path, data)

    def _bytes(self, path: str, root: _Element) -> bytes:
        from lxml import etree

        data = etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)
        if path in self._strict or self.is_strict:
            data = data.replace(MAIN.encode(), STRICT.encode())
            data = data.replace(RELATIONSHIPS.encode(), STRICT_RELATIONSHIPS.encode())
        return data

    @property
    def is_strict(self) -> bool:
        """Whether the document has the names of the strict form of the standard."""
        return self.document in self._strict


class Opened:
    """A Word draft: its parts, and where in them the characters of its source text stand."""

    def __init__(self, parts: Parts, revisions: Revisions = Revisions.ACCEPT) -> None:
        self.parts = parts
        body = Body(self.parts, revisions)
        blocks, notes = body.read(), body.notes()
        self.text = plain.source(parts.name, b"", "word", blocks, notes).text
        self.blocks = tuple(plain.placed(blocks, notes))
        self.in_order = len(blocks)  # of the blocks so many follow each other as they do in the file
        root = self.parts.parse(self.parts.document)
        assert root is not None, "a document without its part is refused when it is opened"
        self.root = root
        self.alignment = cache(self._alignment)

    def at(self, offset: int) -> int:
        """Which block an offset of the source text is in, or behind."""
        return max(0, bisect_right(self.blocks, offset, key=itemgetter(0)) - 1)

    def _alignment(self, at: int) -> Alignment:
        block: Block = self.blocks[at][1]
        return Alignment(block.text, block.trail)

    def text_with(self, revisions: Revisions) -> str:
        """The source text as it is now, with tracked changes accepted or rejected."""
        body = Body(self.parts, revisions)
        return plain.source(self.parts.name, b"", "word", body.read(), body.notes()).text

    @cached_property
    def has_changes(self) -> bool:
        """Whether the draft has tracked changes of its own; asked before others are made."""
        return any(next(root.iter(*_CHANGES), None) is not None for root in (self.root, *self.parts.others()))
