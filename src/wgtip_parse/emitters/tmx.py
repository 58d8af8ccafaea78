"""A report in several languages as a translation memory: TMX 1.4, which every tool of translators reads.

Format: LISA, "TMX 1.4b Specification", 2005. A unit has a variant for each language that has the segment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from wgtip_parse.translations import Row, Translations

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
DOCTYPE = '<!DOCTYPE tmx SYSTEM "tmx14.dtd">'
NOT_IN_XML = re.compile(r"[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
ADMINISTRATIVE = "en"  # the language in which notes and properties are
FEWEST = 2  # languages of a unit: one alone says nothing of how it was translated


def emit_tmx(translations: Translations, version: str) -> Iterator[bytes]:
    """The file; the first document is the original."""
    memory = etree.Element("tmx", version="1.4")
    header = {
        "creationtool": "wgtip",
        "creationtoolversion": version,
        "segtype": "paragraph",
        "o-tmf": "wgtip",
        "adminlang": ADMINISTRATIVE,
        "srclang": translations.languages[0],
        "datatype": "plaintext",
    }
    etree.SubElement(memory, "header", header)
    body = etree.SubElement(memory, "body")
    for at, row in enumerate(translations.rows, start=1):
        if len(row.there) >= FEWEST:
            _unit(body, str(at), row, translations)
    yield etree.tostring(memory, encoding="UTF-8", xml_declaration=True, doctype=DOCTYPE, pretty_print=True)


def _unit(body: etree._Element, identifier: str, row: Row, translations: Translations) -> None:
    unit = etree.SubElement(body, "tu", tuid=identifier)
    symbol = next(filter(None, translations.symbols), None)
    for name, value in (("x-symbol", symbol), ("x-kind", row.kind), ("x-number", row.number)):
        if value:
            etree.SubElement(unit, "prop", type=name).text = _legal(value)
    for language, cell in zip(translations.languages, row.cells, strict=True):
        if cell is not None:
            variant = etree.SubElement(unit, "tuv", {LANGUAGE: language})
            etree.SubElement(variant, "seg").text = _legal(cell.text)


def _legal(text: str) -> str:
    return NOT_IN_XML.sub("\ufffd", text)
