"""The names of WordprocessingML's elements and attributes (ECMA-376, part 1, chapter 17) as lxml writes them."""

from __future__ import annotations

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_RELATIONSHIPS = "http://purl.oclc.org/ooxml/officeDocument/relationships"

W = f"{{{MAIN}}}"
VAL = W + "val"
ID = W + "id"
TYPE = W + "type"
RELATIONSHIP_ID = f"{{{RELATIONSHIPS}}}id"

PARAGRAPH, PARAGRAPH_PROPERTIES, PARAGRAPH_STYLE = W + "p", W + "pPr", W + "pStyle"
RUN, RUN_PROPERTIES, RUN_STYLE = W + "r", W + "rPr", W + "rStyle"
TABLE, ROW, CELL = W + "tbl", W + "tr", W + "tc"
SECTION = W + "sectPr"
CONTENT_CONTROL, CONTENT_CONTROL_PROPERTIES, CONTENT = W + "sdt", W + "sdtPr", W + "sdtContent"
SIMPLE_FIELD = W + "fldSimple"
INSERTED = frozenset({W + "ins", W + "moveTo"})
DELETED = frozenset({W + "del", W + "moveFrom"})
WRAPPERS = frozenset(
    W + name
    for name in ("hyperlink", "smartTag", "customXml", "fldSimple", "bdo", "dir", "sdtContent", "ruby", "rubyBase")
)
ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
BOX = W + "txbxContent"
MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
