"""The reader of OpenDocument texts (.odt), as LibreOffice writes them: styles and content → the plain form."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from wgtip_parse.diagnostics import Diagnostic
from wgtip_parse.readers import foreign, plain
from wgtip_parse.readers.archive import Archive
from wgtip_parse.readers.error import ReadError
from wgtip_parse.readers.odt.body import Body
from wgtip_parse.readers.odt.names import OFFICE, PARAGRAPHS, STYLE, STYLE_NAME, TABLE, TEXT
from wgtip_parse.readers.odt.numbering import Lists
from wgtip_parse.readers.odt.paragraphs import Paragraphs
from wgtip_parse.readers.odt.revisions import Changes
from wgtip_parse.readers.odt.styles import Styles
from wgtip_parse.readers.plain import Block, Note
from wgtip_parse.readers.revisions import Revisions
from wgtip_parse.source import Source

if TYPE_CHECKING:
    from lxml.etree import _Element

ENCRYPTED = b"encryption-data"
TEXT_DOCUMENT = b"opendocument.text"
USUAL_PAGE = "Standard"  # the page style of a document that names none


def read_odt(name: str, data: bytes, revisions: Revisions = Revisions.ACCEPT) -> tuple[Source, tuple[Diagnostic, ...]]:
    """The Source of an OpenDocument text's bytes; raises ReadError where they are none that can be read."""
    archive = Archive(name, data, "OpenDocument")
    mime_type = archive.read("mimetype")
    if TEXT_DOCUMENT not in mime_type:
        raise ReadError(f"{name}: {foreign.in_archive(archive.entries, mime_type)}")
    _refuse_locked(archive)
    content, styles = archive.parse("content.xml"), archive.parse("styles.xml")
    text = None if content is None else content.find(f"{OFFICE}body/{OFFICE}text")
    blocks, notes = ([], []) if text is None else _read(content, styles, text, revisions)
    if not blocks:
        raise ReadError(f"{name}: an OpenDocument file without text")
    return plain.source(name, data, "word", blocks, notes), ()


def _read(
    content: _Element | None, styles: _Element | None, text: _Element, revisions: Revisions
) -> tuple[list[Block], list[Note]]:
    """The blocks, header of the first page first, and the notes."""
    front = plain.Front()
    common = None if styles is None else styles.find(OFFICE + "styles")
    of_pages, of_text = Styles(styles), Styles(common, content)
    changes = Changes(text) if revisions is Revisions.REJECT else None
    body = Body(Paragraphs(of_text, changes), Lists(common, content), front=front, numbers=True)
    header, footer = _first_page(styles, of_text, text)
    around = Body(Paragraphs(of_pages, None), Lists(styles), front=front, numbers=False)
    around.walk(header)
    above, around.blocks = around.blocks, []
    body.walk(text)
    body.end()
    around.walk(footer)
    return [*above, *body.blocks, *around.blocks], [*around.notes(), *body.notes()]


def _first_page(
    styles: _Element | None, of_text: Styles, text: _Element
) -> tuple[Iterable[_Element], Iterable[_Element]]:
    """The header and the footer of the first page, whose style the first paragraph names."""
    named = _page_of_first(of_text, text)
    pages = [] if styles is None else list(styles.iter(STYLE + "master-page"))
    for page in (each for each in pages if each.get(STYLE + "name") == (named or USUAL_PAGE)):
        return _printed(page, "header"), _printed(page, "footer")
    return (), ()


def _page_of_first(of_text: Styles, text: _Element) -> str | None:
    """The page style that the first paragraph names, or a table in which it stands."""
    taken_out = {each for changes in text.iter(TEXT + "tracked-changes") for each in changes.iter()}
    for element in text.iter(*PARAGRAPHS, TABLE + "table"):
        if element in taken_out:
            continue
        family, name = ("paragraph", STYLE_NAME) if element.tag in PARAGRAPHS else ("table", TABLE + "style-name")
        named = of_text.get(family, element.get(name)).master_page
        if named or element.tag in PARAGRAPHS:
            return named
    return None


def _printed(page: _Element, kind: str) -> Iterable[_Element]:
    """The header or footer that the first of such pages has: one for first pages alone, or else the usual one."""
    for name in (f"{kind}-first", kind):
        element = page.find(STYLE + name)
        if element is not None and element.get(STYLE + "display") != "false":
            return element
    return ()


def _refuse_locked(archive: Archive) -> None:
    if ENCRYPTED in archive.read("META-INF/manifest.xml"):
        raise ReadError(f"{archive.name}: an OpenDocument file under a password; save it without one")
