"""A small maker of OpenDocument texts, and a report in the plain form as LibreOffice would save it."""

from __future__ import annotations

from itertools import takewhile
from xml.sax.saxutils import escape, quoteattr

from tests.word import _IN_HEADER, _SHAPES, CHAPTERS, ITEMS, LETTERED, PARAGRAPHS, RECOMMENDATIONS, zipped
from wgtip_parse.numerals import ROMAN

MIME_TYPE = "application/vnd.oasis.opendocument.text"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office", "text": "text", "table": "table", "style": "style", "draw": "drawing",
        "fo": "xsl-fo-compatible", "manifest": "manifest",
    }.items()
)  # fmt: skip


def paragraph(inside: str, style: str = "", tag: str = "p", **attributes: str) -> str:
    """A paragraph of marked-up words."""
    said = "".join(f" text:{name.replace('_', '-')}={quoteattr(value)}" for name, value in attributes.items())
    named = f' text:style-name="{style}"' if style else ""
    return f"<text:{tag}{named}{said}>{inside}</text:{tag}>"


def items(inside: str, style: str = "", start: str = "", **attributes: str) -> str:
    """A list of one item, as LibreOffice writes nearly all of them."""
    said = "".join(f' {name.replace("__", ":").replace("_", "-")}="{value}"' for name, value in attributes.items())
    named = f' text:style-name="{style}"' if style else ""
    begun = f' text:start-value="{start}"' if start else ""
    return f"<text:list{named}{said}><text:list-item{begun}>{inside}</text:list-item></text:list>"


def list_style(name: str, *levels: str) -> str:
    """A list style."""
    return f'<text:list-style style:name="{name}">{"".join(levels)}</text:list-style>'


def level(at: int, kind: str, prefix: str = "", suffix: str = "", more: str = "") -> str:
    """A numbered level of a list style."""
    return (
        f'<text:list-level-style-number text:level="{at}" style:num-format="{kind}" style:num-prefix="{prefix}" '
        f'style:num-suffix="{suffix}" {more}/>'
    )


def style(name: str, inside: str = "", family: str = "paragraph", **attributes: str) -> str:
    """A style."""
    said = "".join(f' style:{key.replace("_", "-")}="{value}"' for key, value in attributes.items())
    return f'<style:style style:name="{name}" style:family="{family}"{said}>{inside}</style:style>'


def odt(
    body: str, automatic: str = "", common: str = "", pages: str = "", around: str = "", mime_type: str = MIME_TYPE,
    manifest: str = "",
) -> bytes:  # fmt: skip
    """An OpenDocument file of a body and its styles; `pages` are master pages, `around` the styles of their headers."""
    content = f"<office:automatic-styles>{automatic}</office:automatic-styles>"
    content += f"<office:body><office:text>{body}</office:text></office:body>"
    styles = f"<office:styles>{common}</office:styles><office:automatic-styles>{around}</office:automatic-styles>"
    styles += f"<office:master-styles>{pages}</office:master-styles>"
    return zipped(
        {
            "mimetype": mime_type,
            "content.xml": f"<office:document-content {NAMESPACES}>{content}</office:document-content>",
            "styles.xml": f"<office:document-styles {NAMESPACES}>{styles}</office:document-styles>",
            "META-INF/manifest.xml": f"<manifest:manifest {NAMESPACES}>{manifest}</manifest:manifest>",
        }
    )


_LISTS = (
    list_style(f"L{CHAPTERS}", level(1, "I", "", "."))
    + list_style(f"L{LETTERED}", level(1, "A", "", "."))
    + list_style(f"L{PARAGRAPHS}", level(1, "1", "", "."))
    + list_style(f"L{ITEMS}", level(1, "a", "(", ")"), level(2, "i", "(", ")"))
    + list_style(f"L{RECOMMENDATIONS}", level(1, "1", "Recommendation "))
)
_HEADING = style("Heading_20_1", display_name="Heading 1", default_outline_level="1")


def typed(text: str) -> bytes:
    """The file of a report that has one block to a line: masthead in the first-page header, automatic numbers."""
    lines = [line for line in text.split("\n") if line.strip()]
    head = list(takewhile(lambda line: not any(shape.match(line) for _, shape, _ in _SHAPES), lines))
    top = max((at for at, line in enumerate(head, 1) if _IN_HEADER.match(line)), default=0)
    cells = "".join(f"<table:table-cell>{paragraph(escape(line))}</table:table-cell>" for line in head[:top])
    table = f"<table:table><table:table-row>{cells}</table:table-row></table:table>" if cells else ""
    page = f'<style:master-page style:name="First"><style:header>{table}</style:header></style:master-page>'
    typist = _Typist()
    body = paragraph("", "P1") + "".join(paragraph(escape(line)) for line in head[top:])
    body += "".join(map(typist.line, lines[len(head) :]))
    return odt(body, style("P1", master_page_name="First") + _LISTS, _HEADING, page)


class _Typist:
    """Sets line by line; starts a list anew where the number that a line has is not the one that would come."""

    def __init__(self) -> None:
        self.last = {kind: 0 for kind, _, _ in _SHAPES}
        self.inner = 0

    def line(self, line: str) -> str:
        for kind, shape, numbers in _SHAPES:
            match = shape.match(line)
            if match and (kind != CHAPTERS or numbers.get(match[1].lower())):
                return self._numbered(kind, match[1], match[2], numbers)
        is_heading = len(line) < 60 and line[-1].isalpha()
        return paragraph(escape(line), "Heading_20_1" if is_heading else "", "h" if is_heading else "p")

    def _numbered(self, kind: int, label: str, words: str, numbers: dict[str, int]) -> str:
        number = numbers.get(label.lower() if kind == CHAPTERS else label)
        inside, style_name, goes_on = paragraph(escape(words)), f"L{kind}", {"text__continue_numbering": "true"}
        if kind == ITEMS and ROMAN.get(label) == self.inner + 1 and (self.inner or number != self.last[ITEMS] + 1):
            self.inner += 1
            return items(items(inside), style_name, **goes_on)
        assert number is not None
        self.inner = 0
        start = "" if number == self.last[kind] + 1 else str(number)
        self.last[kind] = number
        return items(inside, style_name, start, **goes_on)
