"""A small maker of Word files: packages from pieces of XML, and a report in the plain form as a typist would set it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable
from itertools import takewhile
from xml.sax.saxutils import escape

from wgtip_parse.numerals import LETTERS, ROMAN

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
NAMESPACES = (
    f'xmlns:w="{MAIN}" xmlns:r="{OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
FIRST_PAGE = (
    '<w:sectPr><w:headerReference w:type="first" r:id="header"/>'
    '<w:footerReference w:type="first" r:id="footer"/><w:titlePg/></w:sectPr>'
)


def run(text: str, properties: str = "") -> str:
    """A run; `properties` are elements such as <w:i/>."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(*runs: str, style: str = "", numbering: tuple[int, int] | None = None, properties: str = "") -> str:
    """A paragraph of runs, or of words; numbered in a list at a level."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    if numbering is not None:
        named += f'<w:numPr><w:ilvl w:val="{numbering[1]}"/><w:numId w:val="{numbering[0]}"/></w:numPr>'
    inside = "".join(each if each.startswith("<") else run(each) for each in runs)
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{inside}</w:p>"


def table(*rows: Iterable[str]) -> str:
    """A table of cells, each words or paragraphs."""
    inside = "".join("<w:tr>" + "".join(map(_cell, row)) + "</w:tr>" for row in rows)
    return f"<w:tbl>{inside}</w:tbl>"


def _cell(content: str) -> str:
    return f"<w:tc>{content if content.startswith('<') else paragraph(content)}</w:tc>"


def style(identifier: str, name: str, inside: str = "", based_on: str = "") -> str:
    """A paragraph style."""
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return f'<w:style w:type="paragraph" w:styleId="{identifier}"><w:name w:val="{name}"/>{base}{inside}</w:style>'


def level(at: int, kind: str, text: str, inside: str = "", start: int = 1) -> str:
    """A level of a list."""
    form = f'<w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>{inside}<w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{at}">{form}</w:lvl>'


def abstract(identifier: int, *levels: str) -> str:
    """An abstract list."""
    return f'<w:abstractNum w:abstractNumId="{identifier}">{"".join(levels)}</w:abstractNum>'


def listed(identifier: int, abstract_list: int, **starts: int) -> str:
    """A list on an abstract list; `start_0=5` starts its first level at 5."""
    overrides = "".join(
        f'<w:lvlOverride w:ilvl="{name[-1]}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        for name, start in starts.items()
    )
    return f'<w:num w:numId="{identifier}"><w:abstractNumId w:val="{abstract_list}"/>{overrides}</w:num>'


def word(
    body: str, *, document: str = "word/document.xml", prologue: str = "", strict: bool = False, **parts: str
) -> bytes:
    """A Word file of a body, and of the insides of other parts by their names: styles, numbering, header …"""
    folder, _, file = document.rpartition("/")
    relationships = "".join(f'<Relationship Id="{name}" Type="{OFFICE}/{name}" Target="{name}.xml"/>' for name in parts)
    files = {
        "[Content_Types].xml": _content_types(
            folder, {file: "document.main"} | {f"{name}.xml": name for name in parts}
        ),
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="a" Type="{OFFICE}/officeDocument" '
        f'Target="{document}"/></Relationships>',
        document: f"{prologue}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        f"{folder}/_rels/{file}.rels": f'<Relationships xmlns="{PACKAGE}">{relationships}</Relationships>',
    }
    for name, inside in parts.items():
        root = {"header": "hdr", "footer": "ftr"}.get(name, name)
        files[f"{folder}/{name}.xml"] = f"<w:{root} {NAMESPACES}>{inside}</w:{root}>"
    if strict:
        files = {name: text.replace(MAIN, STRICT).replace(OFFICE, STRICT_OFFICE) for name, text in files.items()}
    return zipped(files)


def _content_types(folder: str, parts: dict[str, str]) -> str:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    overrides = "".join(
        f'<Override PartName="/{folder}/{file}" ContentType="{kind}.{name}+xml"/>' for file, name in parts.items()
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def zipped(files: dict[str, str]) -> bytes:
    """A zip archive of texts, the same bytes each time."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)
    return written.getvalue()


