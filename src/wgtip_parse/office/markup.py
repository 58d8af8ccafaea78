"""WordprocessingML from words: runs, paragraphs, fields, links and tables (ECMA-376, part 1, chapter 17).

What a document says stays text: it is escaped, and a character that XML cannot hold is shown by a picture of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.sax.saxutils import escape

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = f'xmlns:w="{MAIN}" xmlns:r="{RELATIONSHIPS}"'
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

BREAK = "<w:br/>"
BOLD = "<w:b/>"
ITALIC, RAISED = "<w:i/>", '<w:vertAlign w:val="superscript"/>'
PICTURES = 0x2400  # the block of Unicode that shows control characters, in their order
FIRST_PRINTED = 0x20
UNKNOWN = "\N{REPLACEMENT CHARACTER}"

# What is read from right to left, and what stands behind the direction in the order of the properties of a paragraph.
_TURNED = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LETTER = re.compile(r"[^\W\d_]")
_TAG = re.compile(r"<[^>]*>")
_BEHIND_DIRECTION = re.compile(r"<w:(?:spacing|ind|jc|outlineLvl)\b|\Z")
_SPECIAL = re.compile(r"[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]+")
_BREAKS = re.compile(r"([\t\n])")
_ELEMENTS = {"\t": "<w:tab/>", "\n": BREAK}


def run(words: str, properties: str = "") -> str:
    """Words, with a tab or a line break where they have one; `properties` are elements such as `ITALIC`."""
    if not words:
        return ""
    inside = "".join(_ELEMENTS.get(piece) or _text(piece) for piece in _BREAKS.split(shown(words)))
    if not words.isascii() and _TURNED.search(words):
        properties += "<w:rtl/>"
    return f"<w:r>{_look(properties)}{inside}</w:r>"


def paragraph(style: str, inside: str, properties: str = "") -> str:
    """A paragraph of runs; `properties` follow its style in the order of the standard.

    One whose first letter is read from right to left is laid out so.
    """
    if not inside.isascii() and _begins_turned(inside):
        at = next(_BEHIND_DIRECTION.finditer(properties)).start()
        properties = f"{properties[:at]}<w:bidi/>{properties[at:]}"
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{inside}</w:p>'


def field(told: str, result: str) -> str:
    """A field that the program works out; `result` are the runs that it shows before it has done so."""
    return field_mark("begin") + instruction(told) + field_mark("separate") + result + field_mark("end")


def field_mark(kind: str) -> str:
    """Where a field begins, its instruction ends, or its result does: "begin", "separate", "end"."""
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def instruction(told: str) -> str:
    """What a field is to show."""
    return f'<w:r><w:instrText xml:space="preserve"> {escape(told)} </w:instrText></w:r>'


def shown(words: str) -> str:
    """The words with pictures in the place of what XML cannot hold."""
    return _SPECIAL.sub(lambda special: _pictures(special[0]), words)


def web_link(address: str, inside: str) -> str:
    """Runs that lead to a web address."""
    return field(f'HYPERLINK "{address}"', inside)


def link(bookmark: str, inside: str) -> str:
    """Runs that lead to a bookmark of the document."""
    return f'<w:hyperlink w:anchor="{bookmark}" w:history="1">{inside}</w:hyperlink>'


def bookmarked(number: int, name: str, inside: str) -> str:
    """Runs with a bookmark round them; `number` is another for each bookmark."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{inside}<w:bookmarkEnd w:id="{number}"/>'


def table(style: str, widths: Sequence[int], rows: Sequence[Sequence[str]], rules: Sequence[int] = ()) -> str:
    """A table of cells, each of them paragraphs; widths in twentieths of a point.

    `rules` are the widths of the lines below its rows, in eighths of a point.
    """
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    lines = ""
    for row, rule in zip(rows, [*rules, *[0] * (len(rows) - len(rules))], strict=True):
        lines += f"<w:tr>{''.join(_cell(*each, rule) for each in zip(widths, row, strict=True))}</w:tr>"
    form = f'<w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
    return f"<w:tbl><w:tblPr>{form}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>"


def _cell(width: int, inside: str, rule: int) -> str:
    line = f'<w:bottom w:val="single" w:sz="{rule}" w:space="0" w:color="auto"/>'
    borders = f"<w:tcBorders>{line}</w:tcBorders>" if rule else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{borders}</w:tcPr>{inside}</w:tc>'


def _begins_turned(inside: str) -> bool:
    first = _LETTER.search(_TAG.sub("", inside))
    return first is not None and _TURNED.match(first[0]) is not None


def _look(properties: str) -> str:
    return f"<w:rPr>{properties}</w:rPr>" if properties else ""


def _text(words: str) -> str:
    return f'<w:t xml:space="preserve">{escape(words)}</w:t>' if words else ""


def _pictures(characters: str) -> str:
    return "".join(chr(PICTURES + ord(each)) if ord(each) < FIRST_PRINTED else UNKNOWN for each in characters)
