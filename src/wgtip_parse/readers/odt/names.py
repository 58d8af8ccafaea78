"""The names of OpenDocument's elements and attributes (OASIS ODF 1.3, part 3) as lxml writes them."""

from __future__ import annotations

_NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE, TEXT, TABLE, STYLE, DRAW = (f"{{{_NAMESPACE}{name}:1.0}}" for name in "office text table style drawing".split())
FO = f"{{{_NAMESPACE}xsl-fo-compatible:1.0}}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"

PARAGRAPHS = frozenset({TEXT + "p", TEXT + "h"})
LIST, ITEM, LIST_HEADER, NUMBERED = (TEXT + name for name in "list list-item list-header numbered-paragraph".split())
STYLE_NAME = TEXT + "style-name"
NOTE, CITATION, NOTE_BODY = (TEXT + name for name in "note note-citation note-body".split())
BOX = DRAW + "text-box"
ROW, CELL, COVERED = (TABLE + name for name in "table-row table-cell covered-table-cell".split())
ROWS = frozenset(TABLE + name for name in "table-header-rows table-rows table-row-group".split())
WRAPPERS = frozenset(
    TEXT + name
    for name in """
    section index-body index-title table-of-content alphabetical-index illustration-index object-index table-index
    user-index bibliography
    """.split()
)