# A report in the plain form, set with automatic numbers

CHAPTERS, LETTERED, PARAGRAPHS, ITEMS, RECOMMENDATIONS = range(1, 6)
_SHAPES = (
    (CHAPTERS, re.compile(r"([IVX]+)\. (.*)"), ROMAN),
    (LETTERED, re.compile(r"([A-Z])\. (.*)"), {letter.upper(): number for letter, number in LETTERS.items()}),
    (PARAGRAPHS, re.compile(r"(\d+)\. (.*)"), {str(number): number for number in range(1, 1000)}),
    (RECOMMENDATIONS, re.compile(r"Recommendation (\d+)()\Z"), {str(number): number for number in range(1, 1000)}),
    (ITEMS, re.compile(r"\(([a-z]+)\) (.*)"), LETTERS),
)
_LISTS = (
    abstract(CHAPTERS, level(0, "upperRoman", "%1.", '<w:pStyle w:val="HCh"/>'))
    + abstract(LETTERED, level(0, "upperLetter", "%1."))
    + abstract(PARAGRAPHS, level(0, "decimal", "%1."))
    + abstract(ITEMS, level(0, "lowerLetter", "(%1)"), level(1, "lowerRoman", "(%2)"))
    + abstract(RECOMMENDATIONS, level(0, "decimal", "Recommendation %1"))
)
_STYLES = (
    style("HCh", "_ H _Ch", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    + style("H1", "_ H_1")
    + style("SingleTxt", "__Single Txt")
)
_IN_HEADER = re.compile(
    r"United Nations\Z|[A-Z][\w.]*(?:/[\w.]+){2,}\Z|Distr\.|\d{1,2} [A-Z][a-z]+ \d{4}\Z|Original:|\w+ only\Z"
)


def typed(text: str) -> bytes:
    """The Word file of a report that has one block to a line: masthead in the first-page header, automatic numbers."""
    lines = [line for line in text.split("\n") if line.strip()]
    head = list(takewhile(lambda line: not any(shape.match(line) for _, shape, _ in _SHAPES), lines))
    top = max((at for at, line in enumerate(head, 1) if _IN_HEADER.match(line)), default=0)
    header = head[:top]
    typist = _Typist()
    body = "".join(paragraph(line) for line in head[top:])
    body += "".join(map(typist.line, lines[len(head) :]))
    return word(
        body + FIRST_PAGE,
        header=table(header) if header else paragraph(""),
        footer=paragraph(""),
        styles=_STYLES,
        numbering=_LISTS + "".join(typist.lists),
    )


class _Typist:
    """Sets line by line; begins a new list where the number that a line has is not the one that Word would give."""

    def __init__(self) -> None:
        self.lists = [listed(kind, kind) for kind, _, _ in _SHAPES]
        self.current = {kind: kind for kind, _, _ in _SHAPES}
        self.last = dict.fromkeys(self.current, 0)
        self.inner = 0

    def line(self, line: str) -> str:
        for kind, shape, numbers in _SHAPES:
            match = shape.match(line)
            if match and (kind != CHAPTERS or numbers.get(match[1].lower())):
                return self._numbered(kind, match[1], match[2], numbers)
        is_heading = len(line) < 60 and line[-1].isalpha()
        return paragraph(line, style="H1" if is_heading else "SingleTxt")

    def _numbered(self, kind: int, label: str, words: str, numbers: dict[str, int]) -> str:
        number = numbers.get(label.lower() if kind == CHAPTERS else label)
        if kind == ITEMS and ROMAN.get(label) == self.inner + 1 and (self.inner or number != self.last[ITEMS] + 1):
            self.inner += 1
            return paragraph(words, numbering=(self.current[ITEMS], 1))
        assert number is not None
        self.inner = 0
        if number != self.last[kind] + 1:
            self.lists.append(listed(len(self.lists) + 1, kind, start_0=number))
            self.current[kind] = len(self.lists)
        self.last[kind] = number
        if kind == CHAPTERS and self.current[kind] == CHAPTERS:
            return paragraph(words, style="HCh")
        return paragraph(words, style="HCh" if kind == CHAPTERS else "", numbering=(self.current[kind], 0))
